"""What has come of working with an employer, by year; and two entries beside each other."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from django.db.models import Count

from bkk_portal.kit.text.formatting import angka, telepon

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.models import Employer
    from placements.outcomes.queries import PlacementQuerySet


@dataclasses.dataclass(frozen=True)
class PartnerYear:
    """PKL and placements of one school at one employer; `everywhere` counts all schools' placements."""

    year: int
    places: int = 0
    filled: int = 0
    placed: int = 0
    everywhere: int = 0


def years_with(employer: Employer, placements: PlacementQuerySet, actor: Actor) -> list[PartnerYear]:
    """[PartnerYear], the newest first; three aggregate queries. `placements`: all at this employer that stand."""
    pkl = employer.pkl_places.visible_to(actor).by_year()
    placed, everywhere = _per_year(placements.visible_to(actor)), _per_year(placements)
    return [
        PartnerYear(year, *pkl.get(year, (0, 0)), placed.get(year, 0), everywhere.get(year, 0))
        for year in sorted({*pkl, *placed, *everywhere}, reverse=True)
    ]


def _per_year(rows: PlacementQuerySet) -> dict[int, int]:
    return dict(rows.order_by().values_list("starts_on__year").annotate(number=Count("pk")))


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
