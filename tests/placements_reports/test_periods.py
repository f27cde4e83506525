"""The spans a BKK reports on."""

import datetime as dt

import pytest

from placements.reports.enums import PeriodKind
from placements.reports.periods import Period, begun, last_finished


@pytest.mark.parametrize(
    ("kind", "day", "start", "end", "label"),
    [
        ("month", dt.date(2024, 2, 29), dt.date(2024, 2, 1), dt.date(2024, 2, 29), "Februari 2024"),
        ("month", dt.date(2026, 12, 31), dt.date(2026, 12, 1), dt.date(2026, 12, 31), "Desember 2026"),
        ("quarter", dt.date(2026, 11, 24), dt.date(2026, 10, 1), dt.date(2026, 12, 31), "Triwulan IV 2026"),
        ("semester", dt.date(2026, 6, 30), dt.date(2026, 1, 1), dt.date(2026, 6, 30), "Semester I 2026"),
        ("year", dt.date(2026, 7, 1), dt.date(2026, 1, 1), dt.date(2026, 12, 31), "Tahun 2026"),
        ("school_year", dt.date(2026, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 6, 30), "Tahun ajaran 2025/2026"),
        ("school_year", dt.date(2026, 7, 1), dt.date(2026, 7, 1), dt.date(2027, 6, 30), "Tahun ajaran 2026/2027"),
    ],
)
def test_a_day_lies_in_its_period(kind, day, start, end, label):
    period = Period.beginning(kind, day)
    assert (period.start, period.end, period.label) == (start, end, label)
    assert Period.parse(period.slug) == period


@pytest.mark.parametrize("kind", PeriodKind)
def test_periods_follow_each_other_without_gap(kind):
    periods = begun(kind, dt.date(2026, 11, 24), 14)
    for later, earlier in zip(periods, periods[1:], strict=False):
        assert earlier.end + dt.timedelta(days=1) == later.start
        assert earlier == later.before


def test_last_finished_is_over():
    assert last_finished("quarter", dt.date(2026, 9, 30)).label == "Triwulan II 2026"
    assert last_finished("quarter", dt.date(2026, 10, 1)).label == "Triwulan III 2026"


@pytest.mark.parametrize(
    "slug", ["quarter-2026-5", "quarter-2026-0", "year-2026-2", "week-2026-1", "month-1999-1", "x"]
)
def test_an_address_that_names_no_period_is_refused(slug):
    with pytest.raises(ValueError, match=r".*"):
        Period.parse(slug)
