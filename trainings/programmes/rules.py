"""Which days a training meets on."""

import datetime as dt


def may_edit(actor, row):
    """Officers and heads work on their own office's programmes and trainings, nobody else's."""
    return actor.is_agency and actor.agency_id == row.agency_id


MAX_DAYS = 366  # a training lasts a year at most; lists rely on it to stay quick


def days_between(first, last, weekdays):
    """Dates from first to last, both included, that fall on one of `weekdays` (0 is Monday)."""
    span = (last - first).days + 1
    days = (first + dt.timedelta(days=number) for number in range(span))
    return [day for day in days if day.weekday() in weekdays]


def weekdays_of(days):
    return {day.weekday() for day in days}
