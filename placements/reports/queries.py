"""What waits on a coordinator's desk, and the figures of a year."""

import dataclasses
import datetime

from django.db.models import Count
from django.utils import timezone

from placements.alumni.models import Alumnus
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application
from placements.outcomes import bmw
from placements.outcomes.models import Placement
from placements.schools.models import School, SchoolActivity
from placements.vacancies.enums import LeadStatus, VacancyStatus
from placements.vacancies.models import Vacancy, VacancyLead

WAITING_DAYS = 7


@dataclasses.dataclass(frozen=True)
class Task:
    count: int
    text: str
    url: str


def waiting_for(actor):
    """[Task] of a coordinator, each a tap away from doing it; what has nothing waiting is left out."""
    applications = Application.objects.visible_to(actor)
    own_vacancies = Vacancy.objects.filter(school_id=actor.school_id)
    week_ago = timezone.now() - datetime.timedelta(days=WAITING_DAYS)
    new = applications.filter(status=ApplicationStatus.APPLIED)
    hired_without = applications.filter(status=ApplicationStatus.HIRED, placement__isnull=True)
    tasks = [
        Task(new.count(), "lamaran baru belum diperiksa", "/bkk/lamaran/?status=applied"),
        Task(
            applications.open().filter(status_changed_at__lt=week_ago).count(),
            f"lamaran tanpa kabar lebih dari {WAITING_DAYS} hari",
            "/bkk/lamaran/",
        ),
        Task(
            hired_without.count(), "alumni diterima bekerja, penempatannya belum dicatat", "/bkk/lamaran/?status=hired"
        ),
        Task(own_vacancies.open().closing_within(7).count(), "lowongan akan ditutup minggu ini", "/bkk/lowongan/"),
        Task(own_vacancies.filter(status=VacancyStatus.DRAFT).count(), "lowongan masih draf", "/bkk/lowongan/"),
        Task(
            VacancyLead.objects.visible_to(actor).filter(status=LeadStatus.NEW).count(),
            "info loker dari alumni belum dibaca",
            "/bkk/lowongan/",
        ),
    ]
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
    sources = _sources(school_id)
    by_year = {name: dict(_per_year(rows, date)) for name, (rows, date) in sources.items()}
    return [
        SchoolYear(year, **{name: counts.get(year, 0) for name, counts in by_year.items()})
        for year in range(this_year, this_year - count, -1)
    ]


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


def _per_year(rows, date):
    return rows.order_by().values_list(f"{date}__year").annotate(number=Count("pk"))


@dataclasses.dataclass(frozen=True)
class SchoolTotals:
    school: School
    bmw: bmw.BmwFigures
    placements: int
    open_vacancies: int


def totals_by_school():
    """[SchoolTotals] of every school: totals only, no people."""
    figures = bmw.figures_by(Alumnus.objects.all(), "school_id")
    year = timezone.localdate().year
    placed = dict(
        Placement.objects.standing()
        .filter(starts_on__year=year)
        .order_by()
        .values_list("alumnus__school_id")
        .annotate(number=Count("pk"))
    )
    open_ones = dict(Vacancy.objects.open().order_by().values_list("school_id").annotate(number=Count("pk")))
    return [
        SchoolTotals(
            school, figures.get(school.pk, bmw.BmwFigures()), placed.get(school.pk, 0), open_ones.get(school.pk, 0)
        )
        for school in School.objects.order_by("name")
    ]
