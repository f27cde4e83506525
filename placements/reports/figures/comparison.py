"""All schools side by side for the forum: totals, never people."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db.models import Count

from bkk_portal.kit.charts import Chart, Series
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.tracer.figures import Rate, rates_by
from placements.outcomes.tracer.models import TracerCampaign
from placements.reports.figures import plans
from placements.reports.supervision import SchoolReporting, period_owed, reporting_of
from placements.schools.enums import PlanItem
from placements.schools.models import School
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.vacancies.queries import VacancyQuerySet

SOURCE = "Catatan di portal ini; jumlah saja."


@dataclasses.dataclass(frozen=True)
class SchoolTotals:
    """`planned` is None where the school has no plan; `report` is of the period that every BKK owes."""

    school: School
    bmw: bmw.BmwFigures
    placements: int
    planned: int | None
    vacancies: int
    open_vacancies: int
    tracer: Rate
    report: SchoolReporting

    @property
    def reached(self) -> float | None:
        """Per cent of the plan; None without one."""
        return 100 * self.placements / self.planned if self.planned else None


def totals_by_school(year: int, actor: Actor) -> list[SchoolTotals]:
    """[SchoolTotals] of every school for one year; a fixed number of queries. BMW and open vacancies are today's."""
    figures = bmw.figures_by(Alumnus.objects.all(), "school_id")
    placed = plans.results_by_school(PlanItem.PLACEMENTS, year)
    planned = plans.targets_by_school(PlanItem.PLACEMENTS, year)
    announced = plans.results_by_school(PlanItem.VACANCIES, year)
    standing_open = dict(_open_vacancies())
    rates = rates_by(TracerCampaign.objects.filter(opens_on__year__lte=year, closes_on__year__gte=year))
    schools = list(School.objects.order_by("name", "pk"))
    states = reporting_of(schools, period_owed(), actor)
    return [
        SchoolTotals(
            school=school,
            bmw=figures.get(school.pk, bmw.BmwFigures()),
            placements=placed.get(school.pk, 0),
            planned=planned.get(school.pk),
            vacancies=announced.get(school.pk, 0),
            open_vacancies=standing_open.get(school.pk, 0),
            tracer=rates.get(school.pk, Rate()),
            report=status,
        )
        for school, status in zip(schools, states, strict=True)
    ]


def _open_vacancies() -> VacancyQuerySet:
    rows = Vacancy.objects.open().exclude(school=None).order_by()
    return rows.values_list("school_id").annotate(number=Count("pk"))


def chart_of(rows: list[SchoolTotals], measure: str, year: int) -> Chart:
    title, unit, series = MEASURES[measure][1](rows, year)
    return Chart(
        title=title,
        description=f"{title}, satu baris untuk tiap sekolah.",
        unit=unit,
        series=series,
        source=SOURCE,
        places=1 if unit == "persen" else 0,
        label_name="Sekolah",
    )


def _placements(rows: list[SchoolTotals], year: int) -> tuple[str, str, list[Series]]:
    series = [_series("Ditempatkan", rows, "placements"), _series("Rencana", rows, "planned")]
    return f"Penempatan dan rencana {year}", "orang", series


def _alumni(rows: list[SchoolTotals], year: int) -> tuple[str, str, list[Series]]:
    series = [Series("Lulusan", _points(rows, lambda row: row.bmw.total))]
    return "Lulusan tercatat", "orang", [*series, Series("Diketahui", _points(rows, lambda row: row.bmw.answered))]


def _bmw(rows, year):
    series = [Series("Dari semua lulusan", _points(rows, lambda row: row.bmw.of_all))]
    series += [Series("Dari yang diketahui", _points(rows, lambda row: row.bmw.of_answered))]
    return "Bekerja, melanjutkan, wirausaha (BMW)", "persen", series


def _vacancies(rows: list[SchoolTotals], year: int) -> tuple[str, str, list[Series]]:
    series = [_series("Diumumkan", rows, "vacancies"), _series("Terbuka hari ini", rows, "open_vacancies")]
    return f"Lowongan {year}", "lowongan", series


def _tracer(rows: list[SchoolTotals], year: int) -> tuple[str, str, list[Series]]:
    series = [Series("Dari semua yang ditanya", _points(rows, lambda row: row.tracer.of_all))]
    series += [Series("Dari yang terjangkau", _points(rows, lambda row: row.tracer.of_reachable))]
    return f"Jawaban tracer study {year}", "persen", series


def _series(name: str, rows: list[SchoolTotals], field: str) -> Series:
    return Series(name, _points(rows, lambda row: getattr(row, field)))


def _points(rows: list[SchoolTotals], value: Callable) -> list[tuple[str, int | float | None]]:
    return [(row.school.name, value(row)) for row in rows]


# key in the address: (label of the choice, maker of the chart)
MEASURES = {
    "penempatan": ("Penempatan", _placements),
    "alumni": ("Lulusan", _alumni),
    "bmw": ("BMW", _bmw),
    "lowongan": ("Lowongan", _vacancies),
    "tracer": ("Tracer", _tracer),
}
