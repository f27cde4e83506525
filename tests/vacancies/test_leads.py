"""create_lead, use_lead, decline_lead."""

import pytest
from django.db import IntegrityError

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies.actions import create_lead, decline_lead, use_lead
from placements.vacancies.models import Vacancy, VacancyLead
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyLeadFactory
from tests.vacancies.acts import fields, told

pytestmark = pytest.mark.django_db
HEARD = {"title": "Kasir", "employer_name": "Toko Rukun", "contact": "Ibu Ina", "note": "Mulai Januari"}


@pytest.fixture
def lead(alumnus_user):
    """Heard by an alumnus of SMKN 1, not looked at yet."""
    return VacancyLeadFactory(person=alumnus_user.person, school=alumnus_user.school, title="Kasir")


def test_a_lead_goes_to_the_own_bkk(alumnus_user, coordinator, other_coordinator):
    create_lead(fields=HEARD, school=alumnus_user.school, actor=alumnus_user.actor)
    lead = VacancyLead.objects.get()
    kept = {name: getattr(lead, name) for name in HEARD}
    assert (kept, lead.person, lead.school, lead.status) == (HEARD, alumnus_user.person, coordinator.school, "new")
    assert told(coordinator.user) == [("Info loker baru: Kasir", "Dari alumni Anda.", "/bkk/lowongan/info-loker/")]
    assert told(other_coordinator.user) == []


def test_a_lead_for_another_school_is_refused(alumnus_user):
    with pytest.raises(Refused, match="hanya dapat dikirim ke BKK sekolah Anda sendiri"):
        create_lead(fields=HEARD, school=SchoolFactory(smkn2=True), actor=alumnus_user.actor)
    assert VacancyLead.objects.count() == 0


def test_who_is_no_alumnus_sends_none(participant_user):
    with pytest.raises(Refused, match="hanya dapat dikirim ke BKK sekolah Anda sendiri"):
        create_lead(fields=HEARD, school=SchoolFactory(smkn1=True), actor=participant_user.actor)


def test_using_a_lead_makes_a_draft_and_thanks(lead, coordinator, alumnus_user):
    vacancy = use_lead(lead=lead, fields=fields(title="Kasir toko"), actor=coordinator.actor)
    lead.refresh_from_db()
    assert (lead.status, lead.vacancy) == ("used", vacancy)
    assert (vacancy.status, vacancy.title, vacancy.school) == ("draft", "Kasir toko", coordinator.school)
    assert told(alumnus_user.user) == [
        (
            "Info loker Anda dipakai: Kasir",
            "BKK menjadikannya lowongan. Terima kasih sudah membantu teman yang lain.",
            "/saya/info-loker/",
        )
    ]


@pytest.mark.parametrize(
    ("answer", "said"),
    [("Sudah tutup minggu lalu", "Sudah tutup minggu lalu"), ("", "BKK sudah membacanya. Terima kasih.")],
)
def test_declining_tells_the_answer_or_thanks(lead, coordinator, alumnus_user, answer, said):
    decline_lead(lead=lead, answer=answer, actor=coordinator.actor)
    lead.refresh_from_db()
    assert (lead.status, lead.answer, lead.vacancy) == ("declined", answer, None)
    assert told(alumnus_user.user) == [("Info loker Anda belum dapat dipakai: Kasir", said, "/saya/info-loker/")]


def test_somebody_without_an_account_is_told_nothing(coordinator):
    lead = VacancyLeadFactory(school=coordinator.school)
    decline_lead(lead=lead, answer="", actor=coordinator.actor)
    assert lead.person.user is None
    assert VacancyLead.objects.get().status == "declined"


def test_a_lead_becomes_one_vacancy(lead, coordinator, alumnus_user):
    use_lead(lead=lead, fields=fields(), actor=coordinator.actor)
    with pytest.raises(AlreadyDone, match=r"^Sudah dijadikan lowongan\.$"):
        use_lead(lead=lead, fields=fields(), actor=coordinator.actor)
    with pytest.raises(AlreadyDone, match=r"^Sudah dijadikan lowongan\.$"):
        decline_lead(lead=lead, answer="", actor=coordinator.actor)
    assert (Vacancy.objects.count(), len(told(alumnus_user.user))) == (1, 1)


def test_a_declined_lead_stays_declined(lead, coordinator):
    decline_lead(lead=lead, answer="Tidak", actor=coordinator.actor)
    with pytest.raises(AlreadyDone, match=r"^Sudah ditandai tidak dipakai\.$"):
        use_lead(lead=lead, fields=fields(), actor=coordinator.actor)
    assert Vacancy.objects.count() == 0


def test_a_draft_that_cannot_be_written_leaves_the_lead_waiting(lead, coordinator):
    broken = fields(is_overseas=True, official_link="")
    with pytest.raises(IntegrityError, match="vacancy_overseas_has_link"):
        use_lead(lead=lead, fields=broken, actor=coordinator.actor)
    lead.refresh_from_db()
    assert (lead.status, Vacancy.objects.count()) == ("new", 0)


@pytest.mark.parametrize("do", [lambda **k: use_lead(fields=fields(), **k), lambda **k: decline_lead(answer="", **k)])
def test_another_school_does_not_find_it(lead, other_coordinator, do):
    with pytest.raises(VacancyLead.DoesNotExist):
        do(lead=lead, actor=other_coordinator.actor)
    lead.refresh_from_db()
    assert lead.status == "new"


def test_who_sees_a_lead(lead, request):
    VacancyLeadFactory(school=SchoolFactory(smkn2=True))
    seats = ["alumnus_user", "coordinator", "other_alumnus_user", "officer", "employer_user", "forum_chair"]
    seen = {
        seat: list(VacancyLead.objects.visible_to(request.getfixturevalue(seat).actor).order_by("pk")) for seat in seats
    }
    assert seen == dict.fromkeys(seats, []) | {"alumnus_user": [lead], "coordinator": [lead]}


def test_the_superuser_sees_every_lead(lead, superuser):
    other = VacancyLeadFactory()
    assert set(VacancyLead.objects.visible_to(superuser.actor)) == {lead, other}
