"""What waits on a coordinator's desk, from every room that has something, counted in one query."""

import dataclasses

from django.db.models import Count, Value
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.charts import Chart, Series
from placements.alumni import offers as alumni
from placements.alumni.models import Alumnus
from placements.applications import offers as applications
from placements.applications.selection import offers as selection
from placements.employers import offers as employers
from placements.outcomes import bmw
from placements.outcomes import offers as outcomes
from placements.reports import supervision
from placements.reports.figures.plans import plan_and_results
from placements.schools import offers as schools
from placements.schools.models import School
from placements.vacancies import offers as vacancies


@school_desk
@require_safe
def dashboard(request):
    """What waits, each a tap from doing it; then the year beside its plan, and what graduates do."""
    school, year = get_object_or_404(School, pk=request.actor.school_id), timezone.localdate().year
    lines = plan_and_results(school.pk, year)
    context = {
        "school": school,
        "year": year,
        "tasks": waiting_for(request.actor),
        "figures": bmw.figures(Alumnus.objects.visible_to(request.actor)),
        "plan": lines,
        "is_planned": any(line.target is not None for line in lines),
        "chart": plan_chart(lines),
    }
    return render(request, "placements_reports/bkk_dashboard.html", context)


ROOMS = (applications, vacancies, selection, outcomes, employers, alumni, supervision, schools)  # as the day goes


@dataclasses.dataclass(frozen=True)
class Task:
    count: int
    text: str
    url: str


def waiting_for(actor):
    """[Task] of a coordinator, each a tap away from doing it; what has nothing waiting is left out."""
    waiting = [task for room in ROOMS for task in room.due(actor)]
    counts = counted([rows for rows, _, _ in waiting])
    tasks = [Task(count, text, url) for count, (_, text, url) in zip(counts, waiting, strict=True)]
    return [task for task in tasks if task.count]


def counted(querysets):
    """The number of rows of each, all in one query."""
    parts = [_number_of(rows, place) for place, rows in enumerate(querysets)]
    if not parts:
        return []
    found = dict(parts[0].union(*parts[1:], all=True))
    return [found.get(place, 0) for place in range(len(querysets))]


def _number_of(rows, place):
    """One row: (place, number)."""
    if rows.query.distinct or rows.query.annotations:  # what such a queryset counts by itself would be counted instead
        rows = rows.model._base_manager.filter(pk__in=rows.order_by().values("pk"))
    return rows.order_by().annotate(due_place=Value(place)).values_list("due_place").annotate(due_number=Count("pk"))


def plan_chart(lines):
    """A Chart of targets beside results. `lines`: placements.reports.figures.plans.PlanLine."""
    reached = sum(line.result >= line.target for line in lines if line.target)
    planned = sum(line.target is not None for line in lines)
    return Chart(
        title="Target setahun dan hasil sampai hari ini",
        description=f"{reached} dari {planned} target setahun sudah tercapai." if planned else "Belum ada target.",
        unit="jumlah",
        series=[
            Series("Rencana", [(line.label, line.target) for line in lines]),
            Series("Hasil", [(line.label, line.result) for line in lines]),
        ],
        source="Dihitung dari catatan di portal.",
        label_name="Butir",
    )
