"""What a BKK still owes the office: for the coordinator's desk, and for the office's register."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Max, OuterRef, Q, Subquery
from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal
from placements.reports.enums import REPORTED, ReportStatus
from placements.reports.models import BkkReminder, BkkReport
from placements.reports.periods import last_finished
from placements.reports.queries import silent_since
from placements.schools.models import School

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from bkk_portal.accounts.actor import Actor
    from placements.reports.periods import Period
    from placements.reports.queries import BkkReportQuerySet
    from placements.schools.queries import SchoolQuerySet

REPORTS = "/bkk/laporan/"


def due(actor: Actor) -> list[tuple[models.QuerySet, str, str]]:
    """[(rows, what they are, where they are done)], as placements.reports.figures.years shows them."""
    reports, period = BkkReport.objects.visible_to(actor), period_owed()
    returned = reports.filter(status=ReportStatus.RETURNED).exclude(Exists(_later_versions()))
    unsent = reports.filter(status=ReportStatus.ISSUED)
    return [
        (owing(period).filter(pk=actor.school_id), _due_sentence(period), REPORTS),
        (returned, "laporan dikembalikan dinas, perlu diperbaiki", REPORTS),
        (unsent, "laporan sudah terbit, belum dikirim ke dinas", REPORTS),
    ]


def _due_sentence(period: Period) -> str:
    day = tanggal(period.due_on)
    if period.is_late:
        return f"laporan {period.label} terlambat: batas kirim ke dinas {day}"
    return f"laporan {period.label} ditunggu dinas paling lambat {day}"


def period_owed() -> Period:
    """The Period every registered BKK owes a report on: the last finished one of RULES["bkk_report_every"]."""
    return last_finished(settings.RULES["bkk_report_every"], timezone.localdate())


def owing(period: Period) -> SchoolQuerySet:
    """The schools whose BKK was registered in that period and that have sent no report on it."""
    registered = School.objects.exclude(registration_number="").filter(registered_on__lte=period.end)
    return registered.exclude(Exists(_sent(period).filter(school=OuterRef("pk"))))


def owed(school_id: int) -> Period | None:
    """The Period this school owes a report on, or None."""
    period = period_owed()
    return period if owing(period).filter(pk=school_id).exists() else None


def _sent(period: Period) -> BkkReportQuerySet:
    return BkkReport.objects.filter(period=period.kind, starts_on=period.start, status__in=REPORTED)


def _later_versions() -> BkkReportQuerySet:
    same = {name: OuterRef(name) for name in ("school", "period", "starts_on")}
    return BkkReport.objects.filter(**same, version__gt=OuterRef("version"))


MISSING, LATE = ("Belum dikirim", "waiting"), ("Terlambat", "attention")
NOT_REGISTERED = ("Belum terdaftar", "neutral")
NOT_YET = ("Belum wajib", "neutral")
ORDER = {LATE: 0, MISSING: 0, NOT_YET: 2, NOT_REGISTERED: 3}


@dataclasses.dataclass(frozen=True)
class SchoolReporting:
    """`report_pk`: of a report that the actor may read, else None."""

    school: School
    word: str
    shape: str
    report_pk: int | None = None

    @property
    def is_missing(self) -> bool:
        return (self.word, self.shape) in (MISSING, LATE)


def reporting_of(schools: list[School], period: Period, actor: Actor) -> list[SchoolReporting]:
    """[SchoolReporting] of these School rows (a list) on a Period, in their order; two queries."""
    same = BkkReport.objects.filter(period=period.kind, starts_on=period.start, status__in=REPORTED)
    same = same.filter(school__in=[school.pk for school in schools]).order_by("version")
    newest = dict(same.values_list("school_id", "status"))
    pages = dict(same.visible_to(actor).values_list("school_id", "pk"))
    return [
        SchoolReporting(school, *_word(school, period, newest), report_pk=pages.get(school.pk)) for school in schools
    ]


def missing_first(reporting: list[SchoolReporting]) -> list[SchoolReporting]:
    return sorted(reporting, key=lambda one: ORDER.get((one.word, one.shape), 1))


def _word(school: School, period: Period, newest: dict[int, str]) -> tuple[str, str]:
    """As due.owing: who was registered in the period owes a report on it."""
    if school.pk in newest:
        status = ReportStatus(newest[school.pk])
        return status.label, status.shape
    if not school.registration_number:
        return NOT_REGISTERED
    if not (school.registered_on and school.registered_on <= period.end):
        return NOT_YET
    return LATE if period.is_late else MISSING


def register() -> SchoolQuerySet:
    """Schools with `last_sent` (moment of the last report), `last_status`, and `last_reminded`."""
    newest = BkkReport.objects.filter(school=OuterRef("pk"), status__in=REPORTED).order_by("-sent_at", "-pk")
    reminders = BkkReminder.objects.filter(school=OuterRef("pk")).order_by().values("school")
    return School.objects.annotate(
        last_sent=Subquery(newest.values("sent_at")[:1]),
        last_status=Subquery(newest.values("status")[:1]),
        last_reminded=Subquery(reminders.annotate(last=Max("sent_at")).values("last")),
        is_silent=_is_silent(),
    )


def silent() -> SchoolQuerySet:
    """The registered BKKs that have sent nothing for RULES["silent_bkk_months"]."""
    return School.objects.filter(_is_silent())


def _is_silent() -> Combinable:
    """A BKK that was registered lately has not been silent yet."""
    since = silent_since()
    reported = BkkReport.objects.filter(school=OuterRef("pk"), status__in=REPORTED, sent_at__gte=since)
    return ~Q(registration_number="") & Q(registered_on__lt=since.date()) & ~Exists(reported)


IN_ORDER = [F("registration_number").asc(), "name", "pk"]
