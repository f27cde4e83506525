"""How far long work has come. Kept in the cache "progress", which a writing transaction does not hide.

`work`: a name of the piece of work, such as "impor-12".
"""

import time

from django.core.cache import caches

EVERY_SECONDS = 0.5
KEPT_SECONDS = 3600


def _key(work: str) -> str:
    return f"alumni-{work}"


class Reporter:
    """A `progress(done, total)` that speaks at most twice a second."""

    def __init__(self, work: str) -> None:
        self.key = _key(work)
        self.spoke_at = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.spoke_at >= EVERY_SECONDS:
            self.spoke_at = now
            caches["progress"].set(self.key, (done, total), KEPT_SECONDS)


def reached(work: str) -> tuple[int, int]:
    """(done, total); (0, 0) while nothing is known."""
    return caches["progress"].get(_key(work), (0, 0))


def forget(work: str) -> None:
    caches["progress"].delete(_key(work))
