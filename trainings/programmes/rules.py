"""Who works on what, and which days a training meets on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.programmes.models import Budget, Instructor, Training, TrainingProgramme

MAX_DAYS = 366  # a training lasts a year at most; lists rely on it to stay quick


def may_edit(actor: Actor, row: TrainingProgramme | Training | Budget | Instructor) -> bool:
    """Officers and heads work on their own office's programmes and trainings, nobody else's."""
    return actor.is_agency and actor.agency_id == row.agency_id


def days_between(first: dt.date, last: dt.date, weekdays: Collection[int]) -> list[dt.date]:
    """Dates from first to last, both included, that fall on one of `weekdays` (0 is Monday)."""
    span = (last - first).days + 1
    days = (first + dt.timedelta(days=number) for number in range(span))
    return [day for day in days if day.weekday() in weekdays]


def weekdays_of(days: set[dt.date]) -> set[int]:
    return {day.weekday() for day in days}
