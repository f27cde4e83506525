"""Kunjungan ke perusahaan: where the BKK went in the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placements.employers.dealings.models import EmployerVisit
from placements.reports.figures.tables import DATE, TEXT, Column, Table

if TYPE_CHECKING:
    from placements.reports.figures.scope import Scope

COLUMNS = [Column("Perusahaan", TEXT), Column("Tanggal", DATE), Column("Tindak lanjut", TEXT)]


def tables(scope: Scope) -> list[Table]:
    visits = EmployerVisit.objects.filter(activity__school_id=scope.school_id, **scope.days("activity__held_on"))
    rows = visits.order_by("activity__held_on", "pk")
    rows = rows.values_list("employer__name", "activity__held_on", "next_step")
    return [Table("Daftar kunjungan", COLUMNS, [[name, day.isoformat(), step] for name, day, step in rows])]
