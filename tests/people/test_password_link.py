import pytest
from django.test import Client

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import PersonFactory
from tests.factories.schools import SchoolMembershipFactory

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "gong-timor-2031"


def ask(seat, person):
    return seat.client.post(f"/orang/{person.pk}/tautan-sandi/", {"kembali": "/bkk/alumni/"})


def links():
    return list(AuditEvent.objects.filter(kind=AuditKind.PASSWORD_LINK).values_list("user_id", "target"))


@pytest.fixture
def by_phone(coordinator):
    person = PersonFactory(user=UserFactory(by_phone=True))
    AlumnusFactory(person=person, school=coordinator.school)
    return person


def test_coordinator_helps_an_own_alumnus_to_a_new_password(coordinator, by_phone):
    page = ask(coordinator, by_phone)
    assert "no-store" in page["Cache-Control"]
    assert links() == [(coordinator.user.pk, f"user {by_phone.user_id}")]
    client = Client()
    form = client.get(page.context["link"].removeprefix("http://127.0.0.1:8000"), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    signed_in = Client().post("/masuk/", {"login": by_phone.user.phone, "password": NEW_PASSWORD})
    assert signed_in["Location"] == "/saya/"


def test_who_also_works_here_is_not_helped_by_a_colleague(coordinator, by_phone):
    SchoolMembershipFactory(user=by_phone.user)
    assert ask(coordinator, by_phone)["Location"] == "/bkk/alumni/"
    assert links() == []


def test_superuser_is_not_taken_over(coordinator, by_phone):
    by_phone.user.is_superuser = True
    by_phone.user.save()
    ask(coordinator, by_phone)
    assert links() == []


def test_person_without_an_account_leads_back(coordinator):
    person = AlumnusFactory(school=coordinator.school).person
    assert ask(coordinator, person)["Location"] == "/bkk/alumni/"
    assert links() == []


def test_foreign_person_is_not_found(other_coordinator, by_phone):
    assert ask(other_coordinator, by_phone).status_code == 404


def test_link_takes_a_post(coordinator, by_phone):
    assert coordinator.client.get(f"/orang/{by_phone.pk}/tautan-sandi/").status_code == 405
