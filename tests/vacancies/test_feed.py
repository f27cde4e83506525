"""The Atom feed, the sitemap, and what one gets of one's own data."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal
from placements.vacancies.offers import export_leads, export_saved
from placements.vacancies.sharing import feeds
from tests.factories.people import PersonFactory
from tests.factories.regions import VillageFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import SavedVacancyFactory, VacancyFactory, VacancyLeadFactory
from tests.vacancies.acts import day

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed():
    response = Client().get("/lowongan/feed.atom")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def not_public():
    for trait in ("draft", "hidden", "closed", "expired", "for_all_bkk", "for_schools"):
        VacancyFactory(title=trait, **{trait: True})


def test_the_feed_is_atom_with_all_that_atom_asks_for():
    VacancyFactory()
    root = feed()
    assert (root.tag, root.find(f"{ATOM}entry") is not None) == (f"{ATOM}feed", True)
    for node in (root, root.find(f"{ATOM}entry")):
        assert [bool(node.findtext(ATOM + name)) for name in ("id", "title", "updated")] == [True] * 3
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "BKK SMK Kota Kupang"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {
        "alternate": f"{settings.PUBLIC_URL}/lowongan/",
        "self": f"{settings.PUBLIC_URL}/lowongan/feed.atom",
    }


def test_an_entry_tells_the_facts():
    vacancy = VacancyFactory(
        title="Kasir & <penjaga>", employer__name="Toko Rukun", village=VillageFactory(), closes_on=day(5)
    )
    entry = feed().find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Kasir & <penjaga> · Toko Rukun"
    assert entry.findtext(f"{ATOM}summary") == (
        f"Tetap · Oetete, Kota Kupang · Rp 2.300.000 – Rp 3.000.000 · ditutup {tanggal(day(5))}"
    )
    assert entry.find(f"{ATOM}link").get("href") == f"{settings.PUBLIC_URL}{vacancy.get_absolute_url()}"


def test_the_feed_holds_the_newest_that_everyone_may_see(monkeypatch):
    monkeypatch.setattr(feeds, "NEWEST_SHOWN", 2)
    for name in ("satu", "dua", "tiga"):
        VacancyFactory(title=name, employer__name="PT")
    not_public()
    assert [entry.findtext(f"{ATOM}title") for entry in feed().findall(f"{ATOM}entry")] == ["tiga · PT", "dua · PT"]


def test_an_empty_feed_is_a_feed():
    assert feed().findall(f"{ATOM}entry") == []


def test_the_feed_asks_the_same_for_one_and_three(same_queries):
    same_queries(Client(), "/lowongan/feed.atom", VacancyFactory.create_batch, 1)


def test_the_list_names_its_feed():
    link = '<link rel="alternate" type="application/atom+xml" title="Lowongan baru" href="/lowongan/feed.atom">'
    assert link in Client().get("/lowongan/").content.decode()


def test_the_sitemap_names_what_everyone_may_see():
    not_public()
    shown = VacancyFactory()
    sitemap = ElementTree.fromstring(Client().get("/sitemap.xml").content)
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    rows = {url.findtext(f"{name}loc"): url.findtext(f"{name}lastmod") for url in sitemap.findall(f"{name}url")}
    vacancies = {address.partition("/lowongan/")[2]: when for address, when in rows.items() if "/lowongan/" in address}
    assert set(vacancies) == {"", shown.get_absolute_url().removeprefix("/lowongan/")}
    changed = timezone.localdate(shown.updated_at).isoformat()
    assert vacancies[shown.get_absolute_url().removeprefix("/lowongan/")][:10] == changed


def test_ones_own_data_names_what_was_saved_and_told():
    person = PersonFactory()
    SavedVacancyFactory(person=person, vacancy__title="Kasir", vacancy__employer__name="Toko Rukun")
    SavedVacancyFactory()
    VacancyLeadFactory(person=person, title="Sopir", school=SchoolFactory(smkn1=True))
    VacancyLeadFactory()
    (heading, saved), (other, leads) = export_saved(person), export_leads(person)
    assert (heading, [row["lowongan"] for row in saved]) == ("Lowongan tersimpan", ["Kasir"])
    assert (other, [(row["pekerjaan"], row["untuk"], row["status"]) for row in leads]) == (
        "Info loker yang dibagikan",
        [("Sopir", "BKK SMKN 1 Kupang", "Baru")],
    )


def test_a_reader_that_has_it_already_gets_304():
    vacancy = VacancyFactory()
    first = Client().get("/lowongan/feed.atom")
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = Client().get("/lowongan/feed.atom", headers=header)
        assert (again.status_code, again.content) == (304, b"")
    vacancy.title = "Kasir"
    vacancy.save()
    assert Client().get("/lowongan/feed.atom", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_school_has_its_own_feed():
    own = VacancyFactory(title="Kasir", employer__name="PT", school=SchoolFactory(smkn1=True))
    VacancyFactory(title="Lain")
    response = Client().get(f"/sekolah/{own.school.npsn}/feed.atom")
    root = ElementTree.fromstring(response.content)
    assert root.findtext(f"{ATOM}title") == f"Lowongan dari BKK {own.school.name}"
    assert [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")] == ["Kasir · PT"]
    assert Client().get("/sekolah/00000000/feed.atom").status_code == 404
