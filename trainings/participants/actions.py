"""Every write on participants and attendance. The training's row is the lock: two officers never overfill a class."""

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from trainings.participants.enums import NEEDS_REASON, PARTICIPANT_TRANSITIONS, RESULTS, ParticipantStatus
from trainings.participants.models import Attendance, Participant, ParticipantStatusLog
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import ENROLLING_STATES

S = ParticipantStatus


def enrol(*, training, person, actor):
    """A participation of a saved Person: accepted while seats are left, then on the waiting list.

    Raises AlreadyDone when the person is in this class already, Refused when the training takes nobody any more.
    """
    with transaction.atomic():
        row = lock_training(training.pk, actor)
        if row.state not in ENROLLING_STATES:
            raise Refused(f"Pelatihan ini {row.get_state_display().lower()}, jadi tidak menerima peserta lagi.")
        if row.participants.filter(person=person).exists():
            raise AlreadyDone(f"Sudah terdaftar di pelatihan ini: {person.name}.")
        has_seat = row.participants.seated().count() < row.quota
        participant = Participant.objects.create(
            training=row,
            person=person,
            origin_village=person.village,
            status=S.ACCEPTED if has_seat else S.WAITING,
            registered_by_id=actor.user_id,
        )
        _log(participant, "", actor)
        _tell(participant)
    return participant


def change_status(*, participant, to, actor, reason="", score=None):
    """One step of PARTICIPANT_TRANSITIONS; what a certificate says cannot be taken back without revoking it."""
    with transaction.atomic():
        training = lock_training(participant.training_id, actor)
        row = Participant.objects.select_for_update(of=("self",)).select_related("person").get(pk=participant.pk)
        _check_step(training, row, S(to), reason)
        _set(row, S(to), reason, score, actor)
    return row


def record_results(*, training, results, actor):
    """`results`: {participant id: (status, reason, score)} for several at once; all of them or none.

    Returns how many changed.
    """
    with transaction.atomic():
        row = lock_training(training.pk, actor)
        people = {p.pk: p for p in row.participants.enrolled().select_for_update(of=("self",)).select_related("person")}
        if not set(results) <= set(people):
            raise Refused("Ada nama yang bukan peserta pelatihan ini. Muat ulang halaman lalu coba lagi.")
        changed = 0
        for pk, (to, reason, score) in results.items():
            if (people[pk].status, people[pk].reason, people[pk].score) != (to, reason, score):
                _check_result(row, people[pk], S(to), reason)
                _set(people[pk], S(to), reason, score, actor)
                changed += 1
    return changed


def record_attendance(*, session, presences, actor):
    """`presences`: {participant id: Presence} of exactly the enrolled; the whole day in one go (domain rule 9).

    Returns how many rows were written or changed. Raises Refused for a day that is called off or yet to come.
    """
    with transaction.atomic():
        training = lock_training(session.training_id, actor)
        _check_day(session)
        enrolled = set(training.participants.enrolled().values_list("pk", flat=True))
        if set(presences) != enrolled:
            raise Refused("Daftar nama sudah berubah. Muat ulang halaman supaya namanya sama dengan yang terdaftar.")
        known = {row.participant_id: row for row in session.attendances.select_for_update()}
        new = [_attendance(session, pk, presences[pk], actor) for pk in presences if pk not in known]
        changed = [row for pk, row in known.items() if pk in presences and row.presence != presences[pk]]
        for row in changed:
            row.presence, row.recorded_by_id, row.updated_at = (
                presences[row.participant_id],
                actor.user_id,
                timezone.now(),
            )
        bulk_create_with_history(new, Attendance)
        if changed:
            bulk_update_with_history(changed, Attendance, ["presence", "recorded_by", "updated_at"])
    return len(new) + len(changed)


def _attendance(session, participant_id, presence, actor):
    return Attendance(session=session, participant_id=participant_id, presence=presence, recorded_by_id=actor.user_id)


def _check_day(session):
    if session.cancelled:
        raise Refused("Hari ini ditiadakan, jadi kehadirannya tidak dicatat.")
    if session.held_on > timezone.localdate():
        raise Refused("Hari ini belum tiba. Kehadiran dicatat pada hari pelatihan atau sesudahnya.")


def _check_step(training, row, to, reason):
    if row.status == to:
        raise AlreadyDone(f"Sudah berstatus {to.label.lower()}.")
    if to not in PARTICIPANT_TRANSITIONS[row.status]:
        raise Refused(f"{row.person.name} {row.get_status_display().lower()}; tidak dapat menjadi {to.label.lower()}.")
    if to in NEEDS_REASON and not reason.strip():
        raise Refused(f"Tulis alasan mengapa {row.person.name} {to.label.lower()}.")
    _check_certificate(row)
    if to == S.ACCEPTED and row.status not in RESULTS and training.participants.seated().count() >= training.quota:
        raise Refused(f"Kuota {training.quota} orang sudah penuh. Tambah kuota atau biarkan di daftar tunggu.")


def _check_result(training, row, to, reason):
    if row.status != to:
        _check_step(training, row, to, reason)
        return
    if to in NEEDS_REASON and not reason.strip():
        raise Refused(f"Tulis alasan mengapa {row.person.name} {to.label.lower()}.")
    _check_certificate(row)


def _check_certificate(row):
    if row.certificates.standing().exists():
        raise Refused(f"Sertifikat {row.person.name} sudah diterbitkan. Cabut dulu sertifikatnya untuk mengubah hasil.")


def _set(row, to, reason, score, actor):
    before, row.status = row.status, to
    row.reason = reason.strip()[:300] if to in NEEDS_REASON else ""
    row.score = score if to in RESULTS else None
    row.save()
    if before != to:
        _log(row, before, actor)
        _tell(row)


def _log(row, before, actor):
    ParticipantStatusLog.objects.create(
        participant=row, from_status=before, to_status=row.status, reason=row.reason, by_id=actor.user_id
    )


def _tell(participant):
    if participant.person.user is not None:
        notify(
            user=participant.person.user,
            topic=Topic.TRAINING,
            title=f"{participant.training}: {participant.get_status_display().lower()}",
            body=participant.reason,
            url="/saya/pelatihan/",
        )
