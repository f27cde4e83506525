"""One person out of two: whatever table leads to the one leads to the other afterwards."""

import json

import pytest
from django.apps import apps
from django.db import models

from bkk_portal.accounts.models import AuditEvent, Change
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.merging.actions import PERSON_CHOICES, merge_people
from bkk_portal.people.merging.moving import links, uniques
from bkk_portal.people.models import ActivitySpell, DuplicatePair, Person, PersonMerge, PersonSkill
from placements.alumni.models import Alumnus
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application
from placements.outcomes.tracer.models import TracerAnswer, TracerResponse
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.base import every_factory
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.equipment import HandoverFactory, KitFactory
from tests.factories.participants import AttendanceFactory, CertificateFactory, ParticipantFactory
from tests.factories.people import DuplicatePairFactory, PersonFactory, PersonSkillFactory, SpellFactory
from tests.factories.regions import RegencyFactory
from tests.factories.tracer import TracerAnswerFactory, TracerResponseFactory
from tests.harness.threads import overlapping, raised
from trainings.participants.models import Attendance, Participant

pytestmark = pytest.mark.django_db
FACTORIES = {factory._meta.model: factory for factory in every_factory()}
WISHED = Person.wished_regencies.through
PAIR_FIELDS = {"people.DuplicatePair.first", "people.DuplicatePair.second"}


def name_of(field):
    return f"{field.model._meta.label}.{field.name}" if isinstance(field, models.Field) else str(field)


def keys_to(model):
    """Every foreign key of every table to this one, histories aside: read off all models, not off the relations."""
    return [
        field
        for other in apps.get_models(include_auto_created=True)
        if not other.__name__.startswith("Historical")
        for field in other._meta.local_fields
        if field.related_model is model
    ]


def make(field, owner, **fields):
    if field.model is WISHED:
        return WISHED.objects.create(person=owner, regency=fields.get("regency") or RegencyFactory())
    return FACTORIES[field.model](**{field.name: owner}, **fields)


def twice(*fields):
    return [(field, unique) for field in fields for unique in uniques(field)]


def merged(kept, dropped, actor, **choices):
    return merge_people(kept=kept, dropped=dropped, choices=choices, actor=actor)


@pytest.mark.parametrize("model", [Person, Alumnus, Participant])
def test_no_key_is_forgotten(model):
    assert sorted(map(name_of, links(model))) == sorted(map(name_of, keys_to(model)))


