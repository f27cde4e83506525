import datetime

import pytest
from django.utils import timezone

from bkk_portal.accounts.enums import Role
from tests.factories.accounts import UserFactory
from tests.factories.employers import EmployerFactory, EmployerMembershipFactory
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.people import PersonFactory
from tests.factories.schools import SchoolFactory, SchoolMembershipFactory
from tests.harness.seats import sit

pytestmark = pytest.mark.django_db


@pytest.fixture
def many():
    """A teacher who coordinates two schools and looks for work themselves."""
    user = UserFactory()
    one = SchoolMembershipFactory(user=user, school=SchoolFactory(smkn1=True))
    SchoolMembershipFactory(user=user, school=SchoolFactory(smkn2=True))
    PersonFactory(user=user)
    return sit(user, school=one.school)


def actor_of(client):
    return client.get("/akun/").context["actor"]


def wear(client, key):
    return client.post("/bertindak-sebagai/", {"hat": key})


def test_first_hat_is_worn_until_another_is_chosen(many):
    assert actor_of(many.client).school_id == many.school.pk


def test_chosen_hat_is_worn_and_shown_on_every_page(many):
    other = SchoolFactory(smkn2=True)
    assert wear(many.client, f"school:{other.pk}")["Location"] == "/bkk/"
    page = many.client.get("/privasi/")
    assert page.context["actor"].school_id == other.pk
    assert "<b>BKK SMKN 2 Kupang</b>" in page.content.decode()


def test_hat_of_oneself_opens_ones_own_desk(many):
    person = many.user.person
    assert wear(many.client, f"person:{person.pk}")["Location"] == "/saya/"
    actor = actor_of(many.client)
    assert (actor.role, actor.person_id, actor.school_id) == (Role.PERSON, person.pk, None)


def test_somebody_elses_hat_cannot_be_worn(many):
    foreign = EmployerMembershipFactory(employer=EmployerFactory())
    assert wear(many.client, f"employer:{foreign.employer_id}")["Location"] == "/bertindak-sebagai/"
    assert actor_of(many.client).school_id == many.school.pk


def test_choosing_takes_a_post(many):
    other = SchoolFactory(smkn2=True)
    many.client.get(f"/bertindak-sebagai/?hat=school:{other.pk}")
    assert actor_of(many.client).school_id == many.school.pk


def test_hat_whose_membership_ended_falls_back_at_once_and_says_so(many):
    other = SchoolFactory(smkn2=True)
    wear(many.client, f"school:{other.pk}")
    many.user.schoolmemberships.filter(school=other).update(ended_on=timezone.localdate())
    page = many.client.get("/akun/")
    assert page.context["actor"].school_id == many.school.pk
    assert [str(m) for m in page.context["messages"]] == ["Peran yang tadi Anda pakai sudah berakhir."]


def test_last_membership_ended_closes_the_desk_at_once(officer):
    assert officer.client.get("/dinas/audit/").status_code == 200
    officer.user.agencymemberships.update(ended_on=timezone.localdate())
    assert officer.client.get("/dinas/audit/").status_code == 404


def test_membership_that_ends_tomorrow_still_counts(officer):
    officer.user.agencymemberships.update(ended_on=timezone.localdate() + datetime.timedelta(days=1))
    assert officer.client.get("/dinas/audit/").status_code == 200


def test_superuser_with_a_desk_begins_at_the_desk():
    membership = AgencyMembershipFactory(user=UserFactory(superuser=True))
    assert sit(membership.user).actor.role == Role.AGENCY_OFFICER


def test_user_without_any_hat_is_a_newcomer():
    seat = sit(UserFactory())
    assert seat.client.get("/saya/").templates[0].name == "people/saya_newcomer.html"
    assert seat.client.get("/bkk/").status_code == 404
