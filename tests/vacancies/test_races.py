"""Two people, or two clicks, at the same moment."""

import pytest

from bkk_portal.kit.errors import AlreadyDone
from placements.vacancies import actions
from placements.vacancies.actions import use_lead
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.actions import save_vacancy
from placements.vacancies.saved.models import SavedVacancy
from tests.factories.alumni import AlumnusFactory
from tests.factories.employers import EmployerFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory, VacancyLeadFactory
from tests.harness.seats import coordinator_of, sit
from tests.harness.threads import at_once, raised
from tests.vacancies.acts import fields, log, published

pytestmark = [pytest.mark.races, pytest.mark.django_db(transaction=True)]


def colleagues():
    school = SchoolFactory(smkn1=True)
    return coordinator_of(school), coordinator_of(school)


def test_two_colleagues_publish_once():
    one, two = colleagues()
    vacancy = VacancyFactory(school=one.school, draft=True)
    outcomes = at_once(lambda: published(vacancy, one), lambda: published(vacancy, two))
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert len(log(vacancy)) == 1


def test_the_school_closes_what_time_closes():
    one, _ = colleagues()
    vacancy = VacancyFactory(school=one.school, expired=True)
    at_once(
        lambda: actions.close(vacancy=vacancy, reason="Sudah terisi", actor=one.actor),
        lambda: actions.close_expired(vacancy=vacancy),
    )
    vacancy.refresh_from_db()
    assert [(entry[1], entry[2]) for entry in log(vacancy)] == [("closed", vacancy.close_reason)]


def test_a_lead_becomes_one_vacancy():
    one, two = colleagues()
    lead, employer = VacancyLeadFactory(school=one.school), EmployerFactory()
    outcomes = at_once(
        *(
            lambda seat=seat: use_lead(lead=lead, fields=fields(employer=employer), actor=seat.actor)
            for seat in (one, two)
        )
    )
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert Vacancy.objects.count() == 1


def test_two_clicks_save_once():
    alumnus = AlumnusFactory(claimed=True)
    actor, vacancy = sit(alumnus.person.user).actor, VacancyFactory()
    outcomes = at_once(*[lambda: save_vacancy(vacancy=vacancy, actor=actor)] * 2)
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert SavedVacancy.objects.count() == 1
