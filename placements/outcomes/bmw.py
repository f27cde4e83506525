"""Bekerja, melanjutkan, wirausaha: derived from activity spells on a cut-off date, never typed in."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Case, Count, OuterRef, Subquery, Sum, Value, When
from django.utils import timezone

from bkk_portal.kit.suppression import shown, shown_parts, too_few
from bkk_portal.people.enums import BMW_KINDS, SpellKind
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing

if TYPE_CHECKING:
    from placements.alumni.queries import AlumnusQuerySet

COUNTED_AS = {
    SpellKind.WORKING: "working",
    SpellKind.SELF_EMPLOYED: "self_employed",
    SpellKind.STUDYING: "studying",
    SpellKind.JOB_SEEKING: "seeking",
    SpellKind.TRAINING: "other",
    SpellKind.OUTSIDE: "other",
    SpellKind.INTERNSHIP: "other",
}
BITS = {kind: 1 << place for place, kind in enumerate(SpellKind)}


@dataclasses.dataclass(frozen=True)
class BmwFigures:
    """Persons. `answered` have a known activity on the day; `total` are all graduates: show both denominators."""

    total: int = 0
    answered: int = 0
    working: int = 0
    self_employed: int = 0
    studying: int = 0
    seeking: int = 0
    other: int = 0
    overlapping: int = 0
    untraceable: int = 0

    @property
    def bmw(self) -> int:
        return self.working + self.self_employed + self.studying

    @property
    def of_all(self) -> float | None:
        """Per cent of all graduates; None without any."""
        return 100 * self.bmw / self.total if self.total else None

    @property
    def of_answered(self) -> float | None:
        return 100 * self.bmw / self.answered if self.answered else None


def figures(alumni: AlumnusQuerySet, on: datetime.date | None = None) -> BmwFigures:
    """BmwFigures of a queryset of Alumnus on a day (default today), each graduate counted once."""
    return _figures_of(_groups(alumni, on))


def figures_by(alumni: AlumnusQuerySet, field: str, on: datetime.date | None = None) -> dict[int | None, BmwFigures]:
    """{value of `field`: BmwFigures} in one query, e.g. by "school_id" or "graduation_year"."""
    by_value = {}
    for group in _groups(alumni, on, field):
        by_value.setdefault(group[field], []).append(group)
    return {value: _figures_of(groups) for value, groups in by_value.items()}


def _groups(alumni: AlumnusQuerySet, on: datetime.date | None, *fields: Any) -> AlumnusQuerySet:
    """Graduates counted by what they do on the day: a few rows, however many graduates.

    `kinds` is the sum of the bits of everything a person does on the day, read in one look at their spells.
    """
    spells = ActivitySpell.objects.on(on or timezone.localdate()).filter(person=OuterRef("person"))
    spells = spells.exclude(placement__cancelled_at__isnull=False).order_by().values("person")
    bit = Case(*(When(kind=kind, then=Value(number)) for kind, number in BITS.items()), default=Value(0))
    kinds = Subquery(spells.annotate(kinds=Sum(bit, distinct=True)).values("kinds"))
    keys = (*fields, "kinds", "tracing")
    return alumni.annotate(kinds=kinds).order_by().values(*keys).annotate(graduates=Count("pk")).order_by(*fields)


def _figures_of(groups: AlumnusQuerySet | list[dict[str, int | str | None]]) -> BmwFigures:
    """Where activities overlap, the priority of the setting decides (default bekerja > wirausaha > melanjutkan)."""
    counts = Counter()
    for group in groups:
        kinds = {kind for kind, bit in BITS.items() if (group["kinds"] or 0) & bit}
        for name in _counted_in(kinds, group["tracing"]):
            counts[name] += group["graduates"]
    return BmwFigures(**counts)


def _counted_in(kinds: set[SpellKind], tracing: str) -> list[str]:
    """The figures that a graduate with these activities counts in."""
    if not kinds:
        return ["total", "untraceable"] if tracing == Tracing.UNTRACEABLE else ["total"]
    main = next(kind for kind in [*settings.RULES["bmw_priority"], *SpellKind] if kind in kinds)
    overlap = ["overlapping"] if len(kinds.intersection(BMW_KINDS)) > 1 else []
    return ["total", "answered", COUNTED_AS[main], *overlap]


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


def published(figures: BmwFigures) -> PublishedFigures:
    """PublishedFigures of BmwFigures. The share of a few is as telling as their number, so it goes with it."""
    if any(map(too_few, (figures.total, figures.answered, figures.bmw))):
        return PublishedFigures(total=shown(figures.total), answered=shown(figures.answered))
    parts = {name: getattr(figures, name) for name in ("working", "self_employed", "studying")}
    shares = {"of_all": figures.of_all, "of_answered": figures.of_answered}
    return PublishedFigures(total=figures.total, answered=figures.answered, **shown_parts(parts), **shares)
