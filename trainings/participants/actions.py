"""How somebody comes into a class, by themselves, by others or from the waiting list, and each step after.

Every step is taken inside a transaction that holds the training's row.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction

from bkk_portal.accounts.actions import tell_superusers
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked, log
from bkk_portal.kit.text.identifiers import nik_warnings
from bkk_portal.people.models import Person
from trainings.participants.enums import (
    NEEDS_REASON,
    PARTICIPANT_TRANSITIONS,
    RESULTS,
    SEATED,
    Channel,
    ParticipantStatus,
)
from trainings.participants.models import Participant
from trainings.participants.notices import tell
from trainings.participants.rules import (
    ASK_HEAD,
    HEAD,
    IDENTITY,
    STAFF,
    Finding,
    Unsuitable,
    check_staff,
    findings_of,
    is_office_staff,
    status_allows,
)
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import BEFORE_START, ENROLLING, RuleEffect
from trainings.programmes.models import Training

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

MOVED_UP = "Naik dari daftar tunggu karena ada tempat kosong."
NIK_ELSEWHERE = "NIK yang diisi sudah tercatat atas orang lain. Cocokkan KTP-nya."
TOO_EARLY = "hasil baru dapat diisi sesudah pelatihan dimulai."
TOO_LATE = "peserta tidak dapat ditambah lagi."
STOPPED = "yang berhenti sesudah hari pertama dicatat sebagai berhenti."
FOREIGN = "Ada nama yang bukan peserta pelatihan ini. Tidak ada yang disimpan. Muat ulang halaman lalu coba lagi."


@dataclasses.dataclass(frozen=True, kw_only=True)
class Said:
    """What is said of somebody on joining. `groups`: PriorityGroup rows; `notes`: [Finding] known already."""

    channel: Channel = Channel.OFFICER
    activity: str = ""
    groups: tuple = ()
    notes: tuple = ()


def join_class(
    training: Training,
    person: Person,
    said: Said,
    *,
    status: ParticipantStatus,
    actor: Actor,
    override_reason: str = "",
) -> Participant:
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


def register_self(*, training: Training, person: Person, actor: Actor, nik: str = "", **said: Any) -> Participant:
    """Somebody puts themselves down for selection. `nik`: 16 digits, kept when the person has none yet.

    Raises AlreadyDone, Unsuitable; Refused when registration is not open.
    """
    with transaction.atomic():
        row = locked(training, "programme")
        if not row.is_open:
            raise Refused("Pendaftaran pelatihan ini sudah ditutup.")
        notes = tuple(_keep_nik(person, nik)) if nik and not person.nik_hash else ()
        values = Said(channel=Channel.ONLINE, notes=notes, **said)
        return join_class(row, person, values, status=ParticipantStatus.REGISTERED, actor=actor)


def _keep_nik(person: Person, nik: str) -> list[Finding]:
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


def promote(training: Training) -> list[Participant]:
    """[Participant] moved up from the waiting list into free seats, the best placed first; each is told.

    Only before the first day. Office staff whom no head has let in stay where they are.
    """
    if training.status not in BEFORE_START:
        return []
    free = training.quota - training.participants.seated().count()
    waiting = training.participants.waiting().select_related("person__user", "training").in_line()
    moved: list[Participant] = []
    for row in waiting.select_for_update(of=("self",)):
        if len(moved) < free and may_be_seated(row):
            row.status = ParticipantStatus.ACCEPTED
            row.save()
            log_status(row, ParticipantStatus.WAITING, None, note=MOVED_UP)
            tell(row)
            moved.append(row)
    return moved


def may_be_seated(participant: Participant) -> bool:
    """Whether nothing but a free seat is lacking."""
    try:
        check_staff(participant)
    except Refused:
        return False
    return True


def log_status(row: Participant, before: str, actor: Actor | None, note: str = "") -> None:
    log(row, before, by_id=actor.user_id if actor else None, reason=(row.reason or note)[:300])


@dataclasses.dataclass(frozen=True, kw_only=True)
class Result:
    """What one participant made of the training. `score`: 0–100, only kept with a result."""

    status: ParticipantStatus
    reason: str = ""
    score: Decimal | None = None


def enrol(
    *,
    training: Training,
    person: Person,
    actor: Actor,
    for_selection: bool = False,
    override_reason: str = "",
    **said: Any,
) -> Participant:
    """A participation of a saved Person: accepted while seats are left, else on the waiting list.

    `for_selection`: only registered, to be decided later. `said`: see Said. `override_reason`: why somebody
    joins who does not meet a condition. Raises AlreadyDone when the person is in this class already, Refused when
    the training takes nobody any more, Unsuitable when a condition is not met and no reason is given.
    """
    with transaction.atomic():
        row = lock_training(training.pk, actor)
        if row.status not in ENROLLING:
            raise Refused(f"Pelatihan ini {row.get_status_display().lower()}, jadi tidak menerima peserta lagi.")
        status = _first_status(row, for_selection)
        return join_class(
            row, person, Said(**said), status=status, actor=actor, override_reason=override_reason.strip()[:300]
        )


def _first_status(training: Training, for_selection: bool) -> ParticipantStatus:
    if for_selection:
        return ParticipantStatus.REGISTERED
    is_full = training.participants.seated().count() >= training.quota
    return ParticipantStatus.WAITING if is_full else ParticipantStatus.ACCEPTED


def change_status(*, participant: Participant, to: str, actor: Actor, reason: str = "") -> Participant:
    """One step of PARTICIPANT_TRANSITIONS: to say no needs a reason, to say yes needs a seat."""
    with transaction.atomic():
        training = lock_training(participant.training_id, actor)
        row = locked(participant, "person__user")
        result = Result(status=ParticipantStatus(to), reason=reason.strip()[:300], score=row.score)
        if row.status == result.status:
            raise AlreadyDone(f"Sudah berstatus {result.status.label.lower()}.")
        take_step(row, training, result, actor)
    return row


def withdraw(*, participant: Participant, actor: Actor, reason: str) -> Participant:
    """By the participants themselves, before the first day. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        training = Training.objects.select_for_update().get(pk=participant.training_id)
        rows = Participant.objects.visible_to(actor).select_for_update(of=("self",)).select_related("person__user")
        row = rows.get(pk=participant.pk)
        if row.status == ParticipantStatus.WITHDRAWN:
            raise AlreadyDone("Sudah mengundurkan diri.")
        if training.status not in BEFORE_START:
            raise Refused("Pelatihan ini sudah dimulai atau selesai. Hubungi dinas penyelenggara bila harus berhenti.")
        result = Result(status=ParticipantStatus.WITHDRAWN, reason=reason.strip()[:300])
        take_step(row, training, result, actor)
    return row


