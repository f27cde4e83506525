"""What graduates tell of themselves at /saya/tracer/."""

import datetime

import pytest
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing
from placements.outcomes.actions import report_activity
from tests.factories.people import SpellFactory
from tests.harness.threads import at_once, raised
from tests.outcomes.acts import messages, spells

pytestmark = pytest.mark.django_db
PAGE = "/saya/tracer/"
SINCE = datetime.date(2026, 9, 1)
SEARCHING_SINCE = datetime.date(2026, 6, 1)


def unsaved(**fields):
    return ActivitySpell(**{"kind": "working", "since": SINCE, "organisation": "Toko Rukun"} | fields)


def answer(**fields):
    return {"kind": "working", "since": SINCE.isoformat(), "organisation": "Toko Rukun"} | fields


def test_report_writes_an_unverified_spell_of_ones_own(alumnus_user):
    report_activity(spell=unsaved(), actor=alumnus_user.actor)
    spell = ActivitySpell.objects.get()
    assert (spell.person, spell.source, spell.verified_by) == (alumnus_user.person, "self", None)


@pytest.mark.parametrize("kind", ["working", "self_employed", "studying"])
def test_report_ends_the_job_search(alumnus_user, kind):
    SpellFactory(person=alumnus_user.person, job_seeking=True, since=SEARCHING_SINCE)
    report_activity(spell=unsaved(kind=kind), actor=alumnus_user.actor)
    assert spells(alumnus_user.person) == [
        ("job_seeking", SEARCHING_SINCE, datetime.date(2026, 8, 31), "self"),
        (kind, SINCE, None, "self"),
    ]


def test_report_of_a_search_ends_none(alumnus_user):
    SpellFactory(person=alumnus_user.person, job_seeking=True, since=SEARCHING_SINCE)
    report_activity(spell=unsaved(kind="job_seeking", organisation=""), actor=alumnus_user.actor)
    assert [until for _, _, until, _ in spells(alumnus_user.person)] == [None, None]


def test_report_makes_every_record_of_the_person_traced_and_history_knows(alumnus_user):
    report_activity(spell=unsaved(), actor=alumnus_user.actor)
    alumnus_user.alumnus.refresh_from_db()
    assert (alumnus_user.alumnus.tracing, alumnus_user.alumnus.history.count()) == (Tracing.TRACED, 2)


def test_report_twice_is_already_done(alumnus_user):
    report_activity(spell=unsaved(), actor=alumnus_user.actor)
    with pytest.raises(AlreadyDone) as caught:
        report_activity(spell=unsaved(organisation="TOKO RUKUN"), actor=alumnus_user.actor)
    assert (caught.value.message, ActivitySpell.objects.count()) == ("Sudah Anda laporkan.", 1)


def test_report_without_a_person_is_refused(coordinator):
    with pytest.raises(Refused) as caught:
        report_activity(spell=unsaved(), actor=coordinator.actor)
    assert (caught.value.message, ActivitySpell.objects.count()) == ("Lengkapi dulu akun Anda.", 0)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_one(alumnus_user):
    actor = alumnus_user.actor
    outcomes = at_once(*[lambda: report_activity(spell=unsaved(), actor=actor)] * 2)
    assert ([type(fault) for fault in raised(outcomes)], ActivitySpell.objects.count()) == ([AlreadyDone], 1)


# the page


def test_page_saves_and_shows_it(alumnus_user):
    response = alumnus_user.client.post(PAGE, answer(monthly_pay="1.500.000"), follow=True)
    assert messages(response) == ["Terima kasih. Kabar Anda tersimpan."]
    assert ActivitySpell.objects.get().monthly_pay == 1_500_000
    assert "Bekerja: Toko Rukun" in response.content.decode()


def test_page_says_so_when_it_was_told_before(alumnus_user):
    alumnus_user.client.post(PAGE, answer())
    response = alumnus_user.client.post(PAGE, answer(), follow=True)
    assert messages(response)[-1] == "Sudah Anda laporkan."


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        (
            {"since": "2099-01-01"},
            {"since": ["Tanggal ini belum tiba. Isi tanggal mulai yang sudah lewat atau hari ini."]},
        ),
        ({"organisation": ""}, {"organisation": ["Isi nama tempat kerja, usaha atau kampus."]}),
        (
            {"kind": "training"},
            {"kind": ["Masukkan pilihan yang valid. training bukan salah satu dari pilihan yang tersedia."]},
        ),
        ({"monthly_pay": "banyak"}, {"monthly_pay": ["Tulis jumlah rupiah, misalnya 2.500.000."]}),
    ],
)
def test_page_refuses_with_a_clear_sentence(alumnus_user, changes, errors):
    response = alumnus_user.client.post(PAGE, answer(**changes))
    assert (response.context["form"].errors, ActivitySpell.objects.count()) == (errors, 0)


def test_page_takes_a_search_without_a_place_and_today(alumnus_user):
    today = timezone.localdate()
    alumnus_user.client.post(PAGE, answer(kind="job_seeking", organisation="", since=today.isoformat()))
    assert spells(alumnus_user.person) == [("job_seeking", today, None, "self")]


def test_page_shows_nothing_of_others(alumnus_user):
    SpellFactory(organisation="Toko Orang Lain")
    assert "Toko Orang Lain" not in alumnus_user.client.get(PAGE).content.decode()


def test_page_takes_the_same_queries(alumnus_user, same_queries):
    same_queries(
        alumnus_user.client, PAGE, lambda count: SpellFactory.create_batch(count, person=alumnus_user.person), 10
    )
