"""What answers do to the activities of a person; what contradicts a verified one is kept, shown and asked."""

import datetime

import pytest
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from bkk_portal.people.models import ActivitySpell
from placements.outcomes.follow_ups import months_later
from placements.outcomes.tracer.actions import decide
from placements.outcomes.tracer.models import Contradiction
from tests.factories.people import SpellFactory
from tests.factories.tracer import ContradictionFactory
from tests.outcomes.acts import messages, spells
from tests.outcomes.tracer.acts import EMPLOYEE, NOT_SEEKING, OWNER, SEEKING, STUDENT, asking, response_to, send

pytestmark = pytest.mark.django_db
SEPTEMBER = datetime.date(2025, 9, 1)


@pytest.fixture
def response(coordinator):
    return response_to(asking(coordinator.school))


def known(response, **fields):
    """An activity on record."""
    values = {"since": datetime.date(2025, 7, 1), "organisation": "Bengkel Lontar", "source": "bkk"}
    return SpellFactory(person=response.alumnus.person, **(values | fields))


def after(response, answers):
    send(response, answers)
    return spells(response.alumnus.person)


def today():
    return timezone.localdate()


def yesterday():
    return today() - datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (EMPLOYEE, [("working", SEPTEMBER, None, "self")]),
        (OWNER, [("self_employed", datetime.date(2026, 1, 10), None, "self")]),
    ],
)
def test_answers_become_activities(response, answers, expected):
    assert after(response, answers) == expected


def test_search_began_as_many_months_ago_as_answered(response):
    assert after(response, SEEKING) == [("job_seeking", months_later(today(), -4), None, "self")]


def test_neither_working_nor_searching_is_outside_the_labour_force(response):
    assert after(response, NOT_SEEKING) == [("outside_labour_force", today(), None, "self")]


def test_a_student_who_searches_does_both(response):
    assert after(response, STUDENT) == [
        ("studying", datetime.date(2025, 8, 15), None, "self"),
        ("job_seeking", months_later(today(), -4), None, "self"),
    ]


def test_activity_keeps_place_position_and_alignment(response):
    send(response, EMPLOYEE)
    spell = ActivitySpell.objects.get()
    assert (spell.organisation, spell.position, spell.alignment) == ("Toko Rukun", "Kasir", 4)
    assert spell.verified_at is None


def test_the_graduate_is_traced(response):
    send(response, EMPLOYEE)
    response.alumnus.refresh_from_db()
    assert response.alumnus.tracing == "traced"


def test_what_is_known_already_is_not_written_twice(response):
    known(response, organisation="TOKO  RUKUN", verified=True)
    assert after(response, EMPLOYEE) == [("working", datetime.date(2025, 7, 1), None, "bkk")]
    assert Contradiction.objects.count() == 0


def test_an_unverified_one_at_another_place_ends(response):
    known(response)
    assert after(response, EMPLOYEE) == [
        ("working", datetime.date(2025, 7, 1), datetime.date(2025, 8, 31), "bkk"),
        ("working", SEPTEMBER, None, "self"),
    ]


def test_work_cannot_have_begun_before_the_last_was_over(response):
    known(response, until=datetime.date(2026, 1, 31))
    assert after(response, EMPLOYEE)[-1] == ("working", datetime.date(2026, 2, 1), None, "self")


def test_who_does_not_work_any_more_has_unverified_work_ended(response):
    known(response)
    assert after(response, NOT_SEEKING)[0] == ("working", datetime.date(2025, 7, 1), yesterday(), "bkk")


def test_a_business_beside_a_job_stays(response):
    known(response, self_employed=True, verified=True)
    assert after(response, EMPLOYEE)[0] == ("self_employed", datetime.date(2025, 7, 1), None, "bkk")
    assert Contradiction.objects.count() == 0


def test_who_works_no_longer_searches(response):
    known(response, job_seeking=True, verified=True)
    assert after(response, EMPLOYEE)[0] == (
        "job_seeking",
        datetime.date(2025, 7, 1),
        datetime.date(2025, 8, 31),
        "bkk",
    )
    assert Contradiction.objects.count() == 0


# contradictions


def test_a_verified_activity_is_not_touched_but_asked_about(coordinator, response):
    spell = known(response, verified=True)
    assert after(response, EMPLOYEE) == [("working", datetime.date(2025, 7, 1), None, "bkk")]
    row = Contradiction.objects.get()
    assert (row.alumnus, row.spell, row.response) == (response.alumnus, spell, response)
    assert row.claim == {
        "kind": "working",
        "since": "2025-09-01",
        "organisation": "Toko Rukun",
        "position": "Kasir",
        "alignment": 4,
    }
    told = Notification.objects.get()
    assert (told.user, told.url) == (coordinator.user, "/bkk/tracer/perbedaan/")


