"""Which days a training meets on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.programmes.enums import Weekday


def may_edit(actor: Actor, row: models.Model) -> bool:
    """Officers and heads work on their own office's programmes and trainings, nobody else's."""
    return actor.is_agency and actor.agency_id == row.agency_id


MAX_DAYS = 366  # a training lasts a year at most; lists rely on it to stay quick


def days_between(
    first: dt.date, last: dt.date, weekdays: tuple[Weekday, Weekday, Weekday, Weekday, Weekday] | list[int] | set[int]
) -> list[dt.date]:
    """Dates from first to last, both included, that fall on one of `weekdays` (0 is Monday)."""
    span = (last - first).days + 1
    days = (first + dt.timedelta(days=number) for number in range(span))
    return [day for day in days if day.weekday() in weekdays]


def weekdays_of(days: set[dt.date]) -> set[int]:
    return {day.weekday() for day in days}
