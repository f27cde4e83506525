"""What a BKK still owes the office: for the coordinator's desk, and for the office's register."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from bkk_portal.kit.formatting import tanggal
from placements.reports.enums import REPORTED, ReportStatus
from placements.reports.models import BkkReport
from placements.reports.periods import last_finished
from placements.schools.models import School

REPORTS = "/bkk/laporan/"


def due(actor):
    """[(rows, what they are, where they are done)], as placements.reports.queries shows them."""
    reports, period = BkkReport.objects.visible_to(actor), period_owed()
    returned = reports.filter(status=ReportStatus.RETURNED).exclude(Exists(_later_versions()))
    unsent = reports.filter(status=ReportStatus.ISSUED)
    return [
        (owing(period).filter(pk=actor.school_id), _words(period), REPORTS),
        (returned, "laporan dikembalikan dinas, perlu diperbaiki", REPORTS),
        (unsent, "laporan sudah terbit, belum dikirim ke dinas", REPORTS),
    ]


def _words(period):
    day = tanggal(period.due_on)
    if period.is_late:
        return f"laporan {period.label} terlambat: batas kirim ke dinas {day}"
    return f"laporan {period.label} ditunggu dinas paling lambat {day}"


def period_owed():
    """The Period every registered BKK owes a report on: the last finished one of RULES["bkk_report_every"]."""
    return last_finished(settings.RULES["bkk_report_every"], timezone.localdate())


def owing(period):
    """The schools whose BKK was registered in that period and that have sent no report on it."""
    registered = School.objects.exclude(registration_number="").filter(registered_on__lte=period.end)
    return registered.exclude(Exists(_sent(period).filter(school=OuterRef("pk"))))


def owed(school_id):
    """The Period this school owes a report on, or None."""
    period = period_owed()
    return period if owing(period).filter(pk=school_id).exists() else None


def _sent(period):
    return BkkReport.objects.filter(period=period.kind, starts_on=period.start, status__in=REPORTED)


def _later_versions():
    same = {name: OuterRef(name) for name in ("school", "period", "starts_on")}
    return BkkReport.objects.filter(**same, version__gt=OuterRef("version"))
