"""What waits on a coordinator's desk, and the figures of a year."""

import dataclasses

from django.db.models import Count
from django.utils import timezone

from placements.alumni.models import Alumnus
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application
from placements.applications.queries import QUIET_DAYS
from placements.outcomes import bmw
from placements.outcomes.due import due
from placements.outcomes.models import Placement
from placements.schools.models import School, SchoolActivity
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy, VacancyLead

APPLICATIONS, VACANCIES = "/bkk/lamaran/", "/bkk/lowongan/"


@dataclasses.dataclass(frozen=True)
class Task:
    count: int
    text: str
    url: str


def waiting_for(actor):
    """[Task] of a coordinator, each a tap away from doing it; what has nothing waiting is left out."""
    applications, vacancies = Application.objects.visible_to(actor), Vacancy.objects.filter(school_id=actor.school_id)
    new = applications.filter(status=ApplicationStatus.APPLIED)
    hired = applications.filter(status=ApplicationStatus.HIRED, placement__isnull=True)
    drafts, leads = vacancies.filter(status=VacancyStatus.DRAFT), VacancyLead.objects.visible_to(actor).waiting()
    waiting = [
        (new, "lamaran baru belum diperiksa", f"{APPLICATIONS}?status=applied"),
        (applications.quiet(), f"lamaran tanpa kabar lebih dari {QUIET_DAYS} hari", f"{APPLICATIONS}?diam=proses"),
        (hired, "alumni diterima bekerja, penempatannya belum dicatat", f"{APPLICATIONS}?status=hired"),
        (vacancies.open().closing_within(7), "lowongan akan ditutup minggu ini", f"{VACANCIES}?status=published"),
        (drafts, "lowongan masih draf", f"{VACANCIES}?status=draft"),
        (leads, "info loker dari alumni belum dibaca", VACANCIES),
        *due(actor),
    ]
    tasks = [Task(rows.count(), text, url) for rows, text, url in waiting]
    return [task for task in tasks if task.count]


@dataclasses.dataclass(frozen=True)
class SchoolYear:
    """One calendar year of one school, or of all."""

    year: int
    vacancies: int = 0
    applications: int = 0
    placements: int = 0
    activities: int = 0


def years_of(school_id=None, count=5):
    """[SchoolYear] newest first; four aggregate queries whatever the number of rows."""
    this_year = timezone.localdate().year
    years = range(this_year, this_year - count, -1)
    by_year = {name: _per_year(rows, date, years[-1]) for name, (rows, date) in _sources(school_id).items()}
    return [SchoolYear(year, **{name: counts.get(year, 0) for name, counts in by_year.items()}) for year in years]


def _sources(school_id):
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


def _per_year(rows, date, first):
    """{year: number of rows}, from that year on."""
    rows = rows.filter(**{f"{date}__year__gte": first}).order_by()
    return dict(rows.values_list(f"{date}__year").annotate(number=Count("pk")))


@dataclasses.dataclass(frozen=True)
class SchoolTotals:
    school: School
    bmw: bmw.BmwFigures
    placements: int
    open_vacancies: int


def totals_by_school():
    """[SchoolTotals] of every school: totals only, no people; four queries."""
    figures = bmw.figures_by(Alumnus.objects.all(), "school_id")
    this_year = Placement.objects.standing().filter(starts_on__year=timezone.localdate().year)
    placed = _counted(this_year, "alumnus__school_id")
    vacancies = _counted(Vacancy.objects.open(), "school_id")
    return [
        SchoolTotals(
            school, figures.get(school.pk, bmw.BmwFigures()), placed.get(school.pk, 0), vacancies.get(school.pk, 0)
        )
        for school in School.objects.order_by("name", "pk")
    ]


def _counted(rows, field):
    return dict(rows.order_by().values_list(field).annotate(number=Count("pk")))
