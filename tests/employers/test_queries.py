import pytest

from bkk_portal.accounts.actor import ANONYMOUS
from placements.employers.models import Employer
from placements.vacancies.queries import public_employers, with_open_vacancies
from tests.factories.employers import EmployerFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


def names(queryset):
    return sorted(employer.name for employer in queryset)


def test_public_sees_the_verified_and_those_with_an_open_vacancy():
    EmployerFactory(name="Terverifikasi", verified=True)
    EmployerFactory(name="Belum")
    VacancyFactory(employer__name="Buka")
    VacancyFactory(employer__name="Draf", draft=True)
    VacancyFactory(employer__name="Lewat", expired=True)
    VacancyFactory(employer__name="Khusus BKK", for_all_bkk=True)
    assert names(public_employers(Employer.objects.all())) == ["Buka", "Terverifikasi"]


def test_open_vacancies_are_counted_as_the_actor_sees_them(coordinator):
    employer = EmployerFactory()
    VacancyFactory(employer=employer)
    VacancyFactory(employer=employer, for_all_bkk=True)
    VacancyFactory(employer=employer, closed=True)
    counted = [
        with_open_vacancies(Employer.objects.all(), actor).get(pk=employer.pk).open_vacancies
        for actor in (ANONYMOUS, coordinator.actor)
    ]
    assert counted == [1, 2]


@pytest.mark.parametrize("text", ["teluk", "TELUK kupang", "kupang teluk", "pt teluk", "telu"])
def test_search_finds_by_every_telling_word(text):
    EmployerFactory(name="Hotel Teluk Kupang")
    EmployerFactory(name="Hotel Aston")
    assert names(Employer.objects.search(text)) == ["Hotel Teluk Kupang"]


def test_search_needs_all_words():
    EmployerFactory(name="Hotel Teluk Kupang")
    assert names(Employer.objects.search("teluk aston")) == []


def test_alike_puts_the_same_name_first():
    EmployerFactory(name="CV Sinar Timur")
    EmployerFactory(name="PT Sinar Timor")
    EmployerFactory(name="Bengkel Lontar")
    assert [employer.name for employer in Employer.objects.alike("Sinar Timor")] == ["PT Sinar Timor", "CV Sinar Timur"]


def test_alike_of_an_empty_name_is_nothing():
    EmployerFactory()
    assert Employer.objects.alike("") == []
