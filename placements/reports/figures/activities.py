"""What the BKK did in the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placements.reports.enums import DATE, TEXT
from placements.reports.figures.tables import Column, Table, with_sum
from placements.schools.enums import ActivityKind
from placements.schools.models import SchoolActivity

if TYPE_CHECKING:
    from placements.reports.figures.scope import Scope

COLUMNS = [Column("Kegiatan", TEXT), Column("Jenis", TEXT), Column("Tanggal", DATE), Column("Tempat", TEXT)]
COLUMNS += [Column("Bersama", TEXT), Column("Hadir")]


def tables(scope: Scope) -> list[Table]:
    activities = list(
        SchoolActivity.objects.of_school(scope.school_id)
        .filter(**scope.days("held_on"))
        .order_by("held_on", "pk")
        .values_list("title", "kind", "held_on", "place", "partner", "attendance")
    )
    kinds = [row[1] for row in activities]
    counted = [[kind.label, kinds.count(kind.value)] for kind in ActivityKind if kind.value in kinds]
    listed = [
        [title, ActivityKind(kind).label, day.isoformat(), place, partner, attendance]
        for title, kind, day, place, partner, attendance in activities
    ]
    return [
        with_sum(Table("Menurut jenis", [Column("Jenis kegiatan", TEXT), Column("Banyaknya")], counted)),
        Table("Daftar kegiatan", COLUMNS, listed),
    ]
