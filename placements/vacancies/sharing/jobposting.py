"""A vacancy in schema.org's words, as search engines read it: what Google requires of a JobPosting and recommends."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join, linebreaks
from django.utils.safestring import mark_safe

from bkk_portal.people.enums import Education
from placements.vacancies.enums import VacancyKind, Visibility

if TYPE_CHECKING:
    from bkk_portal.people.models import Konsentrasi, Skill
    from placements.employers.models import Employer
    from placements.vacancies.models import Vacancy

EMPLOYMENT: dict[str, str] = {
    VacancyKind.PERMANENT: "FULL_TIME",
    VacancyKind.CONTRACT: "TEMPORARY",  # PKWT: employed, for a set time
    VacancyKind.INTERNSHIP: "INTERN",
    VacancyKind.PART_TIME: "PART_TIME",
    VacancyKind.DAILY: "PER_DIEM",
}
CREDENTIALS: dict[int, str] = {
    Education.SMA_SMK: "high school",
    Education.DIPLOMA: "associate degree",
    Education.BACHELOR: "bachelor degree",
}
NONE_ASKED = "no requirements"
POSTAL_CODE = re.compile(r"(?:,\s*|\s+)(?:kode pos\s*)?([1-9]\d{4})$", re.IGNORECASE)
KIND_OF_PLACE = re.compile(r"^(kelurahan|kel\.?|desa|kota|kabupaten|kab\.?|provinsi|prov\.?)\s+")


def job_posting(
    vacancy: Vacancy, *, konsentrasi: Sequence[Konsentrasi] = (), skills: Sequence[Skill] = ()
) -> dict[str, str | int | dict[str, Any]] | None:
    """JSON-LD of a vacancy that everyone can apply to now, as a dict; None for any other, as the search engines ask.

    The vacancy comes with its employer, occupation, village and regency with its province.
    """
    if not vacancy.accepts_applications or vacancy.visibility != Visibility.EVERYONE:
        return None
    known = {
        **_identity(vacancy),
        **_work(vacancy, skills),
        **_asked(vacancy, konsentrasi),
        "hiringOrganization": _employer(vacancy.employer),
        "jobLocation": _place(vacancy),
        "baseSalary": _pay(vacancy),
    }
    return {"@context": "https://schema.org/", "@type": "JobPosting"} | {
        name: value for name, value in known.items() if value not in (None, "", [])
    }


def _identity(vacancy: Vacancy) -> dict[str, str | bool | dict[str, str]]:
    end = dt.datetime.combine(vacancy.closes_on, dt.time(23, 59, 59), timezone.get_default_timezone())
    return {
        "title": vacancy.title,
        "url": f"{settings.PUBLIC_URL}{vacancy.get_absolute_url()}",
        "identifier": {"@type": "PropertyValue", "name": vacancy.employer.name, "value": str(vacancy.pk)},
        "datePosted": timezone.localtime(vacancy.published_at).date().isoformat(),
        "validThrough": end.isoformat(),
        "directApply": True,
    }


def _work(vacancy: Vacancy, skills: Sequence[Skill]) -> dict[str, str | int | None]:
    return {
        "description": _description(vacancy),
        "employmentType": EMPLOYMENT[vacancy.kind],
        "totalJobOpenings": vacancy.headcount,
        "jobBenefits": vacancy.benefits,
        "skills": ", ".join(skill.name for skill in skills),
        "occupationalCategory": vacancy.occupation.title if vacancy.occupation else None,
    }


def _description(vacancy: Vacancy) -> str:
    """HTML with every paragraph that the page shows."""
    sections = [
        ("Pekerjaannya", vacancy.description),
        ("Syarat", vacancy.requirements),
        ("Fasilitas", vacancy.benefits),
        ("Tahap seleksi", vacancy.selection_steps),
    ]
    written = [(heading, mark_safe(linebreaks(text, autoescape=True))) for heading, text in sections if text]
    return format_html_join("", "<h3>{}</h3>{}", written)


def _asked(vacancy: Vacancy, konsentrasi: Sequence[Konsentrasi]) -> dict[str, str | dict[str, str | int]]:
    credential = CREDENTIALS.get(vacancy.education)
    months = vacancy.experience_months
    return {
        "qualifications": ", ".join(item.name for item in konsentrasi),
        "educationRequirements": {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": credential,
        }
        if credential
        else NONE_ASKED,
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
        if months
        else NONE_ASKED,
    }


def _employer(employer: Employer) -> dict[str, str]:
    """The logo unless nobody can fetch it: a rejected employer has no public page."""
    has_logo = employer.logo and not employer.is_rejected
    known = {
        "sameAs": employer.website,
        "logo": f"{settings.PUBLIC_URL}{reverse('employer_logo', args=[employer.pk])}" if has_logo else "",
    }
    return {"@type": "Organization", "name": employer.name} | {name: value for name, value in known.items() if value}


def _place(vacancy: Vacancy) -> dict[str, str | dict[str, str]]:
    regency = vacancy.regency
    street, postal_code = _street(vacancy)
    address = {
        "streetAddress": street,
        "postalCode": postal_code,
        "addressLocality": regency and regency.name,
        "addressRegion": regency and regency.province.name,
        "addressCountry": "ID",
    }
    known = {name: value for name, value in address.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress"} | known}


def _street(vacancy: Vacancy) -> tuple[str, str]:
    """(street with the kelurahan, postal code): what was written, without what the other fields say once more."""
    written = POSTAL_CODE.search(vacancy.work_address.strip())
    line = POSTAL_CODE.sub("", vacancy.work_address.strip())
    village, regency = vacancy.village, vacancy.regency
    said = {_bare(place.name) for place in (village, regency, regency and regency.province) if place}
    parts = [part for part in map(str.strip, line.split(",")) if part and _bare(part) not in said]
    if village and village.name.casefold() not in " ".join(parts).casefold():
        parts.append(village.name)
    return ", ".join(parts), written[1] if written else ""


def _bare(place: str) -> str:
    return KIND_OF_PLACE.sub("", place.casefold())


def _pay(vacancy: Vacancy) -> dict[str, Any] | None:
    low, high = vacancy.pay_min, vacancy.pay_max
    if not (low or high):
        return None
    known = {"minValue": low, "maxValue": high} if low and high and low != high else {"value": low or high}
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": "MONTH", **known}
    return {"@type": "MonetaryAmount", "currency": "IDR", "value": value}
