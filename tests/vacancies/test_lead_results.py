"""From what alumni heard to who works: the desk's list, and what the alumnus sees."""

import pytest

from tests.factories.applications import ApplicationFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.vacancies import VacancyFactory, VacancyLeadFactory

pytestmark = pytest.mark.django_db
LEADS = "/bkk/lowongan/info-loker/"


@pytest.fixture
def used(coordinator, alumnus_user):
    """A lead that became a vacancy through which two people work, and one placement that was cancelled."""
    vacancy = VacancyFactory(school=coordinator.school)
    for number in range(3):
        application = ApplicationFactory(vacancy=vacancy, hired=True)
        cancelled = {"cancelled_at": application.applied_at, "cancel_reason": "Batal"} if number == 2 else {}
        PlacementFactory(application=application, alumnus=application.alumnus, **cancelled)
    fields = {"person": alumnus_user.person, "school": coordinator.school}
    return VacancyLeadFactory(vacancy=vacancy, status="used", **fields)


def test_desk_counts_leads_vacancies_and_placements(coordinator, used):
    VacancyLeadFactory(school=coordinator.school)
    VacancyLeadFactory()
    page = coordinator.client.get(LEADS)
    assert page.context["totals"] == {"leads": 2, "used": 1, "placed": 2}
    assert {lead.pk: lead.placed for lead in page.context["listing"].rows}[used.pk] == 2
    assert "2 orang bekerja berkat info ini" in page.content.decode()


def test_desk_filters_by_status(coordinator, used):
    new = VacancyLeadFactory(school=coordinator.school)
    assert [lead.pk for lead in coordinator.client.get(f"{LEADS}?status=new").context["listing"].rows] == [new.pk]


def test_alumnus_sees_what_came_of_it(alumnus_user, used):
    html = alumnus_user.client.get("/saya/info-loker/").content.decode()
    assert "2 orang bekerja berkat info ini. Terima kasih!" in html
    assert f'href="{used.vacancy.get_absolute_url()}"' in html


def test_list_takes_the_same_queries(coordinator, same_queries):
    def more(count):
        VacancyLeadFactory.create_batch(count, school=coordinator.school)

    same_queries(coordinator.client, LEADS, more, 11)


def test_an_empty_list_says_where_leads_come_from(coordinator):
    assert "Belum ada info loker" in coordinator.client.get(LEADS).content.decode()
