import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.employers import EmployerContactFactory, EmployerFactory
from tests.factories.people import IndustryFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
LIST = "/mitra/"


def shown(query=""):
    return [employer.name for employer in Client().get(LIST + query).context["listing"].rows]


def test_list_takes_the_same_queries_for_one_and_three(same_queries):
    same_queries(Client(), LIST, lambda count: VacancyFactory.create_batch(count, employer__verified=True), 2)


def test_list_filters_by_name_and_section():
    IndustryFactory(code="G", title="Perdagangan")
    EmployerFactory(name="Toko Rukun", verified=True, industry=IndustryFactory(code="471", section="G"))
    EmployerFactory(name="Hotel Rukun", verified=True, industry=IndustryFactory(code="551", section="I"))
    assert shown("?q=rukun") == ["Hotel Rukun", "Toko Rukun"]
    assert shown("?q=rukun&bidang=G") == ["Toko Rukun"]


def test_list_without_rows_says_what_to_do():
    html = Client().get(LIST + "?q=tiada").content.decode()
    assert "Tidak ada perusahaan yang cocok" in html
    assert f'href="{LIST}"' in html


def test_page_shows_open_vacancies_and_no_contact_person():
    vacancy = VacancyFactory(employer__name="Hotel Teluk", title="Juru masak")
    EmployerContactFactory(employer=vacancy.employer, name="Bapak Rahasia")
    VacancyFactory(employer=vacancy.employer, title="Sudah lewat", expired=True)
    html = Client().get(vacancy.employer.get_absolute_url()).content.decode()
    assert "Juru masak" in html
    assert "Belum diverifikasi" in html
    assert "Sudah lewat" not in html
    assert "Bapak Rahasia" not in html


def test_page_with_a_wrong_slug_leads_to_the_right_one():
    employer = EmployerFactory(name="Hotel Teluk", verified=True)
    response = Client().get(reverse("employer_page", args=[employer.pk, "nama-lama"]))
    assert (response.status_code, response["Location"]) == (301, f"/mitra/{employer.pk}-hotel-teluk/")


def test_page_of_an_unverified_employer_without_vacancies_is_not_public():
    assert Client().get(EmployerFactory().get_absolute_url()).status_code == 404


def test_sitemap_names_the_public_ones(client):
    verified = EmployerFactory(verified=True)
    unknown = EmployerFactory()
    sitemap = client.get("/sitemap.xml").content.decode()
    assert verified.get_absolute_url() in sitemap
    assert unknown.get_absolute_url() not in sitemap
