import pytest
from django.apps import apps

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent, Change
from bkk_portal.people.enums import CredentialSource, DocumentKind
from bkk_portal.people.models import ActivitySpell, Credential, Person, PersonDocument
from tests.factories.base import every_factory
from tests.factories.people import CredentialFactory, PersonDocumentFactory, PersonFactory, SpellFactory
from tests.factories.regions import RegencyFactory
from tests.harness.ours import label

pytestmark = pytest.mark.django_db
URL = "/saya/data-saya/hapus-isi/"
FACTORIES = {factory._meta.model: factory for factory in every_factory()}
# What others have on record about a person, and must answer for.
STAYS = {
    "documents.IssuedDocument": "a paper with a number",
    "people.DuplicatePair": "that two records are, or are not, one person",
    "people.PersonMerge": "that one record went into another",
    "placements.Alumnus": "the school's record",
    "placements.VacancyInvitation": "the school's",
    "placements.VacancyLead": "given to a school",
    "trainings.CompetenceCertificate": "the office's record",
    "trainings.Participant": "the office's record",
    "trainings.ProposedName": "the kelurahan's letter",
}
OWN = {Credential: {"source": CredentialSource.SELF}}


def models_of_a_person():
    for model in apps.get_models():
        keys = [field.name for field in model._meta.fields if field.is_relation and field.related_model is Person]
        if keys and not model.__name__.startswith("Historical") and model in FACTORIES:
            yield model, keys[0]


def erase(seat, **values):
    return seat.client.post(URL, values or {"sure": "on"})


def test_every_table_of_ones_own_is_emptied(participant_user, django_capture_on_commit_callbacks):
    for model, key in models_of_a_person():
        FACTORIES[model](**{key: participant_user.person}, **OWN.get(model, {}))
    with django_capture_on_commit_callbacks(execute=True):
        erase(participant_user)
    left = {
        label(model) for model, key in models_of_a_person() if model.objects.filter(**{key: participant_user.person})
    }
    assert left == {label(model) for model, _ in models_of_a_person()} & set(STAYS)


def test_fields_go_from_the_earlier_versions_too(participant_user):
    person = participant_user.person
    person.phone, person.address, person.summary = "+6281234567890", "Jl. Rahasia", "Saya bisa."
    person.save()
    person.wished_regencies.add(RegencyFactory())
    erase(participant_user)
    person.refresh_from_db()
    assert (person.phone, person.address, person.summary, person.wished_regencies.count()) == ("", "", "", 0)
    assert set(Person.history.values_list("phone", "address", "summary")) == {("", "", "")}
    assert person.name == participant_user.person.name


def test_files_and_their_history_are_gone(participant_user, django_capture_on_commit_callbacks):
    row = PersonDocumentFactory(person=participant_user.person, kind=DocumentKind.DIPLOMA)
    storage, name = row.file.storage, row.file.name
    with django_capture_on_commit_callbacks(execute=True):
        erase(participant_user)
        assert storage.exists(name)
    assert (storage.exists(name), Change.objects.for_model(PersonDocument).count()) == (False, 0)


def test_what_others_recorded_or_verified_stays(participant_user):
    spell = SpellFactory(person=participant_user.person, verified=True)
    credential = CredentialFactory(person=participant_user.person)
    erase(participant_user)
    assert (list(ActivitySpell.objects.all()), list(Credential.objects.all())) == ([spell], [credential])


def test_nothing_of_anybody_else_goes(participant_user):
    row = PersonDocumentFactory()
    PersonDocumentFactory(person=participant_user.person)
    erase(participant_user)
    assert list(PersonDocument.objects.all()) == [row]


def test_erasing_is_logged_and_twice_says_so(participant_user):
    PersonDocumentFactory(person=participant_user.person)
    erase(participant_user)
    erase(participant_user)
    messages = [str(message) for message in participant_user.client.get("/saya/data-saya/").context["messages"]]
    assert messages == [
        "Isi profil, dokumen dan simpanan Anda sudah dihapus.",
        "Sudah kosong: tidak ada isian Anda yang tersimpan.",
    ]
    event = AuditEvent.objects.get(kind=AuditKind.ERASED)
    assert (event.user, event.target) == (participant_user.user, f"person {participant_user.person.pk}")


def test_erasing_without_the_tick_asks_for_it(participant_user):
    row = PersonDocumentFactory(person=participant_user.person)
    assert "sure" in erase(participant_user, sure="").context["erase_form"].errors
    assert list(PersonDocument.objects.all()) == [row]


def test_superuser_erases_at_the_persons_wish(superuser):
    person = PersonFactory(phone="+6281234567890")
    values = {"action": "erase_own_content", "_selected_action": [person.pk]}
    superuser.client.post("/admin/people/person/", values)
    assert Person.objects.get(pk=person.pk).phone == ""
