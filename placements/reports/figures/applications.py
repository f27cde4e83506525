"""Applications of the school's graduates: how many took each step in the period, each application once a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count

from placements.applications.enums import CLOSED_STATUSES, PIPELINE
from placements.applications.models import Application, ApplicationStatusLog
from placements.reports.enums import TEXT
from placements.reports.figures.tables import Across, Column, Table

if TYPE_CHECKING:
    from placements.reports.figures.scope import Scope

COLUMNS = [Column("Langkah", TEXT), Column("L"), Column("P"), Column("Jumlah")]
SENT = "Lamaran dikirim"


def tables(scope: Scope) -> list[Table]:
    sent = Application.objects.filter(**scope.of_alumni("alumnus__"), **scope.times("applied_at"))
    steps = ApplicationStatusLog.objects.lasting().filter(
        **scope.of_alumni("application__alumnus__"), **scope.times("at")
    )
    by_sex = sent.order_by().values_list("alumnus__person__sex").annotate(number=Count("pk"))
    by_step = (
        steps.order_by()
        .values_list("to_status", "application__alumnus__person__sex")
        .annotate(number=Count("application", distinct=True))
    )
    counts: dict[str, dict[str, int]] = {}
    for status, sex, number in by_step:
        counts.setdefault(status, {})[sex] = number
    rows = [_row(SENT, dict(by_sex))]
    rows += [_row(status.label, counts.get(status, {})) for status in (*PIPELINE[1:], *CLOSED_STATUSES)]
    note = "Satu lamaran dapat melewati beberapa langkah dalam satu periode."
    return [Table("Langkah lamaran", COLUMNS, rows, across=[Across((1, 2), 3)], note=note)]


def _row(label: str, counts: dict[str, int]) -> list[str | int]:
    return [label, counts.get("L", 0), counts.get("P", 0), sum(counts.values())]
