"""Who teaches: written down once by an office, chosen for its trainings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.audit.changes import CREATED, record_changes
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from trainings.programmes.budgets import actions
from trainings.programmes.catalogue.actions import write_parts
from trainings.programmes.enums import TRAINING_TRANSITIONS, WORKING_DAYS, TrainingStatus
from trainings.programmes.models import Instructor, Training, TrainingSession
from trainings.programmes.rules import days_between, may_edit, weekdays_of

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.regions.models import Village
    from bkk_portal.regions.queries import VillageQuerySet
    from trainings.programmes.catalogue.actions import Rule
    from trainings.programmes.enums import Weekday
    from trainings.programmes.models import Budget, TrainingProgramme
    from trainings.programmes.queries import InstructorQuerySet, SessionQuerySet

NOT_YOURS = "Pelatih ini ada dalam daftar dinas lain."


def save_instructor(*, instructor: Instructor, actor: Actor) -> Instructor:
    """`instructor`: filled in, not saved; a new one becomes the actor's office's. Raises AlreadyDone, Refused."""
    if instructor.pk is None:
        instructor.agency_id = actor.agency_id
    if not may_edit(actor, instructor):
        raise Refused(NOT_YOURS)
    try:
        with transaction.atomic():
            instructor.save()
    except IntegrityError as twice:
        raise AlreadyDone("Sudah ada pelatih dengan nama dan lembaga ini dalam daftar.") from twice
    return instructor


def set_teachers(
    training: Training,
    teachers: InstructorQuerySet | tuple[Any, ...] | list[Instructor],
    new_names: tuple[Any, ...] | list[str] = (),
) -> None:
    """Called in the transaction that saves the training. `new_names`: written down on the way, each once."""
    rows = list(teachers)
    if any(row.agency_id != training.agency_id for row in rows):
        raise Refused(NOT_YOURS)
    training.teachers.set([*rows, *(_named(training.agency_id, name) for name in new_names)])


def _named(agency_id: int, name: str) -> Instructor:
    known = Instructor.objects.filter(agency_id=agency_id, name__iexact=name).order_by("pk").first()
    return known or Instructor.objects.create(agency_id=agency_id, name=name)


def tell_cancelled(training: Training) -> None:
    """Everyone with an account who was waiting for it or in it. Names nobody else."""
    people = training.participants.counting_on_it().filter(person__user__isnull=False)
    for participant in people.select_related("person__user").order_by("pk"):
        notify(
            user=participant.person.user,
            topic=Topic.TRAINING,
            title=f"Pelatihan {training} dibatalkan"[:150],
            body=f"Alasan: {training.cancel_reason}",
            url=reverse("saya:trainings"),
        )


ACTIONS_NOT_YOURS = "Pelatihan ini milik dinas lain. Anda hanya dapat mengubah pelatihan dinas Anda sendiri."
NO_DAYS = "Tidak ada hari pelatihan di antara kedua tanggal itu. Pilih hari lain atau ubah tanggalnya."
CERTIFIED = "Sertifikat sudah diterbitkan, jadi program dan tanggal pelatihan ini tidak dapat diubah lagi."
EDITABLE_FIELDS = (
    *("programme", "village", "batch", "venue", "starts_on", "ends_on", "quota"),
    *("decree_number", "decree_date", "decree_subject", "budget", "planned_cost", "actual_cost"),
)
PRINTED_FIELDS = ("programme_id", "village_id", "starts_on", "ends_on")  # what a certificate says


@transaction.atomic
def save_programme(
    *,
    programme: TrainingProgramme,
    actor: Actor,
    units: list[tuple[str, str]] | tuple[Any, ...] = (),
    criteria: list[tuple[str, int]] | tuple[Any, ...] = (),
    rules: list[Rule] | tuple[Any, ...] = (),
    **links: Any,
) -> TrainingProgramme:
    """`programme`: new or changed and not saved yet. A new one becomes the actor's office's.

    `units`: [(code, title)], `criteria`: [(name, weight)], `rules`: [parts.Rule]; `links`: rows by the name of the
    many-to-many field (konsentrasi, skills, occupations, priority_groups).
    """
    if programme.pk is None:
        programme.agency_id = actor.agency_id
    if not may_edit(actor, programme):
        raise Refused("Program ini milik dinas lain.")
    programme.save()
    for name, rows in links.items():
        getattr(programme, name).set(rows)
    write_parts(programme, units=units, criteria=criteria, rules=rules)
    return programme


@transaction.atomic
def create_training(
    *,
    training: Training,
    weekdays: tuple[Weekday, Weekday, Weekday, Weekday, Weekday] | list[int],
    actor: Actor,
    origin_villages: VillageQuerySet | tuple[Any, ...] = (),
    hours: tuple[None, None] = (None, None),
    teachers: InstructorQuerySet | tuple[Any, ...] = (),
    new_teachers: tuple[Any, ...] | list[Any] = (),
) -> Training:
    """`training`: filled in, not saved. Its days are those of `weekdays` (0 is Monday) between both dates.

    `hours`: (time each day begins, ends), None where open. `new_teachers`: names to put on the office's list.
    """
    if not may_edit(actor, training.programme):
        raise Refused("Program ini milik dinas lain. Pilih program dinas Anda sendiri.")
    days = days_between(training.starts_on, training.ends_on, weekdays)
    if not days:
        raise Refused(NO_DAYS)
    training.agency_id = actor.agency_id
    training.created_by_id = actor.user_id
    _save_within_budget(training)
    training.origin_villages.set(origin_villages)
    set_teachers(training, teachers, new_teachers)
    _add_days(training, days, *hours)
    return training


def _save_within_budget(training: Training, **kwargs: Any) -> None:
    """Locked before, summed up after: two officers never plan more together than the ceiling."""
    budget = training.budget
    row = actions.hold(budget, training.agency_id, training.starts_on, training.ends_on) if budget else None
    training.save(**kwargs)
    if row:
        actions.check_ceiling(row)


@transaction.atomic
def update_training(
    *,
    training: Training,
    actor: Actor,
    origin_villages: None = None,
    teachers: list[Instructor] | None = None,
    new_teachers: tuple[Any, ...] | list[str] = (),
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
    _save_within_budget(training, update_fields=[*EDITABLE_FIELDS, "updated_at"])  # the status is change_status's
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
    _add_days(stored, outside_old_span)
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


def _add_days(training: Training, days: list[dt.date], starts_at: None = None, ends_at: None = None) -> None:
    sessions = [TrainingSession(training=training, held_on=day, starts_at=starts_at, ends_at=ends_at) for day in days]
    made = TrainingSession.objects.bulk_create(sessions)
    record_changes(TrainingSession, {day.pk: {} for day in made}, action=CREATED)


def lock_training(pk: int, actor: Actor) -> Training:
    """The row, locked until the transaction ends; Refused if it is another office's."""
    training = Training.objects.select_for_update().get(pk=pk)
    if not may_edit(actor, training):
        raise Refused(ACTIONS_NOT_YOURS)
    return training


