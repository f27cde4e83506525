"""hide and show: what the supervising office does."""

import pytest

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies import actions
from tests.factories.schools import SchoolMembershipFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import log, told

pytestmark = pytest.mark.django_db


def hide(vacancy, seat, reason="Alamat tidak ditemukan"):
    return actions.hide(vacancy=vacancy, reason=reason, actor=seat.actor)


@pytest.mark.parametrize("status", ["published", "paused"])
@pytest.mark.parametrize("seat", ["officer", "head"])
def test_hide_takes_it_from_the_public(request, seat, status):
    seat, vacancy = request.getfixturevalue(seat), VacancyFactory(status=status)
    hide(vacancy, seat)
    vacancy.refresh_from_db()
    assert vacancy.status == "hidden"
    assert log(vacancy) == [(status, "hidden", "Alamat tidak ditemukan", seat.user.pk)]


def test_its_bkk_is_told_why_and_when_it_is_back(officer, coordinator):
    vacancy = VacancyFactory(school=coordinator.school, title="Kasir")
    gone = SchoolMembershipFactory(school=coordinator.school, ended=True)
    hide(vacancy, officer)
    actions.show(vacancy=vacancy, actor=officer.actor)
    body = "Alasan: Alamat tidak ditemukan. Hubungi dinas pembina BKK untuk membahasnya."
    address = f"/bkk/lowongan/{vacancy.pk}/"
    assert told(coordinator.user) == [
        ("Lowongan Kasir disembunyikan dinas", body, address),
        ("Lowongan Kasir tampil lagi", "Sudah diperiksa dinas.", address),
    ]
    assert told(gone.user) == []


@pytest.mark.parametrize("seat", ["other_officer", "coordinator", "employer_user", "forum_chair", "alumnus_user"])
@pytest.mark.parametrize("action", ["hide", "show"])
def test_nobody_else_hides_or_shows(request, seat, action):
    seat = request.getfixturevalue(seat)
    vacancy = VacancyFactory(school=seat.school) if seat.school else VacancyFactory()
    vacancy.status = "published" if action == "hide" else "hidden"
    vacancy.save()
    reason = {"reason": "Iseng"} if action == "hide" else {}
    with pytest.raises(Refused):
        getattr(actions, action)(vacancy=vacancy, actor=seat.actor, **reason)
    assert log(vacancy) == []


def test_hide_without_a_reason_is_refused(officer):
    vacancy = VacancyFactory()
    with pytest.raises(Refused, match="Tulis dulu alasannya"):
        hide(vacancy, officer, " ")
    vacancy.refresh_from_db()
    assert (vacancy.status, log(vacancy)) == ("published", [])


@pytest.mark.parametrize(("trait", "word"), [("draft", "Draf"), ("closed", "Ditutup")])
def test_what_is_not_public_is_not_hidden(officer, trait, word):
    with pytest.raises(Refused, match=f"Lowongan berstatus “{word}” tidak dapat disembunyikan."):
        hide(VacancyFactory(**{trait: True}), officer)


def test_hide_twice_says_so_and_tells_nobody_again(officer, coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    hide(vacancy, officer)
    with pytest.raises(AlreadyDone, match=r"^Sudah disembunyikan\.$"):
        hide(vacancy, officer)
    assert (len(log(vacancy)), len(told(coordinator.user))) == (1, 1)


@pytest.mark.parametrize("status", ["published", "paused"])
def test_show_makes_it_what_it_was(officer, status):
    vacancy = VacancyFactory(status=status)
    hide(vacancy, officer)
    actions.show(vacancy=vacancy, actor=officer.actor)
    vacancy.refresh_from_db()
    assert vacancy.status == status
    assert log(vacancy)[1:] == [("hidden", status, "", officer.user.pk)]


def test_show_twice_says_so(officer):
    vacancy = VacancyFactory()
    with pytest.raises(AlreadyDone, match=r"^Sudah tayang\.$"):
        actions.show(vacancy=vacancy, actor=officer.actor)
    assert log(vacancy) == []


def test_what_was_not_hidden_is_not_shown(officer):
    with pytest.raises(Refused, match="Lowongan berstatus “Ditutup” tidak dapat ditampilkan lagi."):
        actions.show(vacancy=VacancyFactory(closed=True), actor=officer.actor)
