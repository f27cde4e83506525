"""The spans of time a BKK reports on."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Self

from django.conf import settings
from django.utils import timezone

from bkk_portal.kit.text.formatting import MONTHS, ROMAN
from placements.reports.enums import PeriodKind

MONTHS_IN: dict[str, int] = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.SEMESTER: 6}
SCHOOL_YEAR_BEGINS = 7  # July
FIRST_YEAR = 2015
ONE_DAY = dt.timedelta(days=1)


@dataclasses.dataclass(frozen=True, order=True)
class Period:
    """`number` in its year: of the month, quarter or semester; 1 for whole years. A school year begins in it."""

    kind: str
    year: int
    number: int = 1

    @classmethod
    def beginning(cls, kind: str, day: dt.date) -> Self:
        """The period of that kind with this first day; of any day in it for a kind."""
        if kind == PeriodKind.SCHOOL_YEAR:
            return cls(kind, day.year - (day.month < SCHOOL_YEAR_BEGINS))
        months = MONTHS_IN.get(kind, 12)
        return cls(kind, day.year, (day.month - 1) // months + 1)

    @classmethod
    def parse(cls, slug: str) -> Self:
        """The period of "quarter-2026-4"; ValueError for what is none."""
        kind, year, number = slug.split("-")
        period = cls(PeriodKind(kind), int(year), int(number))
        if not (FIRST_YEAR <= period.year <= 2100 and 1 <= period.number <= period.how_many):
            raise ValueError(slug)
        return period

    @property
    def slug(self) -> str:
        return f"{self.kind}-{self.year}-{self.number}"

    @property
    def how_many(self) -> int:
        """Periods of this kind in a year."""
        return 12 // MONTHS_IN[self.kind] if self.kind in MONTHS_IN else 1

    @property
    def start(self) -> dt.date:
        if self.kind == PeriodKind.SCHOOL_YEAR:
            return dt.date(self.year, SCHOOL_YEAR_BEGINS, 1)
        return dt.date(self.year, (self.number - 1) * MONTHS_IN.get(self.kind, 12) + 1, 1)

    @property
    def end(self) -> dt.date:
        return self._start_of_next - ONE_DAY

    @property
    def _start_of_next(self) -> dt.date:
        months = self.start.month - 1 + MONTHS_IN.get(self.kind, 12)
        return dt.date(self.start.year + months // 12, months % 12 + 1, 1)

    @property
    def due_on(self) -> dt.date:
        """The last day on which a report on it is in time: RULES["bkk_report_days"] after its end."""
        return self.end + dt.timedelta(days=settings.RULES["bkk_report_days"])

    @property
    def is_late(self) -> bool:
        """Whether a report on it that is not there yet is late by today."""
        return timezone.localdate() > self.due_on

    @property
    def before(self) -> Self:
        return self.beginning(self.kind, self.start - ONE_DAY)

    @property
    def day_before(self) -> dt.date:
        return self.start - ONE_DAY

    @property
    def label(self) -> str:
        """November 2026, Triwulan IV 2026, Semester II 2026, Tahun 2026, Tahun ajaran 2026/2027."""
        if self.kind == PeriodKind.MONTH:
            return f"{MONTHS[self.number - 1]} {self.year}"
        if self.kind in MONTHS_IN:
            return f"{PeriodKind(self.kind).label} {ROMAN[self.number]} {self.year}"
        years = f"{self.year}/{self.year + 1}" if self.kind == PeriodKind.SCHOOL_YEAR else str(self.year)
        return f"{PeriodKind(self.kind).label} {years}"


def last_finished(kind: str, today: dt.date) -> Period:
    """The newest period of that kind that is over."""
    return Period.beginning(kind, today).before


def begun(kind: PeriodKind, today: dt.date, count: int) -> list[Period]:
    """[Period] of that kind from the one that runs today back, newest first."""
    periods = [Period.beginning(kind, today)]
    while len(periods) < count:
        periods.append(periods[-1].before)
    return [period for period in periods if period.year >= FIRST_YEAR]
