import datetime

import pytest

from bkk_portal.people.enums import DocumentKind, WorkKind
from bkk_portal.people.profile.completeness import completeness_of
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import (
    CredentialFactory,
    KonsentrasiFactory,
    PersonDocumentFactory,
    PersonFactory,
    PersonSkillFactory,
    PortfolioLinkFactory,
    SpellFactory,
    WishedKindFactory,
)
from tests.factories.regions import VillageFactory

pytestmark = pytest.mark.django_db


def step(person, key):
    return next(step for step in completeness_of(person).steps if step.key == key)


def full_person():
    person = PersonFactory(
        phone="+6281234567890",
        village=VillageFactory(),
        education=3,
        summary="Saya bisa.",
        wished_work="Kasir",
        available_from=datetime.date(2026, 12, 1),
    )
    PersonSkillFactory.create_batch(3, person=person)
    SpellFactory(person=person, internship=True)
    PersonDocumentFactory(person=person, kind=DocumentKind.DIPLOMA)
    return person


def test_empty_profile_lacks_every_needed_step():
    found = completeness_of(PersonFactory(birth_date=None))
    assert (found.done, found.total, found.is_complete) == (0, 6, False)
    assert (found.sentence, found.next_step.key) == ("0 dari 6 bagian utama sudah lengkap", "self")


def test_profile_is_complete_without_certificates_and_portfolio():
    found = completeness_of(full_person())
    assert (found.done, found.is_complete, found.sentence) == (6, True, "Profil Anda lengkap")
    assert found.next_step is None
    assert [step.key for step in found.steps if not step.is_done] == ["certificates", "portfolio"]


def test_certificate_and_link_complete_their_steps():
    person = full_person()
    CredentialFactory(person=person)
    PortfolioLinkFactory(person=person)
    assert all(step.is_done for step in completeness_of(person).steps)


@pytest.mark.parametrize(("number", "sentence"), [(0, "Tambah 3 keterampilan"), (2, "Tambah 1 keterampilan")])
def test_skills_that_are_short_are_counted(number, sentence):
    person = PersonFactory()
    PersonSkillFactory.create_batch(number, person=person)
    assert step(person, "skills").missing == (f"{sentence}, supaya lowongan lebih cocok.",)


def test_who_never_worked_says_so_and_is_complete():
    assert not step(PersonFactory(), "work").is_done
    assert step(PersonFactory(no_experience=True), "work").is_done


def test_school_on_record_is_an_education():
    person = PersonFactory()
    AlumnusFactory(person=person, konsentrasi=KonsentrasiFactory())
    assert step(person, "education").is_done


def test_kind_of_work_stands_for_the_work_wished():
    person = PersonFactory(available_from=datetime.date(2026, 12, 1), summary="Saya bisa.")
    assert len(step(person, "wishes").missing) == 1
    WishedKindFactory(person=person, kind=WorkKind.DAILY)
    assert step(person, "wishes").is_done


def test_studies_and_revoked_certificates_are_no_experience():
    person = PersonFactory()
    SpellFactory(person=person, studying=True)
    CredentialFactory(person=person, revoked_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    assert (step(person, "work").is_done, step(person, "certificates").is_done) == (False, False)


def test_completeness_takes_two_queries_however_much_there_is(django_assert_num_queries):
    person = full_person()
    with django_assert_num_queries(1):  # the education is known
        completeness_of(person)
    person.education = None
    with django_assert_num_queries(2):
        completeness_of(person)
