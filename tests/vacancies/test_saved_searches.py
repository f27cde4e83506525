"""Saved searches: what is kept of the filters, how it is called, and the pages under /saya/tersimpan/."""

import pytest
from django.http import QueryDict

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies.offers import kept_panel
from placements.vacancies.saved.actions import save_search
from placements.vacancies.saved.criteria import name_of, normalised
from placements.vacancies.saved.models import SavedSearch, VacancyAlert
from tests.factories.regions import VillageFactory
from tests.factories.vacancies import SavedSearchFactory, SavedVacancyFactory, VacancyAlertFactory, VacancyFactory
from tests.vacancies.acts import day, found_by_search, messages

pytestmark = pytest.mark.django_db
LIST, NEW, ALERTS = "/saya/tersimpan/pencarian/", "/saya/tersimpan/pencarian/baru/", "/saya/tersimpan/kabar/"


def save(seat, query="q=kasir", **changes):
    return save_search(**{"query": query, "name": "Kasir", "frequency": "daily", "actor": seat.actor} | changes)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("q=%20Tukang%20%20Las&urut=gaji&hal=3", "q=tukang+las"),
        ("jenis=permanent&gaji=2000000&q=", "gaji=2000000&jenis=permanent"),
        ("gaji=2000000&jenis=permanent", "gaji=2000000&jenis=permanent"),
        ("difabel=on&segera=", "difabel=on"),
        ("jenis=salah&asing=1", ""),
        ("", ""),
    ],
)
def test_the_same_filters_are_the_same_search(typed, kept):
    assert normalised(QueryDict(typed)) == kept


def test_name_says_the_filters_in_words():
    village = VillageFactory()
    assert name_of(f"gaji=2000000&q=las&tempat={village.code}") == f"Las di {village.name}, upah mulai Rp 2.000.000"
    assert name_of("jenis=permanent&difabel=on") == "Tetap, terbuka untuk penyandang disabilitas"
    assert name_of(f"tempat={village.code}") == f"Lowongan di {village.name}"
    assert name_of("") == "Semua lowongan baru"


def test_saving_twice_is_already_done(alumnus_user):
    save(alumnus_user)
    with pytest.raises(AlreadyDone):
        save(alumnus_user, name="Lain")
    assert list(SavedSearch.objects.values_list("name", "query")) == [("Kasir", "q=kasir")]


def test_more_than_the_set_number_is_refused(alumnus_user, settings):
    settings.RULES = settings.RULES | {"saved_searches_most": 2}
    SavedSearchFactory(query="q=sopir")
    for word in ("kasir", "las"):
        save(alumnus_user, query=f"q={word}")
    with pytest.raises(Refused) as caught:
        save(alumnus_user, query="q=sopir")
    assert caught.value.message == "Paling banyak 2 pencarian tersimpan. Hapus dulu yang tidak dipakai."


def test_page_proposes_the_name_and_saves_the_filters_of_its_address(alumnus_user):
    form = alumnus_user.client.get(f"{NEW}?q=Kasir&urut=gaji").context["form"]
    assert (form["name"].value(), form["frequency"].value()) == ("Kasir", "daily")
    data = {"name": "Kerja di toko", "frequency": "at_once"}
    response = alumnus_user.client.post(f"{NEW}?q=Kasir&urut=gaji", data, follow=True)
    assert (response.redirect_chain, messages(response)) == ([(LIST, 302)], ["Pencarian disimpan."])
    search = SavedSearch.objects.get()
    assert (search.person, search.name, search.query, search.frequency) == (
        alumnus_user.person,
        "Kerja di toko",
        "q=kasir",
        "at_once",
    )
    assert search.results_url == "/lowongan/?q=kasir"
    assert search.anchors.exists()


def test_visitor_comes_back_to_the_same_filters_after_signing_in(client):
    shown = client.get("/lowongan/?q=kasir").content.decode()
    assert f'href="{NEW}?q=kasir"' in shown
    assert client.get(f"{NEW}?q=kasir")["Location"] == f"/masuk/?next={NEW}%3Fq%3Dkasir"


def test_a_search_is_renamed_and_silenced(alumnus_user):
    search = SavedSearchFactory(person=alumnus_user.person)
    waiting = VacancyAlertFactory(search=search, told_at=None)
    VacancyAlertFactory(search=search)
    alumnus_user.client.post(f"{LIST}{search.pk}/", {"name": "Toko", "frequency": "none"})
    search.refresh_from_db()
    assert (search.name, search.frequency) == ("Toko", "none")
    assert not VacancyAlert.objects.filter(pk=waiting.pk).exists()
    assert VacancyAlert.objects.count() == 1


