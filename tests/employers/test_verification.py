import pytest
from django.core import mail

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from placements.employers import actions, notices
from placements.employers import actions as v
from placements.employers.enums import Standing
from placements.employers.models import Employer, EmployerVerification
from placements.vacancies import actions as vacancies
from placements.vacancies.checklist import CHECKLIST
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.queries import public_employers
from tests.factories.employers import EmployerContactFactory, EmployerFactory, EmployerMembershipFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory
from tests.harness.threads import overlapping, raised

pytestmark = pytest.mark.django_db
BOTH = ["address", "phone"]
ALL_YES = {item.key: True for item in CHECKLIST}


def verify(employer, seat, checks=BOTH):
    return v.verify_employer(employer=employer, basis="visit", checks=checks, actor=seat.actor)


def reject(employer, seat, reason="Alamatnya rumah kosong."):
    return v.reject_employer(employer=employer, reason=reason, actor=seat.actor)


def outcomes(employer):
    return [row.outcome for row in employer.verifications.all()]


def test_verification_is_logged_with_what_was_looked_at(coordinator):
    employer = verify(EmployerFactory(nib="1234567890123"), coordinator, [*BOTH, "nib"])
    row = EmployerVerification.objects.get()
    assert (row.outcome, row.basis, row.checks) == ("verified", "visit", ["address", "nib", "phone"])
    assert (row.by, row.school, employer.standing) == (coordinator.user, coordinator.school, Standing.VERIFIED)


@pytest.mark.parametrize("checks", [["address"], ["phone"], ["nib"]])
def test_address_and_phone_must_have_been_looked_at(coordinator, checks):
    with pytest.raises(Refused, match="Alamat dan nomor telepon harus sudah Anda periksa"):
        verify(EmployerFactory(nib="1234567890123"), coordinator, checks)
    assert Employer.objects.verified().count() == 0


def test_what_the_register_does_not_know_cannot_have_been_looked_at(coordinator):
    with pytest.raises(Refused, match="harus sudah tercatat"):
        verify(EmployerFactory(), coordinator, [*BOTH, "nib"])


def test_the_number_of_a_contact_is_enough(coordinator):
    employer = EmployerFactory(phone="")
    EmployerContactFactory(employer=employer)
    assert verify(employer, coordinator).is_verified


def test_a_change_of_what_was_verified_is_logged(coordinator):
    employer = EmployerFactory(verified=True, added_by_school=coordinator.school)
    actions.update_employer(employer=employer, fields={"address": "Jl. Lain"}, actor=coordinator.actor)
    assert outcomes(employer) == ["lapsed"]


def test_reject_says_why_and_ends_verification(coordinator):
    employer = reject(EmployerFactory(verified=True, added_by_school=coordinator.school), coordinator)
    assert (employer.standing, employer.is_verified, employer.rejected_by) == (
        Standing.REJECTED,
        False,
        coordinator.user,
    )
    assert (employer.rejection_reason, outcomes(employer)) == ("Alamatnya rumah kosong.", ["rejected"])


def test_reject_twice_says_so(coordinator, forum_chair):
    employer = reject(EmployerFactory(), coordinator)
    with pytest.raises(AlreadyDone, match="^Sudah ditolak"):
        reject(employer, forum_chair)
    assert outcomes(employer) == ["rejected"]


def test_reject_without_a_reason_is_refused(coordinator):
    with pytest.raises(Refused, match="Tulis dulu alasannya"):
        reject(EmployerFactory(), coordinator, "  ")


def test_what_another_bkk_has_verified_only_the_forum_rejects(coordinator, forum_chair):
    employer = EmployerFactory(verified=True, added_by_school=SchoolFactory(smkn2=True))
    with pytest.raises(Refused, match="ketua forum BKK"):
        reject(employer, coordinator)
    assert reject(employer, forum_chair).is_rejected


def test_a_rejected_employer_is_not_verified_before_the_rejection_is_lifted(coordinator):
    employer = reject(EmployerFactory(), coordinator)
    with pytest.raises(Refused, match="Cabut dulu penolakannya"):
        verify(employer, coordinator)
    v.lift_rejection(employer=employer, actor=coordinator.actor)
    assert verify(employer, coordinator).is_verified
    assert outcomes(employer) == ["verified", "lifted", "rejected"]


def test_another_bkk_does_not_lift_a_rejection(coordinator, other_coordinator):
    employer = reject(EmployerFactory(), coordinator)
    with pytest.raises(Refused, match="BKK yang menolak"):
        v.lift_rejection(employer=employer, actor=other_coordinator.actor)
    employer.refresh_from_db()
    assert employer.is_rejected


def test_lift_twice_says_so(forum_chair):
    with pytest.raises(AlreadyDone, match="^Sudah tidak ditolak"):
        v.lift_rejection(employer=EmployerFactory(), actor=forum_chair.actor)


