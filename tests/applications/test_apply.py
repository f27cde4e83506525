"""Applying: what opens the way, what bars it, and what is left behind."""

import datetime

import pytest

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications.actions import NO_ALUMNUS, apply
from placements.applications.models import Application
from placements.vacancies.models import Vacancy
from tests.applications.acts import application_of, messages, steps, told
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import days
from tests.factories.schools import SchoolMembershipFactory
from tests.factories.vacancies import VacancyFactory
from tests.harness.seats import alumnus_of
from tests.harness.threads import at_once, raised

pytestmark = pytest.mark.django_db
ALREADY = "Sudah Anda lamar. Lihat perkembangannya di Lamaran saya."
OVERSEAS = "Pekerjaan di luar negeri tidak dapat dilamar lewat BKK. Pakai tautan resmi di halaman lowongan."


def refusal(vacancy, seat):
    with pytest.raises(Refused) as caught:
        apply(vacancy=vacancy, actor=seat.actor)
    assert Application.objects.count() == 0
    return caught.value.message


def form_of(vacancy):
    return f"/saya/lamar/{vacancy.pk}/"


def test_apply_writes_the_application_its_first_step_and_tells_the_own_bkk(
    alumnus_user, coordinator, other_coordinator
):
    vacancy = VacancyFactory(title="Kasir", school=other_coordinator.school)
    application = apply(vacancy=vacancy, actor=alumnus_user.actor, note="Siap mulai bulan depan.")
    assert (application.alumnus, application.status, application.note) == (
        alumnus_user.alumnus,
        "applied",
        "Siap mulai bulan depan.",
    )
    assert steps(application) == [("", "applied", "", "Pelamar")]
    assert told(coordinator) == [("Lamaran baru", "Untuk Kasir.", f"/bkk/lamaran/{application.pk}/")]
    assert told(other_coordinator) == []


def test_coordinators_whose_time_has_ended_are_not_told(alumnus_user):
    former = SchoolMembershipFactory(school=alumnus_user.school, ended=True)
    apply(vacancy=VacancyFactory(), actor=alumnus_user.actor)
    assert former.user.notifications.count() == 0


def test_twice_is_already_done(alumnus_user):
    vacancy = VacancyFactory()
    apply(vacancy=vacancy, actor=alumnus_user.actor)
    with pytest.raises(AlreadyDone) as caught:
        apply(vacancy=vacancy, actor=alumnus_user.actor)
    assert (caught.value.message, Application.objects.count()) == (ALREADY, 1)


def test_again_after_it_ended(alumnus_user):
    earlier = application_of(alumnus_user, withdrawn=True)
    again = apply(vacancy=earlier.vacancy, actor=alumnus_user.actor)
    assert sorted(Application.objects.values_list("pk", "status")) == [
        (earlier.pk, "withdrawn"),
        (again.pk, "applied"),
    ]


@pytest.mark.parametrize(
    ("traits", "sentence"),
    [
        ({"closed": True}, "Lowongan ini sudah ditutup. Alasan: Sudah terisi."),
        (
            {"status": "paused"},
            "Lowongan ini sedang ditunda dan belum menerima lamaran. Coba lihat lagi nanti.",
        ),
        ({"overseas": True}, OVERSEAS),
        (
            {"opens_on": datetime.date(2099, 3, 1), "closes_on": datetime.date(2099, 4, 1)},
            "Lowongan ini baru dibuka mulai 1 Maret 2099.",
        ),
        (
            {"opens_on": datetime.date(2026, 1, 5), "closes_on": datetime.date(2026, 1, 9)},
            "Masa berlaku lowongan ini sudah habis (9 Januari 2026).",
        ),
        ({"hidden": True}, "Lowongan ini sudah tidak ditampilkan, jadi tidak dapat dilamar."),
    ],
)
def test_apply_to_what_is_not_open_is_refused(alumnus_user, traits, sentence):
    assert refusal(VacancyFactory(**traits), alumnus_user) == sentence


def test_apply_on_the_first_and_the_last_day(alumnus_user, other_alumnus_user):
    first, last = VacancyFactory(opens_on=days(0)), VacancyFactory(closes_on=days(0))
    for vacancy in (first, last):
        apply(vacancy=vacancy, actor=alumnus_user.actor)
    assert Application.objects.count() == 2


