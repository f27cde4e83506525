"""What an officer found wrong, until when it must be put right, and that it was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import tanggal
from trainings.monitoring.enums import BREACHES, FindingKind
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.notices import tell_recipient
from trainings.monitoring.terms import terms_of

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.handovers.models import Handover
    from trainings.monitoring.visits.actions import Seen
    from trainings.monitoring.visits.models import MonitoringVisit

LONGEST = 500


def find_breaches(visit: MonitoringVisit, made_on: dt.date, seen: list[Seen], actor: Actor) -> None:
    """A finding for each kind of breach among `seen` on that day that is not open already."""
    deadline = made_on + dt.timedelta(days=terms_of(visit.handover.agency_id).finding_days)
    known = set(visit.handover.findings.open().values_list("kind", flat=True))
    for use in BREACHES:
        items = [str(item.line.item) for item in seen if item.use == use]
        if items and use.value not in known:
            Finding.objects.create(
                handover=visit.handover,
                visit=visit,
                kind=use.value,
                text=", ".join(items)[:LONGEST],
                found_on=made_on,
                found_by_id=actor.signed_in_id,
                deadline=max(deadline, made_on),
            )


def raise_finding(
    *, handover: Handover, kind: str, text: str, deadline: dt.date, actor: Actor, visit: MonitoringVisit | None = None
) -> Finding:
    """Raises Refused for another office's handover, no words, or a deadline that has passed."""
    text = text.strip()[:LONGEST]
    if handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    if handover.is_cancelled:
        raise Refused("Serah terima ini sudah dibatalkan.")
    if not text:
        raise Refused("Tulis apa yang ditemukan.")
    if deadline < timezone.localdate():
        raise Refused("Batas waktunya sudah lewat. Pilih hari ini atau sesudahnya.")
    with transaction.atomic():
        finding = Finding.objects.create(
            handover=handover, visit=visit, kind=kind, text=text, deadline=deadline, found_by_id=actor.signed_in_id
        )
        what = FindingKind(kind).label
        tell_recipient(handover, f"Temuan: {what.lower()}", f"Selesaikan paling lambat {tanggal(deadline)}.")
    return finding


def resolve_finding(*, finding: Finding, resolution: str, actor: Actor) -> Finding:
    """Put right, with the words how. Raises AlreadyDone, Refused."""
    resolution = resolution.strip()[:LONGEST]
    if not resolution:
        raise Refused("Tulis bagaimana temuan ini diselesaikan.")
    with transaction.atomic():
        row = locked(finding, "handover__participant__person__user")
        if row.handover.agency_id != actor.agency_id:
            raise Refused("Temuan ini milik dinas lain.")
        if row.is_resolved:
            raise AlreadyDone(f"Sudah selesai tanggal {tanggal(row.resolved_on)}.")
        row.resolved_on, row.resolved_by_id, row.resolution = timezone.localdate(), actor.user_id, resolution
        row.save()
        tell_recipient(row.handover, "Temuan dinyatakan selesai", resolution)
    return row
