"""Why a vacancy suits a person, in which words and with how many points; what never matters.

The points of the database are held to these by test_agreement.py.
"""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.people.enums import CredentialSource, Education, SpellKind
from bkk_portal.people.models import Person
from placements.matching.fit import facts, ranking
from placements.matching.fit import reasons as fit
from placements.matching.models import FitWeights
from placements.vacancies.models import Vacancy
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import moment
from tests.factories.people import CredentialFactory, KonsentrasiFactory, PersonSkillFactory, SkillFactory, SpellFactory
from tests.factories.regions import DistrictFactory, RegencyFactory, VillageFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
SCHOOLED = ("pendidikan cukup", 5)
OPEN_TO_ALL = ("terbuka untuk semua konsentrasi", 10)


@pytest.fixture
def tkj():
    return KonsentrasiFactory()


@pytest.fixture
def person(tkj):
    """An alumnus of TKJ who lives in Oetete."""
    return AlumnusFactory(konsentrasi=tkj, person__village=VillageFactory()).person


def vacancy(**fields):
    """Nowhere, without pay and for who has worked: nothing is said that a test does not ask for."""
    return VacancyFactory(**{"experience_months": 6, "regency": None, "pay_min": None, "pay_max": None} | fields)


def of_spectrum(**names):
    """A konsentrasi that differs from TKJ in what is named."""
    return KonsentrasiFactory(**{"name": "Lain", "abbreviations": ""} | names)


def compared(person, row):
    seeker = facts.seekers_of([person.pk])[person.pk]
    return fit.compare(seeker, facts.wish_of(row), FitWeights())


def reasons(person, row, *beside):
    """[(words, points)] without those that every such vacancy has."""
    told = [(reason.text, reason.points) for reason in compared(person, row).reasons]
    return [reason for reason in told if reason not in (SCHOOLED, *beside)]


# each reason, its points, and what stands there when it is missing


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ({"name": "Teknik Komputer dan Jaringan"}, ("konsentrasi sama", 50)),
        (
            {"name": "Teknik Komputer dan Jaringan", "edition": 2018, "program": "Lama", "field": "Lama"},
            ("konsentrasi sama", 50),
        ),
        ({"name": "Teknik Transmisi"}, ("program keahlian sama", 30)),
        ({"program": "Pengembangan Perangkat Lunak"}, ("bidang keahlian sama", 15)),
    ],
)
def test_distance_in_the_spectrum(person, names, reason):
    assert reasons(person, vacancy(konsentrasi=[of_spectrum(**names)])) == [reason]


def test_another_bidang_is_a_gap_that_names_what_is_asked_for(person):
    row = vacancy(konsentrasi=[KonsentrasiFactory(other=True)], experience_months=0)
    assert compared(person, row).gaps == ("konsentrasi yang diminta: Akuntansi",)


def test_the_nearest_of_several_konsentrasi_counts_once(person, tkj):
    row = vacancy(konsentrasi=[of_spectrum(), tkj, of_spectrum(program="Akuntansi", field="Bisnis")])
    assert reasons(person, row) == [("konsentrasi sama", 50)]


def test_open_to_every_konsentrasi_is_said(person):
    assert reasons(person, vacancy()) == [OPEN_TO_ALL]


def test_certificate_that_stands_for_a_konsentrasi_asked_for(person):
    akl = KonsentrasiFactory(other=True)
    CredentialFactory(person=person, title="Pembukuan Dasar", issuer="Disnakertrans Kota Kupang", konsentrasi=[akl])
    row = vacancy(konsentrasi=[akl])
    assert reasons(person, row) == [("sertifikat Disnakertrans Kota Kupang: Pembukuan Dasar", 25)]


@pytest.mark.parametrize(
    "fault",
    [
        {"revoked_at": moment(-1)},
        {"issued_on": datetime.date(2024, 1, 1), "expires_on": TODAY - datetime.timedelta(days=1)},
        {"source": CredentialSource.SELF},
    ],
)
def test_certificate_that_is_revoked_expired_or_only_claimed_does_not_count(person, fault):
    akl, skill = KonsentrasiFactory(other=True), SkillFactory()
    CredentialFactory(person=person, konsentrasi=[akl], skills=[skill], **fault)
    assert reasons(person, vacancy(konsentrasi=[akl], skills=[skill])) == []


def test_certificate_counts_on_its_last_day(person):
    akl = KonsentrasiFactory(other=True)
    days = {"issued_on": datetime.date(2024, 1, 1), "expires_on": TODAY}
    CredentialFactory(person=person, title="Pembukuan", issuer="LSP", konsentrasi=[akl], **days)
    assert reasons(person, vacancy(konsentrasi=[akl])) == [("sertifikat LSP: Pembukuan", 25)]


