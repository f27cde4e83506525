"""Who reported on one period, in words."""

import dataclasses

from placements.reports.enums import REPORTED, STATUS_SHAPES, ReportStatus
from placements.reports.models import BkkReport
from placements.schools.models import School

MISSING, LATE = ("Belum dikirim", "waiting"), ("Terlambat", "attention")
NOT_REGISTERED = ("Belum terdaftar", "neutral")
NOT_YET = ("Belum wajib", "neutral")
ORDER = {LATE: 0, MISSING: 0, NOT_YET: 2, NOT_REGISTERED: 3}


@dataclasses.dataclass(frozen=True)
class ReportState:
    """`report_pk`: of a report that the actor may read, else None."""

    school: School
    word: str
    shape: str
    report_pk: int | None = None

    @property
    def is_missing(self):
        return (self.word, self.shape) in (MISSING, LATE)


def states_of(schools, period, actor):
    """[ReportState] of these School rows (a list) on a Period, in their order; two queries."""
    same = BkkReport.objects.filter(period=period.kind, starts_on=period.start, status__in=REPORTED)
    same = same.filter(school__in=[school.pk for school in schools]).order_by("version")
    newest = dict(same.values_list("school_id", "status"))
    pages = dict(same.visible_to(actor).values_list("school_id", "pk"))
    return [ReportState(school, *_words(school, period, newest), pages.get(school.pk)) for school in schools]


def missing_first(states):
    return sorted(states, key=lambda state: ORDER.get((state.word, state.shape), 1))


def _words(school, period, newest):
    """As due.owing: who was registered in the period owes a report on it."""
    if school.pk in newest:
        status = ReportStatus(newest[school.pk])
        return status.label, STATUS_SHAPES[status]
    if not school.registration_number:
        return NOT_REGISTERED
    if not (school.registered_on and school.registered_on <= period.end):
        return NOT_YET
    return LATE if period.is_late else MISSING