@transaction.atomic
def change_status(*, training, to, actor: Actor, reason: str = ""):
    """One step of TRAINING_TRANSITIONS; cancelling needs a reason. History keeps who and when."""
    training = lock_training(training.pk, actor)
    _check_step(training, TrainingStatus(to), reason)
    _set_status(training, to, reason)
    if training.is_cancelled:
        tell_cancelled(training)
    return training


@transaction.atomic
def start_by_itself(*, pk: int) -> bool:
    """For the chore: whether the training could begin, now that its first day has come."""
    training = Training.objects.select_for_update().get(pk=pk)
    try:
        _check_step(training, TrainingStatus.RUNNING, "")
    except Refused:
        return False
    _set_status(training, TrainingStatus.RUNNING)
    return True


def _set_status(training, to, reason: str = "") -> None:
    training.status = to
    training.cancel_reason = reason if to == TrainingStatus.CANCELLED else ""
    training.save(update_fields=["status", "cancel_reason", "updated_at"])


def _check_step(training: Training, to: TrainingStatus, reason: str) -> None:
    if training.status == to:
        raise AlreadyDone(f"Sudah {to.label.lower()}.")
    if to not in TRAINING_TRANSITIONS[training.status]:
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


COPIED = ("programme_id", "agency_id", "quota", "planned_cost")
VILLAGE_MARK = "{kelurahan}"


@transaction.atomic
def copy_training(
    *,
    training: Training,
    villages: VillageQuerySet | list[Village],
    starts_on: dt.date,
    batch: str,
    venue: str,
    budget: Budget | None,
    actor: Actor,
) -> list[Training]:
    """[Training]: one plan in each of `villages`, with the same days counted from `starts_on`.

    `venue` may hold {kelurahan}. `budget`: a Budget or None, which pays each of them. Refused, and none of them is
    made, when one exists already or the money does not suffice.
    """
    row = lock_training(training.pk, actor)
    later = starts_on - row.starts_on
    _refuse_twins(row, villages, starts_on)
    purse = actions.hold(budget, row.agency_id, starts_on, row.ends_on + later) if budget else None
    days = list(row.sessions.filter(cancelled=False).order_by("held_on"))
    shared = {"batch": batch, "starts_on": starts_on, "ends_on": row.ends_on + later, "budget": purse}
    copies = [_copy(row, village, venue, days, shared, actor) for village in villages]
    if purse:
        actions.check_ceiling(purse)
    return copies


def _refuse_twins(training: Training, villages: VillageQuerySet | list[Village], starts_on: dt.date) -> None:
    twins = Training.objects.filter(programme=training.programme_id, starts_on=starts_on, village__in=villages)
    names = ", ".join(
        twins.exclude(status=TrainingStatus.CANCELLED).order_by("village__name").values_list("village__name", flat=True)
    )
    if names:
        raise Refused(f"Sudah ada pelatihan program ini yang mulai {tanggal(starts_on)} di {names}.")


def _copy(
    training: Training, village: Village, venue: str, days: list[TrainingSession], shared: dict[str, Any], actor: Actor
) -> Training:
    kept = {name: getattr(training, name) for name in COPIED}
    if shared["budget"] is None:
        kept["planned_cost"] = 0
    copy = Training.objects.create(
        **kept,
        **shared,
        village=village,
        venue=venue.replace(VILLAGE_MARK, village.name)[:150],
        created_by_id=actor.user_id,
    )
    copy.teachers.set(training.teachers.all())
    later = shared["starts_on"] - training.starts_on
    made = TrainingSession.objects.bulk_create(_day(copy, day, later) for day in days)
    record_changes(TrainingSession, {day.pk: {} for day in made}, action=CREATED, by_id=actor.user_id)
    return copy


def _day(copy: Training, day: TrainingSession, later: dt.timedelta) -> TrainingSession:
    return TrainingSession(
        training=copy, held_on=day.held_on + later, topic=day.topic, starts_at=day.starts_at, ends_at=day.ends_at
    )
