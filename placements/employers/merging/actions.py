"""Two entries of the register that are one company. It cannot be taken back: the chair of the forum decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.accounts.audit import events
from bkk_portal.accounts.enums import AuditKind, Role
from bkk_portal.accounts.models import Invitation
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.merging.moving import Mover
from placements.employers import notices, rules
from placements.employers.enums import MergeStatus
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer

if TYPE_CHECKING:
    from django.core.files import File

    from bkk_portal.accounts.actor import Actor
    from placements.employers.models import EmployerMembership
    from placements.employers.partners.models import PklPlace

ONESELF = "Pilih dua perusahaan yang berbeda: sebuah perusahaan tidak dapat disatukan dengan dirinya sendiri."
MEANWHILE = "Data salah satu perusahaan berubah saat disatukan. Tidak ada yang disimpan; periksa lalu coba lagi."
OTHER_PAIR = "Perusahaan yang diusulkan sudah disatukan."
# What the entry that stays lacks comes from the one that goes; what is chosen together stays together.
FILLED = (
    ("nib",),
    ("npwp",),
    ("industry_id",),
    ("regency_id", "village_id", "address"),
    ("phone",),
    ("email",),
    ("website",),
    ("description",),
    ("logo",),
    ("added_by_school_id",),
)


def propose_merge(*, kept: Employer, dropped: Employer, reason: str, actor: Actor) -> EmployerMergeProposal:
    """A proposal for the chair of the forum. AlreadyDone when one about the entry that would go is waiting."""
    if kept.pk == dropped.pk:
        raise Refused(ONESELF)
    if not (actor.school_id or rules.can_decide_merge(actor)):
        raise Refused("Penyatuan diusulkan oleh koordinator BKK.")
    with transaction.atomic():
        _locked_pair(kept.pk, dropped.pk)
        waiting = EmployerMergeProposal.objects.waiting().about(dropped)
        if waiting.exists():
            raise AlreadyDone(f"Sudah ada usul penyatuan {dropped.name} yang menunggu ketua forum.")
        proposal = EmployerMergeProposal.objects.create(
            kept=kept,
            dropped=dropped,
            dropped_key=dropped.pk,
            dropped_name=dropped.name,
            reason=reason.strip(),
            school_id=actor.school_id,
            proposed_by_id=actor.signed_in_id,
        )
        notices.merge_proposed(proposal)
    return proposal


def decline_merge(*, proposal: EmployerMergeProposal, answer: str, actor: Actor) -> EmployerMergeProposal:
    with transaction.atomic():
        row = _waiting(proposal, actor)
        if not answer.strip():
            raise Refused("Tulis alasan mengapa keduanya tidak disatukan.")
        _decide(row, MergeStatus.DECLINED, answer.strip(), actor)
    return row


def approve_merge(*, proposal: EmployerMergeProposal, actor: Actor, swapped: bool = False) -> EmployerMergeProposal:
    """Every row that leads to the one that goes leads to the other afterwards; its last values stand in the history.

    `swapped`: the other way round than proposed.
    """
    try:
        with transaction.atomic():
            row = _waiting(proposal, actor)
            keys = (row.dropped_id, row.kept_id) if swapped else (row.kept_id, row.dropped_id)
            kept, dropped = _locked_pair(*keys)
            row.kept, row.dropped, row.dropped_key, row.dropped_name = kept, None, dropped.pk, dropped.name
            _decide(row, MergeStatus.MERGED, "", actor)
            row.moved = _merge(kept, dropped, actor)
            row.save()
    except IntegrityError as error:
        raise Refused(MEANWHILE) from error
    return row


def merged_text(proposal: EmployerMergeProposal) -> str:
    return f"Disatukan: {proposal.dropped_name} sekarang {proposal.kept}."


def _merge(kept: Employer, dropped: Employer, actor: Actor) -> dict[str, int]:
    """{model: number of rows that moved}"""
    user, gone = get_user_model().objects.get(pk=actor.user_id), dropped.pk
    mover = Mover(user, f"Perusahaan nomor {gone} disatukan ke nomor {kept.pk}")
    _settle_proposals(kept, dropped, actor)
    _settle_main_contact(kept, dropped)
    mover.move(kept, dropped)
    Invitation.objects.filter(role=Role.EMPLOYER_MEMBER, scope_id=gone).update(scope_id=kept.pk)
    values = _missing(kept, dropped)
    mover.remove(dropped)  # before its NIB goes to the other
    for name, value in values.items():
        setattr(kept, name, value)
    vars(kept).update(_history_user=mover.user, _change_reason=mover.reason)
    kept.save()
    events.record(AuditKind.EMPLOYERS_MERGED, actor=actor, target=f"employer {kept.pk}", detail=f"employer {gone}")
    return dict(mover.moved)


def _missing(kept: Employer, dropped: Employer) -> dict[str, str | File | None]:
    """What the one that stays takes over. It is verified by what somebody looked at, which is its own."""
    return {
        name: getattr(dropped, name)
        for names in FILLED
        if not any(getattr(kept, name) for name in names)
        for name in names
    }


def _settle_proposals(kept: Employer, dropped: Employer, actor: Actor) -> None:
    """Others about the same pair are answered with this one, whichever way round they were meant."""
    for row in EmployerMergeProposal.objects.filter(dropped__in=(kept, dropped), kept__in=(kept, dropped)):
        if row.status == MergeStatus.WAITING:
            _decide(row, MergeStatus.DECLINED, OTHER_PAIR, actor)
        EmployerMergeProposal.objects.filter(pk=row.pk).update(dropped=None)


def _settle_main_contact(kept: Employer, dropped: Employer) -> None:
    """The first contact of the one that stays is called first."""
    if kept.contacts.filter(is_main=True).exists():
        for contact in dropped.contacts.filter(is_main=True):
            contact.is_main = False
            contact.save()


def end_second_seat(ours: EmployerMembership, theirs: EmployerMembership) -> tuple[EmployerMembership, None]:
    """A merge rule: who was a member of both stays one; the other membership is ended, not deleted."""
    theirs.ended_on = max(timezone.localdate(), theirs.started_on)
    theirs.end_reason = "Dua catatan perusahaan disatukan"
    theirs.save()
    return ours, None


def add_places(ours: PklPlace, theirs: PklPlace) -> tuple[PklPlace, PklPlace]:
    """A merge rule: places for PKL that were recorded on both entries add up."""
    ours.places += theirs.places
    ours.filled += theirs.filled
    ours.save()
    return ours, theirs


def _locked_pair(kept: int, dropped: int) -> tuple[Employer, Employer]:
    rows = Employer.objects.select_for_update(of=("self",)).filter(pk__in=[kept, dropped]).order_by("pk")
    found = {row.pk: row for row in rows}
    if len(found) < 2:
        raise Refused("Salah satu perusahaan ini sudah tidak ada: mungkin sudah disatukan.")
    return found[kept], found[dropped]


def _waiting(proposal: EmployerMergeProposal, actor: Actor) -> EmployerMergeProposal:
    if not rules.can_decide_merge(actor):
        raise Refused("Penyatuan diputuskan oleh ketua forum BKK.")
    row = EmployerMergeProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if row.status != MergeStatus.WAITING:
        raise AlreadyDone(f"Sudah diputuskan: {row.get_status_display().lower()}.")
    return row


def _decide(row: EmployerMergeProposal, status: MergeStatus, answer: str, actor: Actor) -> None:
    row.status, row.answer = status, answer[:300]
    row.decided_at, row.decided_by_id = timezone.now(), actor.user_id
    row.save()
    notices.merge_decided(row)
