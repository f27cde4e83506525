"""create_vacancy, update_vacancy, save_vacancy, unsave_vacancy."""

import pytest

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies import actions
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.actions import save_vacancy, unsave_vacancy
from placements.vacancies.saved.models import SavedVacancy
from tests.factories.people import KonsentrasiFactory, SkillFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import SavedVacancyFactory, VacancyFactory
from tests.vacancies.acts import day, fields, log

pytestmark = pytest.mark.django_db
NOT_YOURS = "Lowongan ini diumumkan BKK lain; hanya mereka yang dapat mengubahnya."


def update(vacancy, seat, **changes):
    return actions.update_vacancy(vacancy=vacancy, fields=changes, actor=seat.actor)


def test_create_makes_a_draft_of_the_own_school(coordinator):
    konsentrasi, skill = KonsentrasiFactory(), SkillFactory()
    made = actions.create_vacancy(fields=fields(konsentrasi=[konsentrasi], skills=[skill]), actor=coordinator.actor)
    vacancy = Vacancy.objects.get()
    assert (vacancy, vacancy.status, vacancy.school, vacancy.created_by) == (
        made,
        "draft",
        coordinator.school,
        coordinator.user,
    )
    assert (list(vacancy.konsentrasi.all()), list(vacancy.skills.all())) == ([konsentrasi], [skill])
    assert log(vacancy) == [("", "draft", "", coordinator.user.pk)]


def test_update_writes_the_fields_and_keeps_history(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, title="Kasir")
    skill = SkillFactory()
    update(vacancy, coordinator, title="Kasir toko", skills=[skill])
    vacancy.refresh_from_db()
    assert (vacancy.title, list(vacancy.skills.all()), vacancy.status) == ("Kasir toko", [skill], "published")
    assert changes_of(vacancy).last().changes == {"title": ["Kasir", "Kasir toko"]}


def test_update_leaves_links_alone_that_were_not_given(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, konsentrasi=[KonsentrasiFactory()])
    update(vacancy, coordinator, title="Kasir")
    assert vacancy.konsentrasi.count() == 1


def test_another_schools_vacancy_is_not_updated(other_coordinator):
    vacancy = VacancyFactory(school=SchoolFactory(smkn1=True))
    with pytest.raises(Refused, match=NOT_YOURS):
        update(vacancy, other_coordinator, title="Kasir")
    vacancy.refresh_from_db()
    assert vacancy.title == "Teknisi Komputer"


def test_a_closed_one_is_not_updated(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, closed=True)
    with pytest.raises(Refused, match="yang sudah ditutup tidak dapat diubah"):
        update(vacancy, coordinator, title="Kasir")
    vacancy.refresh_from_db()
    assert vacancy.title == "Teknisi Komputer"


def test_a_public_one_cannot_end_in_the_past(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    with pytest.raises(Refused, match="Tanggal tutupnya sudah lewat"):
        update(vacancy, coordinator, closes_on=day(-1))
    vacancy.refresh_from_db()
    assert vacancy.closes_on == day(30)


def test_a_public_one_cannot_be_shown_to_nobody(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    with pytest.raises(Refused, match="Pilih dulu sekolah"):
        update(vacancy, coordinator, visibility="schools")
    vacancy.refresh_from_db()
    assert vacancy.visibility == "everyone"


def test_a_draft_may_end_in_the_past_until_it_is_published(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, draft=True)
    assert update(vacancy, coordinator, closes_on=day(-1)).closes_on == day(-1)


def test_save_puts_it_among_ones_own(alumnus_user):
    vacancy = VacancyFactory()
    saved = save_vacancy(vacancy=vacancy, actor=alumnus_user.actor)
    assert (saved.person, saved.vacancy) == (alumnus_user.person, vacancy)


def test_save_twice_says_so(alumnus_user):
    row = SavedVacancyFactory(person=alumnus_user.person)
    with pytest.raises(AlreadyDone, match="^Sudah ada di daftar tersimpan Anda"):
        save_vacancy(vacancy=row.vacancy, actor=alumnus_user.actor)
    assert SavedVacancy.objects.count() == 1


def test_unsave_takes_away_only_ones_own(alumnus_user):
    vacancy = VacancyFactory()
    SavedVacancyFactory(person=alumnus_user.person, vacancy=vacancy)
    kept = SavedVacancyFactory(vacancy=vacancy)
    unsave_vacancy(vacancy=vacancy, actor=alumnus_user.actor)
    assert list(SavedVacancy.objects.order_by("pk")) == [kept]


def test_unsave_twice_says_so(alumnus_user):
    with pytest.raises(AlreadyDone, match="^Sudah tidak ada di daftar tersimpan Anda"):
        unsave_vacancy(vacancy=VacancyFactory(), actor=alumnus_user.actor)
