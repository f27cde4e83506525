"""Finding a vacancy by what a person types; the same answers in the same order on SQLite and PostgreSQL."""

import pytest
from django.test import Client

from placements.vacancies import actions
from placements.vacancies.models import Vacancy
from placements.vacancies.search import index
from tests.factories.people import KonsentrasiFactory, OccupationFactory, SkillFactory
from tests.factories.regions import VillageFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import fields, form_data, found_by_search, published, titles

pytestmark = pytest.mark.django_db


def ask(text, **more):
    return titles(Client().get("/lowongan/", {"q": text, **more}))


@pytest.mark.parametrize("text", ["bekerja", "pekerjaan", "kerja", "Pekerja", "KERJA"])
def test_every_form_of_a_word_finds_the_same(text):
    found_by_search(title="Pekerja bangunan")
    found_by_search(title="Kasir", description="Bekerja di toko.")
    found_by_search(title="Sopir", description="Mengantar barang.")
    assert ask(text) == ["Pekerja bangunan", "Kasir"]


@pytest.mark.parametrize("text", ["tkj", "TKJ", "teknik komputer dan jaringan", "jaringan komputer"])
def test_the_abbreviation_of_a_konsentrasi_finds_it(text):
    found_by_search(title="Staf IT", konsentrasi=[KonsentrasiFactory()])
    found_by_search(title="Kasir", konsentrasi=[KonsentrasiFactory(other=True)])
    assert ask(text) == ["Staf IT"]


@pytest.mark.parametrize(
    "text",
    [
        "rukun",
        "dukungan pengguna",
        "mikrotik",
        "oetete",
        "kota kupang",
        "timor raya",
        "kontrak",
        "merakit",
        "sim c",
        "mess",
    ],
)
def test_every_text_of_a_vacancy_is_searched(text):
    found_by_search(
        title="Staf IT",
        employer__name="Toko Rukun",
        occupation=OccupationFactory(),
        skills=[SkillFactory(name="Mikrotik")],
        village=VillageFactory(),
        work_address="Jl. Timor Raya 5",
        kind="contract",
        description="Merakit komputer.",
        requirements="Punya SIM C",
        benefits="Mess",
    )
    found_by_search(title="Kasir", regency=None)
    assert ask(text) == ["Staf IT"]


def test_quotes_want_the_words_side_by_side():
    found_by_search(title="Tukang las listrik")
    found_by_search(title="Tukang las", description="Merawat instalasi listrik.")
    assert (ask('"las listrik"'), len(ask("las listrik"))) == (["Tukang las listrik"], 2)


def test_minus_leaves_out():
    found_by_search(title="Admin toko")
    found_by_search(title="Admin gudang", kind="internship")
    assert (ask("admin -magang"), ask('admin -"admin toko"')) == (["Admin toko"], ["Admin gudang"])


def test_the_beginning_of_a_word_will_do():
    found_by_search(title="Resepsionis hotel")
    assert (ask("reseps"), ask('"reseps"')) == (["Resepsionis hotel"], [])


def test_all_words_are_wanted():
    found_by_search(title="Kasir toko")
    found_by_search(title="Kasir", employer__name="Apotek Sehat")
    assert ask("kasir apotek") == ["Kasir"]


def test_best_first_and_then_the_newest():
    """Title 8, employer and skills 4, place 2, description 1; made in this order, so the later is the newer."""
    found_by_search(title="Sopir", description="Kadang menjaga toko.")
    found_by_search(title="Penjaga toko")
    found_by_search(title="Pramuniaga", employer__name="Toko Rukun")
    found_by_search(title="Kepala toko")
    found_by_search(title="Satpam", work_address="Toko di Oebobo", employer__name="CV Aman")
    published = Vacancy.objects.order_by("pk").first().published_at
    Vacancy.objects.update(published_at=published)
    assert ask("toko") == ["Kepala toko", "Penjaga toko", "Pramuniaga", "Satpam", "Sopir"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("", ["Juru las", "Sopir"]),
        ("baru", ["Sopir", "Juru las"]),
        ("gaji", ["Sopir", "Juru las"]),
        ("tutup", ["Juru las", "Sopir"]),
    ],
)
def test_a_chosen_order_goes_before_the_best(order, expected):
    found_by_search(title="Juru las", pay_min=2_000_000)
    found_by_search(title="Sopir", description="Mengantar mesin las.", pay_min=3_000_000)
    assert ask("las", urut=order) == expected


def test_of_a_search_the_best_match_is_the_first_choice_of_order():
    found_by_search(title="Juru las")
    choices = [
        Client().get(url).context["filter"].form.fields["urut"].choices
        for url in ("/lowongan/?q=las", "/lowongan/?q=+")
    ]
    assert [list(dict(shown).items())[0] for shown in choices] == [("", "Paling sesuai"), ("", "Terbaru")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("' OR 1=1 --", []),
        ("a:b*", []),
        ("x" * 500, []),
        ('"', ["Kasir"]),
        (" - % ", ["Kasir"]),
        ("las\x00", ["Kasir"]),
    ],
)
def test_odd_input_finds_nothing_or_asks_nothing(text, expected):
    found_by_search(title="Kasir")
    assert ask(text) == expected


def test_the_index_follows_writing_and_editing(coordinator):
    vacancy = actions.create_vacancy(fields=fields(title="Kasir"), actor=coordinator.actor)
    published(vacancy, coordinator)
    assert (ask("kasir"), ask("barista")) == (["Kasir"], [])
    skill = SkillFactory(name="Menyeduh kopi")
    changed = {"title": "Barista", "skills": [skill]}
    actions.update_vacancy(vacancy=vacancy, fields=changed, actor=coordinator.actor)
    assert (ask("kasir"), ask("barista"), ask("seduh")) == ([], ["Barista"], ["Barista"])


def test_the_index_follows_the_form(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    url = f"/bkk/lowongan/{vacancy.pk}/ubah/"
    seen = coordinator.client.get(url).context["form"].initial["terakhir_diubah"]
    coordinator.client.post(url, form_data(title="Barista", terakhir_diubah=seen))
    assert ask("barista") == ["Barista"]


def test_what_is_no_longer_open_is_not_found(coordinator):
    vacancy = found_by_search(title="Kasir", school=coordinator.school)
    actions.pause(vacancy=vacancy, actor=coordinator.actor)
    paused = ask("kasir")
    actions.reopen(vacancy=vacancy, actor=coordinator.actor)
    reopened = ask("kasir")
    actions.close(vacancy=vacancy, reason="Sudah terisi", actor=coordinator.actor)
    assert (paused, reopened, ask("kasir")) == ([], ["Kasir"], [])


def test_drafts_and_those_for_others_are_not_found():
    found_by_search(title="Kasir draf", draft=True)
    found_by_search(title="Kasir BKK", for_all_bkk=True)
    found_by_search(title="Kasir lewat", expired=True)
    found_by_search(title="Kasir nanti", opens_on=VacancyFactory().closes_on)
    assert ask("kasir") == []


def test_a_deleted_one_leaves_the_index():
    found_by_search(title="Kasir").delete()
    assert index.INDEX.matching(Vacancy.objects.all(), index.parse_query("kasir")).count() == 0


def test_rebuild_says_how_many_and_finds_them_again(monkeypatch):
    monkeypatch.setattr(index, "BATCH", 2)
    VacancyFactory.create_batch(3, title="Kasir")
    assert ask("kasir") == []
    assert index.rebuild(Vacancy.objects.all()) == 3
    assert ask("kasir") == ["Kasir"] * 3
