"""What may be told of BMW figures in public: of a city, a school, a class."""

import dataclasses

from bkk_portal.kit.suppression import shown, shown_parts, too_few


@dataclasses.dataclass(frozen=True)
class PublishedFigures:
    """Persons and per cent; None where they would tell of too few people."""

    total: int | None = None
    answered: int | None = None
    working: int | None = None
    self_employed: int | None = None
    studying: int | None = None
    of_all: float | None = None
    of_answered: float | None = None


def published(figures):
    """PublishedFigures of BmwFigures. The share of a few is as telling as their number, so it goes with it."""
    if any(map(too_few, (figures.total, figures.answered, figures.bmw))):
        return PublishedFigures(total=shown(figures.total), answered=shown(figures.answered))
    parts = {name: getattr(figures, name) for name in ("working", "self_employed", "studying")}
    shares = {"of_all": figures.of_all, "of_answered": figures.of_answered}
    return PublishedFigures(total=figures.total, answered=figures.answered, **shown_parts(parts), **shares)
