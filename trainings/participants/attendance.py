"""Presence for a whole class at once. Names on the list are the names enrolled (domain rule 9)."""

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.formatting import tanggal
from trainings.participants.actions import FOREIGN
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Attendance
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import HELD_STATES
from trainings.programmes.models import TrainingSession


def record_attendance(*, session, presences, actor):
    """`presences`: {participant id: Presence} of one day: everyone enrolled, nobody else, or nothing is saved.

    Who stopped may be left out. A second time corrects the first. Returns how many rows are new or changed.
    Raises Refused for a day that is called off or yet to come.
    """
    with transaction.atomic():
        training = lock_training(session.training_id, actor)
        session = TrainingSession.objects.get(pk=session.pk)
        _check_day(training, session)
        _check_names(training, presences)
        known = {row.participant_id: row for row in session.attendances.filter(participant__in=list(presences))}
        new = {pk: presence for pk, presence in presences.items() if pk not in known}
        changed = [row for pk, row in known.items() if row.presence != presences[pk]]
        _add(session, new, actor)
        _correct(changed, presences, actor)
    return len(new) + len(changed)


def _check_day(training, session):
    if session.cancelled:
        raise Refused(f"Hari {tanggal(session.held_on)} ditiadakan, jadi kehadirannya tidak dicatat.")
    if not session.has_come:
        raise Refused(f"Hari {tanggal(session.held_on)} belum tiba. Kehadiran dicatat pada hari itu atau sesudahnya.")
    if training.state not in HELD_STATES:
        state = training.get_state_display().lower()
        raise Refused(f"Pelatihan ini {state}. Kehadiran dicatat sesudah pelatihan dimulai.")


def _check_names(training, presences):
    enrolled = dict(training.participants.enrolled().values_list("pk", "status"))
    if not set(presences) <= set(enrolled):
        raise Refused(FOREIGN)
    wanted = {pk for pk, status in enrolled.items() if status != ParticipantStatus.DROPPED}
    if missing := len(wanted - set(presences)):
        raise Refused(f"{missing} peserta belum ditandai. Tandai semua peserta, lalu simpan lagi.")


def _add(session, presences, actor):
    rows = [
        Attendance(session=session, participant_id=pk, presence=presence, recorded_by_id=actor.user_id)
        for pk, presence in presences.items()
    ]
    if rows:
        bulk_create_with_history(rows, Attendance)


def _correct(rows, presences, actor):
    for row in rows:
        row.presence, row.recorded_by_id = presences[row.participant_id], actor.user_id
        row.updated_at = timezone.now()
    if rows:
        bulk_update_with_history(rows, Attendance, ["presence", "recorded_by", "updated_at"])
