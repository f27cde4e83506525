"""/lowongan/: what it weighs, how often it asks, and what it says."""

from html.parser import HTMLParser

import brotli
import pytest
from django.db import connection
from django.test import Client

from bkk_portal.people.models import PersonSkill
from bkk_portal.people.offers import load_classifications
from bkk_portal.regions.models import Regency, Village
from bkk_portal.regions.reference import load_regions
from tests.factories.people import KonsentrasiFactory, SkillFactory
from tests.factories.regions import VillageFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import day, found_by_search, titles

pytestmark = pytest.mark.django_db
LIST = "/lowongan/"


class Elements(HTMLParser):
    number = 0

    def handle_starttag(self, tag, attrs):
        self.number += 1


def elements(response):
    counted = Elements()
    counted.feed(response.content.decode())
    return counted.number


def full_page(**traits):
    """More vacancies than one page holds, as wordy as they come."""
    village = Village.objects.get(name="Tuak Daun Merah")
    for number in range(25):
        VacancyFactory(
            title=f"Teknisi perawatan jaringan komputer {number}",
            employer__name=f"PT Telekomunikasi Flobamora Nusantara {number}",
            regency=Regency.objects.get(pk="53.71"),
            village=village,
            **traits,
        )


@pytest.fixture
def _reference(db):
    """Every choice that the filters really have."""
    load_regions()
    load_classifications()


@pytest.mark.usefixtures("_reference")
def test_a_full_page_is_light_for_a_stranger():
    full_page()
    page = Client().get(LIST)
    assert len(titles(page)) == 20
    assert elements(page) <= 800
    assert len(brotli.compress(page.content)) <= 14 * 1024


@pytest.mark.usefixtures("_reference")
def test_a_full_page_is_light_with_every_reason_on_it(alumnus_user):
    skills = SkillFactory.create_batch(3)
    PersonSkill.objects.bulk_create(PersonSkill(person=alumnus_user.person, skill=skill) for skill in skills)
    alumnus_user.person.village = Village.objects.get(name="Tuak Daun Merah")
    alumnus_user.person.save()
    full_page(konsentrasi=[alumnus_user.alumnus.konsentrasi], skills=skills)
    page = alumnus_user.client.get(LIST)
    assert {len(card.reasons) for card in page.context["cards"]} == {2}
    assert elements(page) <= 800
    assert len(brotli.compress(page.content)) <= 14 * 1024


def some(count):
    VacancyFactory.create_batch(count, konsentrasi=[KonsentrasiFactory()], village=VillageFactory())


def test_same_queries_for_a_stranger(same_queries):
    same_queries(Client(), LIST, some, 2)


def test_same_queries_for_an_alumnus(same_queries, alumnus_user):
    same_queries(alumnus_user.client, LIST, some, 21)


def test_same_queries_for_a_coordinator(same_queries, coordinator):
    same_queries(coordinator.client, LIST, some, 11)


def some_cashiers(count):
    for _ in range(count):
        found_by_search(title="Kasir")


def test_same_queries_for_a_search(same_queries):
    """SQLite is asked first how common the word is; PostgreSQL knows."""
    number = {"sqlite": 3, "postgresql": 2}[connection.vendor]
    same_queries(Client(), f"{LIST}?q=kasir", some_cashiers, number)


def test_same_queries_with_every_filter(same_queries):
    query = "jurusan=b.Teknologi+Informasi&tempat=53&jenis=permanent&gaji=1500000&pendidikan=5&tanpa_pengalaman=on"
    KonsentrasiFactory()
    same_queries(Client(), f"{LIST}?{query}&tanpa_gelar=on&urut=tutup", some, 2)


def test_pages_keep_the_search_and_the_filters():
    for number in range(21):
        found_by_search(title=f"Kasir {number}")
    page = Client().get(LIST, {"q": "kasir", "jenis": "permanent"})
    assert page.context["listing"].next_url == "?q=kasir&jenis=permanent&hal=2"
    second = Client().get(LIST + page.context["listing"].next_url)
    assert (titles(second), second.context["listing"].count_text) == (["Kasir 0"], "21–21 dari 21")


