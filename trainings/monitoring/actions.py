from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from trainings.monitoring.models import MonitoringVisit


def record_visit(*, visit, found, actor):
    """`found`: the unsaved answers of the form (equipment_use, business_running, workers, income_band, note, photo).

    A running business becomes a self-employed spell of the person, unless one is current. Raises AlreadyDone, Refused.
    """
    with transaction.atomic():
        rows = MonitoringVisit.objects.select_for_update(of=("self",))
        row = rows.select_related("handover__participant__training__programme").get(pk=visit.pk)
        if row.handover.agency_id != actor.agency_id:
            raise Refused("Kunjungan ini milik dinas lain.")
        if row.visited_on:
            raise AlreadyDone("Sudah dicatat.")
        for name, value in found.items():
            setattr(row, name, value)
        row.visited_on, row.officer_id = timezone.localdate(), actor.user_id
        row.save()
        if row.business_running:
            _open_business(row, actor)
    return row


def _open_business(visit, actor):
    participant = visit.handover.participant
    current = ActivitySpell.objects.current().filter(person_id=participant.person_id, kind=SpellKind.SELF_EMPLOYED)
    if not current.exists():
        ActivitySpell.objects.create(
            person_id=participant.person_id,
            kind=SpellKind.SELF_EMPLOYED,
            since=visit.handover.handed_on,
            organisation=participant.training.programme.trade,
            source=SpellSource.TRAINING,
            verified_by_id=actor.user_id,
            verified_at=timezone.now(),
        )
