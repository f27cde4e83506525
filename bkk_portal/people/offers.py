"""Under which hat a person acts, the classifications, and what is kept of one person (UU 27/2022 art. 7, 13)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from bkk_portal.kit.reference import add_missing, read_rows
from bkk_portal.kit.text.formatting import tanggal, waktu
from bkk_portal.people.enums import CvPart
from bkk_portal.people.models import CvChoice, Industry, Konsentrasi, Occupation, Person, Skill

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User

DATA = Path(__file__).parent / "data"


def person_hats(user: User) -> list[Hat]:
    people = Person.objects.filter(user=user).only("pk")
    return [Hat(f"person:{person.pk}", Role.PERSON, "Saya sendiri", "/saya/", person.pk) for person in people]


def load_classifications() -> str:
    new_konsentrasi = add_missing(
        Konsentrasi, [*_spectrum_2022(), *_spectrum_2018()], key=("edition", "program", "name")
    )
    new_codes = _load_occupations() + _load_industries()
    return f"Klasifikasi: {new_konsentrasi} konsentrasi dan {new_codes} kode KBJI/KBLI baru."


def load_skills() -> str:
    """A first list; afterwards the offices' own. Links are set only for skills that are new."""
    konsentrasi = {k.name: k for k in Konsentrasi.objects.filter(edition=2022)}
    known = set(Skill.objects.values_list("name", flat=True))
    new = [row for row in read_rows(DATA / "keterampilan.csv") if row["keterampilan"] not in known]
    for row in new:
        skill = Skill.objects.create(name=row["keterampilan"])
        skill.konsentrasi.set([konsentrasi[name] for name in row["konsentrasi"].split(";") if name])
    return f"Keterampilan: {len(new)} baru."


def _spectrum_2022() -> list[Konsentrasi]:
    short = _abbreviations("2022")
    return [
        Konsentrasi(
            edition=2022,
            code=row["kode"],
            field=row["bidang_keahlian"],
            program=row["program_keahlian"],
            name=row["konsentrasi_keahlian"],
            abbreviations=short.get(row["konsentrasi_keahlian"], ""),
        )
        for row in read_rows(DATA / "spektrum_smk_2022.csv")
    ]


def _spectrum_2018() -> list[Konsentrasi]:
    short = _abbreviations("2018")
    return [
        Konsentrasi(
            edition=2018,
            code=row["kode_derived"],
            field=row["bidang_keahlian"],
            program=row["program_keahlian"],
            name=row["kompetensi_keahlian"],
            abbreviations=short.get(row["kompetensi_keahlian"], ""),
        )
        for row in read_rows(DATA / "spektrum_smk_2018.csv")
    ]


def _abbreviations(edition: str) -> dict[str, str]:
    rows = read_rows(DATA / "singkatan.csv")
    return {row["konsentrasi"]: row["singkatan"] for row in rows if row["edisi"] == edition}


def _load_occupations() -> int:
    rows = [
        Occupation(edition=2014, code=row["code"], parent_code=row["parent"], title=row["title"])
        for row in read_rows(DATA / "kbji2014.csv")
    ]
    return add_missing(Occupation, rows, key=("edition", "code"))


def _load_industries() -> int:
    rows = [
        Industry(edition=2020, code=row["code"], section=row["section"], title=row["title"])
        for row in read_rows(DATA / "kbli2020.csv")
    ]
    return add_missing(Industry, rows, key=("edition", "code"))


def export_person(person: Person) -> tuple[str, list[dict[str, Any]]]:
    village = str(person.village) if person.village else ""
    return "Data diri", [
        {
            "nama": person.name,
            "tanggal lahir": tanggal(person.birth_date),
            "tempat lahir": person.birth_place,
            "jenis kelamin": person.get_sex_display(),
            "NIK": person.nik_masked,
            "NISN": person.nisn or "",
            "nomor HP": person.phone,
            "surel": person.email,
            "alamat": person.address,
            "RT/RW": f"{person.rt}/{person.rw}" if person.rt or person.rw else "",
            "kelurahan": village,
            "pendidikan": person.get_education_display() or "",
            "tentang saya": person.summary,
            "bersedia pindah kota": person.willing_to_move,
            "gaji yang diharapkan": person.expected_pay,
            "pekerjaan yang dicari": person.wished_work,
            "jenis pekerjaan yang dicari": [row.get_kind_display() for row in person.wished_kinds.order_by("pk")],
            "wilayah kerja yang diinginkan": [regency.name for regency in person.wished_regencies.order_by("code")],
            "siap mulai": tanggal(person.available_from) if person.available_from else "",
            "belum pernah bekerja": person.no_experience,
        }
    ]


