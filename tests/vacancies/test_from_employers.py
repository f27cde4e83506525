"""Vacancies that employers write at their own desk, and what their BKK makes of them."""

import pytest

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies import actions, rules
from placements.vacancies.models import Vacancy
from tests.factories.employers import EmployerFactory
from tests.factories.schools import SchoolFactory, SchoolMembershipFactory
from tests.factories.vacancies import VacancyFactory, VacancyLeadFactory
from tests.vacancies import acts
from tests.vacancies.acts import fields, form_data, messages, published

pytestmark = pytest.mark.django_db
LIST = "/perusahaan/lowongan/"


@pytest.fixture
def asked(employer_user, coordinator):
    """One that waits for the coordinator's BKK."""
    wanted = fields(school=coordinator.school, title="Kasir")
    del wanted["employer"]
    return actions.submit_vacancy(fields=wanted, actor=employer_user.actor)


def told(user):
    return [title for title, _, _ in acts.told(user)]


def log(vacancy):
    return [step[:3] for step in acts.log(vacancy)]


def seen_by(seat):
    return list(Vacancy.objects.visible_to(seat.actor))


def test_what_an_employer_sends_waits_for_the_bkk_it_chose(
    asked, employer_user, coordinator, alumnus_user, other_coordinator
):
    assert (asked.status, asked.employer, asked.from_employer) == ("review", employer_user.employer, True)
    assert log(asked) == [("", "draft", ""), ("draft", "review", "")]
    assert told(coordinator.user) == [f"Lowongan menunggu persetujuan: {asked}"]
    assert [seen_by(seat) for seat in (coordinator, employer_user, alumnus_user, other_coordinator)] == [
        [asked],
        [asked],
        [],
        [],
    ]


def test_the_bkk_lets_it_go_public_by_the_checklist(asked, coordinator, employer_user):
    published(asked, coordinator)
    asked.refresh_from_db()
    assert (asked.status, rules.can_edit(employer_user.actor, asked)) == ("published", False)
    with pytest.raises(Refused) as caught:
        actions.update_vacancy(vacancy=asked, fields={"title": "Lain"}, actor=employer_user.actor)
    assert caught.value.message == "Lowongan ini sudah ditangani BKK. Minta perubahannya ke BKK."


def test_what_is_sent_back_is_the_employers_again_with_the_reason(asked, coordinator, employer_user):
    actions.send_back(vacancy=asked, reason="Gaji belum ditulis", actor=coordinator.actor)
    assert (seen_by(coordinator), seen_by(employer_user)) == ([], [asked])
    assert told(employer_user.user) == [f"Lowongan {asked} dikembalikan BKK"]
    page = employer_user.client.get(f"{LIST}{asked.pk}/")
    assert "BKK mengembalikan lowongan ini. Alasan: Gaji belum ditulis" in page.content.decode()
    actions.update_vacancy(vacancy=asked, fields={"title": "Kasir toko"}, actor=employer_user.actor)
    again = actions.submit_again(vacancy=asked, actor=employer_user.actor)
    assert (again.status, again.title, seen_by(coordinator)) == ("review", "Kasir toko", [asked])


def test_sending_twice_and_back_without_reason(asked, coordinator, employer_user):
    with pytest.raises(AlreadyDone):
        actions.submit_again(vacancy=asked, actor=employer_user.actor)
    with pytest.raises(Refused):
        actions.send_back(vacancy=asked, reason=" ", actor=coordinator.actor)
    assert len(log(asked)) == 2


def test_an_employers_draft_is_never_published_by_the_bkk(asked, coordinator, employer_user):
    actions.take_back(vacancy=asked, actor=employer_user.actor)
    with pytest.raises(Refused):
        published(asked, coordinator)
    assert coordinator.client.get(f"/bkk/lowongan/{asked.pk}/").status_code == 404


def test_the_bkks_own_is_not_sent_back(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, in_review=True)
    with pytest.raises(Refused) as caught:
        actions.send_back(vacancy=vacancy, reason="Salah", actor=coordinator.actor)
    assert caught.value.message == "Lowongan ini tidak ditulis perusahaan, jadi tidak dapat dikembalikan."


def test_another_employer_changes_nothing(asked, other_employer_user):
    for action in (actions.submit_again, actions.take_back):
        with pytest.raises(Refused):
            action(vacancy=asked, actor=other_employer_user.actor)
    assert other_employer_user.client.get(f"{LIST}{asked.pk}/").status_code == 404


def test_form_offers_schools_with_somebody_who_answers_and_sends(employer_user, coordinator):
    SchoolFactory(smkn2=True)
    form = employer_user.client.get(f"{LIST}baru/").context["form"]
    assert list(form.fields["school"].queryset) == [coordinator.school]
    response = employer_user.client.post(f"{LIST}baru/", form_data(school=coordinator.school.pk), follow=True)
    vacancy = Vacancy.objects.get()
    assert response.redirect_chain == [(f"{LIST}{vacancy.pk}/", 302)]
    assert (vacancy.status, vacancy.school) == ("review", coordinator.school)
    assert messages(response) == ["Terkirim ke BKK. Anda diberi tahu begitu lowongan tayang atau perlu diperbaiki."]


def test_form_wants_a_bkk(employer_user):
    response = employer_user.client.post(f"{LIST}baru/", form_data())
    assert list(response.context["form"].errors) == ["school"]
    assert Vacancy.objects.count() == 0


def test_desk_steps_from_the_page(asked, employer_user):
    told_now = [
        messages(employer_user.client.post(f"{LIST}{asked.pk}/{name}/", follow=True))
        for name in ("tarik", "kirim", "kirim")
    ]
    assert told_now == [
        ["Ditarik. Ubah, lalu kirim lagi bila sudah siap."],
        ["Terkirim ke BKK."],
        ["Sudah dikirim ke BKK."],
    ]


def test_bkk_sends_back_from_the_page(asked, coordinator):
    page = coordinator.client.get(f"/bkk/lowongan/{asked.pk}/")
    assert page.context["moves"] == ["send_back", "publish"]
    response = coordinator.client.post(f"/bkk/lowongan/{asked.pk}/kembalikan/", {"reason": "Gaji?"}, follow=True)
    assert response.redirect_chain == [("/bkk/lowongan/", 302)]


def test_the_office_tells_the_employer_too(asked, coordinator, officer, employer_user):
    published(asked, coordinator)
    actions.hide(vacancy=asked, reason="Alamat palsu", actor=officer.actor)
    assert f"Lowongan {asked} disembunyikan dinas" in told(employer_user.user)


def test_page_takes_the_same_queries(employer_user, same_queries):
    SchoolMembershipFactory()
    vacancy = VacancyFactory(employer=employer_user.employer)

    def more(count):
        VacancyFactory.create_batch(count, employer=EmployerFactory())

    same_queries(employer_user.client, f"{LIST}{vacancy.pk}/", more, 12)


def test_publishing_tells_whoever_brought_the_lead(coordinator, alumnus_user):
    vacancy = VacancyFactory(school=coordinator.school, draft=True)
    VacancyLeadFactory(
        school=coordinator.school, person=alumnus_user.person, vacancy=vacancy, status="used", title="Kasir"
    )
    published(vacancy, coordinator)
    assert told(alumnus_user.user) == ["Info loker Anda sudah tayang: Kasir"]
