import pytest
from django.core.management import call_command

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit import nik_vault
from bkk_portal.people.models import Person
from tests.factories.alumni import AlumnusFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
NIK = "5371035705050001"
NEW_KEY = "bm9ybWFsLWt1bmNpLWJhcnUtMzItYml0YS0xMjM0NTY="


def url_of(person):
    return f"/orang/{person.pk}/nik/"


def views():
    return list(AuditEvent.objects.filter(kind=AuditKind.NIK_VIEWED).values_list("user_id", "target"))


# the full view ----------------------------------------------------------------------------------------------


def test_coordinator_reads_the_nik_of_an_own_alumnus_and_it_is_logged(coordinator):
    person = AlumnusFactory(school=coordinator.school, person__nik=NIK).person
    page = coordinator.client.post(url_of(person))
    assert page.context["nik"] == NIK
    assert "no-store" in page["Cache-Control"]
    assert views() == [(coordinator.user.pk, f"person {person.pk}")]


def test_officer_reads_the_nik_of_an_own_participant(officer):
    participant = ParticipantFactory(training__agency=officer.agency, person__nik=NIK)
    assert officer.client.post(url_of(participant.person)).context["nik"] == NIK


def test_reading_takes_a_post(coordinator):
    person = AlumnusFactory(school=coordinator.school, person__nik=NIK).person
    assert coordinator.client.get(url_of(person)).status_code == 405
    assert views() == []


def test_nik_of_a_foreign_person_is_not_found(coordinator, other_coordinator):
    person = AlumnusFactory(school=other_coordinator.school, person__nik=NIK).person
    assert coordinator.client.post(url_of(person)).status_code == 404
    assert views() == []


@pytest.mark.parametrize("seat", ["alumnus_user", "employer_user", "forum_chair", "superuser"])
def test_other_roles_cannot_read_a_nik(request, seat):
    seat = request.getfixturevalue(seat)
    person = seat.person or PersonFactory(nik=NIK)
    assert seat.client.post(url_of(person)).status_code == 404


def test_person_without_a_nik_leads_back_and_is_not_logged(coordinator):
    person = AlumnusFactory(school=coordinator.school).person
    answer = coordinator.client.post(url_of(person), {"kembali": "/bkk/alumni/"})
    assert answer["Location"] == "/bkk/alumni/"
    assert views() == []


def test_way_back_stays_in_the_portal(coordinator):
    person = AlumnusFactory(school=coordinator.school, person__nik=NIK).person
    assert coordinator.client.post(url_of(person), {"kembali": "https://jahat.test/"}).context["back"] == "/bkk/"


# rotation of the keys ---------------------------------------------------------------------------------------


def test_rotation_rewrites_every_nik_under_the_first_key(settings, capsys):
    people = PersonFactory.create_batch(5, with_nik=True)
    without = PersonFactory()
    niks = {person.pk: nik_vault.decrypt(person.nik_cipher) for person in people}
    settings.NIK_KEYS = [NEW_KEY, *settings.NIK_KEYS]
    call_command("rotate_nik_keys", "--batch=2")
    settings.NIK_KEYS = [NEW_KEY]
    rotated = Person.objects.exclude(pk=without.pk).order_by("pk")
    assert {person.pk: nik_vault.decrypt(person.nik_cipher) for person in rotated} == niks
    assert [Person.objects.with_nik(niks[person.pk]).get() for person in rotated] == list(rotated)
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "5 NIK disandi ulang.",
        "Selesai. Semua NIK memakai kunci pertama; kunci lama boleh dihapus dari NIK_KEYS.",
    ]


def test_rotation_a_second_time_changes_nothing(settings):
    PersonFactory(with_nik=True)
    settings.NIK_KEYS = [NEW_KEY, *settings.NIK_KEYS]
    call_command("rotate_nik_keys")
    ciphers = list(Person.objects.order_by("pk").values_list("nik_cipher", "updated_at"))
    call_command("rotate_nik_keys")
    assert list(Person.objects.order_by("pk").values_list("nik_cipher", "updated_at")) == ciphers


def test_rotation_leaves_no_history(settings):
    person = PersonFactory(with_nik=True)
    before = person.history.count()
    settings.NIK_KEYS = [NEW_KEY, *settings.NIK_KEYS]
    call_command("rotate_nik_keys")
    assert person.history.count() == before


def test_rotation_names_two_people_with_one_nik(settings, capsys):
    """Possible only when they were recorded under different keys."""
    old = PersonFactory(nik=NIK)
    settings.NIK_KEYS = [NEW_KEY, *settings.NIK_KEYS]
    new = PersonFactory(nik=NIK)
    call_command("rotate_nik_keys")
    said = capsys.readouterr()
    assert said.err == f"Orang nomor {new.pk} dan {old.pk} memakai NIK yang sama. Satukan dulu, lalu ulangi.\n"
    assert "Selesai." not in said.out
    assert nik_vault.decrypt(Person.objects.get(pk=old.pk).nik_cipher) == NIK
