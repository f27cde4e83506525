import datetime

import pytest
import time_machine

from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Person
from tests.factories.people import SpellFactory

pytestmark = pytest.mark.django_db
URL = "/saya/profil/kerja/"
VALUES = {
    "kind": "internship",
    "organisation": "Hotel Pantai Lasiana",
    "position": "Siswa PKL",
    "since": "2024-01",
    "until": "06/2024",
    "description": "Melayani tamu",
}


def add(seat, **changes):
    return seat.client.post(f"{URL}tambah/", VALUES | changes)


def test_internship_is_kept_by_whole_months(participant_user):
    assert add(participant_user)["Location"] == URL
    spell = ActivitySpell.objects.get()
    assert (spell.person, spell.kind, spell.source) == (
        participant_user.person,
        SpellKind.INTERNSHIP,
        SpellSource.SELF,
    )
    assert (spell.since, spell.until) == (datetime.date(2024, 1, 1), datetime.date(2024, 6, 30))
    assert (spell.verified_by, spell.description) == (None, "Melayani tamu")


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"since": "2024-13"}, "since", "Bulan tidak dikenali. Tulis misalnya 09/2025 atau September 2025."),
        ({"since": "2099-01", "until": ""}, "since", "Bulan ini belum tiba. Tulis yang sudah dimulai."),
        ({"until": "2099-01"}, "until", "Bulan ini belum tiba. Kosongkan bila masih berjalan."),
        ({"until": "Desember 2023"}, "until", "Bulan selesai harus setelah bulan mulai."),
    ],
)
def test_months_that_cannot_be_are_refused(participant_user, changes, field, sentence):
    assert add(participant_user, **changes).context["form"].errors[field] == [sentence]
    assert ActivitySpell.objects.count() == 0


@time_machine.travel("2026-11-24 12:00+08:00", tick=False)
def test_end_in_the_running_month_is_today(participant_user):
    add(participant_user, until="2026-11")
    assert ActivitySpell.objects.get().until == datetime.date(2026, 11, 24)


def test_same_work_is_not_kept_twice(participant_user):
    add(participant_user)
    add(participant_user, organisation="hotel pantai lasiana")
    messages = [str(message) for message in participant_user.client.get(URL).context["messages"]]
    assert (ActivitySpell.objects.count(), messages[-1]) == (1, "Sudah ada di daftar Anda.")


def test_own_report_is_changed_and_removed(participant_user):
    spell = SpellFactory(person=participant_user.person)
    page = f"/saya/profil/kegiatan/{spell.pk}/"
    token = participant_user.client.get(page).context["form"]["terakhir_diubah"].value()
    participant_user.client.post(page, VALUES | {"terakhir_diubah": token, "kind": "working"})
    spell.refresh_from_db()
    assert (spell.organisation, spell.kind) == ("Hotel Pantai Lasiana", SpellKind.WORKING)
    participant_user.client.post(f"{page}hapus/")
    assert ActivitySpell.objects.count() == 0


@pytest.mark.parametrize("traits", [{"verified": True}, {"source": SpellSource.PLACEMENT}, {"source": SpellSource.BKK}])
def test_what_others_recorded_or_verified_is_shown_and_not_changed(participant_user, traits):
    spell = SpellFactory(person=participant_user.person, **traits)
    page = f"/saya/profil/kegiatan/{spell.pk}/"
    assert [row.is_own_report for row in participant_user.client.get(URL).context["spells"]] == [False]
    codes = [participant_user.client.get(page).status_code, participant_user.client.post(page, VALUES).status_code]
    assert [*codes, participant_user.client.post(f"{page}hapus/").status_code] == [404, 404, 404]


def test_placement_that_was_cancelled_is_not_shown(participant_user):
    day = datetime.date(2026, 3, 2)
    SpellFactory(person=participant_user.person, source=SpellSource.PLACEMENT, since=day, until=day)
    assert participant_user.client.get(URL).context["spells"] == []


def test_school_that_is_not_on_record_is_added(participant_user):
    values = {"organisation": "SMAN 3 Kupang", "position": "IPA", "since": "2019-07", "until": "2022-05"}
    answer = participant_user.client.post("/saya/profil/pendidikan/tambah/", values)
    assert answer["Location"] == "/saya/profil/pendidikan/"
    assert ActivitySpell.objects.get().kind == SpellKind.STUDYING


def test_who_never_worked_says_so_until_they_add_some(participant_user):
    participant_user.client.post(f"{URL}belum-pernah/", {"belum": "1"})
    assert Person.objects.get(pk=participant_user.person.pk).no_experience
    add(participant_user)
    assert not Person.objects.get(pk=participant_user.person.pk).no_experience


def test_never_worked_is_refused_where_work_is_on_record(participant_user):
    SpellFactory(person=participant_user.person)
    participant_user.client.post(f"{URL}belum-pernah/", {"belum": "1"})
    assert not Person.objects.get(pk=participant_user.person.pk).no_experience


def test_page_takes_the_same_queries_for_more_rows(participant_user, same_queries):
    def make_rows(count):
        SpellFactory.create_batch(count, person=participant_user.person)

    same_queries(participant_user.client, URL, make_rows, 13)
