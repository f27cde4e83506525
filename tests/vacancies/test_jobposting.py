"""JSON-LD of a vacancy: what Google's documentation of JobPosting requires and recommends, in its types and words."""

import datetime as dt
import json
import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests.factories.people import KonsentrasiFactory, OccupationFactory, SkillFactory
from tests.factories.regions import VillageFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import day

pytestmark = pytest.mark.django_db
REQUIRED = {"title", "description", "datePosted", "hiringOrganization", "jobLocation"}
RECOMMENDED = {"validThrough", "employmentType", "identifier", "baseSalary", "directApply"}
RECOMMENDED |= {"educationRequirements", "experienceRequirements"}
EMPLOYMENT = {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"}
CREDENTIALS = {"high school", "associate degree", "bachelor degree", "professional certificate", "postgraduate degree"}
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def posting(vacancy):
    blocks = BLOCK.findall(Client().get(vacancy.get_absolute_url()).content.decode())
    return json.loads(blocks[0]) if blocks else None


def full(**traits):
    fields = {
        "title": "Kasir",
        "employer__name": "Toko Rukun",
        "employer__website": "https://rukun.test/",
        "description": "Melayani pembeli.\nMencatat & menghitung <kas>.",
        "benefits": "Makan siang",
        "headcount": 3,
        "occupation": OccupationFactory(title="Kasir dan Petugas Tiket"),
        "experience_months": 6,
        "village": VillageFactory(),
        "work_address": "Jl. Timor Raya 5",
        "konsentrasi": [KonsentrasiFactory()],
        "skills": [SkillFactory(name="Berhitung")],
    }
    return VacancyFactory(**fields | traits)


@pytest.mark.parametrize("kind", ["permanent", "contract", "internship", "part_time", "daily"])
def test_every_required_and_recommended_field_is_there_in_its_words(kind):
    data = posting(full(kind=kind))
    assert (data["@context"], data["@type"]) == ("https://schema.org/", "JobPosting")
    assert (REQUIRED | RECOMMENDED) - data.keys() == set()
    assert data["employmentType"] in EMPLOYMENT
    assert data["educationRequirements"]["credentialCategory"] in CREDENTIALS


def test_each_fact_stands_in_its_place():
    vacancy = full()
    data = posting(vacancy)
    assert data == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Kasir",
        "url": f"{settings.PUBLIC_URL}{vacancy.get_absolute_url()}",
        "identifier": {"@type": "PropertyValue", "name": "Toko Rukun", "value": str(vacancy.pk)},
        "datePosted": timezone.localtime(vacancy.published_at).date().isoformat(),
        "validThrough": f"{vacancy.closes_on.isoformat()}T23:59:59+08:00",
        "directApply": True,
        "description": data["description"],
        "employmentType": "FULL_TIME",
        "totalJobOpenings": 3,
        "jobBenefits": "Makan siang",
        "skills": "Berhitung",
        "occupationalCategory": "Kasir dan Petugas Tiket",
        "qualifications": vacancy.konsentrasi.get().name,
        "educationRequirements": {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": "high school",
        },
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 6},
        "hiringOrganization": {"@type": "Organization", "name": "Toko Rukun", "sameAs": "https://rukun.test/"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": f"Jl. Timor Raya 5, {vacancy.village.name}",
                "addressLocality": vacancy.regency.name,
                "addressRegion": vacancy.regency.province.name,
                "addressCountry": "ID",
            },
        },
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "IDR",
            "value": {"@type": "QuantitativeValue", "unitText": "MONTH", "minValue": 2_300_000, "maxValue": 3_000_000},
        },
    }


@pytest.mark.parametrize(
    ("written", "street", "code"),
    [
        ("", "Oetete", None),
        ("Kelurahan Oetete, Kota Kupang", "Oetete", None),
        ("Jl. Timor Raya 5, Kel. Oetete, Kupang, Nusa Tenggara Timur 85111", "Jl. Timor Raya 5, Oetete", "85111"),
        ("Ruko Oetete Indah 12345", "Ruko Oetete Indah", "12345"),
        ("Jl. Oetete 5, kode pos 85112", "Jl. Oetete 5", "85112"),
        ("Blok 123456", "Blok 123456, Oetete", None),
    ],
)
def test_the_address_says_each_place_once_and_no_postal_code_that_nobody_wrote(written, street, code):
    address = posting(full(work_address=written))["jobLocation"]["address"]
    assert (address["streetAddress"], address.get("postalCode")) == (street, code)


def test_the_logo_is_named_where_everyone_may_fetch_it():
    shown, hidden = full(employer__logo="logo/x.png"), full(employer__logo="logo/x.png", employer__rejected=True)
    assert posting(shown)["hiringOrganization"]["logo"] == f"{settings.PUBLIC_URL}/mitra/{shown.employer_id}/logo/"
    assert "logo" not in posting(hidden)["hiringOrganization"]


def test_times_carry_their_zone_and_the_last_day_counts():
    vacancy = full(closes_on=day(5))
    data = posting(vacancy)
    assert dt.date.fromisoformat(data["datePosted"]) == day(-10)
    assert data["validThrough"] == f"{day(5).isoformat()}T23:59:59+08:00"


def test_the_description_is_html_and_what_was_typed_stays_text():
    description = posting(full())["description"]
    assert "<h3>Pekerjaannya</h3><p>Melayani pembeli.<br>Mencatat &amp; menghitung &lt;kas&gt;.</p>" in description


def test_no_text_ends_the_block():
    data = posting(full(title="</script><script>alert(1)</script>"))
    assert data["title"] == "</script><script>alert(1)</script>"


def test_nothing_asked_says_so():
    data = posting(VacancyFactory(education=0, experience_months=0, pay_min=None, pay_max=None))
    assert (data["educationRequirements"], data["experienceRequirements"]) == ("no requirements", "no requirements")
    assert "baseSalary" not in data


@pytest.mark.parametrize("trait", ["closed", "expired", "overseas"])
def test_what_nobody_can_apply_to_is_not_offered_to_search_engines(trait):
    assert posting(VacancyFactory(**{trait: True})) is None


def test_what_is_not_for_everyone_is_not_offered_either(coordinator):
    vacancy = VacancyFactory(for_all_bkk=True, school=coordinator.school)
    assert BLOCK.findall(coordinator.client.get(vacancy.get_absolute_url()).content.decode()) == []
