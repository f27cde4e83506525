"""/saya/cocok/, and what a vacancy's page says of the fit."""

import pytest
from django.test import Client

from tests.factories.base import moment
from tests.factories.people import KonsentrasiFactory, PersonSkillFactory, SkillFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
PAGE = "/saya/cocok/"
PANEL = "Kecocokan dengan Anda"


def titles(seat):
    return [vacancy.title for vacancy in seat.client.get(PAGE).context["listing"].rows]


def test_open_and_visible_ones_best_first(alumnus_user, other_coordinator):
    VacancyFactory(title="Umum", published_at=moment(-1))
    VacancyFactory(title="Cocok", konsentrasi=[KonsentrasiFactory()], published_at=moment(-9))
    VacancyFactory(title="Untuk BKK saja", for_all_bkk=True, published_at=moment(-2))
    VacancyFactory(title="Sekolah lain", for_schools=True, visible_schools=[other_coordinator.school])
    for title, trait in (("Tutup", "closed"), ("Habis", "expired"), ("Draf", "draft"), ("Sembunyi", "hidden")):
        VacancyFactory(title=title, **{trait: True})
    assert titles(alumnus_user) == ["Cocok", "Umum", "Untuk BKK saja"]


def test_each_card_carries_its_reasons(alumnus_user):
    VacancyFactory(konsentrasi=[KonsentrasiFactory()])
    rows = alumnus_user.client.get(PAGE).context["listing"].rows
    assert [row.reasons for row in rows] == [["konsentrasi sama", "tanpa pengalaman"]]


def test_page_tells_how_the_order_is_made(alumnus_user):
    VacancyFactory()
    page = alumnus_user.client.get(PAGE).content.decode()
    assert "Konsentrasi yang sama 50 poin (satu program 30, satu bidang 15)" in page
    assert "Umur dan jenis kelamin tidak pernah ikut dihitung." in page


def test_who_is_no_alumnus_sees_them_too(participant_user):
    VacancyFactory(title="Umum")
    assert titles(participant_user) == ["Umum"]


def test_empty_page_says_where_to_look(alumnus_user):
    assert "Belum ada lowongan yang terbuka" in alumnus_user.client.get(PAGE).content.decode()


def test_page_takes_the_same_queries(alumnus_user, same_queries):
    def more(count):
        for _ in range(count):
            VacancyFactory(konsentrasi=[KonsentrasiFactory()], skills=[SkillFactory()])

    same_queries(alumnus_user.client, PAGE, more, 16)


# on a vacancy's page


def test_vacancy_page_says_why_and_what_is_missing(alumnus_user):
    known, missing = SkillFactory(name="Crimping"), SkillFactory(name="Mengelas")
    PersonSkillFactory(person=alumnus_user.person, skill=known)
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory()], skills=[known, missing])
    page = alumnus_user.client.get(row.get_absolute_url()).content.decode()
    panel = page.partition(PANEL)[2]
    assert [f">{word}</li>" in panel for word in ("konsentrasi sama", "1 dari 2 keterampilan", "Mengelas")] == [
        True
    ] * 3


def test_vacancy_page_does_not_discourage(alumnus_user):
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory(other=True)], experience_months=12)
    page = alumnus_user.client.get(row.get_absolute_url()).content.decode()
    assert "Belum ada yang sama dengan profil Anda. Anda tetap boleh melamar." in page


def test_strangers_and_desks_get_no_panel(coordinator):
    row = VacancyFactory()
    for client in (Client(), coordinator.client):
        assert PANEL not in client.get(row.get_absolute_url()).content.decode()
