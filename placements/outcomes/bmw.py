"""Bekerja, melanjutkan, wirausaha: derived from activity spells on a cut-off date, never typed in."""

import dataclasses

from django.conf import settings
from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, Value, When
from django.utils import timezone

from bkk_portal.people.enums import SpellKind
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing

UNKNOWN = "unknown"


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
    def bmw(self):
        return self.working + self.self_employed + self.studying

    @property
    def of_all(self):
        """Per cent of all graduates; None without any."""
        return 100 * self.bmw / self.total if self.total else None

    @property
    def of_answered(self):
        return 100 * self.bmw / self.answered if self.answered else None


def figures(alumni, on=None):
    """BmwFigures of a queryset of Alumnus on a day (default today), each person counted once."""
    return BmwFigures(**_with_main_activity(alumni, on).order_by().aggregate(**_counts()))


def figures_by(alumni, field, on=None):
    """{value of `field`: BmwFigures} in one query, e.g. by "school_id" or "graduation_year"."""
    rows = _with_main_activity(alumni, on).order_by().values(field).annotate(**_counts()).order_by(field)
    return {row.pop(field): BmwFigures(**row) for row in rows}


def _with_main_activity(alumni, on):
    """Where activities overlap, the priority of the setting decides (default bekerja > wirausaha > melanjutkan)."""
    spells = ActivitySpell.objects.on(on or timezone.localdate()).filter(person=OuterRef("person"))
    does = {f"does_{kind}": Exists(spells.filter(kind=kind)) for kind in SpellKind.values}
    order = [*settings.RULES["bmw_priority"], SpellKind.JOB_SEEKING, SpellKind.TRAINING, SpellKind.OUTSIDE]
    main = Case(
        *(When(Q(**{f"does_{kind}": True}), then=Value(str(kind))) for kind in order),
        default=Value(UNKNOWN),
        output_field=CharField(),
    )
    return alumni.annotate(**does).annotate(main_activity=main)


def _counts():
    def main(*kinds):
        return Count("pk", filter=Q(main_activity__in=kinds))

    working, business, study = (Q(**{f"does_{kind}": True}) for kind in ("working", "self_employed", "studying"))
    return {
        "total": Count("pk"),
        "answered": Count("pk", filter=~Q(main_activity=UNKNOWN)),
        "working": main(SpellKind.WORKING),
        "self_employed": main(SpellKind.SELF_EMPLOYED),
        "studying": main(SpellKind.STUDYING),
        "seeking": main(SpellKind.JOB_SEEKING),
        "other": main(SpellKind.TRAINING, SpellKind.OUTSIDE),
        "overlapping": Count("pk", filter=(working & business) | (working & study) | (business & study)),
        "untraceable": Count("pk", filter=Q(tracing=Tracing.UNTRACEABLE, main_activity=UNKNOWN)),
    }
