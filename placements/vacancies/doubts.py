"""What readers report of a vacancy (domain rule 7): enough of them hide it until the supervising office has looked."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies import notices, rules
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy, VacancyReport, VacancyStatusLog

REASON = "Dilaporkan {} orang; menunggu pemeriksaan dinas"


def report_vacancy(*, vacancy, sender, reason, note=""):
    """One reader's doubt. `sender`: a hash that stays the same for the same reader.

    Raises AlreadyDone for a second report of the same reader that nobody has looked at yet.
    """
    with transaction.atomic():
        row = _locked(vacancy)
        if not rules.can_be_reported(row):
            raise Refused("Lowongan ini sudah tidak tayang. Terima kasih sudah memperhatikan.")
        report, is_new = VacancyReport.objects.get_or_create(
            vacancy=row, sender=sender, settled_at=None, defaults={"reason": reason, "note": note.strip()}
        )
        if not is_new:
            raise AlreadyDone("Sudah Anda laporkan. Dinas sedang memeriksanya.")
        _consider(row)
    return report


def settle_reports(*, vacancy, actor):
    """The office has looked and leaves the vacancy as it is."""
    with transaction.atomic():
        row = _locked(vacancy)
        if not rules.can_moderate(actor):
            raise Refused("Hanya dinas pembina BKK yang memeriksa laporan.")
        if not settle(row):
            raise AlreadyDone("Semua laporan sudah diperiksa.")
    return row


def settle(vacancy):
    """How many reports of this vacancy are looked at with that; inside the caller's transaction."""
    return vacancy.reports.waiting().update(settled_at=timezone.now())


def _consider(row):
    """Tells the office of the first report, and hides the vacancy at the set number."""
    number = row.reports.waiting().count()
    if number == 1:
        notices.reported(row)
    if number >= settings.RULES["reports_to_hide"]:
        _hide(row, REASON.format(number))


def _hide(row, reason):
    before, row.status = row.status, VacancyStatus.HIDDEN
    row.save()
    VacancyStatusLog.objects.create(vacancy=row, from_status=before, to_status=row.status, reason=reason)
    notices.hidden(row, reason)


def _locked(vacancy):
    return Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
