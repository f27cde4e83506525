"""A placement plan beside what came of it, counted from the portal's rows; never typed in."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count
from django.db.models.functions import ExtractQuarter

from placements.employers.models import Employer
from placements.employers.partners.models import PartnershipAgreement
from placements.outcomes.models import Placement
from placements.schools.enums import ActivityKind, PlanItem
from placements.schools.models import QUARTERS, PlanTarget, SchoolActivity
from placements.vacancies.enums import SHOWN
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from placements.employers.partners.queries import AgreementQuerySet
    from placements.employers.queries import EmployerQuerySet
    from placements.outcomes.queries import PlacementQuerySet
    from placements.vacancies.queries import VacancyQuerySet


@dataclasses.dataclass(frozen=True)
class PlanLine:
    """One item of one year. `cells`: (target or None, result) of each quarter."""

    item: str
    cells: tuple

    @property
    def label(self) -> str:
        return PlanItem(self.item).label

    @property
    def target(self) -> int | None:
        """None when no quarter has one."""
        targets = [target for target, _ in self.cells if target is not None]
        return sum(targets) if targets else None

    @property
    def result(self) -> int:
        return sum(result for _, result in self.cells)

    @property
    def share(self) -> float | None:
        """Per cent of the target reached; None without one."""
        return 100 * self.result / self.target if self.target else None


def plan_and_results(school_id: int, year: int) -> list[PlanLine]:
    """[PlanLine] of every item that has a target or a result, in a fixed number of queries."""
    rows = PlanTarget.objects.filter(plan__school_id=school_id, plan__year=year)
    targets = {(item, quarter): number for item, quarter, number in rows.values_list("item", "quarter", "target")}
    results = {item: _by_quarter(*source(year), school_id) for item, source in SOURCES.items()}
    lines = [
        PlanLine(item, tuple((targets.get((item, quarter)), results[item][quarter]) for quarter in QUARTERS))
        for item in SOURCES
    ]
    return [line for line in lines if line.target is not None or line.result]


def targets_by_school(item: PlanItem, year: int) -> dict[int, int]:
    """{school: number} of one item of a year, of the schools that planned it."""
    found: dict[int, int] = defaultdict(int)
    rows = PlanTarget.objects.filter(plan__year=year, item=item).values_list("plan__school_id", "target")
    for school_id, number in rows:
        found[school_id] += number
    return dict(found)


def results_by_school(item: PlanItem, year: int) -> dict[int, int]:
    """{school: number} of one item of a year, in one query."""
    rows, school, _ = SOURCES[item](year)
    return dict(rows.exclude(**{school: None}).order_by().values_list(school).annotate(number=Count("pk")))


def _by_quarter(rows: models.QuerySet, school: str, date: str, school_id: int) -> dict[int, int]:
    counted = rows.filter(**{school: school_id}).annotate(quarter=ExtractQuarter(date)).order_by()
    return defaultdict(int, counted.values_list("quarter").annotate(number=Count("pk")))


def _vacancies(year: int) -> tuple[VacancyQuerySet, str, str]:
    return Vacancy.objects.filter(status__in=SHOWN, opens_on__year=year), "school_id", "opens_on"


def _placements(year: int) -> tuple[PlacementQuerySet, str, str]:
    return Placement.objects.standing().filter(starts_on__year=year), "alumnus__school_id", "starts_on"


def _partners(year: int) -> tuple[EmployerQuerySet, str, str]:
    return Employer.objects.filter(created_at__year=year), "added_by_school_id", "created_at"


def _agreements(year: int) -> tuple[AgreementQuerySet, str, str]:
    return PartnershipAgreement.objects.filter(signed_on__year=year), "school_id", "signed_on"


def _activities(kind: ActivityKind) -> Callable[[int], tuple[models.QuerySet, str, str]]:
    def source(year: int) -> tuple[models.QuerySet, str, str]:
        return SchoolActivity.objects.filter(kind=kind, held_on__year=year), "school_id", "held_on"

    return source


# what counts for an item of a year: (rows, field of the school, field of the date)
SOURCES = {
    PlanItem.VACANCIES: _vacancies,
    PlanItem.PLACEMENTS: _placements,
    PlanItem.PARTNERS: _partners,
    PlanItem.AGREEMENTS: _agreements,
    PlanItem.SOCIALISATION: _activities(ActivityKind.SOCIALISATION),
    PlanItem.VISITS: _activities(ActivityKind.COMPANY_VISIT),
}
