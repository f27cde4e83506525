"""One training planned anew in several kelurahan at once."""

import datetime as dt

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.formatting import tanggal
from trainings.programmes import budgets
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training, TrainingSession

COPIED = ("programme_id", "agency_id", "quota", "planned_cost")
VILLAGE_MARK = "{kelurahan}"


@transaction.atomic
def copy_training(*, training, villages, starts_on, batch, venue, budget, actor):
    """[Training]: one plan in each of `villages`, with the same days counted from `starts_on`.

    `venue` may hold {kelurahan}. `budget`: a Budget or None, which pays each of them. Refused, and none of them is
    made, when one exists already or the money does not suffice.
    """
    row = lock_training(training.pk, actor)
    later = starts_on - row.starts_on
    _refuse_twins(row, villages, starts_on)
    purse = budgets.hold(budget, row.agency_id, starts_on, row.ends_on + later) if budget else None
    days = list(row.sessions.filter(cancelled=False).order_by("held_on"))
    shared = {"batch": batch, "starts_on": starts_on, "ends_on": row.ends_on + later, "budget": purse}
    copies = [_copy(row, village, venue, days, shared, actor) for village in villages]
    if purse:
        budgets.check_ceiling(purse)
    return copies


def _refuse_twins(training, villages, starts_on):
    twins = Training.objects.filter(programme=training.programme_id, starts_on=starts_on, village__in=villages)
    names = ", ".join(
        twins.exclude(state=TrainingState.CANCELLED).order_by("village__name").values_list("village__name", flat=True)
    )
    if names:
        raise Refused(f"Sudah ada pelatihan program ini yang mulai {tanggal(starts_on)} di {names}.")


def _copy(training, village, venue, days, shared, actor):
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
    bulk_create_with_history([_day(copy, day, later) for day in days], TrainingSession)
    return copy


def _day(copy, day, later: dt.timedelta):
    return TrainingSession(
        training=copy, held_on=day.held_on + later, topic=day.topic, starts_at=day.starts_at, ends_at=day.ends_at
    )
