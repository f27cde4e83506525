"""Registered job seekers of a period: IPK III/1 (by age), III/2 (by education) and III/7 (by years since graduation).

A graduate seeks work while a spell `job_seeking` lasts. Whoever is placed in the period was registered in it unless
they were before; whoever seeks again after that is registered once more. So the lines hold for each graduate alone:
sisa = sisa lalu + terdaftar − ditempatkan − dihapuskan.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db.models import Case, Count, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from bkk_portal.kit.text.dates import years_before
from bkk_portal.people.enums import SpellKind
from bkk_portal.people.models import ActivitySpell
from placements.outcomes.models import Placement
from placements.reports.enums import TEXT
from placements.reports.figures.tables import Across, Column, Down, Table, with_sum
from placements.reports.models import EducationCode

if TYPE_CHECKING:
    from placements.alumni.queries import AlumnusQuerySet
    from placements.reports.figures.scope import Scope

BANDS = ((15, "15–19"), (20, "20–29"), (30, "30–44"), (45, "45–54"), (55, "55+"))
NOBODY_AGED = ""
FLOWS = ("before", "registered", "placed", "removed", "after")
FLOW_TITLES = ("Sisa lalu", "Terdaftar", "Ditempatkan", "Dihapuskan", "Sisa akhir")
SINCE_GRADUATION = ((2, "0–2 tahun"), (5, "3–5 tahun"), (None, "6 tahun ke atas"))
UNKNOWN = "Belum diisi"


@dataclasses.dataclass(frozen=True)
class Group:
    """Graduates alike in all that the tables ask, and how many they are."""

    sex: str
    band: str
    konsentrasi: str
    program: str
    graduation_year: int
    before: bool
    placed: bool
    after: bool
    graduates: int

    @property
    def removed(self) -> bool:
        return not (self.placed or self.after)

    @property
    def registered(self) -> int:
        """Times each of them came onto the register in the period."""
        return self.after + self.placed + self.removed - self.before

    def count(self, flow: str) -> int:
        return getattr(self, flow) * self.graduates


def tables(scope: Scope) -> list[Table]:
    groups = groups_of(scope)
    codes = dict(EducationCode.objects.values_list("program", "code"))
    titles = dict(EducationCode.objects.values_list("code", "title"))
    return [
        _by_age(groups),
        _flows(groups, "Menurut jenis pendidikan", "Jenis pendidikan", _education(codes, titles), form="IPK III/2"),
        _flows(groups, "Menurut konsentrasi keahlian", "Konsentrasi", lambda group: group.konsentrasi),
        _flows(groups, "Menurut lama lulus", "Lama lulus", _years_out(scope.end.year), form="IPK III/7"),
    ]


def groups_of(scope: Scope) -> list[Group]:
    """[Group] of everyone who sought work in the period or was placed in it, in one query."""
    names = ("person__sex", "band", "program", "name", "graduation_year", "before", "placed", "after")
    rows = registered(scope).annotate(
        band=_band(scope.end),
        name=Coalesce("konsentrasi__name", Value(UNKNOWN)),
        program=Coalesce("konsentrasi__program", Value(UNKNOWN)),
    )
    counted = rows.order_by().values_list(*names).annotate(graduates=Count("pk")).order_by("name", "graduation_year")
    return [
        Group(sex, band, name, program, year, bool(before), bool(placed), bool(after), graduates)
        for sex, band, program, name, year, before, placed, after, graduates in counted
    ]


def registered(scope: Scope) -> AlumnusQuerySet:
    """The graduates that the register of the period counts, with `before`, `placed` and `after`."""
    spells = ActivitySpell.objects.filter(person=OuterRef("person"), kind=SpellKind.JOB_SEEKING)
    placements = Placement.objects.standing().filter(alumnus=OuterRef("pk"), **scope.days("starts_on"))
    return scope.alumni.annotate(
        before=Exists(spells.on(scope.period.day_before)),
        entered=Exists(spells.filter(**scope.days("since"))),
        placed=Exists(placements),
        after=Exists(spells.on(scope.end)),
    ).filter(Q(before=True) | Q(entered=True) | Q(placed=True))


def incomplete(scope: Scope) -> AlumnusQuerySet:
    """Those of the register without sex, or of no age that a report has a column for: their lines cannot add up."""
    youngest = years_before(scope.end, BANDS[0][0])
    missing = Q(person__sex="") | Q(person__birth_date__isnull=True) | Q(person__birth_date__gt=youngest)
    return registered(scope).filter(missing).select_related("person")


def _band(day: datetime.date) -> Case:
    oldest_first = [
        When(person__birth_date__lte=years_before(day, years), then=Value(label)) for years, label in reversed(BANDS)
    ]
    return Case(*oldest_first, default=Value(NOBODY_AGED))


def _by_age(groups: list[Group]) -> Table:
    """Rows 1 to 5 with A and B as on the form; each age L and P."""
    columns = [Column("Uraian", TEXT)]
    columns += [Column(sex, group=label) for _, label in BANDS for sex in "LP"]
    columns += [Column(title, group="Jumlah") for title in ("L", "P", "L+P")]
    before, registered_, placed, removed, after = ([*_ages(groups, flow)] for flow in FLOWS)
    rows = [
        ["1. Belum ditempatkan pada akhir periode lalu", *before],
        ["2. Terdaftar dalam periode ini", *registered_],
        ["A. Jumlah (1 + 2)", *map(sum, zip(before, registered_, strict=True))],
        ["3. Ditempatkan dalam periode ini", *placed],
        ["4. Dihapuskan dalam periode ini", *removed],
        ["B. Jumlah (3 + 4)", *map(sum, zip(placed, removed, strict=True))],
        ["5. Sisa: belum ditempatkan pada akhir periode", *after],
    ]
    bands = range(1, 2 * len(BANDS) + 1)
    men, women, everyone = len(bands) + 1, len(bands) + 2, len(bands) + 3
    across = [Across(tuple(bands[::2]), men), Across(tuple(bands[1::2]), women), Across((men, women), everyone)]
    down = [Down((0, 1), 2), Down((3, 4), 5), Down((0, 1), 6, (3, 4))]
    return Table("Menurut umur", columns, rows, across, down, bold=[2, 5, 6], form="IPK III/1")


def _ages(groups: list[Group], flow: str) -> list[int]:
    """The cells of one line: L and P of each age, then all L, all P and everyone, known or not."""
    cells: Counter[tuple[str, str] | str] = Counter()
    for group in groups:
        number = group.count(flow)
        cells[group.sex, group.band] += number
        cells[group.sex] += number
        cells["all"] += number
    return [*(cells[sex, label] for _, label in BANDS for sex in "LP"), cells["L"], cells["P"], cells["all"]]


def _flows(groups: list[Group], title: str, first: str, label_of: Callable, form: str = "") -> Table:
    """Sisa lalu, terdaftar, ditempatkan, dihapuskan and sisa akhir, each L, P and both, for each label."""
    cells: Counter[tuple[str, str, str]] = Counter()
    labels: list[str] = []
    for group in groups:
        label = label_of(group)
        labels.append(label)
        for flow in FLOWS:
            cells[label, flow, group.sex] += group.count(flow)
            cells[label, flow, "all"] += group.count(flow)
    columns = [Column(first, TEXT)]
    columns += [Column(part, group=flow) for flow in FLOW_TITLES for part in ("L", "P", "L+P")]
    rows = [
        [label, *(cells[label, flow, part] for flow in FLOWS for part in ("L", "P", "all"))]
        for label in sorted(set(labels))
    ]
    across = [Across((at, at + 1), at + 2) for at in range(1, len(columns), 3)]
    return with_sum(Table(title, columns, rows, across, form=form))


def _education(codes: dict[str, str], titles: dict[str, str]) -> Callable:
    def label(group: Group) -> str:
        code = codes.get(group.program, "")
        return f"{code} {titles[code]}" if code else f"SMK, {group.program}"

    return label


def _years_out(year: int) -> Callable:
    def label(group: Group) -> str:
        years = year - group.graduation_year
        return next(name for most, name in SINCE_GRADUATION if most is None or years <= most)

    return label
