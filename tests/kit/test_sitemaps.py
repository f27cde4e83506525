"""One sitemap while everything fits, else an index of parts that hold every page once."""

import re

import pytest
from django.test import Client

from bkk_portal.kit.web import sitemaps
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


def locations(path):
    response = Client().get(path)
    assert response["Content-Type"] == "application/xml"
    return re.findall(r"<loc>([^<]+)</loc>", response.content.decode())


def test_everything_fits_into_one_file(settings):
    vacancy = VacancyFactory()
    assert f"{settings.PUBLIC_URL}{vacancy.get_absolute_url()}" in locations("/sitemap.xml")


def test_too_much_for_one_file_becomes_an_index_whose_parts_hold_every_page_once(settings, monkeypatch):
    vacancies = VacancyFactory.create_batch(5)
    whole = locations("/sitemap.xml")
    monkeypatch.setattr(sitemaps, "MOST", 2)
    files = [address.removeprefix(settings.PUBLIC_URL) for address in locations("/sitemap.xml")]
    assert "/sitemap-schools-0.xml" in files
    assert sum(file.startswith("/sitemap-vacancies-") for file in files) >= 3
    found = [page for file in files for page in locations(file)]
    assert sorted(found) == sorted(whole)
    assert {settings.PUBLIC_URL + vacancy.get_absolute_url() for vacancy in vacancies} <= set(found)


@pytest.mark.parametrize("path", ["/sitemap-vacancies-7.xml", "/sitemap-rahasia-0.xml"])
def test_no_other_parts(path):
    assert Client().get(path).status_code == 404
