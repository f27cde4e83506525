"""Two entries of the register beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.kit.text.formatting import angka, telepon

if TYPE_CHECKING:
    from placements.employers.models import Employer

FACTS = [
    ("Nama", lambda row: row.name),
    ("Keadaan", lambda row: row.standing.label),
    ("Lapangan usaha", lambda row: row.industry and row.industry.title),
    ("NIB", lambda row: row.nib),
    ("NPWP", lambda row: row.npwp),
    ("Alamat", lambda row: row.address),
    ("Kelurahan", lambda row: row.village and row.village.name),
    ("Kabupaten/kota", lambda row: row.regency and str(row.regency)),
    ("Telepon", lambda row: telepon(row.phone)),
    ("Surel", lambda row: row.email),
    ("Situs", lambda row: row.website),
    ("Ditambahkan oleh", lambda row: row.added_by_school and row.added_by_school.name),
]
COUNTED = [
    ("Lowongan", "vacancies"),
    ("Penempatan", "placements"),
    ("MoU", "agreements"),
    ("Tempat PKL", "pkl_places"),
    ("Anggota portal", "memberships"),
]


def side_by_side(one: Employer, other: Employer) -> list[tuple[str, str, str, bool]]:
    """[(what, text of the one, text of the other, whether they say the same)] of all that either of them says."""
    rows = [(label, _text(value(one)), _text(value(other))) for label, value in FACTS]
    known = [row for row in rows if row[1:] != ("–", "–")]
    told = [(label, mine, theirs, mine == theirs) for label, mine, theirs in known]
    counts = [(label, *(angka(getattr(row, name).count()) for row in (one, other))) for label, name in COUNTED]
    return told + [(label, mine, theirs, False) for label, mine, theirs in counts]


def _text(value: str | None) -> str:
    return value or "–"
