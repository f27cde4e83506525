"""The CV of a person: exactly what they chose, and never the NIK, NISN, sex, birth date, religion or home address.

choice = choice_of(person)
entries(person) -> {part: [(key, label)]}    what can be left out one by one
cv_pdf(person, choice) -> bytes              at most two pages of A4
cv_pictures(person, choice) -> [PNG bytes]   the same pages, to look at
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.pdf import page_pictures, render
from bkk_portal.kit.pdf.forms import grouped
from bkk_portal.kit.pdf.pictures import as_photo
from bkk_portal.kit.text.formatting import bulan_tahun, tanggal, telepon
from bkk_portal.people.enums import CredentialSource, CvLayout, CvPart, DocumentKind, SkillLevel, SpellKind
from bkk_portal.people.models import CvChoice, Person

if TYPE_CHECKING:
    from bkk_portal.people.models import ActivitySpell, Credential, PersonDocument, PersonSkill
    from bkk_portal.regions.models import Village

TEMPLATES = {CvLayout.PLAIN: "cv_plain", CvLayout.FINE: "cv_fine"}
MOST_PAGES = 2


@dataclasses.dataclass(frozen=True)
class Density:
    """How much stands on the pages, the newest first; the next one is tried while two pages do not suffice."""

    scale: float
    entries: int
    lines: int


DENSITIES = (Density(1, 12, 8), Density(0.92, 10, 5), Density(0.86, 8, 3), Density(0.82, 5, 2))


def choice_of(person: Person) -> CvChoice:
    """The CvChoice kept, or an unsaved one with the choice at first."""
    return CvChoice.objects.filter(person=person).first() or CvChoice(person=person)


def photo_of(person: Person) -> PersonDocument | None:
    """The newest photo among the person's documents that is a picture, or None."""
    photos = person.documents.filter(kind=DocumentKind.PHOTO).exclude(file__iendswith=".pdf")
    return photos.order_by("-uploaded_at", "-pk").first()


def cv_pdf(person: Person, choice: CvChoice) -> bytes:
    """Raises kit.errors.Refused when the photo that was chosen cannot be read."""
    template, data, files = _fitting(person, choice)
    return render(template, data, files=files)


def cv_pictures(person: Person, choice: CvChoice, *, dots: int = 110) -> list[bytes]:
    template, data, files = _fitting(person, choice)
    return page_pictures(template, data, files=files, dots=dots)


def _fitting(person: Person, choice: CvChoice) -> tuple[str, dict[str, Any], dict[str, bytes]]:
    """(template, data, files): on one page where a little less room between the lines does it, else on two."""
    template, content, files = TEMPLATES[CvLayout(choice.layout)], _content(person, choice), _files(person, choice)

    @functools.cache
    def pages(density: Density) -> int:
        return len(page_pictures(template, content | _trimmed(content, density), files=files, dots=8))

    on_one = next((density for density in DENSITIES[:2] if pages(density) == 1), None)
    # The last density is cut hard enough for any profile.
    chosen = on_one or next((density for density in DENSITIES if pages(density) <= MOST_PAGES), DENSITIES[-1])
    return template, content | _trimmed(content, chosen), files


def _files(person: Person, choice: CvChoice) -> dict[str, bytes]:
    photo = photo_of(person) if CvPart.PHOTO in choice.parts else None
    return {"foto.jpg": as_photo(photo.file.read())} if photo else {}


def _trimmed(content: dict[str, Any], density: Density) -> dict[str, Any]:
    """Newest entries first, each with its first lines."""
    work = [entry | {"lines": entry["lines"][: density.lines]} for entry in content["work"][: density.entries]]
    short = {name: content[name][: density.entries] for name in ("education", "certificates")}
    return {"scale": density.scale, "work": work, **short}


def _content(person: Person, choice: CvChoice) -> dict[str, Any]:
    """What the template shows; a part that was not chosen is empty and leaves no heading."""
    parts = set(choice.parts)
    rows = {part.value: _kept(rows, choice) if part in parts else [] for part, rows in _rows(person).items()}
    return {
        "title": f"Daftar Riwayat Hidup {person.name}",
        "author": person.name,
        "date": timezone.localdate().isoformat(),
        "name": person.name,
        "headline": person.wished_work,
        "contact": _contact(person, parts),
        "photo": CvPart.PHOTO in parts and photo_of(person) is not None,
        "summary": person.summary.strip() if CvPart.SUMMARY in parts else "",
        "wishes": _wishes(person) if CvPart.WISHES in parts else [],
        **rows,
    }


def _rows(person: Person) -> dict[CvPart, list[tuple[str, Any]]]:
    """{part: [(key, what the template shows)]} of the parts that consist of entries."""
    spells = _spells(person)
    return {
        CvPart.WORK: [(f"spell-{spell.pk}", _work(spell)) for spell in spells if _is_work(spell)],
        CvPart.EDUCATION: _education(person, spells),
        CvPart.SKILLS: _skills(person),
        CvPart.CERTIFICATES: _certificates(person),
        CvPart.LINKS: _links(person),
    }


def _kept(rows: list[tuple[str, Any]], choice: CvChoice) -> list[Any]:
    return [row for key, row in rows if key not in choice.left_out]


