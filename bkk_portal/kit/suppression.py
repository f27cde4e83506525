"""Published statistics tell nothing of fewer than five people (domain.md, personal data; RULES["suppress_under"])."""

from django.conf import settings


def too_few(count: int) -> bool:
    return count in range(1, settings.RULES["suppress_under"])


def shown(count: int) -> int | None:
    """The count, or None where it stands for too few people to tell."""
    return None if too_few(count) else count


def shown_parts(counts: dict[str, int]) -> dict[str, int | None]:
    """{name: count or None} of parts whose sum is published too: with one hidden, the next smallest goes with it."""
    hidden = {name for name, count in counts.items() if too_few(count)}
    if len(hidden) == 1:
        others = [name for name, count in counts.items() if count and name not in hidden]
        hidden.update(sorted(others, key=lambda name: counts[name])[:1])
    return {name: None if name in hidden else count for name, count in counts.items()}
