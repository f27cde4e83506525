"""Who is in a class and what became of them. The training's row is the lock: two officers never overfill it."""

import dataclasses
from decimal import Decimal

from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from trainings.participants.enums import (
    NEEDS_REASON,
    PARTICIPANT_TRANSITIONS,
    RESULTS,
    SEATED,
    ParticipantStatus,
)
from trainings.participants.models import Participant, ParticipantStatusLog
from trainings.participants.notices import tell
from trainings.participants.rules import state_allows
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import ENROLLING_STATES

TOO_EARLY = "hasil baru dapat diisi sesudah pelatihan dimulai."
TOO_LATE = "peserta tidak dapat ditambah lagi."
FOREIGN = "Ada nama yang bukan peserta pelatihan ini. Tidak ada yang disimpan. Muat ulang halaman lalu coba lagi."


@dataclasses.dataclass(frozen=True, kw_only=True)
class Result:
    """What one participant made of the training. `score`: 0–100, only kept with a result."""

    status: ParticipantStatus
    reason: str = ""
    score: Decimal | None = None


def enrol(*, training, person, actor, for_selection=False):
    """A participation of a saved Person: accepted while seats are left, else on the waiting list.

    `for_selection`: only registered, to be decided later. Raises AlreadyDone when the person is in this class
    already, Refused when the training takes nobody any more.
    """
    with transaction.atomic():
        row = lock_training(training.pk, actor)
        if row.state not in ENROLLING_STATES:
            raise Refused(f"Pelatihan ini {row.get_state_display().lower()}, jadi tidak menerima peserta lagi.")
        if row.participants.filter(person=person).exists():
            raise AlreadyDone(f"Sudah terdaftar di pelatihan ini: {person.name}.")
        participant = Participant.objects.create(
            training=row,
            person=person,
            origin_village_id=person.village_id,
            status=_first_status(row, for_selection),
            registered_by_id=actor.user_id,
        )
        _log(participant, "", actor)
        tell(participant)
    return participant


def _first_status(training, for_selection):
    if for_selection:
        return ParticipantStatus.REGISTERED
    is_full = training.participants.seated().count() >= training.quota
    return ParticipantStatus.WAITING if is_full else ParticipantStatus.ACCEPTED


def change_status(*, participant, to, actor, reason=""):
    """One step of PARTICIPANT_TRANSITIONS: to say no needs a reason, to say yes needs a seat."""
    with transaction.atomic():
        training = lock_training(participant.training_id, actor)
        rows = Participant.objects.select_for_update(of=("self",)).select_related("person__user")
        row = rows.get(pk=participant.pk)
        result = Result(status=ParticipantStatus(to), reason=reason.strip()[:300], score=row.score)
        if row.status == result.status:
            raise AlreadyDone(f"Sudah berstatus {result.status.label.lower()}.")
        _change(row, training, result, actor)
    return row


def record_results(*, training, results, actor):
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
            _change(row, training, result, actor)
    return len(changed)


def _differs(row, result):
    return (row.status, row.reason, row.score) != (result.status, result.reason, result.score)


def _change(row, training, result, actor):
    before = ParticipantStatus(row.status)
    _check(row, training, before, result)
    row.status = result.status
    row.reason = result.reason if result.status in NEEDS_REASON else ""
    row.score = result.score if result.status in RESULTS else None
    row.save()
    if before != result.status:
        _log(row, before, actor)
        tell(row)


def _check(row, training, before, result):
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


def _check_training(training, to):
    state = training.get_state_display().lower()
    if not state_allows(training, to):
        raise Refused(f"Pelatihan ini {state}; {TOO_EARLY if to in RESULTS else TOO_LATE}")


def _check_seat(training):
    if training.participants.seated().count() >= training.quota:
        raise Refused(f"Kuota {training.quota} orang sudah penuh. Tambah kuota atau biarkan di daftar tunggu.")


def _log(row, before, actor):
    ParticipantStatusLog.objects.create(
        participant=row, from_status=before, to_status=row.status, reason=row.reason, by_id=actor.user_id
    )
