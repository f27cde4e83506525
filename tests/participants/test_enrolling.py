import pytest

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import TrainingFactory
from tests.harness.seats import member_of
from tests.harness.threads import at_once, raised
from trainings.participants.actions import enrol
from trainings.participants.models import Participant, ParticipantStatusLog


def test_person_is_accepted_while_there_are_seats(officer):
    person = PersonFactory(with_user=True)
    participant = enrol(training=TrainingFactory(), person=person, actor=officer.actor)
    assert (participant.status, participant.registered_by) == ("accepted", officer.user)
    log = ParticipantStatusLog.objects.get(participant=participant)
    assert (log.from_status, log.to_status, log.by) == ("", "accepted", officer.user)
    told = Notification.objects.get(user=person.user)
    assert told.title == f"Anda diterima di pelatihan {participant.training}"


def test_person_waits_when_the_class_is_full(officer):
    training = TrainingFactory(quota=1)
    ParticipantFactory(training=training)
    assert enrol(training=training, person=PersonFactory(), actor=officer.actor).status == "waiting"


def test_seat_of_somebody_who_stopped_is_free(officer):
    training = TrainingFactory(quota=1)
    ParticipantFactory(training=training, dropped=True)
    assert enrol(training=training, person=PersonFactory(), actor=officer.actor).status == "accepted"


def test_person_for_selection_is_only_registered(officer):
    participant = enrol(training=TrainingFactory(), person=PersonFactory(), actor=officer.actor, for_selection=True)
    assert participant.status == "registered"


def test_second_time_is_already_done_and_changes_nothing(officer):
    participant = ParticipantFactory(refused=True)
    with pytest.raises(AlreadyDone, match="Sudah terdaftar"):
        enrol(training=participant.training, person=participant.person, actor=officer.actor)
    participant.refresh_from_db()
    assert (participant.status, Participant.objects.count()) == ("refused", 1)


@pytest.mark.parametrize("trait", ["finished", "cancelled"])
def test_training_that_is_over_or_off_takes_nobody(officer, trait):
    with pytest.raises(Refused, match="tidak menerima peserta lagi"):
        enrol(training=TrainingFactory(**{trait: True}), person=PersonFactory(), actor=officer.actor)


def test_another_offices_training_is_refused(officer):
    training = TrainingFactory(programme__agency__other=True)
    with pytest.raises(Refused, match="milik dinas lain"):
        enrol(training=training, person=PersonFactory(), actor=officer.actor)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_officers_never_overfill_a_class():
    training = TrainingFactory(quota=3)
    ParticipantFactory(training=training)
    officers = [member_of(training.agency) for _ in range(4)]
    people = [PersonFactory() for _ in officers]
    calls = [
        lambda person=person, officer=officer: enrol(training=training, person=person, actor=officer.actor)
        for person, officer in zip(people, officers, strict=True)
    ]
    assert raised(at_once(*calls)) == []
    statuses = Participant.objects.order_by("status").values_list("status", flat=True)
    assert list(statuses) == ["accepted"] * 3 + ["waiting"] * 2


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_officers_enrol_one_person_once():
    training, person = TrainingFactory(), PersonFactory()
    officers = [member_of(training.agency) for _ in range(2)]
    outcomes = at_once(*[lambda o=o: enrol(training=training, person=person, actor=o.actor) for o in officers])
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert Participant.objects.count() == 1
