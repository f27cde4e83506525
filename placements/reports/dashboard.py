"""What waits on a coordinator's desk, from every room that has something, counted in one query."""

import dataclasses

from django.db.models import Count, Value

from bkk_portal.kit import registry
from bkk_portal.kit.charts import Chart, Series


@dataclasses.dataclass(frozen=True)
class Task:
    count: int
    text: str
    url: str


def waiting_for(actor):
    """[Task] of a coordinator, each a tap away from doing it; what has nothing waiting is left out."""
    waiting = [due for entry in registry.desk_dues for due in entry.function(actor)]
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
    """A Chart of targets beside results. `lines`: placements.reports.plans.PlanLine."""
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