@pytest.mark.parametrize("field", [f for f in keys_to(Person) if name_of(f) not in PAIR_FIELDS], ids=name_of)
def test_row_of_person_moves(field, superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    row = make(field, dropped)
    merged(kept, dropped, superuser.actor)
    assert field.model._base_manager.filter(pk=row.pk, **{field.name: kept}).exists()


@pytest.mark.parametrize("field", keys_to(Alumnus), ids=name_of)
def test_row_of_alumnus_moves_to_the_other_record_of_that_school(field, superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    ours = AlumnusFactory(person=kept)
    theirs = AlumnusFactory(person=dropped, school=ours.school)
    row = make(field, theirs)
    merged(kept, dropped, superuser.actor)
    assert field.model._base_manager.filter(pk=row.pk, **{field.name: ours}).exists()
    assert not Alumnus.objects.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize(("field", "unique"), twice(*(f for f in keys_to(Person) if name_of(f) not in PAIR_FIELDS)))
def test_what_a_person_may_have_once_is_there_once(field, unique, superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    ours = make(field, kept)
    make(field, dropped, **shared_values(ours, field, unique))
    merged(kept, dropped, superuser.actor)
    assert field.model._base_manager.filter(**{field.name: kept}).count() == 1


def shared_values(row, field, unique):
    return {name: getattr(row, name) for name in unique.fields if name != field.name}


@pytest.mark.parametrize(("field", "unique"), twice(*keys_to(Alumnus)))
def test_what_an_alumnus_may_have_once_is_there_once(field, unique, superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    ours = AlumnusFactory(person=kept)
    theirs = AlumnusFactory(person=dropped, school=ours.school)
    row = make(field, ours)
    make(field, theirs, **shared_values(row, field, unique))
    merged(kept, dropped, superuser.actor)
    rows = field.model._base_manager.filter(unique.condition or models.Q(), **{field.name: ours})
    assert rows.count() == 1


def test_unique_rules_with_keys_to_people_are_on_plain_fields():
    """An expression (Lower of a key …) would be none that the mover understands."""
    fields = [field for model in (Person, Alumnus, Participant) for field in links(model)]
    constraints = [c for field in fields for c in field.model._meta.constraints]
    assert [c.name for c in constraints if isinstance(c, models.UniqueConstraint) and c.expressions] == []


def test_every_field_of_a_person_is_decided_by_one_choice():
    decided = [field for fields in PERSON_CHOICES.values() for field in fields]
    own = {field.attname for field in Person._meta.concrete_fields} - {"id", "created_at", "updated_at"}
    assert sorted(decided) == sorted(own)


def test_what_one_lacks_comes_from_the_other(superuser):
    kept = PersonFactory(nisn=None, phone="", birth_place="")
    dropped = PersonFactory(nisn="0051234567", phone="+628123456789", birth_place="Soe", nik="5371014505050001")
    cipher = dropped.nik_hash
    merged(kept, dropped, superuser.actor)
    kept.refresh_from_db()
    assert (kept.nisn, kept.phone, kept.birth_place, kept.nik_hash) == ("0051234567", "+628123456789", "Soe", cipher)


def test_chosen_values_stay(superuser):
    kept, dropped = PersonFactory(name="Maria Tefa"), PersonFactory(name="Maria Yuliana Tefa", nisn="0059999999")
    merged(kept, dropped, superuser.actor, name=dropped.pk, nisn=dropped.pk)
    kept.refresh_from_db()
    assert (kept.name, kept.nisn) == ("Maria Yuliana Tefa", "0059999999")


def test_removed_values_stand_in_the_history(superuser):
    kept, dropped = PersonFactory(), PersonFactory(name="Yohanes Lay", nisn="0058888888", phone="+628123")
    number = dropped.pk
    merged(kept, dropped, superuser.actor)
    last = Person.history.filter(id=number).latest()
    assert (last.history_type, last.name, last.nisn, last.phone) == ("-", "Yohanes Lay", "0058888888", "+628123")
    assert (last.history_user, last.history_change_reason) == (
        superuser.user,
        f"Orang nomor {number} disatukan ke nomor {kept.pk}",
    )


def test_moved_row_says_so_in_its_history(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    spell = SpellFactory(person=dropped)
    merged(kept, dropped, superuser.actor)
    last = ActivitySpell.history.filter(id=spell.pk).latest()
    assert (last.history_type, last.person_id, last.history_user) == ("~", kept.pk, superuser.user)


def test_merge_is_audited_and_counted(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    SpellFactory.create_batch(2, person=dropped)
    number = dropped.pk
    merge = merged(kept, dropped, superuser.actor)
    event = AuditEvent.objects.get(kind="merged")
    assert (event.user, event.target, event.detail) == (superuser.user, f"person {kept.pk}", f"person {number}")
    assert (merge.kept, merge.gone, merge.moved) == (kept, number, {"people.ActivitySpell": 2})


def test_oneself_is_refused(superuser):
    person = PersonFactory()
    with pytest.raises(Refused, match="dirinya sendiri"):
        merged(person, person, superuser.actor)
    assert Person.objects.filter(pk=person.pk).exists()


def test_second_time_is_already_done(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    merged(kept, Person.objects.get(pk=dropped.pk), superuser.actor)
    with pytest.raises(AlreadyDone, match="Sudah disatukan"):
        merged(kept, dropped, superuser.actor)
    assert PersonMerge.objects.count() == 1


def test_account_of_the_other_comes_along(superuser):
    kept, dropped = PersonFactory(), PersonFactory(with_user=True)
    alumnus, user = AlumnusFactory(person=kept), dropped.user
    merged(kept, dropped, superuser.actor)
    kept.refresh_from_db()
    alumnus.refresh_from_db()
    assert (kept.user, kept.user.is_active, alumnus.claimed_at is not None) == (user, True, True)


def test_of_two_accounts_the_chosen_one_stays_and_the_other_is_closed_and_told(superuser):
    kept, dropped = PersonFactory(with_user=True), PersonFactory(with_user=True)
    closed, chosen = kept.user, dropped.user
    merged(kept, dropped, superuser.actor, user=dropped.pk)
    kept.refresh_from_db()
    closed.refresh_from_db()
    assert (kept.user, closed.is_active) == (chosen, False)
    assert list(closed.notifications.values_list("title", flat=True)) == ["Dua catatan Anda disatukan"]


def test_closed_account_keeps_working_for_who_works_here(superuser, coordinator):
    kept, dropped = PersonFactory(with_user=True), PersonFactory(user=coordinator.user)
    merged(kept, dropped, superuser.actor)
    coordinator.user.refresh_from_db()
    assert coordinator.user.is_active


def test_login_by_nisn_follows_the_number_that_stays(superuser):
    kept = PersonFactory(user=UserFactory(nisn="0051111111"), nisn="0051111111")
    dropped = PersonFactory(nisn="0052222222")
    merged(kept, dropped, superuser.actor, nisn=dropped.pk)
    kept.user.refresh_from_db()
    assert kept.user.nisn == "0052222222"


def test_same_activity_told_twice_is_there_once(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    SpellFactory(person=kept)
    SpellFactory(person=dropped)
    verified = SpellFactory(person=dropped, verified=True)
    merged(kept, dropped, superuser.actor)
    assert ActivitySpell.objects.filter(person=kept).count() == 2
    assert ActivitySpell.objects.filter(pk=verified.pk).exists()


def test_higher_level_of_a_skill_stays(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    skill = PersonSkillFactory(person=kept, level=1).skill
    PersonSkillFactory(person=dropped, skill=skill, level=3)
    merged(kept, dropped, superuser.actor)
    assert PersonSkill.objects.get(person=kept).level == 3


def test_application_that_is_further_along_goes_on(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    ours = AlumnusFactory(person=kept)
    theirs = AlumnusFactory(person=dropped, school=ours.school)
    behind = ApplicationFactory(alumnus=ours)
    ahead = ApplicationFactory(alumnus=theirs, vacancy=behind.vacancy, status=ApplicationStatus.INTERVIEW)
    merged(kept, dropped, superuser.actor)
    assert dict(Application.objects.filter(alumnus=ours).values_list("pk", "status")) == {
        behind.pk: "withdrawn",
        ahead.pk: "interview",
    }
    assert behind.status_log.get().reason.startswith("Lamaran yang sama tercatat dua kali")


def test_answers_of_two_tracer_responses_do_not_mix(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    ours = AlumnusFactory(person=kept)
    theirs = AlumnusFactory(person=dropped, school=ours.school)
    first = TracerResponseFactory(alumnus=ours, submitted=True)
    second = TracerResponseFactory(alumnus=theirs, campaign=first.campaign, submitted=True)
    answer = TracerAnswerFactory(response=first, value="Bekerja")
    TracerAnswerFactory(response=second, question=answer.question, value="Kuliah")
    gone = second.pk
    merged(kept, dropped, superuser.actor)
    assert list(TracerAnswer.objects.values_list("response", "value")) == [(first.pk, "Bekerja")]
    last = Change.objects.for_model(TracerResponse).filter(object_id=gone).last()
    assert json.loads(last.changes["draft"][0]) == {"jawaban": [[answer.question_id, "Kuliah"]]}


def test_attendance_of_one_person_twice_in_a_training_is_joined(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    ours = ParticipantFactory(person=kept)
    theirs = ParticipantFactory(person=dropped, training=ours.training)
    mine = AttendanceFactory(participant=ours)
    AttendanceFactory(participant=theirs, session=mine.session)
    AttendanceFactory(participant=theirs)
    merged(kept, dropped, superuser.actor)
    assert Participant.objects.get(training=ours.training).person == kept
    assert Attendance.objects.filter(participant__person=kept).count() == 2


@pytest.mark.parametrize("factory", [CertificateFactory, HandoverFactory])
def test_two_official_papers_of_one_training_are_refused_and_nothing_is_written(factory, superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    first = ParticipantFactory(person=kept, passed=True)
    kits = {"kit": KitFactory(programme=first.training.programme)} if factory is HandoverFactory else {}
    for participant in (first, ParticipantFactory(person=dropped, passed=True, training=first.training)):
        factory(participant=participant, **kits)
    with pytest.raises(Refused, match="dokumen resmi"):
        merged(kept, dropped, superuser.actor)
    assert Participant.objects.filter(person=dropped).count() == 1


def test_issued_paper_moves_with_its_number(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    paper = IssuedDocumentFactory(person=dropped)
    merged(kept, dropped, superuser.actor)
    paper.refresh_from_db()
    assert paper.person == kept


def test_who_was_somebody_else_stays_somebody_else(superuser):
    kept, dropped, third = PersonFactory(), PersonFactory(), PersonFactory()
    DuplicatePairFactory(first=kept, second=dropped)
    DuplicatePairFactory(first=dropped, second=third, decided=True)
    merged(kept, dropped, superuser.actor)
    assert [(pair.first, pair.second, pair.decided_at is not None) for pair in DuplicatePair.objects.all()] == [
        (kept, third, True)
    ]


def test_pairs_of_strangers_stay(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    guessed, decided = DuplicatePairFactory(), DuplicatePairFactory(decided=True)
    merged(kept, dropped, superuser.actor)
    assert set(DuplicatePair.objects.all()) == {guessed, decided}


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_merged_by_two_at_once_it_is_one_merge(superuser):
    kept, dropped = PersonFactory(), PersonFactory()
    outcomes = overlapping(
        lambda: merged(kept, dropped, superuser.actor), lambda: merged(dropped, kept, superuser.actor)
    )
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert PersonMerge.objects.count() == 1
