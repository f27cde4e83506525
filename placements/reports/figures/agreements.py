"""Kerja sama (MoU): what was signed in the period."""

from placements.reports.figures.tables import DATE, TEXT, Column, Table
from placements.schools.enums import ActivityKind
from placements.schools.models import SchoolActivity

COLUMNS = [Column("Kerja sama", TEXT), Column("Dengan", TEXT), Column("Ditandatangani", DATE)]


def tables(scope):
    signed = SchoolActivity.objects.of_school(scope.school_id).filter(
        kind=ActivityKind.AGREEMENT, **scope.days("held_on")
    )
    rows = signed.order_by("held_on", "pk").values_list("title", "partner", "held_on")
    return [Table("Ditandatangani", COLUMNS, [[title, partner, day.isoformat()] for title, partner, day in rows])]
