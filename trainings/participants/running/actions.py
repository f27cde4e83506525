"""Presence for a whole class at once. Names on the list are the names enrolled (domain rule 9)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.audit.changes import CREATED, record_changes
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import tanggal
from trainings.participants.actions import FOREIGN
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Attendance
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import HELD
from trainings.programmes.models import TrainingSession

if TYPE_CHECKING:
    from uuid import UUID

    from bkk_portal.accounts.actor import Actor
    from trainings.programmes.models import Training

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
    sending = Sending(min(marked_at or now, now), stamp, actor.user_id)
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
