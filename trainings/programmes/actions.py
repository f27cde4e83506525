"""Programmes, trainings as they are planned, and who teaches. What concerns their people is participants.running's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from bkk_portal.accounts.audit.changes import CREATED, record_changes
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from trainings.programmes.budgets.actions import check_ceiling, hold
from trainings.programmes.catalogue.actions import write_parts
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Instructor, Training, TrainingSession
from trainings.programmes.rules import days_between, may_edit

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.regions.models import Village
    from trainings.programmes.catalogue.actions import Rule
    from trainings.programmes.models import Budget, TrainingProgramme

NOT_YOURS = "Pelatihan ini milik dinas lain. Anda hanya dapat mengubah pelatihan dinas Anda sendiri."
NOT_YOUR_INSTRUCTOR = "Pelatih ini ada dalam daftar dinas lain."
NO_DAYS = "Tidak ada hari pelatihan di antara kedua tanggal itu. Pilih hari lain atau ubah tanggalnya."
COPIED = ("programme_id", "agency_id", "quota", "planned_cost")
VILLAGE_MARK = "{kelurahan}"


def save_instructor(*, instructor: Instructor, actor: Actor) -> Instructor:
    """`instructor`: filled in, not saved; a new one becomes the actor's office's. Raises AlreadyDone, Refused."""
    if instructor.pk is None:
        instructor.agency_id = actor.agency_id
    if not may_edit(actor, instructor):
        raise Refused(NOT_YOUR_INSTRUCTOR)
    try:
        with transaction.atomic():
            instructor.save()
    except IntegrityError as twice:
        raise AlreadyDone("Sudah ada pelatih dengan nama dan lembaga ini dalam daftar.") from twice
    return instructor


def set_teachers(
    training: Training,
    teachers: Iterable[Instructor],
    new_names: Iterable[str] = (),
) -> None:
    """Called in the transaction that saves the training. `new_names`: written down on the way, each once."""
    rows = list(teachers)
    if any(row.agency_id != training.agency_id for row in rows):
        raise Refused(NOT_YOUR_INSTRUCTOR)
    training.teachers.set([*rows, *(_named(training.agency_id, name) for name in new_names)])


def _named(agency_id: int, name: str) -> Instructor:
    known = Instructor.objects.filter(agency_id=agency_id, name__iexact=name).order_by("pk").first()
    return known or Instructor.objects.create(agency_id=agency_id, name=name)


@transaction.atomic
def save_programme(
    *,
    programme: TrainingProgramme,
    actor: Actor,
    units: Iterable[tuple[str, str]] = (),
    criteria: Iterable[tuple[str, int]] = (),
    rules: Iterable[Rule] = (),
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
    weekdays: Collection[int],
    actor: Actor,
    origin_villages: Iterable[Village] = (),
    hours: tuple[dt.time | None, dt.time | None] = (None, None),
    teachers: Iterable[Instructor] = (),
    new_teachers: Iterable[str] = (),
) -> Training:
    """`training`: filled in, not saved. Its days are those of `weekdays` (0 is Monday) between both dates.

    `hours`: (time each day begins, ends), None where open. `new_teachers`: names to put on the office's list.
    """
    if not may_edit(actor, training.programme):
        raise Refused("Program ini milik dinas lain. Pilih program dinas Anda sendiri.")
    days = days_between(training.starts_on, training.ends_on, weekdays)
    if not days:
        raise Refused(NO_DAYS)
    training.agency_id = actor.own("agency_id")
    training.created_by_id = actor.signed_in_id
    save_within_budget(training)
    training.origin_villages.set(origin_villages)
    set_teachers(training, teachers, new_teachers)
    add_days(training, days, *hours)
    return training


def save_within_budget(training: Training, **kwargs: Any) -> None:
    """Locked before, summed up after: two officers never plan more together than the ceiling."""
    budget = training.budget
    row = hold(budget, training.agency_id, training.starts_on, training.ends_on) if budget else None
    training.save(**kwargs)
    if row:
        check_ceiling(row)


def add_days(
    training: Training, days: list[dt.date], starts_at: dt.time | None = None, ends_at: dt.time | None = None
) -> None:
    sessions = [TrainingSession(training=training, held_on=day, starts_at=starts_at, ends_at=ends_at) for day in days]
    made = TrainingSession.objects.bulk_create(sessions)
    record_changes(TrainingSession, {day.pk: {} for day in made}, action=CREATED)


def lock_training(pk: int, actor: Actor) -> Training:
    """The row, locked until the transaction ends; Refused if it is another office's."""
    training = Training.objects.select_for_update().get(pk=pk)
    if not may_edit(actor, training):
        raise Refused(NOT_YOURS)
    return training


@transaction.atomic
def copy_training(
    *,
    training: Training,
    villages: Collection[Village],
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
    purse = hold(budget, row.agency_id, starts_on, row.ends_on + later) if budget else None
    days = list(row.sessions.filter(cancelled=False).order_by("held_on"))
    shared = {"batch": batch, "starts_on": starts_on, "ends_on": row.ends_on + later, "budget": purse}
    copies = [_copy(row, village, venue, days, shared, actor) for village in villages]
    if purse:
        check_ceiling(purse)
    return copies


def _refuse_twins(training: Training, villages: Collection[Village], starts_on: dt.date) -> None:
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
        created_by_id=actor.signed_in_id,
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
