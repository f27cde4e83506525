"""One alumnus at a time: added, corrected, traced, and what they do."""

import datetime as dt

import pytest

from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Person
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import PersonFactory, SpellFactory

LIST = "/bkk/alumni/"
NIK = "5371045705050001"


@pytest.fixture
def alumnus(coordinator):
    return AlumnusFactory(school=coordinator.school, person__name="Maria Lay", person__with_nik=True)


def filled(**changes):
    form = {"orang-name": "Maria Lay", "orang-birth_date": "2005-05-17", "orang-sex": "P", "orang-nisn": "0051112223"}
    form |= {"orang-nik": NIK, "orang-phone": "0812 3456 7890", "alumni-graduation_year": "2025"}
    return form | {key.replace("__", "-"): value for key, value in changes.items()}


def opened(coordinator, url):
    """What the edit page's form holds when it is opened."""
    context = coordinator.client.get(url).context
    values = {}
    for form in (context["person_form"], context["alumnus_form"]):
        for field in form:
            values[field.html_name] = field.value() if field.value() is not None else ""
    return values


def create(coordinator, **changes):
    return coordinator.client.post(f"{LIST}baru/", filled(**changes))


def test_one_alumnus_is_added(coordinator):
    response = create(coordinator)
    alumnus = Alumnus.objects.get()
    assert response.url == f"{LIST}{alumnus.pk}/"
    assert (alumnus.school, alumnus.person.phone, alumnus.graduation_year) == (
        coordinator.school,
        "+6281234567890",
        2025,
    )
    assert Person.objects.with_nik(NIK).get() == alumnus.person


def test_known_number_is_asked_about_before_anything_is_written(coordinator, smkn2):
    known = AlumnusFactory(school=smkn2, person__nisn="0051112223", person__name="Debora Tefa").person
    page = create(coordinator)
    assert (page.context["question"].known, page.context["question"].by_number) == (known, True)
    assert "Debora Tefa" not in page.content.decode()
    assert Alumnus.objects.filter(school=coordinator.school).count() == 0
    create(coordinator, orang_sama=known.pk)
    assert Alumnus.objects.get(school=coordinator.school).person == known
    known.refresh_from_db()
    assert known.name == "Debora Tefa"  # their data stay as they were


@pytest.mark.parametrize(("answer", "people"), [("", 1), ("0", 2)])
def test_namesake_with_birth_date_and_phone_is_asked_about(coordinator, answer, people):
    PersonFactory(name="Maria Lay", birth_date=dt.date(2005, 5, 17), phone="+6281234567890", nisn=None)
    create(coordinator, orang_sama=answer)
    assert Person.objects.count() == people


def test_same_person_twice_says_already_recorded(coordinator):
    create(coordinator)
    page = create(coordinator, orang_sama=Person.objects.get().pk)
    assert page.context["person_form"].non_field_errors() == ["Sudah tercatat sebagai alumni sekolah ini."]
    assert Alumnus.objects.count() == 1


def test_nik_and_nisn_of_two_people_are_refused(coordinator):
    PersonFactory(nik=NIK)
    PersonFactory(nisn="0051112223")
    assert "dua orang yang berbeda" in create(coordinator).context["person_form"].non_field_errors()[0]


def test_correction_is_saved_with_history(coordinator, alumnus, akl):
    url = f"{LIST}{alumnus.pk}/ubah/"
    form = opened(coordinator, url) | {"orang-name": "Maria Y. Lay", "alumni-konsentrasi": akl.pk}
    assert coordinator.client.post(url, form).url == f"{LIST}{alumnus.pk}/"
    alumnus.refresh_from_db()
    assert (alumnus.person.name, alumnus.konsentrasi) == ("Maria Y. Lay", akl)
    assert alumnus.person.history.latest().history_user == coordinator.user


def test_form_open_in_two_tabs_does_not_overwrite_silently(coordinator, alumnus):
    url = f"{LIST}{alumnus.pk}/ubah/"
    first, second = opened(coordinator, url), opened(coordinator, url)
    coordinator.client.post(url, first | {"orang-phone": "0812 1111 1111"})
    page = coordinator.client.post(url, second | {"orang-phone": "0812 2222 2222"})
    assert page.context["person_form"].non_field_errors()[0].startswith("Data ini sudah diubah di tempat lain")
    assert Person.objects.get(pk=alumnus.person_id).phone == "+6281211111111"


