"""How far a profile has come, what is missing and why it helps: worked out here and nowhere else."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from bkk_portal.kit import registry
from bkk_portal.people.enums import DocumentKind
from bkk_portal.people.models import (
    ActivitySpell,
    Credential,
    Person,
    PersonDocument,
    PersonSkill,
    PortfolioLink,
    WishedKind,
)

if TYPE_CHECKING:
    from bkk_portal.people.queries import PersonRowQuerySet

ENOUGH_SKILLS = 3


@dataclasses.dataclass(frozen=True)
class Step:
    """`missing`: sentences that say what to add and why. A step that is not needed never holds the profile back."""

    key: str
    label: str
    url: str
    missing: tuple[str, ...]
    is_needed: bool = True

    @property
    def is_done(self) -> bool:
        return not self.missing

    @property
    def holds_back(self) -> bool:
        return self.is_needed and not self.is_done


@dataclasses.dataclass(frozen=True)
class Completeness:
    steps: tuple[Step, ...]

    @property
    def total(self) -> int:
        return sum(step.is_needed for step in self.steps)

    @property
    def done(self) -> int:
        return sum(step.is_needed and step.is_done for step in self.steps)

    @property
    def is_complete(self) -> bool:
        return self.done == self.total

    @property
    def sentence(self) -> str:
        if self.is_complete:
            return "Profil Anda lengkap"
        return f"{self.done} dari {self.total} bagian utama sudah lengkap"

    @property
    def next_step(self) -> Step | None:
        """The first that holds the profile back, or None."""
        return next((step for step in self.steps if step.holds_back), None)


@dataclasses.dataclass(frozen=True)
class Trail:
    """Where a step stands among the others."""

    completeness: Completeness
    key: str

    @property
    def number(self) -> int:
        return next(at for at, step in enumerate(self.completeness.steps, 1) if step.key == self.key)

    @property
    def step(self) -> Step:
        return self.completeness.steps[self.number - 1]

    @property
    def previous(self) -> Step | None:
        return self.completeness.steps[self.number - 2] if self.number > 1 else None

    @property
    def following(self) -> Step | None:
        rest = self.completeness.steps[self.number :]
        return rest[0] if rest else None


def completeness_of(person: Person) -> Completeness:
    """Completeness of a Person; one query and one per app that knows where people studied."""
    counts = _counts(person)
    found = (
        ("self", "Data diri", "saya:profile_self", _self(person), True),
        ("education", "Pendidikan", "saya:profile_education", _education(person), True),
        ("skills", "Keterampilan", "saya:profile_skills", _skills(counts), True),
        ("certificates", "Sertifikat", "saya:profile_certificates", _certificates(counts), False),
        ("work", "PKL dan kerja", "saya:profile_work", _work(person, counts), True),
        ("wishes", "Keinginan kerja", "saya:profile_wishes", _wishes(person, counts), True),
        ("portfolio", "Portofolio", "saya:profile_portfolio", _portfolio(counts), False),
        ("documents", "Dokumen", "saya:documents", _documents(counts), True),
    )
    steps = (
        Step(key, label, reverse(name), tuple(filter(None, gaps)), needed) for key, label, name, gaps, needed in found
    )
    return Completeness(tuple(steps))


def trail_of(person: Person, key: str) -> Trail:
    return Trail(completeness_of(person), key)


def _counts(person: Person) -> dict[str, int]:
    """{what: how many rows the person has} in one query."""
    diplomas = PersonDocument.objects.filter(kind=DocumentKind.DIPLOMA)
    rows = Person.objects.filter(pk=person.pk).annotate(
        skill_number=_number(PersonSkill.objects.all()),
        credential_number=_number(Credential.objects.filter(revoked_at__isnull=True)),
        work_number=_number(ActivitySpell.objects.experience()),
        kind_number=_number(WishedKind.objects.all()),
        link_number=_number(PortfolioLink.objects.all()),
        diploma_number=_number(diplomas),
    )
    names = ("skill_number", "credential_number", "work_number", "kind_number", "link_number", "diploma_number")
    return rows.values(*names).get()


def _number(rows: PersonRowQuerySet) -> Coalesce:
    counted = rows.filter(person=OuterRef("pk")).order_by().values("person").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def _self(person: Person) -> list[str]:
    return [
        "" if person.phone else "Isi nomor HP, supaya BKK dan perusahaan dapat menghubungi Anda.",
        "" if person.village_id else "Pilih kelurahan, supaya lowongan dan pelatihan di dekat Anda tampil dulu.",
        "" if person.birth_date else "Isi tanggal lahir: penempatan dan sertifikat memerlukannya.",
    ]


def _education(person: Person) -> list[str]:
    known = person.education is not None or any(entry.function(person) for entry in registry.person_konsentrasi)
    return [] if known else ["Pilih pendidikan terakhir: banyak lowongan menyebutkannya."]


def _skills(counts: dict[str, int]) -> list[str]:
    short = ENOUGH_SKILLS - counts["skill_number"]
    return [f"Tambah {short} keterampilan, supaya lowongan lebih cocok."] if short > 0 else []


def _certificates(counts: dict[str, int]) -> list[str]:
    return [] if counts["credential_number"] else ["Punya sertifikat? Tambahkan: perusahaan mencarinya."]


def _work(person: Person, counts: dict[str, int]) -> list[str]:
    if counts["work_number"] or person.no_experience:
        return []
    return ["Tulis PKL atau pekerjaan Anda: itu yang pertama dibaca perusahaan. Belum pernah? Cukup katakan begitu."]


def _wishes(person: Person, counts: dict[str, int]) -> list[str]:
    return [
        "" if person.wished_work or counts["kind_number"] else "Tulis pekerjaan yang Anda cari, supaya lowongan cocok.",
        "" if person.available_from else "Isi sejak kapan Anda siap mulai: perusahaan menanyakannya.",
        "" if person.summary else "Tulis dua kalimat tentang diri Anda untuk bagian atas CV.",
    ]


def _portfolio(counts: dict[str, int]) -> list[str]:
    return [] if counts["link_number"] else ["Ada hasil karya di internet? Tautannya berbicara lebih dari kata-kata."]


def _documents(counts: dict[str, int]) -> list[str]:
    return [] if counts["diploma_number"] else ["Unggah ijazah sekali saja, supaya siap saat melamar."]
