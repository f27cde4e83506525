"""Letters of kelurahan that ask for a training and name people for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.web.files import check_pdf_or_image
from trainings.participants.actions import enrol
from trainings.participants.enums import Channel, ProposalStatus
from trainings.participants.models import Participant
from trainings.participants.proposals.models import Proposal, ProposedName
from trainings.participants.registering.finding import keep_person, known_person
from trainings.participants.rules import may_work_on
from trainings.programmes.enums import ENROLLING

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from trainings.programmes.models import Training

NOT_YOURS = "Usulan ini milik dinas lain."
CLOSED = "Usulan ini tidak diterima, jadi namanya tidak dapat diputuskan lagi."


@transaction.atomic
def record_proposal(*, proposal: Proposal, actor: Actor) -> Proposal:
    """`proposal`: filled in, not saved; its letter a PDF or picture. A changed one keeps its decision."""
    if proposal.pk is None:
        proposal.agency_id, proposal.recorded_by_id = actor.agency_id, actor.user_id
    else:
        _locked(proposal, actor)
    if not may_work_on(actor, proposal) or proposal.programme.agency_id != actor.agency_id:
        raise Refused(NOT_YOURS)
    if not getattr(proposal.letter_file, "_committed", True):
        check_pdf_or_image(proposal.letter_file.file)
    proposal.save()
    return proposal


def _locked(proposal: Proposal, actor: Actor) -> Proposal:
    row = locked(proposal, "training")
    if not may_work_on(actor, row):
        raise Refused(NOT_YOURS)
    return row


def propose(*, proposal: Proposal, person: Person, actor: Actor) -> ProposedName:
    """Puts a saved Person on the letter's list. AlreadyDone when they are on it."""
    with transaction.atomic():
        row = _locked(proposal, actor)
        if row.status == ProposalStatus.REFUSED:
            raise Refused(CLOSED)
        if row.names.filter(person=person).exists():
            raise AlreadyDone(f"Sudah ada di usulan ini: {person.name}.")
        return ProposedName.objects.create(proposal=row, person=person)


def propose_typed(*, proposal: Proposal, person: Person, nik: str, actor: Actor) -> ProposedName:
    """The ProposedName of somebody typed in; who is known by NIK and birth date is that person. See known_person()."""
    with transaction.atomic():
        known = known_person(person=person, nik=nik)
        kept = keep_person(person=person, nik=nik, same_as=known)
        return propose(proposal=proposal, person=kept, actor=actor)


@transaction.atomic
def accept_proposal(*, proposal: Proposal, training: Training, actor: Actor) -> Proposal:
    """The letter is granted: `training` is where its people may go. Names are decided one by one after."""
    row = _locked(proposal, actor)
    if row.status == ProposalStatus.ACCEPTED and row.training_id == training.pk:
        raise AlreadyDone("Sudah diterima untuk pelatihan itu.")
    if training.agency_id != row.agency_id or training.status not in ENROLLING:
        raise Refused("Pilih pelatihan dinas Anda yang masih menerima peserta.")
    if row.names.filter(participant__isnull=False).exists():
        raise Refused("Sudah ada nama yang didaftarkan ke pelatihan lain, jadi pelatihannya tidak dapat diganti.")
    row.status, row.training, row.reason = ProposalStatus.ACCEPTED, training, ""
    row.save()
    return row


@transaction.atomic
def refuse_proposal(*, proposal: Proposal, reason: str, actor: Actor) -> Proposal:
    """The letter is turned down, with a reason; not once somebody on it was registered."""
    row = _locked(proposal, actor)
    if row.status == ProposalStatus.REFUSED:
        raise AlreadyDone("Sudah dinyatakan tidak diterima.")
    if not reason.strip():
        raise Refused("Tulis alasan usulan ini tidak diterima.")
    if row.names.filter(participant__isnull=False).exists():
        raise Refused("Sudah ada nama dari usulan ini yang didaftarkan. Putuskan nama yang lain satu per satu.")
    row.status, row.training, row.reason = ProposalStatus.REFUSED, None, reason.strip()[:300]
    row.save()
    return row


@transaction.atomic
def take_names(*, proposal: Proposal, names: list[ProposedName], actor: Actor) -> int:
    """Registers these ProposedName for the selection of the proposal's training: all of them or none.

    Somebody who is in the class already is only linked. Returns how many; Refused with the name of who cannot join.
    """
    row = _locked(proposal, actor)
    if row.status != ProposalStatus.ACCEPTED or row.training is None:
        raise Refused("Terima dulu usulannya untuk satu pelatihan.")
    rows = row.names.undecided().filter(pk__in=[name.pk for name in names]).select_related("person__user")
    found = list(rows.order_by("pk"))
    for name in found:
        name.participant = _participant_of(row.training, name.person, actor)
        name.save()
    return len(found)


def _participant_of(training: Training, person: Person, actor: Actor) -> Participant:
    there = Participant.objects.filter(training=training, person=person, proposed__isnull=True).first()
    if there:
        return there
    try:
        return enrol(training=training, person=person, actor=actor, for_selection=True, channel=Channel.PROPOSAL)
    except Refused as refusal:
        raise Refused(f"{person.name}: {refusal.message}") from refusal


@transaction.atomic
def refuse_name(*, name: ProposedName, reason: str, actor: Actor) -> ProposedName:
    """Somebody named does not join, with a reason."""
    _locked(name.proposal, actor)
    row = locked(name)
    if row.participant_id:
        raise Refused("Nama ini sudah didaftarkan. Putuskan lewat halaman pesertanya.")
    if row.reason:
        raise AlreadyDone("Sudah dinyatakan tidak diterima.")
    if not reason.strip():
        raise Refused("Tulis alasan nama ini tidak diterima.")
    row.reason = reason.strip()[:300]
    row.save()
    return row
