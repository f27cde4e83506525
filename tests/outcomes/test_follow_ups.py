"""Three, six and twelve months later: what falls due, what each answer does to the activities."""

import datetime

import pytest
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from placements.outcomes.follow_ups import answer_follow_up, months_later, plan_follow_ups, remind_of_follow_ups
from placements.outcomes.models import PlacementFollowUp
from tests.factories.outcomes import FollowUpFactory, PlacementFactory
from tests.outcomes.acts import messages, spells

pytestmark = pytest.mark.django_db
START = datetime.date(2025, 9, 1)
LEFT = datetime.date(2026, 2, 28)


def ago(months, days=0):
    return months_later(timezone.localdate(), -months) - datetime.timedelta(days=days)


def row_of(seat, **fields):
    return FollowUpFactory(placement__alumnus__school=seat.school, **fields)


def url_of(row):
    return f"/bkk/penempatan/tindak-lanjut/{row.pk}/"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (datetime.date(2025, 11, 30), 3, datetime.date(2026, 2, 28)),
        (datetime.date(2025, 9, 1), 12, datetime.date(2026, 9, 1)),
        (datetime.date(2026, 1, 15), -3, datetime.date(2025, 10, 15)),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(day, months, later):
    assert months_later(day, months) == later


def test_chore_makes_what_has_fallen_due_once():
    PlacementFactory(starts_on=ago(3, days=2))
    PlacementFactory(starts_on=ago(6, days=2))
    PlacementFactory(starts_on=ago(2))  # nothing yet
    PlacementFactory(starts_on=ago(3, days=2), cancelled=True)
    PlacementFactory(starts_on=ago(3, days=2), spell__until=ago(1))  # known to have left
    assert plan_follow_ups(dry_run=True) == "Tindak lanjut penempatan: 2 akan ditanyakan."
    assert PlacementFollowUp.objects.count() == 0
    assert plan_follow_ups(dry_run=False) == "Tindak lanjut penempatan: 2 jatuh tempo."
    assert plan_follow_ups(dry_run=False) == "Tindak lanjut penempatan: 0 jatuh tempo."
    rows = PlacementFollowUp.objects.order_by("months").values_list("months", "due_on")
    assert list(rows) == [
        (3, months_later(ago(3, days=2), 3)),
        (6, months_later(ago(6, days=2), 6)),
    ]


def test_coordinators_are_told_once_a_week(coordinator):
    row_of(coordinator)
    FollowUpFactory()  # of a school without a coordinator
    assert remind_of_follow_ups(dry_run=False) == "Tindak lanjut penempatan: 1 koordinator diingatkan."
    assert remind_of_follow_ups(dry_run=False) == "Tindak lanjut penempatan: 0 koordinator diingatkan."
    told = Notification.objects.get()
    assert (told.user, told.title) == (coordinator.user, "1 penempatan perlu ditanyakan kabarnya")


def test_still_there_changes_no_activity(coordinator):
    row = row_of(coordinator)
    response = coordinator.client.post(url_of(row), {"outcome": "still"}, follow=True)
    row.refresh_from_db()
    assert messages(response) == ["Kabar tersimpan."]
    assert (row.outcome, row.done_by, row.left_on) == ("still", coordinator.user, None)
    assert spells(row.placement.alumnus.person) == [("working", START, None, "placement")]


def test_moved_ends_the_work_and_opens_the_next(coordinator):
    row = row_of(coordinator)
    data = {"outcome": "moved", "left_on": "28/02/2026", "organisation": "Hotel Teluk", "since": "01/03/2026"}
    coordinator.client.post(url_of(row), data)
    assert spells(row.placement.alumnus.person) == [
        ("working", START, LEFT, "placement"),
        ("working", datetime.date(2026, 3, 1), None, "bkk"),
    ]


@pytest.mark.parametrize(
    ("ticked", "search"), [("", []), ("on", [("job_seeking", datetime.date(2026, 3, 1), None, "bkk")])]
)
def test_stopped_ends_the_work_and_may_begin_a_search(coordinator, ticked, search):
    row = row_of(coordinator)
    coordinator.client.post(url_of(row), {"outcome": "ended", "left_on": "28/02/2026", "is_searching": ticked})
    assert spells(row.placement.alumnus.person) == [("working", START, LEFT, "placement"), *search]


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        ({"outcome": "ended"}, {"left_on": ["Isi hari kerja terakhirnya. Perkiraan boleh."]}),
        (
            {"outcome": "moved", "left_on": "28/02/2026"},
            {"organisation": ["Isi tempat kerja barunya."], "since": ["Isi kapan mulai di sana."]},
        ),
    ],
)
def test_page_asks_for_what_is_missing(coordinator, data, errors):
    row = row_of(coordinator)
    assert coordinator.client.post(url_of(row), data).context["form"].errors == errors
    row.refresh_from_db()
    assert row.done_at is None


def test_last_day_before_the_first_is_refused_and_nothing_is_written(coordinator):
    row = row_of(coordinator)
    with pytest.raises(Refused, match=r"^Hari terakhir tidak boleh sebelum hari pertama kegiatan itu\.$"):
        answer_follow_up(follow_up=row, outcome="ended", left_on=datetime.date(2025, 8, 1), actor=coordinator.actor)
    row.refresh_from_db()
    assert (row.outcome, spells(row.placement.alumnus.person)) == ("", [("working", START, None, "placement")])


def test_answered_twice_is_already_done(coordinator, other_coordinator):
    row = row_of(coordinator)
    answer_follow_up(follow_up=row, outcome="still", actor=coordinator.actor)
    with pytest.raises(AlreadyDone, match=r"^Sudah diisi\.$"):
        answer_follow_up(follow_up=row, outcome="ended", left_on=LEFT, actor=coordinator.actor)
    with pytest.raises(Refused, match=r"^Penempatan ini dicatat BKK sekolah lain\.$"):
        answer_follow_up(follow_up=row, outcome="still", actor=other_coordinator.actor)
    row.refresh_from_db()
    assert row.outcome == "still"


def test_due_list_shows_the_schools_own_open_rows(coordinator, same_queries):
    mine = row_of(coordinator)
    row_of(coordinator, done=True)
    row_of(coordinator, due_on=timezone.localdate() + datetime.timedelta(days=1))
    row_of(coordinator, placement__cancelled=True)
    FollowUpFactory()
    url = "/bkk/penempatan/tindak-lanjut/"
    assert list(coordinator.client.get(url).context["listing"].rows) == [mine]
    same_queries(coordinator.client, url, lambda count: [row_of(coordinator) for _ in range(count)], 9)