def test_the_newest_of_several_certificates_is_named(person):
    akl = KonsentrasiFactory(other=True)
    for title, year in (("Lama", 2023), ("Baru", 2026), ("Tengah", 2024)):
        issued = datetime.date(year, 1, 1)
        CredentialFactory(person=person, title=title, issuer="LSP", konsentrasi=[akl], issued_on=issued)
    assert reasons(person, vacancy(konsentrasi=[akl])) == [("sertifikat LSP: Baru", 25)]


def test_skills_count_by_their_share_and_the_missing_ones_are_named(person):
    skills = [SkillFactory(name=name) for name in ("Crimping", "Mengetik", "Las listrik")]
    PersonSkillFactory(person=person, skill=skills[0])
    PersonSkillFactory(person=person, skill=SkillFactory(name="Memasak"))
    PersonSkillFactory(skill=skills[1])
    CredentialFactory(person=person, skills=[skills[2], skills[0]])
    row = vacancy(skills=skills)
    assert reasons(person, row, OPEN_TO_ALL) == [("2 dari 3 keterampilan", 20)]
    assert [skill.name for skill in compared(person, row).missing] == ["Mengetik"]


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ({}, ("dekat: Oetete", 10)),
        ({"other": True}, ("satu kecamatan: Oebobo", 6)),
        ({"code": "53.71.01.1001", "name": "Alak"}, ("satu kota: Kota Kupang", 3)),
    ],
)
def test_place(person, where, reason):
    if "code" in where:
        where = where | {"district": DistrictFactory(code="53.71.01", name="Alak")}
    assert reasons(person, vacancy(village=VillageFactory(**where)), OPEN_TO_ALL) == [reason]


@pytest.mark.parametrize("moves", ["anywhere", "there", "no"])
def test_work_in_another_city(person, moves):
    soe = RegencyFactory(code="53.02", name="Kabupaten Timor Tengah Selatan")
    if moves == "anywhere":
        Person.objects.filter(pk=person.pk).update(willing_to_move=True)
    if moves == "there":
        person.wished_regencies.add(soe)
    row = vacancy(regency=soe, experience_months=0)
    found = compared(person, row)
    willing = ("bersedia ke Kabupaten Timor Tengah Selatan", 3) in [(r.text, r.points) for r in found.reasons]
    assert (willing, found.gaps) == (
        (False, ("di luar kota: Kabupaten Timor Tengah Selatan",)) if moves == "no" else (True, ())
    )


@pytest.mark.parametrize(("days", "reason"), [(179, []), (180, [("pengalaman 6 bulan terpenuhi", 8)])])
def test_experience_is_all_work_and_pkl_together(person, days, reason):
    half = TODAY - datetime.timedelta(days=100)
    SpellFactory(person=person, kind=SpellKind.INTERNSHIP, since=half - datetime.timedelta(days=days - 90), until=half)
    SpellFactory(person=person, since=half, until=half + datetime.timedelta(days=90))
    SpellFactory(person=person, studying=True, since=datetime.date(2020, 1, 1), until=half)
    assert reasons(person, vacancy(), OPEN_TO_ALL) == reason


def test_experience_that_is_missing_is_a_gap(person):
    assert compared(person, vacancy()).gaps == ("pengalaman 6 bulan",)


def test_no_experience_wanted_is_said(person):
    assert reasons(person, vacancy(experience_months=0), OPEN_TO_ALL) == [("tanpa pengalaman", 8)]


def test_education(person):
    row = vacancy(education=Education.DIPLOMA, experience_months=0)
    assert compared(person, row).gaps == ("pendidikan paling rendah Diploma",)
    Person.objects.filter(pk=person.pk).update(education=Education.BACHELOR)
    assert SCHOOLED in [(reason.text, reason.points) for reason in compared(person, row).reasons]


@pytest.mark.parametrize(
    ("said", "spell", "answer"),
    [
        (0, None, "siap mulai"),
        (1, "job_seeking", "siap mulai {day}"),
        (None, "job_seeking", "siap mulai"),
        (None, "studying", "sedang kuliah"),
        (None, None, ""),
    ],
)
def test_readiness(person, said, spell, answer):
    if spell:
        SpellFactory(person=person, since=TODAY, **{spell: True})
    day = None if said is None else TODAY + datetime.timedelta(days=said)
    Person.objects.filter(pk=person.pk).update(available_from=day)
    found = compared(person, vacancy(experience_months=0))
    told = "siap mulai" if ("siap mulai", 10) in [(r.text, r.points) for r in found.reasons] else "".join(found.gaps)
    assert told == answer.format(day=tanggal(day) if day else "")


@pytest.mark.parametrize(
    ("offered", "told"),
    [
        ((2_000_000, 3_000_000), "gaji sesuai harapan"),
        ((2_000_000, 2_400_000), "gaji di bawah harapan"),
        ((None, None), ""),
    ],
)
def test_pay(person, offered, told):
    Person.objects.filter(pk=person.pk).update(expected_pay=3_000_000)
    found = compared(person, vacancy(pay_min=offered[0], pay_max=offered[1], experience_months=0))
    words = [text for text in (*found.texts, *found.gaps) if text.startswith("gaji")]
    assert words == ([told] if told else [])


