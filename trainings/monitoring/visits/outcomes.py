"""What monitoring says of a person's work, on the one source of every outcome: ActivitySpell.

What somebody has verified is never changed by the way: who wants to end it says so (end_business).
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from trainings.monitoring.enums import SelfActivity

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.queries import SpellQuerySet
    from trainings.equipment.handovers.models import Handover
    from trainings.monitoring.reports.models import SelfReport
    from trainings.monitoring.visits.models import MonitoringVisit

OPENED = "Wirausaha dicatat sejak kunjungan ini."
VERIFIED = "Laporan wirausahanya sekarang terperiksa."
CLOSED = "Laporan wirausaha yang belum diperiksa diakhiri."
KEPT = "Catatan wirausaha yang sudah diperiksa tidak diubah. Akhiri sendiri bila usahanya memang berhenti."


def note_outcome(visit: MonitoringVisit, made_on: datetime.date) -> str:
    """One sentence of what was noted of a visit, or ""; in the visit's transaction."""
    current = list(_current(visit.handover.participant.person_id, made_on))
    verified = [spell for spell in current if spell.verified_at]
    if visit.business_running:
        return "" if verified else _confirm(visit, made_on, current)
    if verified:
        return KEPT
    for spell in current:
        spell.until = made_on
        spell.save()
    return CLOSED if current else ""


def note_own_word(report: SelfReport) -> None:
    """An unverified spell of what a participant reports, unless one of that kind is current."""
    person_id, kind = report.participant.person_id, report.activity
    since = report.since or report.reported_on
    spells = ActivitySpell.objects.filter(person_id=person_id, kind=kind).on(report.reported_on)
    if spells.exists():
        return
    ActivitySpell.objects.create(person_id=person_id, kind=kind, since=since, source=SpellSource.SELF)


def differs(report: SelfReport) -> bool:
    """Whether what is reported contradicts what somebody verified: a business that runs no longer."""
    if report.activity == SelfActivity.SELF_EMPLOYED:
        return False
    current = _current(report.participant.person_id, report.reported_on)
    return any(spell.verified_at for spell in current)


def verified_business(person_id: int) -> ActivitySpell | None:
    """The current self-employed spell that somebody verified, or None."""
    return (
        _current(person_id, timezone.localdate())
        .filter(verified_at__isnull=False)
        .select_related("verified_by")
        .first()
    )


def end_business(*, handover: Handover, until: datetime.date, actor: Actor) -> ActivitySpell:
    """Ends the verified business of a recipient, on purpose: a visit showed that it runs no longer.

    Raises AlreadyDone, Refused.
    """
    if handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    with transaction.atomic():
        rows = _current(handover.participant.person_id, until).select_for_update(of=("self",))
        spell = rows.filter(verified_at__isnull=False).first()
        if spell is None:
            raise AlreadyDone("Sudah tidak ada wirausaha yang tercatat berjalan.")
        visits = handover.visits.done().filter(business_running=False, visited_on__gte=spell.since)
        if not visits.exists():
            raise Refused("Catat dulu kunjungan yang menunjukkan usahanya tidak berjalan.")
        spell.until, spell.verified_by_id, spell.verified_at = until, actor.user_id, timezone.now()
        spell.save()
    return spell


def _current(person_id: int, day: datetime.date) -> SpellQuerySet:
    return ActivitySpell.objects.filter(person_id=person_id, kind=SpellKind.SELF_EMPLOYED).on(day)


def _confirm(visit: MonitoringVisit, made_on: datetime.date, unverified: list[ActivitySpell]) -> str:
    """What the person reported becomes verified; who reported nothing gets a spell."""
    spell = (
        unverified[0]
        if unverified
        else ActivitySpell(
            person_id=visit.handover.participant.person_id,
            kind=SpellKind.SELF_EMPLOYED,
            since=made_on,
            source=SpellSource.TRAINING,
        )
    )
    spell.verified_by_id, spell.verified_at = visit.officer_id, timezone.now()
    spell.save()
    return VERIFIED if unverified else OPENED