def test_a_card_says_what_matters():
    VacancyFactory(title="Kasir", employer__name="Toko Rukun", village=VillageFactory(), closes_on=day(5))
    VacancyFactory(title="Perawat", employer__name="RS Jepang", overseas=True, pay_min=None, pay_max=None)
    abroad, near = Client().get(LIST).context["cards"]
    assert (near.employer, dict(near.facts)) == (
        "Toko Rukun",
        {
            "pin": "Oetete, Kota Kupang",
            "money": "Rp 2.300.000 – Rp 3.000.000",
            "briefcase": "Tetap",
            "clock": "ditutup 5 hari lagi",
        },
    )
    assert abroad.facts[:2] == [("pin", "Luar negeri"), ("money", "Gaji dibicarakan saat wawancara")]
    html = Client().get(LIST).content.decode()
    assert f'<a href="{near.get_absolute_url()}">Kasir</a>' in html
    assert "ditutup 5 hari lagi" in html


def test_a_card_leads_to_the_page_and_not_by_a_detour():
    vacancy = VacancyFactory(title="Guru / Instruktur (TKJ)", employer__name="Lembaga Ćakap")
    card = Client().get(LIST).context["cards"][0]
    assert card.get_absolute_url() == vacancy.get_absolute_url()
    assert Client().get(card.get_absolute_url()).status_code == 200


def test_an_alumnus_is_told_why_it_fits(alumnus_user):
    VacancyFactory(konsentrasi=[alumnus_user.alumnus.konsentrasi], experience_months=0)
    cards = alumnus_user.client.get(LIST).context["cards"]
    assert [bool(card.reasons) for card in cards] == [True]
    assert [bool(card.reasons) for card in Client().get(LIST).context["cards"]] == [False]


@pytest.mark.parametrize(
    ("query", "sentence", "advice"),
    [
        ("", "Belum ada lowongan yang terbuka", "Lowongan baru muncul di sini begitu BKK mengumumkannya."),
        ("?q=astronaut", "Tidak ada lowongan yang cocok", "Coba kata lain, misalnya nama pekerjaannya saja."),
        ("?jenis=daily", "Tidak ada lowongan yang cocok", "Kurangi saringan, atau coba kata lain."),
    ],
)
def test_an_empty_list_says_what_to_do(query, sentence, advice):
    html = Client().get(LIST + query).content.decode()
    assert sentence in html
    assert advice in html


@pytest.mark.parametrize(
    ("query", "is_indexed"), [("", True), ("?hal=2", True), ("?q=kasir", False), ("?segera=on", False)]
)
def test_search_engines_keep_the_list_and_none_of_its_countless_searches(query, is_indexed):
    assert ('content="noindex"' not in Client().get(LIST + query).content.decode()) is is_indexed


def test_an_empty_list_says_which_filter_hides_something_and_how_much():
    VacancyFactory.create_batch(2, pay_min=2_000_000, pay_max=None)
    page = Client().get(LIST, {"gaji": "5000000", "jenis": "permanent", "hal": "1"})
    assert [(way.text, way.url) for way in page.context["ways_out"]] == [
        ("Gaji mulai Rp 5 juta (2)", "?jenis=permanent")
    ]
    assert Client().get(LIST, {"jenis": "permanent"}).context["ways_out"] == ()


def test_the_number_of_filters_stands_on_their_button():
    VacancyFactory()
    page = Client().get(LIST, {"q": "", "urut": "gaji", "jenis": "permanent", "segera": ""})
    assert [chip.text for chip in page.context["chips"]] == ["Tetap"]
    assert "Saring (1)" in page.content.decode()


def test_what_was_searched_stays_in_the_box():
    html = Client().get(LIST, {"q": 'las "listrik"'}).content.decode()
    assert 'value="las &quot;listrik&quot;"' in html


@pytest.mark.parametrize("url", [LIST, f"{LIST}?q=kasir"])
def test_every_choice_has_a_word(url):
    assert "---" not in Client().get(url).content.decode()
