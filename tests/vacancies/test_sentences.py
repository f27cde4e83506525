"""Sentences that mean a filter: what is offered, what is still looked for, and that nothing is set unasked."""

import pytest
from django.http import QueryDict
from django.test import Client

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.web.cache import forget_all
from placements.vacancies.saved.anchors import anchors_of
from placements.vacancies.saved.criteria import as_meant
from placements.vacancies.search import choices, sentences
from tests.factories.regions import VillageFactory
from tests.vacancies.acts import found_by_search, titles

pytestmark = pytest.mark.django_db
KUPANG = "?q=loker+smk&tempat=53.71"


@pytest.fixture(autouse=True)
def place():
    """Oetete in Kota Kupang."""
    forget_all()
    return VillageFactory()


def offered(text, **more):
    page = Client().get("/lowongan/", {"q": text, **more})
    return [(offer.text, offer.url) for offer in page.context["offers"]]


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("kerja tanpa pengalaman", [("Tanpa pengalaman", "?tanpa_pengalaman=on")]),
        ("Kasir, belum berpengalaman", [("Tanpa pengalaman", "?q=Kasir%2C&tanpa_pengalaman=on")]),
        ("fresh graduate", [("Tanpa pengalaman", "?tanpa_pengalaman=on")]),
        ("gaji 3 juta", [("Gaji mulai Rp 3 juta", "?gaji=3000000")]),
        ("loker gaji di atas Rp3,5jt kasir", [("Gaji mulai Rp 3 juta", "?q=loker+kasir&gaji=3000000")]),
        ("gaji 2.500.000", [("Gaji mulai Rp 2,5 juta", "?gaji=2500000")]),
        ("gaji 1 juta", []),
        ("gaji umr", [("Gaji tertinggi", "?urut=gaji")]),
        ("lulusan smk", [("Pendidikan saya: SMA/SMK", "?pendidikan=3")]),
        ("kerja wanita lulusan SMA/SMK", [("Pendidikan saya: SMA/SMK", "?pendidikan=3")]),
        ("loker smk kupang", [("Pendidikan saya: SMA/SMK", "?q=kupang&pendidikan=3"), ("Kota Kupang", KUPANG)]),
        ("smk", [("Pendidikan saya: SMA/SMK", "?pendidikan=3")]),
        ("guru smk", []),
        ("loker terbaru november 2026", [("Baru minggu ini", "?minggu_ini=on")]),
        ("lowongan hari ini", [("Baru minggu ini", "?minggu_ini=on")]),
        ("kerja paruh waktu", [("Paruh waktu", "?jenis=part_time")]),
        ("magang tkj", [("Magang", "?q=tkj&jenis=internship")]),
        ("kasir di kupang", [("Kota Kupang", "?q=kasir+di&tempat=53.71")]),
        ("oetete", [("Oetete", "?tempat=53.71.04.1008")]),
        ("pengalaman", []),
        ('"tanpa pengalaman" -magang', []),
        ("wanita", []),
        ("", []),
    ],
)
def test_what_a_sentence_offers(text, offers):
    assert offered(text) == offers


def test_several_are_offered_one_by_one_and_none_that_is_set():
    text = "magang tanpa pengalaman"
    assert offered(text, hal="2", gaji="2000000") == [
        ("Tanpa pengalaman", "?q=magang&gaji=2000000&tanpa_pengalaman=on"),
        ("Magang", "?q=tanpa+pengalaman&gaji=2000000&jenis=internship"),
    ]
    assert [name for name, _ in offered(text, tanpa_pengalaman="on", jenis="internship")] == []
    assert [name for name, _ in offered(text, jenis="permanent")] == ["Tanpa pengalaman", "Magang"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("kasir tanpa pengalaman", "kasir "),
        ("tanpa pengalaman kas", "kas"),
        ("loker kerja tanpa pengalaman", ""),
        ("kasir wanita 20 tahun", "kasir "),
        ("magang kasir", "magang kasir"),
        ("berpengalaman", "berpengalaman"),
        ('"gaji 3 juta"  kasir', '"gaji 3 juta"  kasir'),
        ("hari -ini kasir", "hari -ini kasir"),
        ("¨ gaji 3 juta ", ""),
    ],
)
def test_what_is_still_looked_for(text, rest):
    assert sentences.looked_for(text) == rest


def test_words_that_mean_a_filter_neither_hide_nor_filter():
    found_by_search(title="Kasir", experience_months=12)
    found_by_search(title="Sopir")
    asked = [titles(Client().get("/lowongan/", {"q": text})) for text in ("tanpa pengalaman", "kasir gaji 3 juta")]
    assert asked == [["Sopir", "Kasir"], ["Kasir"]]


def test_a_saved_search_is_asked_by_the_words_that_are_looked_for():
    assert anchors_of("q=tanpa+pengalaman+kasir+") == ["kata:cashier", "kata:kasir"]
    assert anchors_of("q=tanpa+pengalaman") == ["semua"]


def test_every_line_of_the_table_names_a_choice_of_the_filter():
    known = {name: {"on"} for name in choices.TICKS} | {"": {""}, "gaji": {"?"}, "urut": {"gaji"}}
    known["jenis"] = {value for value, _ in choices.kinds()}
    known["pendidikan"] = {value for value, _ in choices.schooling()}
    lines = [(meaning.filter, meaning.value) for meaning in sentences.table() if meaning.filter != "tempat"]
    assert [(name, value) for name, value in lines if value not in known[name]] == []


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("q=kerja+tanpa+pengalaman", "tanpa_pengalaman=on"),
        ("q=kasir+gaji+3+juta+magang&urut=gaji", "gaji=3000000&q=kasir+magang"),
        ("q=kasir+gaji+3+juta&gaji=2000000", "gaji=2000000&q=kasir"),
        ("q=kasir+wanita&hal=2", "q=kasir"),
    ],
)
def test_a_search_is_kept_with_the_filters_that_were_said(query, kept):
    assert as_meant(QueryDict(query), ANONYMOUS) == kept
