"""People who are signed in: each fixture is a Seat with user, client and actor."""

import dataclasses

import pytest
from django.test import Client

from bkk_portal.accounts.actor import actor_for, hats_of
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.employers import EmployerMembershipFactory
from tests.factories.offices import AgencyFactory, AgencyMembershipFactory
from tests.factories.people import PersonFactory
from tests.factories.schools import ForumMembershipFactory, SchoolFactory, SchoolMembershipFactory


@dataclasses.dataclass
class Seat:
    user: object
    client: Client
    school: object = None
    agency: object = None
    employer: object = None
    person: object = None
    alumnus: object = None

    @property
    def actor(self):
        """For whom this user acts now; the first hat, as in a new session."""
        return actor_for(self.user, next(iter(hats_of(self.user)), None))


def sit(user, **scope):
    """A Seat for any user: sit(UserFactory())."""
    client = Client()
    client.force_login(user)
    return Seat(user=user, client=client, **scope)


def coordinator_of(school):
    return sit(SchoolMembershipFactory(school=school).user, school=school)


def member_of(agency, **traits):
    return sit(AgencyMembershipFactory(agency=agency, **traits).user, agency=agency)


def alumnus_of(school):
    alumnus = AlumnusFactory(school=school, claimed=True)
    return sit(alumnus.person.user, school=school, person=alumnus.person, alumnus=alumnus)


def member_of_some_employer():
    membership = EmployerMembershipFactory()
    return sit(membership.user, employer=membership.employer)


def chair():
    return sit(ForumMembershipFactory().user)


def no_alumnus():
    """Someone with an account who is no alumnus of any school."""
    person = PersonFactory(with_user=True)
    return sit(person.user, person=person)


@pytest.fixture
def coordinator(db):
    return coordinator_of(SchoolFactory(smkn1=True))


@pytest.fixture
def other_coordinator(db):
    return coordinator_of(SchoolFactory(smkn2=True))


@pytest.fixture
def forum_chair(db):
    return chair()


@pytest.fixture
def officer(db):
    return member_of(AgencyFactory())


@pytest.fixture
def head(db):
    return member_of(AgencyFactory(), head=True)


@pytest.fixture
def other_officer(db):
    return member_of(AgencyFactory(other=True))


@pytest.fixture
def alumnus_user(db):
    return alumnus_of(SchoolFactory(smkn1=True))


@pytest.fixture
def other_alumnus_user(db):
    return alumnus_of(SchoolFactory(smkn2=True))


@pytest.fixture
def participant_user(db):
    return no_alumnus()


@pytest.fixture
def employer_user(db):
    return member_of_some_employer()


@pytest.fixture
def other_employer_user(db):
    return member_of_some_employer()


@pytest.fixture
def superuser(db):
    return sit(UserFactory(superuser=True))
