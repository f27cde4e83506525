"""A month of trainings, as weeks of days and as a list."""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlparse

from django.conf import settings
from django.utils import timezone

from bkk_portal.kit.text.formatting import rentang_tanggal
from bkk_portal.kit.text.ical import Event
from trainings.programmes.models import TrainingSession

if TYPE_CHECKING:
    from trainings.programmes.models import Training
    from trainings.programmes.queries import TrainingQuerySet

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
SHOWN_A_DAY = 4
MOST_SESSIONS = 3000  # a city in a month; beyond, filters are the way


@dataclasses.dataclass(frozen=True)
class Day:
    date: dt.date
    in_month: bool
    is_today: bool
    sessions: list[TrainingSession]

    @property
    def shown(self) -> list[TrainingSession]:
        return self.sessions[:SHOWN_A_DAY]

    @property
    def more(self) -> int:
        return max(0, len(self.sessions) - SHOWN_A_DAY)


@dataclasses.dataclass(frozen=True)
class Month:
    """`weeks`: lists of seven Day, from Monday. `days`: those of the month on which something is held."""

    first: dt.date
    weeks: list[list[Day]]
    days: list[Day]

    @property
    def previous(self) -> str:
        return f"{self.first - dt.timedelta(days=1):%Y-%m}"

    @property
    def next(self) -> str:
        return f"{self.first + dt.timedelta(days=31):%Y-%m}"


def month_of(text: str) -> dt.date:
    """First day of "2026-11"; of the present month for anything else."""
    found = MONTH.fullmatch(text or "")
    return dt.date(int(found[1]), int(found[2]), 1) if found else timezone.localdate().replace(day=1)


def month_page(first: dt.date, trainings: TrainingQuerySet) -> Month:
    """Month of the sessions of these trainings (a queryset) that are not called off. Two queries at most."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    held = _held(trainings, weeks[0][0], weeks[-1][-1])
    today = timezone.localdate()
    days = [[Day(day, day.month == first.month, day == today, held.get(day, [])) for day in week] for week in weeks]
    busy = [day for week in days for day in week if day.in_month and day.sessions]
    return Month(first, days, busy)


def _held(trainings: TrainingQuerySet, first: dt.date, last: dt.date) -> dict[dt.date, list[TrainingSession]]:
    """{date: [TrainingSession with its training]}"""
    rows = TrainingSession.objects.filter(held_on__range=(first, last), cancelled=False)
    rows = rows.filter(training__in=trainings.order_by().values("pk"))
    rows = rows.select_related("training__programme", "training__village", "training__agency")
    days = defaultdict(list)
    for session in rows.order_by("held_on", "training__programme__name", "pk")[:MOST_SESSIONS]:
        days[session.held_on].append(session)
    return days


def training_event(training: Training) -> Event:
    """A whole training, from its first to its last day."""
    return Event(
        uid=_uid("pelatihan", training),
        changed_at=training.updated_at,
        first=training.starts_on,
        last=training.ends_on,
        cancelled=training.is_cancelled,
        description=f"{training.agency.name}. {rentang_tanggal(training.starts_on, training.ends_on)}.",
        summary=str(training),
        location=_place(training),
        url=_page(training),
    )


def day_event(session: TrainingSession, training: Training) -> Event:
    """One day, with its hours where they are set; a day called off stays, as cancelled."""
    return Event(
        uid=_uid("hari-pelatihan", session),
        changed_at=max(session.updated_at, training.updated_at),
        first=session.held_on,
        last=session.held_on,
        begins=session.starts_at,
        ends=session.ends_at,
        cancelled=session.cancelled or training.is_cancelled,
        description=session.topic,
        summary=str(training),
        location=session.venue or _place(training),
        url=_page(training),
    )


def _uid(kind: str, row: Training | TrainingSession) -> str:
    return f"{kind}-{row.pk}@{urlparse(settings.PUBLIC_URL).hostname}"


def _place(training: Training) -> str:
    return f"{training.venue}, Kelurahan {training.village}, Kota Kupang"


def _page(training: Training) -> str:
    return f"{settings.PUBLIC_URL}{training.get_absolute_url()}"
