import datetime as dt

import pytest

from tests.factories.programmes import SessionFactory, TrainingFactory
from trainings.programmes.days.calendars import month_of, month_page
from trainings.programmes.models import Training

pytestmark = pytest.mark.django_db
MARCH = dt.date(2026, 3, 1)


def day(date, **fields):
    return SessionFactory(held_on=date, **fields)


def test_month_is_read_from_the_address_else_it_is_this_one():
    assert month_of("2026-03") == MARCH
    assert month_of("2026-13").day == 1


def test_weeks_run_from_monday_and_days_off_are_left_out():
    held = day(dt.date(2026, 3, 4))
    day(dt.date(2026, 3, 5), cancelled=True)
    day(dt.date(2026, 4, 1))
    month = month_page(MARCH, Training.objects.all())
    assert (month.weeks[0][0].date, month.weeks[-1][-1].date) == (dt.date(2026, 2, 23), dt.date(2026, 4, 5))
    assert [(found.date, found.sessions) for found in month.days] == [(held.held_on, [held])]
    assert (month.previous, month.next) == ("2026-02", "2026-04")


def test_day_shows_a_few_and_says_how_many_more():
    for _ in range(6):
        day(dt.date(2026, 3, 4))
    found = month_page(MARCH, Training.objects.all()).days[0]
    assert (len(found.shown), found.more) == (4, 2)


def test_public_calendar_has_no_plans_and_the_desk_only_its_own(client, officer):
    date = dt.date(2026, 3, 4)
    day(date, training=TrainingFactory(programme__name="Rencana kita", programme__agency=officer.agency, planned=True))
    day(date, training=TrainingFactory(programme__name="Milik lain", programme__agency__other=True))
    public = client.get("/pelatihan/kalender/?bulan=2026-03").content.decode()
    desk = officer.client.get("/dinas/pelatihan/kalender/?bulan=2026-03").content.decode()
    assert ("Rencana kita" in public, "Milik lain" in public) == (False, True)
    assert ("Rencana kita" in desk, "Milik lain" in desk) == (True, False)


def test_calendar_takes_the_same_queries_for_any_number_of_days(client, same_queries):
    def make(count):
        for _ in range(count):
            day(dt.date(2026, 3, 4))

    same_queries(client, "/pelatihan/kalender/?bulan=2026-03", make, 1)