def test_removing_keeps_what_was_told_so_that_it_is_not_told_again(alumnus_user):
    search = SavedSearchFactory(person=alumnus_user.person)
    told = VacancyAlertFactory(search=search)
    VacancyAlertFactory(search=search, told_at=None)
    response = alumnus_user.client.post(f"{LIST}{search.pk}/hapus/", follow=True)
    assert messages(response) == ["Pencarian dihapus."]
    assert list(VacancyAlert.objects.values_list("pk", "search")) == [(told.pk, None)]


def test_nobody_else_reaches_a_search(other_alumnus_user, coordinator):
    search = SavedSearchFactory()
    for seat in (other_alumnus_user, coordinator):
        assert seat.client.get(f"{LIST}{search.pk}/").status_code == 404
        assert list(SavedSearch.objects.visible_to(seat.actor)) == []


@pytest.mark.parametrize(("page", "number"), [(LIST, 9), (ALERTS, 9)])
def test_pages_take_the_same_queries(alumnus_user, same_queries, page, number):
    def more(count):
        for _ in range(count):
            search = SavedSearchFactory(person=alumnus_user.person, query=f"q=kata{SavedSearch.objects.count()}")
            VacancyAlertFactory(search=search)

    same_queries(alumnus_user.client, page, more, number)


def test_found_ones_stand_latest_first_without_what_is_hidden(alumnus_user):
    search = SavedSearchFactory(person=alumnus_user.person)
    first, second = VacancyAlertFactory(search=search), VacancyAlertFactory(search=search)
    VacancyAlertFactory(search=search, vacancy__hidden=True)
    VacancyAlertFactory(search=search, told_at=None)
    VacancyAlertFactory()
    assert alumnus_user.client.get(ALERTS).context["listing"].rows == [second, first]


# the feed


def test_feed_shows_what_the_search_finds_and_everyone_may_see(client):
    search = SavedSearchFactory(query="q=kasir", name="Toko")
    found = found_by_search(title="Kasir Toko")
    found_by_search(title="Sopir")
    found_by_search(title="Kasir Koperasi", for_all_bkk=True)
    found_by_search(title="Kasir Lama", closed=True)
    response = client.get(search.feed_url)
    feed, robots = response.content.decode(), response["X-Robots-Tag"]
    assert f"{found.get_absolute_url()}" in feed
    assert (feed.count("<entry>"), "<title>Toko</title>" in feed, robots) == (1, True, "noindex")


def test_a_new_address_ends_the_old_one(alumnus_user, client):
    search = SavedSearchFactory(person=alumnus_user.person)
    old = search.feed_url
    alumnus_user.client.post(f"{LIST}{search.pk}/ganti-umpan/")
    search.refresh_from_db()
    assert (client.get(old).status_code, client.get(search.feed_url).status_code) == (404, 200)
    assert len(search.token) == 43


def test_history_keeps_no_token():
    search = SavedSearchFactory()
    assert "token" not in changes_of(search).get().changes


def test_own_data_holds_searches_and_what_was_told(alumnus_user):
    search = SavedSearchFactory(person=alumnus_user.person, name="Kasir")
    VacancyAlertFactory(search=search, vacancy=VacancyFactory(title="Kasir Toko"))
    data = alumnus_user.client.post("/saya/data-saya/unduh/").json()
    assert [row["nama"] for row in data["Pencarian tersimpan"]] == ["Kasir"]
    assert [row["lowongan"] for row in data["Kabar lowongan"]] == ["Kasir Toko"]


def test_dashboard_counts_what_closes_soon_and_what_was_found(alumnus_user):
    assert "Lowongan untuk Anda" not in alumnus_user.client.get("/saya/").content.decode()
    search = SavedSearchFactory(person=alumnus_user.person)
    VacancyAlertFactory(search=search)
    VacancyAlertFactory(search=search, vacancy__closed=True)
    SavedVacancyFactory(person=alumnus_user.person, vacancy__closes_on=day(7))
    SavedVacancyFactory(person=alumnus_user.person, vacancy__closes_on=day(8))
    assert kept_panel(alumnus_user.actor)[1] == {"closing": 1, "found": 1}
    page = alumnus_user.client.get("/saya/").content.decode()
    assert "<b>1</b> lowongan tersimpan segera ditutup" in page


def test_a_misspelt_search_is_kept_as_it_was_understood(alumnus_user):
    found_by_search(title="Kasir Toko")
    alumnus_user.client.post(f"{NEW}?q=kasri", {"name": "Kasir", "frequency": "daily"})
    assert SavedSearch.objects.get().query == "q=kasir"
