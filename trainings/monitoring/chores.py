"""What time triggers: the office hears of due visits, recipients of what they owe."""

import datetime as dt

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from bkk_portal.kit.formatting import angka, tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import AgencyMembership
from trainings.monitoring.models import MonitoringVisit, UseReport
from trainings.monitoring.notices import tell_recipient

REPORT_WARNING_DAYS = 14  # before an LPJ is due
ONE_RUN = 500  # recipients; the next run goes on


def monitoring_reminders(dry_run):
    """Each office is told once of every visit whose day has come, each recipient asked how it goes."""
    due = MonitoringVisit.objects.due().filter(reminded_on__isnull=True)
    counts = list(due.order_by().values_list("handover__agency_id").annotate(count=Count("pk")))
    if not dry_run:
        for agency_id, count in counts:
            _remind(due.filter(handover__agency_id=agency_id), agency_id, count)
    return f"{sum(count for _, count in counts)} kunjungan monev jatuh tempo, {len(counts)} dinas diingatkan."


def _remind(visits, agency_id, count):
    with transaction.atomic():
        for member in AgencyMembership.objects.current().filter(agency_id=agency_id).select_related("user"):
            notify(
                user=member.user,
                topic=Topic.HANDOVER,
                title=f"{count} kunjungan monev sudah waktunya",
                body="Lihat alat dan usahanya, lalu catat hasilnya dari HP.",
                url="/dinas/monev/",
            )
        asked = visits.filter(handover__participant__person__user__isnull=False)
        for visit in asked.select_related("handover__participant__person__user").order_by("pk"):
            body = "Kirim kabar lewat halaman ini. Petugas akan datang melihat alat dan usaha Anda."
            tell_recipient(visit.handover, "Bagaimana usaha Anda?", body)
        visits.update(reminded_on=timezone.localdate())


def report_reminders(dry_run):
    """Each recipient with an account is told once that the LPJ is due soon, or already was."""
    soon = timezone.localdate() + dt.timedelta(days=REPORT_WARNING_DAYS)
    rows = UseReport.objects.owed().filter(reminded_on__isnull=True, due_on__lte=soon)
    rows = rows.filter(handover__participant__person__user__isnull=False)
    rows = rows.select_related("handover__participant__person__user").order_by("due_on", "pk")[:ONE_RUN]
    if dry_run:
        return f"{angka(len(rows))} penerima akan diingatkan tentang LPJ."
    for row in rows:
        with transaction.atomic():
            body = "Kirim foto atau PDF laporan pemakaian alat, beserta buktinya, lewat halaman ini."
            tell_recipient(row.handover, f"LPJ Anda jatuh tempo {tanggal(row.due_on)}", body)
            row.reminded_on = timezone.localdate()
            row.save()
    return f"{angka(len(rows))} penerima diingatkan tentang LPJ."
