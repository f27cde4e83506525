"""Placements that began in the period; the first table follows IPK III/8 (a BKK has only AKL and AKAD)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from placements.outcomes.enums import ContractKind, PlacementScope
from placements.outcomes.models import Placement
from placements.reports.figures.tables import by_sex

if TYPE_CHECKING:
    from placements.reports.figures.scope import Scope
    from placements.reports.figures.tables import Table

VIA_PORTAL, OUTSIDE = "Lewat lamaran di BKK", "Ditemukan di luar portal, dicatat BKK"
UNKNOWN = "Belum diisi"
FIELDS = ("scope", "contract", "found_outside", "alumnus__konsentrasi__name", "employer__name")


def tables(scope: Scope) -> list[Table]:
    rows = _counted(scope)
    kinds, contracts = PlacementScope.choices, ContractKind.choices
    return [
        by_sex("Menurut jenis antar kerja", "Antar kerja", _lines(rows, 0, kinds), form="IPK III/8"),
        by_sex("Menurut ikatan kerja", "Ikatan kerja", _lines(rows, 1, contracts)),
        by_sex("Menurut jalan", "Ditemukan", _lines(rows, 2, [(False, VIA_PORTAL), (True, OUTSIDE)])),
        by_sex("Menurut konsentrasi keahlian", "Konsentrasi", _lines(rows, 3)),
        by_sex("Menurut perusahaan", "Perusahaan", _lines(rows, 4)),
    ]


def _counted(scope: Scope) -> list[tuple[Any, ...]]:
    placements = Placement.objects.standing().filter(**scope.of_alumni("alumnus__"), **scope.days("starts_on"))
    keys = (*FIELDS, "alumnus__person__sex")
    placements = placements.annotate(found_outside=Q(application__isnull=True))
    return list(placements.order_by().values_list(*keys).annotate(number=Count("pk")).order_by(*keys))


def _lines(
    rows: list[tuple[Any, ...]], place: int, choices: Iterable[tuple[Any, str]] | None = None
) -> dict[str, dict[str, int]]:
    """{label: {sex: number}}: every choice, also without any; else the values found, in their order."""
    counts: dict[Any, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        counts[row[place]][row[-2]] += row[-1]
    if choices is not None:
        return {label: dict(counts.get(value, {})) for value, label in choices}
    named = {str(value or UNKNOWN): dict(found) for value, found in counts.items()}
    return dict(sorted(named.items()))
