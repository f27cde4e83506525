from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import AgencyMembership
from trainings.monitoring.models import MonitoringVisit


def monitoring_reminders(dry_run):
    """Each office is told once of every visit whose day has come."""
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
        visits.update(reminded_on=timezone.localdate())
