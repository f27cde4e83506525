"""How somebody comes into a class: registered by themselves or by others, or moved up from the waiting list.

Every function here runs inside a transaction that holds the training's row.
"""

import dataclasses

from django.db import transaction

from bkk_portal.accounts.keepers import tell_superusers
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.identifiers import nik_warnings
from bkk_portal.people.models import Person
from trainings.participants.eligibility import (
    HEAD,
    IDENTITY,
    STAFF,
    Finding,
    Unsuitable,
    check_staff,
    findings_of,
)
from trainings.participants.enums import SEATED, Channel, ParticipantStatus
from trainings.participants.models import Participant, ParticipantStatusLog
from trainings.participants.notices import tell
from trainings.programmes.enums import BEFORE_START, RuleEffect
from trainings.programmes.models import Training

MOVED_UP = "Naik dari daftar tunggu karena ada tempat kosong."
NIK_ELSEWHERE = "NIK yang diisi sudah tercatat atas orang lain. Cocokkan KTP-nya."


@dataclasses.dataclass(frozen=True, kw_only=True)
class Said:
    """What is said of somebody on joining. `groups`: PriorityGroup rows; `notes`: [Finding] known already."""

    channel: Channel = Channel.OFFICER
    activity: str = ""
    groups: tuple = ()
    notes: tuple = ()


def join_class(training, person, said, *, status, actor, override_reason=""):
    """The Participant. Raises AlreadyDone, Unsuitable; Refused for office staff whom no head takes in."""
    if training.participants.filter(person=person).exists():
        raise AlreadyDone(f"Sudah terdaftar di pelatihan ini: {person.name}.")
    keys = [group.pk for group in said.groups]
    findings = [*said.notes, *findings_of(training, person, activity=said.activity, groups=keys)]
    blocking = [finding for finding in findings if finding.blocks]
    if blocking and not override_reason:
        raise Unsuitable(blocking)
    used = bool(override_reason) and (bool(blocking) or any(f.effect == HEAD for f in findings))
    row = Participant(
        training=training,
        person=person,
        origin_village_id=person.village_id,
        status=status,
        registered_by_id=actor.user_id,
        channel=said.channel,
        activity=said.activity,
        findings=[finding.as_row() for finding in findings],
        override_reason=override_reason if used else "",
        override_by_id=actor.user_id if used else None,
    )
    if status in SEATED and any(finding.kind == STAFF for finding in findings):
        check_staff(row, actor)
    row.save()
    row.groups.set(said.groups)
    log_status(row, "", actor, note=f"Pengecualian: {override_reason}" if used else "")
    tell(row)
    return row


def register_self(*, training, person, actor, nik="", **said):
    """Somebody puts themselves down for selection. `nik`: 16 digits, kept when the person has none yet.

    Raises AlreadyDone, Unsuitable; Refused when registration is not open.
    """
    with transaction.atomic():
        row = Training.objects.select_for_update(of=("self",)).select_related("programme").get(pk=training.pk)
        if not row.is_open:
            raise Refused("Pendaftaran pelatihan ini sudah ditutup.")
        notes = tuple(_keep_nik(person, nik)) if nik and not person.nik_hash else ()
        values = Said(channel=Channel.ONLINE, notes=notes, **said)
        return join_class(row, person, values, status=ParticipantStatus.REGISTERED, actor=actor)


def _keep_nik(person, nik):
    """[Finding] for the officer. That the number is somebody else's is not told to whoever typed it."""
    owner = Person.objects.with_nik(nik).exclude(pk=person.pk).first()
    if owner is not None:
        tell_superusers(
            title=f"Mungkin tercatat dua kali: orang nomor {person.pk} dan {owner.pk}",
            body="NIK yang diisi waktu mendaftar pelatihan sama. Periksa, lalu satukan bila memang satu orang.",
            url=f"/admin/people/person/{person.pk}/change/",
        )
        return [Finding(IDENTITY, RuleEffect.WARN, NIK_ELSEWHERE)]
    person.set_nik(nik)
    person.save()
    odd = nik_warnings(nik, person.birth_date, person.sex)
    return [Finding(IDENTITY, RuleEffect.WARN, sentence) for sentence in odd]


def promote(training):
    """[Participant] moved up from the waiting list into free seats, the best placed first; each is told.

    Only before the first day. Office staff whom no head has let in stay where they are.
    """
    if training.state not in BEFORE_START:
        return []
    free = training.quota - training.participants.seated().count()
    waiting = training.participants.waiting().select_related("person__user", "training").in_line()
    moved = []
    for row in waiting.select_for_update(of=("self",)):
        if len(moved) < free and may_be_seated(row):
            row.status = ParticipantStatus.ACCEPTED
            row.save()
            log_status(row, ParticipantStatus.WAITING, None, note=MOVED_UP)
            tell(row)
            moved.append(row)
    return moved


def may_be_seated(participant):
    """Whether nothing but a free seat is lacking."""
    try:
        check_staff(participant)
    except Refused:
        return False
    return True


def log_status(row, before, actor, note=""):
    ParticipantStatusLog.objects.create(
        participant=row,
        from_status=before,
        to_status=row.status,
        reason=(row.reason or note)[:300],
        by_id=actor.user_id if actor else None,
    )
