"""Vacancies of a period in workers wanted: the other half of IPK III/1, and III/4 and III/6.

Counted on their own, never back-filled from placements (domain.md, rule 5): filled are the places that an application
to that very vacancy led to, whichever school the graduate is of, and what its BKK said when closing it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, Greatest, Least, TruncDate

from bkk_portal.people.enums import Education
from bkk_portal.people.models import Industry
from placements.outcomes.models import Placement
from placements.reports.enums import DATE, TEXT
from placements.reports.figures.tables import Across, Column, Down, Table, with_sum
from placements.vacancies.enums import SHOWN, SexRequirement, VacancyStatus
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from django.db.models.expressions import CombinedExpression

    from placements.reports.figures.scope import Scope
    from placements.vacancies.queries import VacancyQuerySet

PARTS = (SexRequirement.MALE, SexRequirement.FEMALE, SexRequirement.ANY)
FLOWS = ("left_before", "registered", "filled_now", "removed_now", "left_after")
FLOW_TITLES = ("Sisa lalu", "Terdaftar", "Dipenuhi", "Dihapuskan", "Sisa akhir")
NO_INDUSTRY = "Belum diisi"


def tables(scope: Scope) -> list[Table]:
    rows = list(_counted(scope))
    titles = dict(Industry.objects.filter(code=F("section")).values_list("section", "title"))
    return [
        _stock(rows),
        _flows(rows, "Menurut pendidikan", "Pendidikan paling rendah", _education, form="IPK III/4"),
        _flows(rows, "Menurut lapangan usaha", "Lapangan usaha", _industry(titles), form="IPK III/6"),
        _list(scope),
    ]


def listed(scope: Scope) -> VacancyQuerySet:
    """The school's vacancies that stood open on some day of the period, with their workers by what became of them.

    A vacancy ends on its last day, or on the day before it was closed early.
    """
    shown = Vacancy.objects.filter(school_id=scope.school_id, status__in=SHOWN, opens_on__lte=scope.end)
    if scope.konsentrasi_id:
        shown = shown.filter(konsentrasi=scope.konsentrasi_id)
    closed = TruncDate("closed_at")
    open_before = Q(opens_on__lt=scope.start, closes_on__gte=scope.period.day_before)
    open_before &= Q(closed_on__isnull=True) | Q(closed_on__gte=scope.start)
    open_after = Q(closes_on__gt=scope.end) & (Q(closed_on__isnull=True) | Q(closed_on__gt=scope.end))
    begun = Q(opens_on__gte=scope.start)
    return (
        shown.annotate(closed_on=_early(closed))
        .filter(open_before | begun)
        .annotate(
            fills_before=_fills(starts_on__lt=scope.start),
            fills=_fills(**scope.days("starts_on")),
            left_before=_if(open_before, Greatest(F("headcount") - F("fills_before"), Value(0))),
            registered=_if(begun, F("headcount")),
        )
        .annotate(filled_now=Least(_filled(scope), F("left_before") + F("registered")))
        .annotate(left_after=_if(open_after, F("left_before") + F("registered") - F("filled_now")))
        .annotate(removed_now=F("left_before") + F("registered") - F("filled_now") - F("left_after"))
    )


def _early(closed: TruncDate) -> Case:
    """The day somebody closed it; the chore that closes what is over does so a day late and says nothing new."""
    early = Q(status=VacancyStatus.CLOSED, closed_at__date__lte=F("closes_on"))
    return Case(When(early, then=closed), default=None)


def _filled(scope: Scope) -> Case:
    """What applications in the portal led to; of a vacancy closed in the period with its result, what that says."""
    closed_now = Q(filled__isnull=False, **scope.times("closed_at"))
    told = Greatest(F("filled") - F("fills_before"), F("fills"))
    return Case(When(closed_now, then=told), default=F("fills"), output_field=IntegerField())


def _if(condition: models.Q, expression: Greatest | F | CombinedExpression) -> Case:
    return Case(When(condition, then=expression), default=Value(0), output_field=IntegerField())


def _fills(**days: Any) -> Coalesce:
    placed = Placement.objects.standing().filter(application__vacancy=OuterRef("pk"), **days).order_by()
    return Coalesce(
        Subquery(placed.values("application__vacancy").annotate(number=Count("pk")).values("number")), Value(0)
    )


def _counted(scope: Scope) -> VacancyQuerySet:
    """Sums by sex asked for, education and industry: a few rows, however many vacancies."""
    keys = ("sex", "education", "employer__industry__section")
    rows = listed(scope).order_by().values(*keys)
    return rows.annotate(**{f"sum_{flow}": Sum(flow) for flow in FLOWS}).order_by(*keys)


def _stock(rows: Iterable[dict[str, Any]]) -> Table:
    cells: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for flow in FLOWS:
            cells[flow, row["sex"]] += row[f"sum_{flow}"]
    before, registered, filled, removed, after = (_parts(cells, flow) for flow in FLOWS)
    lines = [
        ["1. Belum dipenuhi pada akhir periode lalu", *before],
        ["2. Terdaftar dalam periode ini", *registered],
        ["C. Jumlah (1 + 2)", *map(sum, zip(before, registered, strict=True))],
        ["3. Dipenuhi dalam periode ini", *filled],
        ["4. Dihapuskan dalam periode ini", *removed],
        ["D. Jumlah (3 + 4)", *map(sum, zip(filled, removed, strict=True))],
        ["5. Sisa: belum dipenuhi pada akhir periode", *after],
    ]
    columns = [Column("Uraian", TEXT), Column("L"), Column("P"), Column("L/P"), Column("Jumlah")]
    down = [Down((0, 1), 2), Down((3, 4), 5), Down((0, 1), 6, (3, 4))]
    note = "Dihitung dalam orang yang dibutuhkan."
    across = [Across((1, 2, 3), 4)]
    return Table("Lowongan", columns, lines, across, down, bold=[2, 5, 6], form="IPK III/1", note=note)


def _parts(cells: Counter[tuple[str, str]], flow: str) -> list[int]:
    parts = [cells[flow, part] for part in PARTS]
    return [*parts, sum(parts)]


def _flows(rows: Iterable[dict[str, Any]], title: str, first: str, label_of: Callable, form: str) -> Table:
    cells: Counter[tuple[str, str]] = Counter()
    labels: dict[str, Any] = {}
    for row in rows:
        order, label = label_of(row)
        labels[label] = order
        for flow in FLOWS:
            cells[label, flow] += row[f"sum_{flow}"]
    columns = [Column(first, TEXT), *map(Column, FLOW_TITLES)]
    lines = [
        [label, *(cells[label, flow] for flow in FLOWS)] for label in sorted(labels, key=lambda label: labels[label])
    ]
    return with_sum(Table(title, columns, lines, form=form, note="Dihitung dalam orang yang dibutuhkan."))


def _education(row: dict[str, Any]) -> tuple[int, str]:
    return row["education"], Education(row["education"]).label


def _industry(titles: dict[str, str]) -> Callable:
    def label(row: dict[str, Any]) -> tuple[str, str]:
        section = row["employer__industry__section"]
        return (section, f"{section} {titles.get(section, '')}".strip()) if section else ("~", NO_INDUSTRY)

    return label


def _list(scope: Scope) -> Table:
    columns = [Column("Jabatan", TEXT), Column("Perusahaan", TEXT), Column("Dibuka", DATE), Column("Ditutup", DATE)]
    columns += [Column("Dibutuhkan"), Column("Dipenuhi")]
    rows = listed(scope).order_by("opens_on", "pk")
    values = rows.values_list("title", "employer__name", "opens_on", "closes_on", "headcount", "filled_now")
    lines = [
        [title, employer, opens.isoformat(), closes.isoformat(), wanted, filled]
        for title, employer, opens, closes, wanted, filled in values
    ]
    return Table("Daftar lowongan", columns, lines)