def override(*, participant: Participant, reason: str, actor: Actor) -> Participant:
    """Lets somebody join against a condition, with a reason that stays on record; office staff only by the head."""
    with transaction.atomic():
        lock_training(participant.training_id, actor)
        row = locked(participant, "person")
        if not reason.strip():
            raise Refused("Tulis alasan pengecualiannya.")
        if is_office_staff(row.person) and not actor.is_agency_head:
            raise Refused(ASK_HEAD.format(name=row.person.name))
        row.override_reason, row.override_by_id = reason.strip()[:300], actor.user_id
        row.save()
        log_status(row, row.status, actor, note=f"Pengecualian: {row.override_reason}")
    return row


def record_results(*, training: Training, results: dict[int, Result], actor: Actor) -> int:
    """`results`: {participant id: Result} of enrolled participants; all of them or none.

    Returns how many changed.
    """
    with transaction.atomic():
        training = lock_training(training.pk, actor)
        rows = training.participants.enrolled().select_for_update(of=("self",)).select_related("person__user")
        people = {row.pk: row for row in rows}
        if not set(results) <= set(people):
            raise Refused(FOREIGN)
        changed = [(people[pk], result) for pk, result in results.items() if _differs(people[pk], result)]
        for row, result in changed:
            take_step(row, training, result, actor)
    return len(changed)


def _differs(row: Participant, result: Result) -> bool:
    return (row.status, row.reason, row.score) != (result.status, result.reason, result.score)


def take_step(row: Participant, training: Training, result: Result, actor: Actor) -> None:
    """One step of a locked row, inside the caller's transaction; the person is told, a free seat goes to the next."""
    before = ParticipantStatus(row.status)
    _check(row, training, before, result)
    row.status = result.status
    row.reason = result.reason if result.status in NEEDS_REASON else ""
    row.score = result.score if result.status in RESULTS else None
    row.save()
    if before != result.status:
        log_status(row, before, actor)
        tell(row)
        if before in SEATED and result.status not in SEATED:
            promote(training)


def _check(row: Participant, training: Training, before: ParticipantStatus, result: Result) -> None:
    name, to = row.person.name, result.status
    if to != before and to not in PARTICIPANT_TRANSITIONS[before]:
        raise Refused(f"{name} {before.label.lower()}; tidak dapat langsung menjadi {to.label.lower()}.")
    if to in NEEDS_REASON and not result.reason:
        raise Refused(f"Tulis alasan mengapa {name} {to.label.lower()}.")
    if row.certificates.standing().exists():
        raise Refused(f"Sertifikat {name} sudah diterbitkan. Cabut dulu sertifikatnya untuk mengubah hasil.")
    if row.handovers.standing().exists():
        raise Refused(f"{name} sudah menerima paket. Batalkan dulu serah terimanya untuk mengubah hasil.")
    _check_training(training, to)
    if to in SEATED and before not in SEATED:
        _check_seat(training)
        check_staff(row)


def _check_training(training: Training, to: ParticipantStatus) -> None:
    status = training.get_status_display().lower()
    if not status_allows(training, to):
        late = STOPPED if to == ParticipantStatus.WITHDRAWN else TOO_LATE
        raise Refused(f"Pelatihan ini {status}; {TOO_EARLY if to in RESULTS else late}")


def _check_seat(training: Training) -> None:
    if training.participants.seated().count() >= training.quota:
        raise Refused(f"Kuota {training.quota} orang sudah penuh. Tambah kuota atau biarkan di daftar tunggu.")
