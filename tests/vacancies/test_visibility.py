"""Who sees which vacancy: visible_to by role, status and audience."""

import pytest
from django.test import Client

from bkk_portal.accounts.actor import ANONYMOUS
from placements.vacancies.models import Vacancy, VacancyStatusLog
from placements.vacancies.saved.models import SavedVacancy
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import SavedVacancyFactory, VacancyFactory, VacancyStatusLogFactory

pytestmark = pytest.mark.django_db
SEATS = (
    "alumnus_user",
    "other_alumnus_user",
    "participant_user",
    "coordinator",
    "other_coordinator",
    "forum_chair",
    "officer",
    "head",
    "other_officer",
    "employer_user",
    "other_employer_user",
    "superuser",
)
PUBLIC = {"published", "paused", "closed"}
OFFICE = PUBLIC | {"review", "hidden"}
EVERY = OFFICE | {"draft"}


def by_status(**traits):
    """A vacancy in each status, titled by it."""
    states = [{}, {"status": "paused"}, {"closed": True}, {"draft": True}, {"in_review": True}, {"hidden": True}]
    for status in states:
        vacancy = VacancyFactory(**status, **traits)
        vacancy.title = vacancy.status
        vacancy.save()


def seen_by(request, rows=None):
    """{seat: titles} of what each seat and a stranger see."""
    rows = Vacancy.objects.all() if rows is None else rows
    actors = {seat: request.getfixturevalue(seat).actor for seat in SEATS} | {"stranger": ANONYMOUS}
    return {seat: set(rows.visible_to(actor).values_list("title", flat=True)) for seat, actor in actors.items()}


def expected(otherwise, **own):
    return dict.fromkeys([*SEATS, "stranger"], otherwise) | {"superuser": EVERY} | own


def test_by_status(request, coordinator, employer_user):
    """The school that wrote it and its employer see it from the first draft, the office from the moment it is sent."""
    by_status(school=coordinator.school, employer=employer_user.employer)
    assert seen_by(request) == expected(PUBLIC, coordinator=EVERY, employer_user=EVERY, officer=OFFICE, head=OFFICE)


def test_for_alumni_of_every_bkk(request):
    by_status(for_all_bkk=True)
    schools = ("alumnus_user", "other_alumnus_user", "coordinator", "other_coordinator")
    assert seen_by(request) == expected(set(), officer=OFFICE, head=OFFICE, **dict.fromkeys(schools, PUBLIC))


def test_for_named_schools(request, other_coordinator):
    by_status(for_schools=True, visible_schools=[other_coordinator.school])
    named = {"other_coordinator": PUBLIC, "other_alumnus_user": PUBLIC}
    assert seen_by(request) == expected(set(), officer=OFFICE, head=OFFICE, **named)


def test_named_for_others_its_own_bkk_still_sees_it(coordinator, other_coordinator, alumnus_user):
    vacancy = VacancyFactory(school=coordinator.school, for_schools=True, visible_schools=[other_coordinator.school])
    seen = [list(Vacancy.objects.visible_to(seat.actor)) for seat in (coordinator, alumnus_user)]
    assert seen == [[vacancy], []]


def test_a_vacancy_for_several_schools_is_seen_once(coordinator, alumnus_user):
    schools = [coordinator.school, SchoolFactory(smkn2=True), SchoolFactory()]
    vacancy = VacancyFactory(for_schools=True, visible_schools=schools)
    assert [list(Vacancy.objects.visible_to(seat.actor)) for seat in (coordinator, alumnus_user)] == [[vacancy]] * 2


@pytest.mark.parametrize("trait", ["draft", "in_review", "hidden", "for_all_bkk", "for_schools"])
def test_what_one_does_not_see_is_not_found(trait):
    vacancy = VacancyFactory(**{trait: True})
    assert Client().get(vacancy.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("trait", ["draft", "hidden"])
def test_what_one_does_not_see_cannot_be_saved(alumnus_user, trait):
    vacancy = VacancyFactory(**{trait: True})
    for step in ("simpan", "hapus"):
        assert alumnus_user.client.post(f"/saya/tersimpan/{vacancy.pk}/{step}/").status_code == 404
    assert SavedVacancy.objects.count() == 0


@pytest.mark.parametrize("page", ["ubah", "tayangkan", "tunda", "buka", "tutup"])
def test_another_schools_vacancy_is_not_changed_from_the_desk(other_coordinator, page):
    vacancy = VacancyFactory()
    url = f"/bkk/lowongan/{vacancy.pk}/{page}/"
    answers = {other_coordinator.client.get(url).status_code, other_coordinator.client.post(url).status_code}
    vacancy.refresh_from_db()
    assert answers - {405} == {404}
    assert vacancy.status == "published"


def test_an_office_that_does_not_supervise_bkks_has_no_such_desk(other_officer):
    vacancy = VacancyFactory()
    for url in ("/dinas/lowongan/", f"/dinas/lowongan/{vacancy.pk}/"):
        assert other_officer.client.get(url).status_code == 404
    assert other_officer.client.post(f"/dinas/lowongan/{vacancy.pk}/", {"reason": "Iseng"}).status_code == 404
    vacancy.refresh_from_db()
    assert vacancy.status == "published"


def test_drafts_stay_out_of_the_offices_desk(officer):
    draft = VacancyFactory(draft=True)
    assert officer.client.get(f"/dinas/lowongan/{draft.pk}/").status_code == 404
    assert officer.client.get("/dinas/lowongan/").context["listing"].rows == []


def test_the_status_log_is_seen_with_its_vacancy(coordinator, other_coordinator, superuser):
    entry = VacancyStatusLogFactory(vacancy=VacancyFactory(draft=True, school=coordinator.school))
    actors = (coordinator.actor, superuser.actor, other_coordinator.actor, ANONYMOUS)
    seen = [list(VacancyStatusLog.objects.visible_to(actor)) for actor in actors]
    assert seen == [[entry], [entry], [], []]


def test_saved_ones_are_ones_own(alumnus_user, other_alumnus_user, employer_user):
    row = SavedVacancyFactory(person=alumnus_user.person)
    seats = (alumnus_user, other_alumnus_user, employer_user)
    assert [list(SavedVacancy.objects.visible_to(seat.actor)) for seat in seats] == [[row], [], []]