def test_verified_work_that_somebody_no_longer_does_is_asked_about(response):
    spell = known(response, verified=True)
    assert after(response, NOT_SEEKING)[0] == ("working", datetime.date(2025, 7, 1), None, "bkk")
    assert (Contradiction.objects.get().spell, Contradiction.objects.get().claim) == (spell, {})


def url_of(row):
    return f"/bkk/tracer/perbedaan/{row.pk}/"


def row_of(seat, **fields):
    return ContradictionFactory(alumnus__school=seat.school, **fields)


CLAIMED = datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            {"decision": "answer", "last_day": "28/02/2026"},
            [("working", SEPTEMBER, datetime.date(2026, 2, 28), "bkk"), ("working", CLAIMED, None, "self")],
        ),
        ({"decision": "record"}, [("working", SEPTEMBER, None, "bkk")]),
        ({"decision": "both"}, [("working", SEPTEMBER, None, "bkk"), ("working", CLAIMED, None, "self")]),
    ],
)
def test_the_coordinator_decides(coordinator, data, expected):
    row = row_of(coordinator)
    response = coordinator.client.post(url_of(row), data, follow=True)
    row.refresh_from_db()
    assert messages(response) == ["Keputusan tersimpan."]
    assert (row.decision, row.decided_by) == (data["decision"], coordinator.user)
    assert spells(row.alumnus.person) == expected


def test_answer_that_it_is_over_cannot_be_both(coordinator):
    row = row_of(coordinator, claim={"until": "2026-04-30"})
    form = coordinator.client.get(url_of(row)).context["form"]
    assert [value for value, _ in form.fields["decision"].choices] == ["answer", "record"]
    assert form["last_day"].value() == "2026-04-30"


def test_answer_without_a_last_day_is_asked_for_one(coordinator):
    row = row_of(coordinator)
    form = coordinator.client.post(url_of(row), {"decision": "answer"}).context["form"]
    assert form.errors == {"last_day": ["Isi hari terakhirnya. Perkiraan boleh."]}


def test_decided_twice_is_already_done(coordinator, other_coordinator):
    row = row_of(coordinator)
    decide(contradiction=row, decision="record", actor=coordinator.actor)
    with pytest.raises(AlreadyDone, match=r"^Sudah diputuskan: data yang tercatat yang benar\.$"):
        decide(contradiction=row, decision="both", actor=coordinator.actor)
    with pytest.raises(Refused, match=r"^Jawaban ini milik alumni sekolah lain\.$"):
        decide(contradiction=row, decision="both", actor=other_coordinator.actor)
    assert spells(row.alumnus.person) == [("working", SEPTEMBER, None, "bkk")]


def test_list_of_what_waits_is_the_schools_own(coordinator, same_queries):
    mine = row_of(coordinator)
    row_of(coordinator, decision="record", decided_at=timezone.now())
    ContradictionFactory()
    url = "/bkk/tracer/perbedaan/"
    assert list(coordinator.client.get(url).context["listing"].rows) == [mine]
    same_queries(coordinator.client, url, lambda count: [row_of(coordinator) for _ in range(count)], 9)


# what a person says at another time


def test_a_person_ends_an_activity_of_their_own(alumnus_user):
    spell = SpellFactory(person=alumnus_user.person, since=SEPTEMBER)
    url = f"/saya/tracer/kegiatan/{spell.pk}/selesai/"
    response = alumnus_user.client.post(url, {"last_day": "31/03/2026"}, follow=True)
    spell.refresh_from_db()
    assert (messages(response), spell.until) == (["Tanggal selesai tersimpan."], datetime.date(2026, 3, 31))


def test_a_verified_one_is_for_the_bkk_to_end(alumnus_user):
    spell = SpellFactory(person=alumnus_user.person, since=SEPTEMBER, verified=True)
    url = f"/saya/tracer/kegiatan/{spell.pk}/selesai/"
    response = alumnus_user.client.post(url, {"last_day": "31/03/2026"}, follow=True)
    spell.refresh_from_db()
    row = Contradiction.objects.get()
    assert messages(response) == ["Terima kasih. Kegiatan ini dicatat BKK; mereka diminta memeriksa dan mengakhirinya."]
    assert (spell.until, row.spell, row.claim) == (None, spell, {"until": "2026-03-31"})