def test_empty_nik_keeps_the_one_that_is_known(coordinator, alumnus):
    url, before = f"{LIST}{alumnus.pk}/ubah/", alumnus.person.nik_hash
    coordinator.client.post(url, opened(coordinator, url) | {"orang-nik": ""})
    assert Person.objects.get(pk=alumnus.person_id).nik_hash == before
    coordinator.client.post(url, opened(coordinator, url) | {"orang-nik": NIK})
    assert Person.objects.with_nik(NIK).get() == alumnus.person


def test_contact_data_of_an_account_are_its_owners(coordinator):
    alumnus = AlumnusFactory(school=coordinator.school, claimed=True, person__phone="+6281277777777")
    url = f"{LIST}{alumnus.pk}/ubah/"
    form = opened(coordinator, url)
    assert {"orang-phone", "orang-email", "orang-address"} & set(form) == set()
    coordinator.client.post(url, form | {"orang-phone": "0812 1111 1111", "orang-name": "Maria Baru"})
    person = Person.objects.get(pk=alumnus.person_id)
    assert (person.phone, person.name) == ("+6281277777777", "Maria Baru")


def test_login_by_nisn_follows_a_corrected_nisn(coordinator):
    alumnus = AlumnusFactory(school=coordinator.school, claimed=True)
    alumnus.person.user.nisn = alumnus.person.nisn
    alumnus.person.user.save()
    url = f"{LIST}{alumnus.pk}/ubah/"
    coordinator.client.post(url, opened(coordinator, url) | {"orang-nisn": "0051112229"})
    alumnus.person.user.refresh_from_db()
    assert alumnus.person.user.nisn == "0051112229"


def test_who_is_another_schools_alumnus_too_is_not_renamed(coordinator, alumnus, smkn2):
    AlumnusFactory(person=alumnus.person, school=smkn2)
    url = f"{LIST}{alumnus.pk}/ubah/"
    form = opened(coordinator, url)
    coordinator.client.post(url, form | {"orang-name": "Nama Lain", "orang-nisn": "0051112229"})
    assert Person.objects.get(pk=alumnus.person_id).name == "Maria Lay"


def test_tracing_is_set_once(coordinator, alumnus):
    for _ in range(2):
        coordinator.client.post(f"{LIST}{alumnus.pk}/penelusuran/", {"tracing": "untraceable"})
    alumnus.refresh_from_db()
    assert (alumnus.tracing, alumnus.history.count()) == (Tracing.UNTRACEABLE, 2)


def spell(coordinator, alumnus, **changes):
    form = {"kind": "working", "since": "2025-09-01", "organisation": "Bengkel Lontar", "position": "Mekanik"}
    return coordinator.client.post(f"{LIST}{alumnus.pk}/kegiatan/", form | changes)


def test_spell_is_verified_by_the_coordinator_and_ends_the_search(coordinator, alumnus):
    search = SpellFactory(person=alumnus.person, job_seeking=True, since=dt.date(2025, 7, 1))
    spell(coordinator, alumnus)
    made = ActivitySpell.objects.get(kind=SpellKind.WORKING)
    assert (made.source, made.verified_by, made.verified_at is not None) == (SpellSource.BKK, coordinator.user, True)
    search.refresh_from_db()
    alumnus.refresh_from_db()
    assert (search.until, alumnus.tracing) == (dt.date(2025, 8, 31), Tracing.TRACED)


def test_same_spell_twice_makes_one(coordinator, alumnus):
    spell(coordinator, alumnus)
    spell(coordinator, alumnus, organisation="BENGKEL LONTAR")
    assert ActivitySpell.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"organisation": ""}, "organisation"), ({"since": "2999-01-01"}, "since"), ({"until": "2024-01-01"}, "__all__")],
)
def test_impossible_spell_is_not_taken(coordinator, alumnus, changes, field):
    assert list(spell(coordinator, alumnus, **changes).context["form"].errors) == [field]
