"""Every table that hangs on a person is in the file of /saya/data-saya/."""

import json

import pytest
from django.apps import apps

from bkk_portal.kit import registry
from bkk_portal.people.models import Person
from placements.alumni.models import Alumnus
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import every_factory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory
from tests.harness.ours import label
from trainings.participants.models import Participant

pytestmark = pytest.mark.django_db


def _alumnus(person):
    return AlumnusFactory(person=person)


def _participant(person):
    return ParticipantFactory(person=person)


FACTORIES = {factory._meta.model: factory for factory in every_factory()}


ELSEWHERE = {
    "placements.Contradiction": "it compares two answers, and both are there",
    "people.DuplicatePair": "a guess of staff that tells of somebody else; what came of it is there",
}
# Whose rows a row is: straight a person's, or of what a person is at a school or in a training.
MAKERS = {Person: lambda person: person, Alumnus: _alumnus, Participant: _participant}


def owner_field(model):
    """(name of the key, model it leads to) for the first key that leads to a person, or None."""
    keys = [field for field in model._meta.fields if field.is_relation and field.related_model in MAKERS]
    return (keys[0].name, keys[0].related_model) if keys else None


def models_of_a_person():
    ours = [model for model in apps.get_models() if not model.__name__.startswith("Historical")]
    # A model without a factory fails in tests/test_admin.py.
    with_row = [model for model in ours if model in FACTORIES and label(model) not in ELSEWHERE]
    return [model for model in with_row if owner_field(model)]


def add_row(model, person):
    name, owner = owner_field(model)
    before = MAKERS[owner](person)
    return lambda: FACTORIES[model](**{name: before})


def export_of(person):
    everything = dict(entry.function(Person.objects.get(pk=person.pk)) for entry in registry.person_exports)
    return json.dumps(everything, default=str)


@pytest.mark.parametrize("model", models_of_a_person(), ids=label)
def test_row_of_a_person_is_in_their_export(model):
    person = PersonFactory(with_user=True)
    add = add_row(model, person)
    before = export_of(person)
    add()
    assert export_of(person) != before


def test_row_of_somebody_else_is_not():
    person = PersonFactory(with_user=True)
    before = export_of(person)
    for model in models_of_a_person():
        add_row(model, PersonFactory())()
    assert export_of(person) == before