def test_reasons_stand_strongest_first(person, tkj):
    skill = SkillFactory()
    CredentialFactory(person=person, title="Jaringan", issuer="LSP", konsentrasi=[tkj], skills=[skill])
    row = vacancy(konsentrasi=[tkj], skills=[skill], village=VillageFactory(), experience_months=0)
    assert compared(person, row).texts == [
        "konsentrasi sama",
        "1 dari 1 keterampilan",
        "sertifikat LSP: Jaringan",
        "dekat: Oetete",
        "tanpa pengalaman",
        "pendidikan cukup",
    ]


def test_who_may_not_know_the_address_reads_no_place(person):
    found = compared(person, vacancy(village=VillageFactory()))
    assert [text for text in found.discreet_texts if "Oetete" in text] == []
    assert "dekat tempat kerja" in found.discreet_texts


# the order


def ranked(person):
    seeker = facts.seekers_of([person.pk])[person.pk]
    return [row.title for row in ranking.ranked_vacancies(Vacancy.objects.all(), seeker, FitWeights())]


def test_best_fit_first_then_newest(person, tkj):
    vacancy(title="Umum, lama", published_at=moment(-9))
    vacancy(title="Umum, baru", published_at=moment(-1))
    vacancy(title="Sebidang", konsentrasi=[of_spectrum(program="Lain")], published_at=moment(-20))
    vacancy(title="Sama", konsentrasi=[tkj], published_at=moment(-30))
    assert ranked(person) == ["Sama", "Sebidang", "Umum, baru", "Umum, lama"]


def test_weights_decide_the_order(person, tkj):
    skill = SkillFactory()
    PersonSkillFactory(person=person, skill=skill)
    vacancy(title="Sekolah", konsentrasi=[tkj])
    vacancy(title="Terampil", skills=[skill])
    seeker = facts.seekers_of([person.pk])[person.pk]
    weights = FitWeights(same_konsentrasi=20, same_program=10, same_field=5)
    rows = ranking.ranked_vacancies(Vacancy.objects.all(), seeker, weights)
    assert (ranked(person)[0], [row.title for row in rows][0]) == ("Sekolah", "Terampil")


def test_sorting_by_fit_keeps_every_vacancy(alumnus_user, tkj):
    vacancy(title="Jauh", konsentrasi=[KonsentrasiFactory(other=True)], published_at=moment(-1))
    vacancy(title="Lebih jauh", konsentrasi=[KonsentrasiFactory(other=True)], published_at=moment(-2))
    vacancy(title="Sama", konsentrasi=[tkj], published_at=moment(-30))
    rows = ranking.fitting_first(alumnus_user.actor, Vacancy.objects.all())
    assert [row.title for row in rows] == ["Sama", "Jauh", "Lebih jauh"]


AGES = st.none() | st.integers(15, 60)


@settings(max_examples=25)
@given(
    born=st.none() | st.dates(datetime.date(1960, 1, 1), datetime.date(2009, 1, 1)),
    sex=st.sampled_from(["", "L", "P"]),
    wanted=st.sampled_from(["L", "P"]),
    youngest=AGES,
)
def test_age_and_sex_never_matter(person, tkj, born, sex, wanted, youngest):
    """Whoever looks, a vacancy with limits has the points and the reasons of one without; the same the other way."""
    Vacancy.objects.all().delete()
    Person.objects.filter(pk=person.pk).update(birth_date=born, sex=sex)
    limits = {"sex": wanted, "min_age": youngest, "limit_reason": "Kerja malam"}
    limited, free = vacancy(konsentrasi=[tkj], **limits), vacancy(konsentrasi=[tkj])
    assert compared(person, limited) == compared(person, free)
    assert compared(person, free).points == 55
    seeker = facts.seekers_of([person.pk])[person.pk]
    rows = ranking.ranked_vacancies(Vacancy.objects.all(), seeker, FitWeights())
    assert {row.pk: row.fit_points for row in rows} == {limited.pk: 55, free.pk: 55}
    for row in (limited, free):
        people = ranking.ranked_alumni(person.alumni.all(), facts.wish_of(row), FitWeights())
        assert [(one.person_id, one.fit_points) for one in people] == [(person.pk, 55)]


# for a page


def test_facts_of_a_page_in_a_fixed_number_of_queries(tkj, django_assert_num_queries):
    people = [AlumnusFactory(konsentrasi=tkj).person for _ in range(3)]
    for one in people:
        CredentialFactory(person=one, konsentrasi=[tkj], skills=[SkillFactory()])
        SpellFactory(person=one)
    rows = [vacancy(konsentrasi=[tkj], skills=[SkillFactory()]) for _ in range(3)]
    for number in (1, 3):
        with django_assert_num_queries(8):
            facts.seekers_of([one.pk for one in people[:number]])
        with django_assert_num_queries(3):
            facts.wishes_of([row.pk for row in rows[:number]])
