"""/sekolah/: the list everyone searches, and a school's page."""

import pytest
from django.test import Client

from tests.factories.alumni import AlumnusFactory
from tests.factories.base import days
from tests.factories.people import KonsentrasiFactory
from tests.factories.regions import DistrictFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
LIST = "/sekolah/"


def found(query=""):
    return [school.name for school in Client().get(f"{LIST}{query}").context["listing"].rows]


def page_of(school):
    return Client().get(f"{LIST}{school.npsn}/")


@pytest.fixture
def three():
    alak = DistrictFactory(code="53.71.01", name="Alak")
    SchoolFactory(npsn="50300001", name="SMKN 1 Kupang")
    SchoolFactory(npsn="50300002", name="SMK Katolik Kupang", status="swasta", district=alak)
    SchoolFactory(npsn="K0300003", name="SMK Maritim", status="swasta", district=None)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["SMK Katolik Kupang", "SMK Maritim", "SMKN 1 Kupang"]),
        ("?q=kupang", ["SMK Katolik Kupang", "SMKN 1 Kupang"]),
        ("?q=kupang+katolik", ["SMK Katolik Kupang"]),
        ("?q=50300001", ["SMKN 1 Kupang"]),
        ("?q=5030000", []),
        ("?status=swasta", ["SMK Katolik Kupang", "SMK Maritim"]),
        ("?kecamatan=53.71.01", ["SMK Katolik Kupang"]),
        ("?kecamatan=53.71.01&status=negeri", []),
        ("?kecamatan=entah", ["SMK Katolik Kupang", "SMK Maritim", "SMKN 1 Kupang"]),
    ],
)
def test_search(three, query, names):
    assert found(query) == names


def test_nothing_found_offers_all(three):
    page = Client().get(f"{LIST}?q=pelayaran").content.decode()
    assert ("Tidak ada sekolah yang cocok" in page, f'href="{LIST}"' in page) == (True, True)


def test_a_choice_that_does_not_exist_is_said(three):
    errors = Client().get(f"{LIST}?kecamatan=entah").context["form"].errors
    assert list(errors) == ["kecamatan"]


def test_open_vacancies_are_those_everyone_can_see():
    school = SchoolFactory()
    VacancyFactory.create_batch(2, school=school)
    for fields in ({"draft": True}, {"expired": True}, {"for_all_bkk": True}, {"opens_on": days(1)}, {"hidden": True}):
        VacancyFactory(school=school, **fields)
    VacancyFactory()
    SchoolFactory(name="SMK Tanpa Lowongan")
    counts = {row.name: row.open_vacancies for row in Client().get(LIST).context["listing"].rows}
    assert (counts[school.name], counts["SMK Tanpa Lowongan"]) == (2, 0)
    assert page_of(school).context["school"].open_vacancies == 2


def test_list_takes_the_same_queries(same_queries):
    same_queries(Client(), LIST, SchoolFactory.create_batch, 2)


def test_page_says_who_runs_the_bkk_and_what_is_taught():
    school = SchoolFactory(
        bkk_head="Petrus Tefa",
        registration_number="560/12/2026",
        phone="+62380821234",
        website="https://smk.contoh.test",
        village=None,
    )
    AlumnusFactory.create_batch(2, school=school)
    AlumnusFactory(school=school, konsentrasi=KonsentrasiFactory(name="Akuntansi", edition=2018))
    AlumnusFactory(konsentrasi=KonsentrasiFactory(name="Tata Boga"))
    response = page_of(school)
    page = response.content.decode()
    assert [str(row) for row in response.context["konsentrasi"]] == [
        "Akuntansi (2018)",
        "Teknik Komputer dan Jaringan",
    ]
    for text in ("Petrus Tefa", "560/12/2026", 'href="https://smk.contoh.test"', school.npsn):
        assert text in page


def test_page_without_graduates_says_so():
    page = page_of(SchoolFactory()).content.decode()
    assert "Belum ada data lulusan di portal." in page


def test_page_names_no_graduate():
    alumnus = AlumnusFactory(person__name="Maria Lay")
    assert "Maria Lay" not in page_of(alumnus.school).content.decode()


def test_page_takes_the_same_queries(same_queries):
    school = SchoolFactory()

    def more(count):
        AlumnusFactory.create_batch(count, school=school)
        VacancyFactory.create_batch(count, school=school)

    same_queries(Client(), f"{LIST}{school.npsn}/", more, 3)


def test_unknown_npsn_is_not_found():
    assert Client().get(f"{LIST}00000000/").status_code == 404
