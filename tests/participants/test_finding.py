import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit.errors import Refused
from bkk_portal.people.actions import find_by_numbers
from bkk_portal.people.models import Person
from tests.factories.names import nik
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import TrainingFactory
from tests.factories.regions import VillageFactory
from tests.harness.seats import member_of
from trainings.participants.models import Participant
from trainings.participants.registering import finding

BORN = dt.date(2004, 5, 17)
NIK = nik(7, BORN)


@pytest.fixture
def training(officer):
    return TrainingFactory(programme__agency=officer.agency)


def typed(**fields):
    values = {"name": "Maria Lay", "birth_date": BORN, "sex": "P", "phone": "+6281234567890"}
    return Person(**(values | fields))


def recorded():
    return AuditEvent.objects.filter(kind=AuditKind.PERSON_LOOKED_UP)


# looking up


def test_person_outside_the_own_scope_is_found_and_that_is_recorded(officer, training):
    person = PersonFactory(nik=NIK)
    assert finding.look_up(training=training, actor=officer.actor, nik=NIK) == person
    event = recorded().get()
    assert (event.target, event.user, event.detail) == (
        f"person {person.pk}",
        officer.user,
        f"untuk pelatihan {training.pk}",
    )


def test_own_participant_is_found_without_a_record(officer, training):
    person = ParticipantFactory(training=training, person=PersonFactory(nik=NIK)).person
    assert finding.look_up(training=training, actor=officer.actor, nik=NIK) == person
    assert recorded().count() == 0


def test_nobody_is_found_and_nothing_recorded(officer, training):
    assert finding.look_up(training=training, actor=officer.actor, nisn="0051234567") is None
    assert recorded().count() == 0


def test_numbers_of_two_people_are_refused(officer, training):
    PersonFactory(nik=NIK)
    other = PersonFactory(nisn="0051234567")
    with pytest.raises(Refused, match="dua orang yang berbeda"):
        finding.look_up(training=training, actor=officer.actor, nik=NIK, nisn=other.nisn)


# the token


def test_token_names_the_person(officer, training):
    person = PersonFactory()
    token = finding.token_for(person, training, officer.actor)
    assert finding.person_of(token, training, officer.actor) == person


def test_token_holds_only_for_its_officer_and_class_and_for_a_while(officer, training):
    token = finding.token_for(PersonFactory(), training, officer.actor)
    colleague = member_of(officer.agency)
    for text, row, actor in [
        (token, TrainingFactory(), officer.actor),
        (token, training, colleague.actor),
        ("1", training, officer.actor),
    ]:
        with pytest.raises(Refused, match="Cari lagi"):
            finding.person_of(text, row, actor)
    later = timezone.now() + dt.timedelta(seconds=finding.TOKEN_SECONDS + 1)
    with time_machine.travel(later), pytest.raises(Refused, match="Cari lagi"):
        finding.person_of(token, training, officer.actor)


# somebody typed in


def test_new_person_is_saved_with_nik_and_enrolled(officer, training):
    village = VillageFactory()
    participant = finding.enrol_new(training=training, person=typed(village=village), nik=NIK, actor=officer.actor)
    assert find_by_numbers(nik=NIK) == participant.person
    assert (participant.status, participant.origin_village) == ("accepted", village)


def test_new_person_with_a_known_nik_is_refused_and_nothing_saved(officer, training):
    PersonFactory(nik=NIK)
    with pytest.raises(Refused, match="NIK ini sudah tercatat"):
        finding.enrol_new(training=training, person=typed(), nik=NIK, actor=officer.actor)
    assert (Person.objects.count(), Participant.objects.count()) == (1, 0)


def test_refused_enrolment_leaves_no_new_person(officer):
    training = TrainingFactory(finished=True)
    with pytest.raises(Refused):
        finding.enrol_new(training=training, person=typed(), nik=NIK, actor=officer.actor)
    assert Person.objects.count() == 0


def test_same_person_gets_the_gaps_filled_and_keeps_the_rest(officer, training):
    known = PersonFactory(name="Maria Lay", birth_date=BORN, phone="+6281234567890", address="Jalan Lama")
    participant = finding.enrol_new(
        training=training,
        person=typed(address="Jalan Baru", rt="003", village=VillageFactory()),
        nik=NIK,
        actor=officer.actor,
        same_as=known,
    )
    known.refresh_from_db()
    assert participant.person == known
    assert find_by_numbers(nik=NIK) == known
    assert (known.address, known.rt, known.village_id) == ("Jalan Lama", "003", "53.71.04.1008")
    assert Person.objects.count() == 1


def test_same_person_with_another_nik_is_refused(officer, training):
    known = PersonFactory(nik=nik(1, BORN))
    with pytest.raises(Refused, match=r"berbeda dengan NIK orang itu di portal \(5371••••••••0001\)"):
        finding.enrol_new(training=training, person=typed(), nik=NIK, actor=officer.actor, same_as=known)
    assert Participant.objects.count() == 0


def test_twins_are_those_with_the_same_name_birth_date_and_phone(officer, training):
    twin = PersonFactory(name="MARIA LAY", birth_date=BORN, phone="+6281234567890")
    PersonFactory(name="Maria Lay", birth_date=BORN, phone="+6281200000000")
    assert finding.twins_of(person=typed(), training=training, actor=officer.actor) == [twin]
    assert recorded().get().target == f"person {twin.pk}"
