"""Alumni handed out: to their own BKK as a table, to a person their own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from bkk_portal.accounts.audit.events import record, record_many
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit import nik_vault
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.spreadsheets.writing import OutSheet, csv_lines, csv_response, write_workbook, xlsx_response
from bkk_portal.kit.text.formatting import angka, telepon, waktu
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from _io import BufferedRandom

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from placements.alumni.queries import AlumnusQuerySet

HEADINGS = ["Nama", "NISN", "NIS", "JK", "Tanggal lahir", "Tahun lulus", "Konsentrasi", "Rombel", "Nomor HP", "Surel"]
HEADINGS += ["Kelurahan", "Penelusuran", "Akun", "Kegiatan sekarang", "Tempat"]
WIDTHS = [30, 13, 12, 5, 14, 12, 32, 14, 16, 26, 18, 16, 8, 18, 28]
XLSX, CSV = "xlsx", "csv"
AT_ONCE = 5_000  # so many leave with the answer; more are written by the worker first
MOST_NUMBERS = 1_000
CHUNK = 1000


def alumni_download(queryset: AlumnusQuerySet, ending: str, *, actor: Actor) -> Any:
    """Download (`ending`: XLSX or CSV) of exactly these alumni, without NIK; who took it is in the audit log."""
    record(AuditKind.EXPORTED, actor=actor, target="alumni")
    alumni = queryset.select_related("person__village", "konsentrasi").with_current_spells()
    rows = map(row_of, alumni.iterator(chunk_size=CHUNK))
    return _response(ending, HEADINGS, rows, WIDTHS)


def alumni_with_numbers(queryset: AlumnusQuerySet, ending: str, *, actor: Actor, reason: str) -> Any:
    """As alumni_download, with the whole NIK, for a reason; whose number it showed is logged one by one.

    Never kept as a file. Raises Refused for more than MOST_NUMBERS.
    """
    alumni = list(queryset.select_related("person__village", "konsentrasi").with_current_spells()[: MOST_NUMBERS + 1])
    if len(alumni) > MOST_NUMBERS:
        raise Refused(f"Dengan NIK paling banyak {angka(MOST_NUMBERS)} alumni sekali unduh. Persempit saringannya.")
    record(AuditKind.EXPORTED, actor=actor, target="alumni", detail=f"dengan NIK: {reason}"[:300])
    seen = [alumnus.person_id for alumnus in alumni if alumnus.person.nik_cipher]
    record_many(AuditKind.NIK_VIEWED, [f"person {pk}" for pk in seen], actor=actor, detail="unduhan alumni")
    rows = ([*row_of(alumnus), nik_of(alumnus.person)] for alumnus in alumni)
    return _response(ending, [*HEADINGS, "NIK"], rows, [*WIDTHS, 20])


def nik_of(person: Person) -> str:
    return nik_vault.decrypt(person.nik_cipher) if person.nik_cipher else ""


def _response(ending: str, headings: list[str], rows: Iterable | Iterator[Any], widths: list[int]) -> Any:
    if ending == CSV:
        return csv_response("alumni.csv", headings, rows)
    return xlsx_response("alumni.xlsx", [OutSheet("Alumni", headings, rows, widths)])


def write_alumni(file: BufferedRandom, ending: str, alumni: Iterator[Any]) -> None:
    """The same table into an open binary file; `alumni` as for_export gives them."""
    rows = map(row_of, alumni)
    if ending == CSV:
        for line in csv_lines(HEADINGS, rows):
            file.write(line.encode())
    else:
        write_workbook(file, [OutSheet("Alumni", HEADINGS, rows, WIDTHS)])


def for_export(keys: list[int]) -> list[Alumnus]:
    """Those alumni with all that their row needs, in the order of the keys."""
    rows = Alumnus.objects.select_related("person__village", "konsentrasi").with_current_spells().in_bulk(keys)
    return [rows[key] for key in keys]


def row_of(alumnus: Alumnus) -> list[str | datetime.date | int | None]:
    person = alumnus.person
    spells = person.current_spells
    return [
        *(person.name, person.nisn, alumnus.nis, person.sex, person.birth_date, alumnus.graduation_year),
        *(str(alumnus.konsentrasi or ""), alumnus.rombel),
        *(telepon(person.phone) if person.phone else "", person.email, str(person.village or "")),
        *(alumnus.get_tracing_display(), "Ada" if person.user_id else "Belum"),
        ", ".join(spell.get_kind_display() for spell in spells),
        ", ".join(spell.organisation for spell in spells if spell.organisation),
    ]


def export_alumni(person: Person) -> tuple[str, list[dict[str, str | int]]]:
    rows = Alumnus.objects.filter(person=person).select_related("school", "konsentrasi").order_by("pk")
    return "Data alumni", [
        {
            "sekolah": alumnus.school.name,
            "tahun lulus": alumnus.graduation_year,
            "konsentrasi": str(alumnus.konsentrasi or ""),
            "NIS": alumnus.nis,
            "rombel": alumnus.rombel,
            "nomor ijazah": alumnus.diploma_number,
            "penelusuran": alumnus.get_tracing_display(),
            "akun diklaim": waktu(alumnus.claimed_at),
            "terakhir diundang lewat surel": waktu(alumnus.invited_at),
        }
        for alumnus in rows
    ]
