from __future__ import annotations

import dataclasses

from django.db import models
from django.db.models import Count
from django.utils import timezone

from placements.applications.models import Application
from placements.outcomes.models import Placement
from placements.schools.models import SchoolActivity
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy


@dataclasses.dataclass(frozen=True)
class SchoolYear:
    """One calendar year of one school, or of all."""

    year: int
    vacancies: int = 0
    applications: int = 0
    placements: int = 0
    activities: int = 0


def years_of(school_id: int | None = None, count: int = 5) -> list[SchoolYear]:
    """[SchoolYear] newest first; four aggregate queries whatever the number of rows."""
    this_year = timezone.localdate().year
    years = range(this_year, this_year - count, -1)
    by_year = {name: _per_year(rows, date, years[-1]) for name, (rows, date) in _sources(school_id).items()}
    return [SchoolYear(year, **{name: counts.get(year, 0) for name, counts in by_year.items()}) for year in years]


def _sources(school_id: int | None) -> dict[str, tuple[models.QuerySet, str]]:
    vacancies, activities = Vacancy.objects.exclude(status=VacancyStatus.DRAFT), SchoolActivity.objects.all()
    applications, placements = Application.objects.all(), Placement.objects.standing()
    if school_id is not None:
        vacancies, activities = vacancies.filter(school_id=school_id), activities.filter(school_id=school_id)
        applications = applications.filter(alumnus__school_id=school_id)
        placements = placements.filter(alumnus__school_id=school_id)
    return {
        "vacancies": (vacancies, "opens_on"),
        "applications": (applications, "applied_at"),
        "placements": (placements, "starts_on"),
        "activities": (activities, "held_on"),
    }


def _per_year(rows: models.QuerySet, date: str, first: int) -> dict[int, int]:
    """{year: number of rows}, from that year on."""
    rows = rows.filter(**{f"{date}__year__gte": first}).order_by()
    return dict(rows.values_list(f"{date}__year").annotate(number=Count("pk")))
