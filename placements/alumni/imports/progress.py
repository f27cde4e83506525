"""How far a running import has come. Kept in the cache "progress", which a writing transaction does not hide."""

import time

from django.core.cache import caches

EVERY_SECONDS = 0.5
KEPT_SECONDS = 3600


def _key(import_id):
    return f"alumni-import-{import_id}"


class Reporter:
    """A `progress(done, total)` that speaks at most twice a second."""

    def __init__(self, import_id):
        self.key = _key(import_id)
        self.spoke_at = 0.0

    def __call__(self, done, total):
        now = time.monotonic()
        if now - self.spoke_at >= EVERY_SECONDS:
            self.spoke_at = now
            caches["progress"].set(self.key, (done, total), KEPT_SECONDS)


def reached(import_id):
    """(done, total); (0, 0) while nothing is known."""
    return caches["progress"].get(_key(import_id), (0, 0))


def forget(import_id):
    caches["progress"].delete(_key(import_id))
