"""Who is in a class and what became of them. The training's row is the lock: two officers never overfill it."""

import dataclasses
from decimal import Decimal

from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from trainings.participants.eligibility import ASK_HEAD, check_staff, is_office_staff
from trainings.participants.enums import (
    NEEDS_REASON,
    PARTICIPANT_TRANSITIONS,
    RESULTS,
    SEATED,
    ParticipantStatus,
)
from trainings.participants.joining import Said, join_class, log_status, promote
from trainings.participants.models import Participant
from trainings.participants.notices import tell
from trainings.participants.rules import state_allows
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import BEFORE_START, ENROLLING_STATES
from trainings.programmes.models import Training

TOO_EARLY = "hasil baru dapat diisi sesudah pelatihan dimulai."
TOO_LATE = "peserta tidak dapat ditambah lagi."
STOPPED = "yang berhenti sesudah hari pertama dicatat sebagai berhenti."
FOREIGN = "Ada nama yang bukan peserta pelatihan ini. Tidak ada yang disimpan. Muat ulang halaman lalu coba lagi."


@dataclasses.dataclass(frozen=True, kw_only=True)
class Result:
    """What one participant made of the training. `score`: 0–100, only kept with a result."""

    status: ParticipantStatus
    reason: str = ""
    score: Decimal | None = None


def enrol(*, training, person, actor, for_selection=False, override_reason="", **said):
    """A participation of a saved Person: accepted while seats are left, else on the waiting list.

    `for_selection`: only registered, to be decided later. `said`: see joining.Said. `override_reason`: why somebody
    joins who does not meet a condition. Raises AlreadyDone when the person is in this class already, Refused when
    the training takes nobody any more, Unsuitable when a condition is not met and no reason is given.
    """
    with transaction.atomic():
        row = lock_training(training.pk, actor)
        if row.state not in ENROLLING_STATES:
            raise Refused(f"Pelatihan ini {row.get_state_display().lower()}, jadi tidak menerima peserta lagi.")
        status = _first_status(row, for_selection)
        return join_class(
            row, person, Said(**said), status=status, actor=actor, override_reason=override_reason.strip()[:300]
        )


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
        take_step(row, training, result, actor)
    return row


def withdraw(*, participant, actor, reason):
    """By the participants themselves, before the first day. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        training = Training.objects.select_for_update().get(pk=participant.training_id)
        rows = Participant.objects.visible_to(actor).select_for_update(of=("self",)).select_related("person__user")
        row = rows.get(pk=participant.pk)
        if row.status == ParticipantStatus.WITHDRAWN:
            raise AlreadyDone("Sudah mengundurkan diri.")
        if training.state not in BEFORE_START:
            raise Refused("Pelatihan ini sudah dimulai atau selesai. Hubungi dinas penyelenggara bila harus berhenti.")
        result = Result(status=ParticipantStatus.WITHDRAWN, reason=reason.strip()[:300])
        take_step(row, training, result, actor)
    return row


def override(*, participant, reason, actor):
    """Lets somebody join against a condition, with a reason that stays on record; office staff only by the head."""
    with transaction.atomic():
        lock_training(participant.training_id, actor)
        row = Participant.objects.select_for_update(of=("self",)).select_related("person").get(pk=participant.pk)
        if not reason.strip():
            raise Refused("Tulis alasan pengecualiannya.")
        if is_office_staff(row.person) and not actor.is_agency_head:
            raise Refused(ASK_HEAD.format(name=row.person.name))
        row.override_reason, row.override_by_id = reason.strip()[:300], actor.user_id
        row.save()
        log_status(row, row.status, actor, note=f"Pengecualian: {row.override_reason}")
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
            take_step(row, training, result, actor)
    return len(changed)


def _differs(row, result):
    return (row.status, row.reason, row.score) != (result.status, result.reason, result.score)


def take_step(row, training, result, actor):
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
        check_staff(row)


def _check_training(training, to):
    state = training.get_state_display().lower()
    if not state_allows(training, to):
        late = STOPPED if to == ParticipantStatus.WITHDRAWN else TOO_LATE
        raise Refused(f"Pelatihan ini {state}; {TOO_EARLY if to in RESULTS else late}")


def _check_seat(training):
    if training.participants.seated().count() >= training.quota:
        raise Refused(f"Kuota {training.quota} orang sudah penuh. Tambah kuota atau biarkan di daftar tunggu.")
