"""The sitemap: every public page once, dated with the newest change of what it shows."""

import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from placements.schools.models import School
from placements.vacancies.models import Vacancy
from tests.factories.base import days
from tests.factories.businesses import BusinessFactory
from tests.factories.equipment import HandoverFactory
from tests.factories.programmes import TrainingFactory
from tests.factories.regions import VillageFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory
from trainings.equipment.handovers.models import Handover
from trainings.participants.models import Participant
from trainings.programmes.models import Training

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def get(url):
    return Client().get(url)


def sitemap():
    tree = ElementTree.fromstring(get("/sitemap.xml").content)
    return {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in tree.findall(f"{SITEMAP}url")}


def test_sitemap_names_every_public_page_once(settings):
    settings.PUBLIC_URL = "https://bkk.contoh.test"
    school, village = SchoolFactory(smkn1=True), VillageFactory()
    vacancy, training = VacancyFactory(school=school), TrainingFactory(village=village)
    business = BusinessFactory(published=True, participant__training=training)
    VacancyFactory(draft=True, school=school)
    TrainingFactory(planned=True, village=village)
    BusinessFactory(participant__training=training)
    found = sitemap()
    pages = [
        "/",
        "/statistik/",
        "/kelurahan/",
        "/pelatihan/",
        "/data/",
        "/lowongan/",
        "/mitra/",
        "/sekolah/",
        "/usaha/",
    ]
    pages += [business.get_absolute_url()]
    pages += [f"/kelurahan/{village.code}/", f"/sekolah/{school.npsn}/"]
    pages += [vacancy.get_absolute_url(), vacancy.employer.get_absolute_url(), training.get_absolute_url()]
    assert sorted(found) == sorted(f"https://bkk.contoh.test{page}" for page in pages)
    assert found[f"https://bkk.contoh.test{vacancy.get_absolute_url()}"][:10] == f"{timezone.localdate():%Y-%m-%d}"


def test_sitemap_dates_each_page_with_the_newest_change_of_what_it_shows(settings):
    settings.PUBLIC_URL = ""
    here, elsewhere, empty = VillageFactory(), VillageFactory(other=True), VillageFactory(code="53.71.04.1001")
    rows = {
        1: TrainingFactory(village=here),
        2: HandoverFactory(participant__training__village=here).participant.training,
        3: VacancyFactory(village=elsewhere),
        4: SchoolFactory(smkn1=True),
    }
    for model in (Training, Participant, Handover, Vacancy, School):
        model.objects.update(updated_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    for day, row in rows.items():
        type(row).objects.filter(pk=row.pk).update(updated_at=datetime.datetime(2026, 2, day, tzinfo=datetime.UTC))
    found = {path: changed and changed[5:10] for path, changed in sitemap().items()}
    lists = ("/", "/pelatihan/", "/kelurahan/", "/lowongan/", "/sekolah/", "/statistik/", "/data/")
    assert [found[path] for path in lists] == ["02-03", "02-02", "02-02", "02-03", "02-04", None, None]
    places = [found[f"/kelurahan/{village.code}/"] for village in (here, elsewhere, empty)]
    assert places == ["02-02", "02-03", None]


def test_sitemap_leads_to_pages_that_answer():
    SchoolFactory(smkn1=True)
    VacancyFactory(village=VillageFactory(), closes_on=days(3))
    TrainingFactory()
    paths = [address.partition("//")[2].partition("/")[2] for address in sitemap()]
    assert {get(f"/{path}").status_code for path in paths} == {200}