def test_rejection_takes_the_vacancies_from_the_public(coordinator):
    shown = VacancyFactory(school=coordinator.school)
    draft = VacancyFactory(employer=shown.employer, draft=True)
    other = VacancyFactory()
    reject(shown.employer, coordinator)
    rows = [type(row).objects.get(pk=row.pk).status for row in (shown, draft, other)]
    assert rows == [VacancyStatus.HIDDEN, VacancyStatus.DRAFT, VacancyStatus.PUBLISHED]
    assert shown.status_log.latest("at").reason == "Perusahaannya tidak lolos verifikasi: Alamatnya rumah kosong."
    assert Notification.objects.filter(user=coordinator.user, title__contains="disembunyikan").count() == 1


def test_a_vacancy_of_a_rejected_employer_is_not_published(coordinator):
    draft = VacancyFactory(school=coordinator.school, draft=True)
    reject(draft.employer, coordinator)
    with pytest.raises(Refused, match="tidak lolos verifikasi"):
        vacancies.publish(vacancy=draft, answers=ALL_YES, actor=coordinator.actor)


def test_a_paused_vacancy_of_a_rejected_employer_stays_closed(coordinator):
    employer = EmployerFactory(rejected=True)
    paused = VacancyFactory(school=coordinator.school, employer=employer, status=VacancyStatus.PAUSED)
    with pytest.raises(Refused, match="tidak lolos verifikasi"):
        vacancies.reopen(vacancy=paused, actor=coordinator.actor)


@pytest.mark.parametrize(("fields", "letters"), [({"verified": True}, 1), ({}, 0), ({"rejected": True}, 0)])
def test_letters_leave_only_to_the_verified(fields, letters, django_capture_on_commit_callbacks):
    member = EmployerMembershipFactory(employer=EmployerFactory(**fields))
    with django_capture_on_commit_callbacks(execute=True):
        notices.tell_members(member.employer, topic="vacancy", title="Lowongan ditayangkan")
    assert Notification.objects.filter(user=member.user).count() == 1
    assert len(mail.outbox) == letters


def test_a_rejected_employer_is_not_public(client):
    employer = EmployerFactory(rejected=True)
    VacancyFactory(employer=employer)
    assert client.get(employer.get_absolute_url()).status_code == 404
    assert list(public_employers(Employer.objects.all())) == []


@pytest.mark.parametrize("standing", Standing.values)
def test_the_register_is_filtered_by_standing(coordinator, standing):
    EmployerFactory(name="sudah", verified=True)
    EmployerFactory(name="belum")
    EmployerFactory(name="ditolak", rejected=True)
    rows = coordinator.client.get(f"/bkk/mitra/?status={standing}").context["listing"].rows
    assert [row.name for row in rows] == [standing]


def test_pages_offer_to_reject_and_to_lift(coordinator):
    employer = EmployerFactory()
    url = f"/bkk/mitra/{employer.pk}/"
    coordinator.client.post(f"{url}tolak/", {"reason": "Meminta uang seragam."})
    html = coordinator.client.get(url).content.decode()
    assert "Meminta uang seragam." in html
    assert "Tulis lowongan" not in html
    coordinator.client.post(f"{url}cabut-penolakan/")
    employer.refresh_from_db()
    assert employer.standing == Standing.UNVERIFIED


def test_the_forum_rejects_and_lifts_from_its_page(forum_chair):
    employer = EmployerFactory(verified=True)
    url = f"/forum/mitra/{employer.pk}/"
    forum_chair.client.post(f"{url}tolak/", {"reason": "Tidak ada di alamatnya."})
    assert "Tidak ada di alamatnya." in forum_chair.client.get(url).content.decode()
    forum_chair.client.post(f"{url}cabut-penolakan/")
    employer.refresh_from_db()
    assert employer.standing == Standing.UNVERIFIED


def test_the_forum_does_not_read_contact_persons(forum_chair):
    contact = EmployerContactFactory(name="Bapak Rahasia")
    html = forum_chair.client.get(f"/forum/mitra/{contact.employer_id}/").content.decode()
    assert contact.employer.name in html
    assert "Bapak Rahasia" not in html


def test_the_forums_list_takes_the_same_queries_for_one_and_three(forum_chair, same_queries):
    same_queries(forum_chair.client, "/forum/mitra/", EmployerFactory.create_batch, 11)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_verified_by_two_at_once_it_is_logged_once(coordinator):
    employer = EmployerFactory()
    found = overlapping(lambda: verify(employer, coordinator), lambda: verify(employer, coordinator))
    assert [type(fault) for fault in raised(found)] == [AlreadyDone]
    assert len(outcomes(employer)) == 1
