"""Why a vacancy suits a person, and in which order; what never matters."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bkk_portal.people.models import Person
from placements.matching import fit
from placements.vacancies.models import Vacancy
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import moment
from tests.factories.people import CredentialFactory, KonsentrasiFactory, PersonSkillFactory, SkillFactory
from tests.factories.regions import DistrictFactory, VillageFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


@pytest.fixture
def tkj():
    return KonsentrasiFactory()


@pytest.fixture
def person(tkj):
    """An alumnus of TKJ who lives in Oetete."""
    return AlumnusFactory(konsentrasi=tkj, person__village=VillageFactory()).person


def seeker(person):
    return fit.Seeker(Person.objects.select_related("village__district").get(pk=person.pk))


def vacancy(**fields):
    """A vacancy that asks for experience, so that it has no reason of itself."""
    return VacancyFactory(**{"experience_months": 6} | fields)


def of_spectrum(**names):
    """A konsentrasi that differs from TKJ in what is named."""
    return KonsentrasiFactory(**{"name": "Lain", "abbreviations": ""} | names)


def reasons(person, row):
    return fit.reasons_for(Vacancy.objects.get(pk=row.pk), seeker(person))


def points(person, row):
    return fit.ranked(Vacancy.objects.filter(pk=row.pk), seeker(person)).get().fit_points


def order(person):
    return [row.title for row in fit.ranked(Vacancy.objects.all(), seeker(person))]


# each reason and its points


@pytest.mark.parametrize(
    ("names", "sentences", "weight"),
    [
        ({"name": "Teknik Komputer dan Jaringan"}, ["konsentrasi sama"], 50),
        ({"name": "Teknik Komputer dan Jaringan", "edition": 2018, "program": "Lama"}, ["konsentrasi sama"], 50),
        ({"name": "Teknik Transmisi"}, ["program keahlian sama"], 30),
        ({"program": "Pengembangan Perangkat Lunak"}, ["bidang keahlian sama"], 15),
        ({"program": "Akuntansi", "field": "Bisnis dan Manajemen"}, [], 0),
    ],
)
def test_distance_in_the_spectrum(person, names, sentences, weight):
    row = vacancy(konsentrasi=[of_spectrum(**names)])
    assert (reasons(person, row), points(person, row)) == (sentences, weight)


def test_the_nearest_of_several_konsentrasi_counts_once(person, tkj):
    row = vacancy(konsentrasi=[of_spectrum(), tkj, of_spectrum(program="Akuntansi", field="Bisnis")])
    assert (reasons(person, row), points(person, row)) == (["konsentrasi sama"], 50)


def test_open_to_every_konsentrasi_is_said_and_gives_no_points(person):
    row = vacancy()
    assert (reasons(person, row), points(person, row)) == (["terbuka untuk semua konsentrasi"], 0)


def test_who_has_no_konsentrasi_reads_nothing_of_it(tkj):
    nobody = AlumnusFactory(konsentrasi=None).person
    for row in (vacancy(), vacancy(konsentrasi=[tkj])):
        assert (reasons(nobody, row), points(nobody, row)) == ([], 0)


def test_certificate_that_stands_for_a_konsentrasi_asked_for(person):
    akl = KonsentrasiFactory(other=True)
    CredentialFactory(person=person, title="Pembukuan Dasar", konsentrasi=[akl])
    row = vacancy(konsentrasi=[akl])
    assert (reasons(person, row), points(person, row)) == (["sertifikat pelatihan Pembukuan Dasar"], 25)


@pytest.mark.parametrize(
    "fault", [{"revoked_at": moment(-1)}, {"issued_on": datetime.date(2024, 1, 1), "expires_on": YESTERDAY}]
)
def test_certificate_that_is_revoked_or_expired_does_not_count(person, fault):
    akl, skill = KonsentrasiFactory(other=True), SkillFactory()
    CredentialFactory(person=person, konsentrasi=[akl], skills=[skill], **fault)
    row = vacancy(konsentrasi=[akl], skills=[skill])
    assert (reasons(person, row), points(person, row)) == ([], 0)


def test_certificate_counts_on_its_last_day(person):
    akl = KonsentrasiFactory(other=True)
    CredentialFactory(
        person=person,
        title="Pembukuan",
        konsentrasi=[akl],
        issued_on=datetime.date(2024, 1, 1),
        expires_on=timezone.localdate(),
    )
    assert reasons(person, vacancy(konsentrasi=[akl])) == ["sertifikat pelatihan Pembukuan"]


def test_certificate_of_somebody_else_does_not_count(person):
    akl = KonsentrasiFactory(other=True)
    CredentialFactory(konsentrasi=[akl])
    assert reasons(person, vacancy(konsentrasi=[akl])) == []


def test_the_newest_of_several_certificates_is_named(person):
    akl = KonsentrasiFactory(other=True)
    for title, year in (("Lama", 2023), ("Baru", 2026), ("Tengah", 2024)):
        CredentialFactory(person=person, title=title, konsentrasi=[akl], issued_on=datetime.date(year, 1, 1))
    assert reasons(person, vacancy(konsentrasi=[akl])) == ["sertifikat pelatihan Baru"]


def test_skills_are_counted_and_what_is_missing_is_named(person):
    skills = [SkillFactory(name=name) for name in ("Crimping", "Mengetik", "Las listrik")]
    PersonSkillFactory(person=person, skill=skills[0])
    PersonSkillFactory(person=person, skill=SkillFactory(name="Memasak"))
    PersonSkillFactory(skill=skills[1])
    CredentialFactory(person=person, skills=[skills[2]])
    row = vacancy(skills=skills)
    assert reasons(person, row)[1:] == ["2 dari 3 keterampilan"]
    assert points(person, row) == 16
    assert fit.missing_for(Vacancy.objects.get(pk=row.pk), seeker(person)) == ["Mengetik"]


def test_a_skill_both_named_and_certified_counts_once(person):
    skill = SkillFactory()
    PersonSkillFactory(person=person, skill=skill)
    CredentialFactory(person=person, skills=[skill])
    assert points(person, vacancy(skills=[skill])) == 8


@pytest.mark.parametrize(
    ("where", "sentences", "weight"),
    [
        ({}, ["dekat: Oetete"], 10),
        ({"other": True}, ["satu kecamatan: Oebobo"], 6),
        ({"code": "53.71.01.1001", "name": "Alak"}, [], 0),
    ],
)
def test_place(person, where, sentences, weight):
    if "code" in where:
        where = where | {"district": DistrictFactory(code="53.71.01", name="Alak")}
    row = vacancy(village=VillageFactory(**where))
    assert (reasons(person, row)[1:], points(person, row)) == (sentences, weight)


def test_place_of_who_told_none(tkj):
    nowhere = AlumnusFactory(konsentrasi=tkj).person
    row = vacancy(village=VillageFactory())
    assert (reasons(nowhere, row), points(nowhere, row)) == (["terbuka untuk semua konsentrasi"], 0)


def test_no_experience_wanted_is_said(person):
    assert reasons(person, vacancy(experience_months=0)) == ["terbuka untuk semua konsentrasi", "tanpa pengalaman"]


def test_reasons_stand_strongest_first(person, tkj):
    skill = SkillFactory()
    CredentialFactory(person=person, title="Jaringan", konsentrasi=[tkj], skills=[skill])
    row = vacancy(konsentrasi=[tkj], skills=[skill], village=VillageFactory(), experience_months=0)
    assert reasons(person, row) == [
        "konsentrasi sama",
        "sertifikat pelatihan Jaringan",
        "1 dari 1 keterampilan",
        "dekat: Oetete",
        "tanpa pengalaman",
    ]
    assert points(person, row) == 50 + 25 + 8 + 10


# the order


def test_best_fit_first_then_newest(person, tkj):
    vacancy(title="Umum, lama", published_at=moment(-9))
    vacancy(title="Umum, baru", published_at=moment(-1))
    vacancy(title="Sebidang", konsentrasi=[of_spectrum(program="Lain")], published_at=moment(-20))
    vacancy(title="Sama", konsentrasi=[tkj], published_at=moment(-30))
    assert order(person) == ["Sama", "Sebidang", "Umum, baru", "Umum, lama"]


AGES = st.none() | st.integers(15, 60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    born=st.none() | st.dates(datetime.date(1960, 1, 1), datetime.date(2009, 1, 1)),
    sex=st.sampled_from(["", "L", "P"]),
    wanted=st.sampled_from(["L", "P"]),
    youngest=AGES,
)
def test_age_and_sex_never_matter(person, tkj, born, sex, wanted, youngest):
    """Whoever looks, a vacancy with limits has the points and the reasons of one without."""
    Vacancy.objects.all().delete()
    Person.objects.filter(pk=person.pk).update(birth_date=born, sex=sex)
    limits = {"sex": wanted, "min_age": youngest, "limit_reason": "Kerja malam"}
    limited, free = vacancy(konsentrasi=[tkj], **limits), vacancy(konsentrasi=[tkj])
    assert (points(person, limited), reasons(person, limited)) == (points(person, free), reasons(person, free))
    assert (points(person, free), reasons(person, free)) == (50, ["konsentrasi sama"])


# for a page of vacancies


def test_reasons_of_a_page_in_a_fixed_number_of_queries(alumnus_user, tkj, django_assert_num_queries):
    actor = alumnus_user.actor
    rows = [vacancy(konsentrasi=[tkj], skills=[SkillFactory()]) for _ in range(3)]
    for shown in (rows[:1], rows):
        with django_assert_num_queries(7):
            found = fit.reasons(actor, shown)
        assert found == {row.pk: ["konsentrasi sama"] for row in shown}


def test_desks_get_no_reasons_and_ask_nothing(coordinator, officer, employer_user, django_assert_num_queries):
    row, actors = vacancy(), [seat.actor for seat in (coordinator, officer, employer_user)]
    with django_assert_num_queries(0):
        assert [fit.reasons(actor, [row]) for actor in actors] == [{}, {}, {}]


def test_a_vacancy_without_any_reason_is_left_out(alumnus_user):
    row = vacancy(konsentrasi=[KonsentrasiFactory(other=True)])
    assert fit.reasons(alumnus_user.actor, [row]) == {}