def export_skills(person: Person) -> tuple[str, list[dict[str, str]]]:
    rows = person.person_skills.select_related("skill").order_by("skill__name")
    return "Keterampilan", [{"nama": row.skill.name, "tingkat": row.get_level_display() or ""} for row in rows]


def export_showing(person: Person) -> tuple[str, list[dict[str, Any]]]:
    links: list[dict[str, Any]] = [
        {"judul": link.title, "alamat": link.url} for link in person.portfolio.order_by("pk")
    ]
    choices: list[dict[str, Any]] = [
        {"tampilan CV": choice.get_layout_display(), "isi CV": [CvPart(part).label for part in choice.parts]}
        for choice in CvChoice.objects.filter(person=person)
    ]
    return "Portofolio dan CV", links + choices


def export_issued(person: Person) -> tuple[str, list[dict[str, str]]]:
    rows = person.issued_documents.order_by("issued_on", "pk")
    return "Dokumen terbit", [
        {
            "nomor": paper.number,
            "judul": paper.title,
            "penerbit": paper.issuer_name,
            "terbit": tanggal(paper.issued_on),
            "dicabut": waktu(paper.revoked_at) if paper.revoked_at else "",
        }
        for paper in rows
    ]


def export_account(person: Person) -> tuple[str, list[dict[str, str]]]:
    user = person.user
    if user is None:
        return "Akun", []
    logins = {"surel": user.email or "", "nomor HP": user.phone or "", "NISN": user.nisn or ""}
    return "Akun", [{"nama": user.name, **logins, "terdaftar": waktu(user.date_joined)}]


def export_consents(person: Person) -> tuple[str, list[dict[str, str]]]:
    consents = person.user.consents.order_by("given_at") if person.user else ()
    return "Persetujuan", [
        {
            "tujuan": consent.get_purpose_display(),
            "versi": consent.version,
            "bunyi": consent.wording,
            "diberikan": waktu(consent.given_at),
            "wali": consent.given_by,
            "ditarik": waktu(consent.withdrawn_at) if consent.withdrawn_at else "",
        }
        for consent in consents
    ]


def export_documents(person: Person) -> tuple[str, list[dict[str, int | str]]]:
    return "Dokumen", [
        {"jenis": d.get_kind_display(), "judul": d.title, "ukuran (byte)": d.size, "diunggah": waktu(d.uploaded_at)}
        for d in person.documents.order_by("uploaded_at")
    ]


def export_spells(person: Person) -> tuple[str, list[dict[str, str | int | None]]]:
    return "Kegiatan", [
        {
            "kegiatan": spell.get_kind_display(),
            "sejak": tanggal(spell.since),
            "sampai": tanggal(spell.until) if spell.until else "",
            "tempat": spell.organisation,
            "jabatan atau jurusan": spell.position,
            "yang dikerjakan": spell.description,
            "penghasilan per bulan": spell.monthly_pay,
            "sumber": spell.get_source_display(),
        }
        for spell in person.spells.order_by("since")
    ]


def export_credentials(person: Person) -> tuple[str, list[dict[str, str | bool]]]:
    return "Sertifikat", [
        {
            "nama": credential.title,
            "penerbit": credential.issuer,
            "nomor": credential.number,
            "sumber": credential.get_source_display(),
            "terbit": tanggal(credential.issued_on),
            "berlaku sampai": tanggal(credential.expires_on) if credential.expires_on else "",
            "ada berkas": bool(credential.file),
        }
        for credential in person.credentials.order_by("issued_on")
    ]


def export_merges(person: Person) -> tuple[str, list[dict[str, int | str]]]:
    rows = person.merges.order_by("at", "pk")
    return "Catatan yang disatukan", [{"nomor catatan lama": row.gone, "waktu": waktu(row.at)} for row in rows]
