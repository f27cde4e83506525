"""A class from its first day to its last: what changes of a training that has people, its steps, and who is present.

Names on an attendance list are the names enrolled (domain rule 9).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.audit.changes import CREATED, record_changes
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from trainings.participants.actions import FOREIGN
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Attendance
from trainings.participants.queries import with_presence
from trainings.programmes.actions import NO_DAYS, add_days, lock_training, save_within_budget, set_teachers
from trainings.programmes.enums import HELD, TRAINING_TRANSITIONS, WORKING_DAYS, TrainingStatus
from trainings.programmes.models import Training, TrainingSession
from trainings.programmes.rules import days_between, weekdays_of

if TYPE_CHECKING:
    from uuid import UUID

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.regions.models import Village
    from trainings.programmes.models import Instructor
    from trainings.programmes.queries import SessionQuerySet

CERTIFIED = "Sertifikat sudah diterbitkan, jadi program dan tanggal pelatihan ini tidak dapat diubah lagi."
EDITABLE_FIELDS = (
    *("programme", "village", "batch", "venue", "starts_on", "ends_on", "quota"),
    *("decree_number", "decree_date", "decree_subject", "budget", "planned_cost", "actual_cost"),
)
PRINTED_FIELDS = ("programme_id", "village_id", "starts_on", "ends_on")  # what a certificate says
CORRECTED = ["presence", "marked_at", "stamp"]


def record_attendance(
    *,
    session: TrainingSession,
    presences: dict[int, str],
    actor: Actor,
    marked_at: dt.datetime | None = None,
    stamp: UUID | None = None,
) -> int:
    """`presences`: {participant id: Presence} of one day: everyone enrolled, nobody else, or nothing is saved.

    Who stopped may be left out. A second time corrects the first. `marked_at`: when it was marked, now unless it was
    kept while there was no network; `stamp`: UUID of that sending. What comes twice, or later than a newer mark,
    changes nothing. Returns how many rows are new or changed. Raises Refused for a day that is called off or yet to
    come.
    """
    now = timezone.now()
    sending = Sending(min(marked_at or now, now), stamp, actor.signed_in_id)
    with transaction.atomic():
        training = lock_training(session.training_id, actor)
        session = TrainingSession.objects.get(pk=session.pk)
        _check_day(training, session)
        _check_names(training, presences)
        known = {row.participant_id: row for row in session.attendances.filter(participant__in=list(presences))}
        new = {pk: presence for pk, presence in presences.items() if pk not in known}
        fresh = [row for row in known.values() if sending.is_news_for(row)]
        _add(session, new, sending)
        changed = [row for row in fresh if row.presence != presences[row.participant_id]]
        _correct(fresh, presences, sending)
    return len(new) + len(changed)


@dataclasses.dataclass(frozen=True)
class Sending:
    """One form, as it came: when it was marked, under which stamp, by whom."""

    marked_at: dt.datetime
    stamp: uuid.UUID | None
    user_id: int

    def is_news_for(self, row: Attendance) -> bool:
        """Not the same sending once more, and not older than what stands."""
        return row.marked_at <= self.marked_at and (self.stamp is None or row.stamp != self.stamp)


def _check_day(training: Training, session: TrainingSession) -> None:
    if session.cancelled:
        raise Refused(f"Hari {tanggal(session.held_on)} ditiadakan, jadi kehadirannya tidak dicatat.")
    if not session.has_come:
        raise Refused(f"Hari {tanggal(session.held_on)} belum tiba. Kehadiran dicatat pada hari itu atau sesudahnya.")
    if training.status not in HELD:
        status = training.get_status_display().lower()
        raise Refused(f"Pelatihan ini {status}. Kehadiran dicatat sesudah pelatihan dimulai.")


def _check_names(training: Training, presences: dict[int, str]) -> None:
    enrolled = dict(training.participants.enrolled().values_list("pk", "status"))
    if not set(presences) <= set(enrolled):
        raise Refused(FOREIGN)
    wanted = {pk for pk, status in enrolled.items() if status != ParticipantStatus.DROPPED}
    if missing := len(wanted - set(presences)):
        raise Refused(f"{missing} peserta belum ditandai. Tandai semua peserta, lalu simpan lagi.")


def _add(session: TrainingSession, presences: dict[int, str], sending: Sending) -> None:
    rows = [
        Attendance(
            session=session,
            participant_id=pk,
            presence=presence,
            recorded_by_id=sending.user_id,
            marked_at=sending.marked_at,
            stamp=sending.stamp,
        )
        for pk, presence in presences.items()
    ]
    made = Attendance.objects.bulk_create(rows)
    said = {row.pk: {"presence": ("", row.presence)} for row in made}
    record_changes(Attendance, said, action=CREATED, by_id=sending.user_id)


def _correct(rows: list[Attendance], presences: dict[int, str], sending: Sending) -> None:
    """A mark that says the same again moves its time only; its history is not told."""
    changed = [row for row in rows if row.presence != presences[row.participant_id]]
    said = {row.pk: {"presence": (row.presence, presences[row.participant_id])} for row in changed}
    for row in rows:
        row.presence = presences[row.participant_id]
        row.marked_at, row.stamp = sending.marked_at, sending.stamp
    for row in changed:
        row.recorded_by_id, row.updated_at = sending.user_id, timezone.now()
    Attendance.objects.bulk_update([row for row in rows if row not in changed], ["marked_at", "stamp"])
    Attendance.objects.bulk_update(changed, [*CORRECTED, "recorded_by", "updated_at"])
    record_changes(Attendance, said, by_id=sending.user_id)


@transaction.atomic
def update_training(
    *,
    training: Training,
    actor: Actor,
    origin_villages: Iterable[Village] | None = None,
    teachers: Iterable[Instructor] | None = None,
    new_teachers: Iterable[str] = (),
) -> Training:
    """`training`: changed, not saved. Its days follow the dates; a day with attendance is never dropped.

    `origin_villages`: kelurahan the participants come from, None to leave them; so `teachers`.
    """
    stored = lock_training(training.pk, actor)
    _refuse_what_certificates_say(stored, training)
    seated = stored.participants.seated().count()
    if training.quota < seated:
        raise Refused(f"Kuota tidak boleh kurang dari {seated}, jumlah peserta yang sudah diterima.")
    if (stored.starts_on, stored.ends_on) != (training.starts_on, training.ends_on):
        _move_days(stored, training)
    save_within_budget(training, update_fields=[*EDITABLE_FIELDS, "updated_at"])  # the status is move_training's
    if origin_villages is not None:
        training.origin_villages.set(origin_villages)
    if teachers is not None:
        set_teachers(training, teachers, new_teachers)
    return training


def _refuse_what_certificates_say(stored: Training, training: Training) -> None:
    changed = any(getattr(stored, name) != getattr(training, name) for name in PRINTED_FIELDS)
    if changed and stored.participants.certified().exists():
        raise Refused(CERTIFIED)


def _move_days(stored: Training, training: Training) -> None:
    known = set(stored.sessions.values_list("held_on", flat=True))
    span = (training.starts_on, training.ends_on)
    _drop_days(stored.sessions.exclude(held_on__range=span))
    wanted = days_between(*span, weekdays_of(known) or set(WORKING_DAYS))
    outside_old_span = [day for day in wanted if not stored.starts_on <= day <= stored.ends_on]
    add_days(stored, outside_old_span)
    if not stored.sessions.exists():
        raise Refused(NO_DAYS)


def _drop_days(sessions: SessionQuerySet) -> None:
    with_attendance = sessions.filter(attendances__isnull=False).order_by("held_on").first()
    if with_attendance:
        raise Refused(
            f"Kehadiran tanggal {tanggal(with_attendance.held_on)} sudah dicatat. "
            "Tanggal pelatihan harus tetap mencakup hari itu."
        )
    for session in sessions:
        session.delete()


@transaction.atomic
def update_days(*, training: Training, changes: dict[int, dict[str, Any]], actor: Actor) -> int:
    """`changes`: {session id: {field: value}}: topic, starts_at, ends_at, venue, cancelled, cancel_reason.

    A day with attendance cannot be called off. Returns how many days changed; ids of another training are refused.
    """
    training = lock_training(training.pk, actor)
    sessions = {session.pk: session for session in with_presence(training.sessions.all())}
    if not set(changes) <= set(sessions):
        raise Refused("Ada hari yang bukan bagian dari pelatihan ini. Muat ulang halaman lalu coba lagi.")
    changed = [sessions[pk] for pk, fields in changes.items() if _change_day(sessions[pk], fields)]
    for session in changed:
        session.save()
    return len(changed)


def _change_day(session: TrainingSession, fields: dict[str, Any]) -> bool:
    """Whether anything is different now."""
    if fields.get("cancelled") and not session.cancelled and session.recorded:
        raise Refused(
            f"Kehadiran tanggal {tanggal(session.held_on)} sudah dicatat, jadi hari itu tidak dapat ditiadakan."
        )
    if not fields.get("cancelled", session.cancelled):
        fields = fields | {"cancel_reason": ""}
    changed = {name: value for name, value in fields.items() if getattr(session, name) != value}
    for name, value in changed.items():
        setattr(session, name, value)
    return bool(changed)


@transaction.atomic
def move_training(*, training: Training, to: str, actor: Actor, reason: str = "") -> Training:
    """One step of TRAINING_TRANSITIONS; cancelling needs a reason. History keeps who and when."""
    training = lock_training(training.pk, actor)
    _check_move(training, TrainingStatus(to), reason)
    _set_status(training, to, reason)
    if training.is_cancelled:
        _tell_cancelled(training)
    return training


@transaction.atomic
def start_by_itself(*, pk: int) -> bool:
    """For the chore: whether the training could begin, now that its first day has come."""
    training = Training.objects.select_for_update().get(pk=pk)
    try:
        _check_move(training, TrainingStatus.RUNNING, "")
    except Refused:
        return False
    _set_status(training, TrainingStatus.RUNNING)
    return True


def _set_status(training: Training, to: str, reason: str = "") -> None:
    training.status = to
    training.cancel_reason = reason if to == TrainingStatus.CANCELLED else ""
    training.save(update_fields=["status", "cancel_reason", "updated_at"])


def _check_move(training: Training, to: TrainingStatus, reason: str) -> None:
    if training.status == to:
        raise AlreadyDone(f"Sudah {to.label.lower()}.")
    if to not in TRAINING_TRANSITIONS[TrainingStatus(training.status)]:
        now = training.get_status_display().lower()
        raise Refused(f"Pelatihan ini {now}, jadi tidak dapat diubah menjadi {to.label.lower()}.")
    if to in STEP_GUARDS:
        STEP_GUARDS[to](training, reason)


def _check_start(training: Training, reason: str) -> None:
    if training.starts_on > timezone.localdate():
        raise Refused(
            f"Pelatihan ini baru mulai {tanggal(training.starts_on)}. Kalau dipercepat, ubah dulu tanggal mulainya."
        )
    if not training.participants.seated().exists():
        raise Refused("Belum ada peserta yang diterima. Terima peserta dulu, lalu mulai pelatihan.")


def _check_finish(training: Training, reason: str) -> None:
    if training.ends_on > timezone.localdate():
        raise Refused(
            f"Pelatihan ini berlangsung sampai {tanggal(training.ends_on)}. "
            "Kalau selesai lebih cepat, ubah dulu tanggal selesainya."
        )
    without_result = training.participants.accepted().count()
    if without_result:
        raise Refused(
            f"{without_result} peserta belum punya hasil. Isi dulu siapa yang lulus, lalu selesaikan pelatihan."
        )


def _check_cancel(training: Training, reason: str) -> None:
    if not reason.strip():
        raise Refused("Tulis alasan pelatihan dibatalkan.")


STEP_GUARDS = {
    TrainingStatus.RUNNING: _check_start,
    TrainingStatus.FINISHED: _check_finish,
    TrainingStatus.CANCELLED: _check_cancel,
}


def _tell_cancelled(training: Training) -> None:
    """Everyone with an account who was waiting for it or in it. Names nobody else."""
    people = training.participants.counting_on_it().filter(person__user__isnull=False)
    for participant in people.select_related("person__user").order_by("pk"):
        user = participant.person.user
        if user:
            notify(
                user=user,
                topic=Topic.TRAINING,
                title=f"Pelatihan {training} dibatalkan"[:150],
                body=f"Alasan: {training.cancel_reason}",
                url=reverse("saya:trainings"),
            )