def entries(person: Person) -> dict[CvPart, list[tuple[str, str]]]:
    """{part: [(key, label)]} of everything that can be left out by itself; parts without entries are not named."""
    return {part: [(key, _label(row)) for key, row in rows] for part, rows in _rows(person).items() if rows}


def _label(row: str | dict[str, Any]) -> str:
    return row if isinstance(row, str) else ", ".join(filter(None, (row["title"], row.get("place", row.get("shown")))))


def _spells(person: Person) -> list[ActivitySpell]:
    return list(person.spells.standing().order_by("-since", "-pk"))


def _is_work(spell: ActivitySpell) -> bool:
    return spell.kind in (SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.INTERNSHIP)


def _contact(person: Person, parts: set[str]) -> list[str]:
    """The district at most: a home address has no place on a paper that goes round."""
    phone = telepon(person.phone) if CvPart.PHONE in parts and person.phone else ""
    email = person.email if CvPart.EMAIL in parts else ""
    place = _place(person.village) if CvPart.PLACE in parts and person.village else ""
    return [line for line in (place, phone, email) if line]


def _place(village: Village) -> str:
    return f"{village.district.name}, {village.district.regency.name}"


def _period(spell: ActivitySpell) -> str:
    since = bulan_tahun(spell.since)
    until = bulan_tahun(spell.until) if spell.until else "sekarang"
    return since if since == until else f"{since} – {until}"


def _work(spell: ActivitySpell) -> dict[str, str | list[str]]:
    position = spell.position or spell.get_kind_display()
    if spell.kind == SpellKind.INTERNSHIP and "pkl" not in position.lower() and "magang" not in position.lower():
        position = f"{position} (PKL atau magang)"
    lines = [line.strip(" -•*\t") for line in spell.description.splitlines()]
    return {
        "title": position,
        "place": spell.organisation,
        "period": _period(spell),
        "lines": [line for line in lines if line],
    }


def _education(person: Person, spells: list[ActivitySpell]) -> list[tuple[str, dict[str, str]]]:
    """What schools have on record, and what the person studies or studied elsewhere, newest first."""
    rows = [
        (spell.since.year, f"spell-{spell.pk}", spell.position or "Kuliah", spell.organisation, _period(spell))
        for spell in spells
        if spell.kind == SpellKind.STUDYING
    ]
    for entry in registry.person_studies:
        rows += [
            (year, f"sekolah-{year}-{konsentrasi}", konsentrasi or "SMK", school, f"Lulus {year}")
            for school, konsentrasi, year in entry.function(person)
        ]
    rows.sort(key=lambda row: row[0], reverse=True)
    return [(key, {"title": title, "place": place, "period": period}) for _, key, title, place, period in rows]


def _skills(person: Person) -> list[tuple[str, str]]:
    """Those known best first."""
    rows = person.person_skills.select_related("skill").order_by("skill__name")
    named = sorted(rows, key=lambda row: -(row.level or 0))
    return [(f"skill-{row.skill_id}", _skill(row)) for row in named]


def _skill(row: PersonSkill) -> str:
    return f"{row.skill.name} (mahir)" if row.level == SkillLevel.EXPERT else row.skill.name


def _certificates(person: Person) -> list[tuple[str, dict[str, str]]]:
    """Without what was revoked or has expired; a paper of the portal's says where to check it."""
    proofs = {number: code for entry in registry.person_proofs for number, code in entry.function(person).items()}
    rows = person.credentials.in_force().order_by("-issued_on", "-pk")
    return [(f"credential-{row.pk}", _certificate(row, _proof(row, proofs))) for row in rows]


def _proof(row: Credential, proofs: dict[str, str]) -> str:
    return "" if row.source == CredentialSource.SELF else proofs.get(row.number, "")


def _certificate(credential: Credential, code: str) -> dict[str, str]:
    expires = f", berlaku sampai {bulan_tahun(credential.expires_on)}" if credential.expires_on else ""
    proof = f"{settings.PUBLIC_URL}{reverse('verify_document', args=[code])}" if code else ""
    return {
        "title": credential.title,
        "place": credential.issuer,
        "period": f"{bulan_tahun(credential.issued_on)}{expires}",
        "number": credential.number,
        "proof": proof,
        "code": grouped(code) if code else "",
    }


def _links(person: Person) -> list[tuple[str, dict[str, str]]]:
    return [
        (f"link-{link.pk}", {"title": link.title, "url": link.url, "shown": _shown(link.url)})
        for link in person.portfolio.order_by("pk")
    ]


def _shown(url: str) -> str:
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")


def _wishes(person: Person) -> list[str]:
    lines = []
    if person.available_from:
        now = person.available_from <= timezone.localdate()
        lines.append("Siap mulai bekerja sekarang" if now else f"Siap mulai {tanggal(person.available_from)}")
    places = [regency.name for regency in person.wished_regencies.order_by("name")[:6]]
    if places:
        lines.append(f"Wilayah kerja: {', '.join(places)}")
    if person.willing_to_move:
        lines.append("Bersedia pindah kota")
    return lines


def person_for_cv(pk: int) -> Person:
    """The Person with the joins a CV reads."""
    return Person.objects.select_related("village__district__regency").get(pk=pk)
