"""Whom and what is compared: bounded, and never less than what shares school, skill or certificate."""

import pytest

from bkk_portal.accounts.enums import ConsentPurpose
from placements.alumni.models import Alumnus
from placements.matching.enums import Distance
from placements.matching.fit import facts, pools
from placements.vacancies.models import Vacancy
from tests.factories.accounts import ConsentFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import moment
from tests.factories.people import CredentialFactory, KonsentrasiFactory, PersonSkillFactory, SkillFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    """TKJ, one of its program, one of its bidang, and a stranger."""
    return [
        KonsentrasiFactory(),
        KonsentrasiFactory(name="Teknik Transmisi"),
        KonsentrasiFactory(name="Gim", program="Pengembangan Gim"),
        KonsentrasiFactory(other=True),
    ]


def found_vacancies(person):
    seeker = facts.seekers_of([person.pk])[person.pk]
    return sorted(row.title for row in Vacancy.objects.filter(pk__in=pools.vacancies_worth_comparing(seeker)))


def found_alumni(row):
    keys = pools.alumni_worth_comparing(Alumnus.objects.all(), facts.wish_of(row))
    return sorted(alumnus.rombel for alumnus in Alumnus.objects.filter(pk__in=keys))


@pytest.fixture
def offers(family):
    skill, taught = SkillFactory(name="Crimping"), SkillFactory(name="Las")
    for title, konsentrasi in zip(("Sama", "Program", "Bidang", "Asing"), family, strict=True):
        VacancyFactory(title=title, konsentrasi=[konsentrasi])
    VacancyFactory(title="Terampil", konsentrasi=[family[3]], skills=[skill])
    VacancyFactory(title="Terlatih", konsentrasi=[family[3]], skills=[taught])
    VacancyFactory(title="Umum")
    for trait in ("draft", "expired", "closed", "hidden"):
        VacancyFactory(title=f"Sama, {trait}", konsentrasi=[family[0]], **{trait: True})
    return skill, taught


def test_vacancies_of_a_person(family, offers):
    person = AlumnusFactory(konsentrasi=family[0]).person
    PersonSkillFactory(person=person, skill=offers[0])
    CredentialFactory(person=person, skills=[offers[1]])
    assert found_vacancies(person) == ["Bidang", "Program", "Sama", "Terampil", "Terlatih", "Umum"]


def test_certificate_opens_another_trade(family, offers):
    person = AlumnusFactory(konsentrasi=None).person
    CredentialFactory(person=person, konsentrasi=[family[3]])
    assert found_vacancies(person) == ["Asing", "Terampil", "Terlatih", "Umum"]


def test_who_tells_nothing_gets_the_newest(offers):
    person = AlumnusFactory(konsentrasi=None).person
    assert found_vacancies(person) == ["Asing", "Bidang", "Program", "Sama", "Terampil", "Terlatih", "Umum"]


def test_limits_keep_the_newest_vacancies(family, monkeypatch):
    monkeypatch.setattr(pools, "OF_KONSENTRASI", {Distance.SAME: 2, Distance.PROGRAM: 1, Distance.FIELD: 1})
    monkeypatch.setattr(pools, "OF_ALL", 1)
    for number in range(4):
        VacancyFactory(title=f"Sama {number}", konsentrasi=[family[0]], published_at=moment(-20 + number))
    person = AlumnusFactory(konsentrasi=family[0]).person
    assert found_vacancies(person) == ["Sama 2", "Sama 3"]


@pytest.fixture
def graduates(family):
    skill = SkillFactory(name="Crimping")
    for rombel, konsentrasi in zip(("Sama", "Program", "Bidang", "Asing"), family, strict=True):
        AlumnusFactory(rombel=rombel, konsentrasi=konsentrasi)
    PersonSkillFactory(person=AlumnusFactory(rombel="Terampil", konsentrasi=family[3]).person, skill=skill)
    CredentialFactory(person=AlumnusFactory(rombel="Terlatih", konsentrasi=None).person, skills=[skill])
    CredentialFactory(person=AlumnusFactory(rombel="Setara", konsentrasi=None).person, konsentrasi=[family[0]])
    return skill


def test_alumni_of_a_vacancy(family, graduates):
    row = VacancyFactory(konsentrasi=[family[0]], skills=[graduates])
    assert found_alumni(row) == ["Bidang", "Program", "Sama", "Setara", "Terampil", "Terlatih"]


def test_vacancy_open_to_all_compares_everybody(graduates):
    everybody = ["Asing", "Bidang", "Program", "Sama", "Setara", "Terampil", "Terlatih"]
    assert found_alumni(VacancyFactory()) == everybody


def test_limits_keep_the_latest_graduates(family, monkeypatch):
    monkeypatch.setattr(pools, "OF_KONSENTRASI", {Distance.SAME: 2, Distance.PROGRAM: 1, Distance.FIELD: 1})
    for year in (2021, 2025, 2023, 2024):
        AlumnusFactory(rombel=f"Lulus {year}", konsentrasi=family[0], graduation_year=year)
    assert found_alumni(VacancyFactory(konsentrasi=[family[0]])) == ["Lulus 2024", "Lulus 2025"]


# whose alumni


def test_coordinator_compares_the_own_school(coordinator):
    mine = AlumnusFactory(school=coordinator.school)
    AlumnusFactory(school=SchoolFactory(smkn2=True))
    assert list(pools.alumni_of(coordinator.actor)) == [mine]


def test_who_took_back_the_consent_is_left_alone(coordinator):
    gone, back = (AlumnusFactory(school=coordinator.school, claimed=True) for _ in range(2))
    for alumnus in (gone, back):
        ConsentFactory(user=alumnus.person.user, purpose=ConsentPurpose.ACCOUNT, withdrawn_at=moment(-1))
    ConsentFactory(user=back.person.user, purpose=ConsentPurpose.ACCOUNT)
    assert list(pools.alumni_of(coordinator.actor)) == [back]


def test_forum_compares_who_agreed_to_be_found(forum_chair):
    agreed, withdrawn, _ = (AlumnusFactory(claimed=True) for _ in range(3))
    ConsentFactory(user=agreed.person.user, purpose=ConsentPurpose.SHARE_WITH_FORUM)
    ConsentFactory(user=withdrawn.person.user, purpose=ConsentPurpose.SHARE_WITH_FORUM, withdrawn_at=moment(-1))
    second = AlumnusFactory(person=agreed.person)
    assert set(pools.alumni_of(forum_chair.actor)) == {agreed, second}