def test_apply_without_an_alumnus_record_is_refused(participant_user, coordinator):
    vacancy = VacancyFactory()
    assert {refusal(vacancy, seat) for seat in (participant_user, coordinator)} == {NO_ALUMNUS}


def test_apply_to_what_is_addressed_to_other_schools_is_refused(alumnus_user, other_coordinator):
    vacancy = VacancyFactory(for_schools=True, visible_schools=[other_coordinator.school])
    assert refusal(vacancy, alumnus_user) == "Lowongan ini sudah tidak ditampilkan, jadi tidak dapat dilamar."


def test_the_newest_school_handles_who_is_an_alumnus_twice(alumnus_user, other_coordinator):
    later = AlumnusFactory(person=alumnus_user.person, school=other_coordinator.school, graduation_year=2026)
    assert apply(vacancy=VacancyFactory(), actor=alumnus_user.actor).alumnus == later


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_application(alumnus_user):
    vacancy, actor = VacancyFactory(), alumnus_user.actor
    outcomes = at_once(*[lambda: apply(vacancy=vacancy, actor=actor)] * 2)
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert Application.objects.count() == 1


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_both_apply(alumnus_user, other_alumnus_user):
    vacancy, one, two = VacancyFactory(), alumnus_user.actor, other_alumnus_user.actor
    outcomes = at_once(lambda: apply(vacancy=vacancy, actor=one), lambda: apply(vacancy=vacancy, actor=two))
    assert (raised(outcomes), Application.objects.count()) == ([], 2)


# the page


def test_form_sends_the_application(alumnus_user):
    vacancy = VacancyFactory()
    response = alumnus_user.client.post(form_of(vacancy), {"note": "Pernah PKL di bengkel."}, follow=True)
    application = Application.objects.get()
    assert response.redirect_chain == [(f"/saya/lamaran/{application.pk}/", 302)]
    assert messages(response) == ["Lamaran terkirim ke BKK sekolah Anda."]
    assert application.note == "Pernah PKL di bengkel."


def test_form_without_a_note_sends_it_too(alumnus_user):
    alumnus_user.client.post(form_of(VacancyFactory()))
    assert Application.objects.get().note == ""


def test_form_twice_leads_to_the_one_that_stands(alumnus_user):
    standing = application_of(alumnus_user)
    url = form_of(standing.vacancy)
    assert alumnus_user.client.get(url)["Location"] == f"/saya/lamaran/{standing.pk}/"
    response = alumnus_user.client.post(url, follow=True)
    assert (response.redirect_chain, messages(response)) == ([(f"/saya/lamaran/{standing.pk}/", 302)], [ALREADY])
    assert Application.objects.count() == 1


def test_form_says_what_bars_the_way_instead_of_asking(alumnus_user, participant_user):
    vacancy, overseas = VacancyFactory(), VacancyFactory(overseas=True)
    barred = {
        "closed": (alumnus_user, VacancyFactory(closed=True), "Alasan: Sudah terisi."),
        "overseas": (alumnus_user, overseas, OVERSEAS),
        "no alumnus": (participant_user, vacancy, NO_ALUMNUS),
    }
    for seat, row, sentence in barred.values():
        for answer in (seat.client.get(form_of(row)), seat.client.post(form_of(row))):
            assert sentence in answer.content.decode()
            assert "Kirim lamaran" not in answer.content.decode()
            assert ("Cari BKK sekolah Anda" in answer.content.decode()) == (seat is participant_user)
    assert Application.objects.count() == 0


def test_vacancy_page_offers_to_apply_until_it_was_done(alumnus_user):
    vacancy = VacancyFactory()
    page = Vacancy.get_absolute_url(vacancy)
    assert "Lamar lowongan ini" in alumnus_user.client.get(page).content.decode()
    apply(vacancy=vacancy, actor=alumnus_user.actor)
    after = alumnus_user.client.get(page).content.decode()
    assert ("Lamar lowongan ini" in after, "Anda sudah melamar lowongan ini." in after) == (False, True)


def test_a_school_mate_still_may(alumnus_user):
    vacancy = application_of(alumnus_user).vacancy
    mate = alumnus_of(alumnus_user.school)
    assert "Lamar lowongan ini" in mate.client.get(vacancy.get_absolute_url()).content.decode()
