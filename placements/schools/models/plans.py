from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from bkk_portal.kit.formatting import ROMAN
from bkk_portal.kit.models import TimeStamped
from placements.schools.enums import PlanItem
from placements.schools.models.schools import School
from placements.schools.queries import PlanQuerySet, TargetQuerySet

QUARTERS = (1, 2, 3, 4)


class PlacementPlan(TimeStamped):
    """What a BKK sets out to do in a year (rencana penempatan, Permenaker 39/2016: at least one year)."""

    school = models.ForeignKey(School, models.PROTECT, related_name="plans", verbose_name="sekolah")
    year = models.PositiveSmallIntegerField("tahun")
    notes = models.TextField("catatan", blank=True)

    objects = PlanQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "rencana penempatan"
        verbose_name_plural = "rencana penempatan"
        ordering = ["-year", "school"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "year"],
                name="placement_plan_one_a_year",
                violation_error_message="Rencana tahun ini sudah ada. Buka lalu ubah.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2015, year__lte=2100),
                name="placement_plan_year",
                violation_error_message="Tahun rencana harus antara 2015 dan 2100.",
            ),
        ]

    def __str__(self):
        return f"Rencana {self.year} · {self.school}"

    def rows(self):
        """[(label, [target or None of each quarter], total)] of the items that have a target."""
        kept = {(target.item, target.quarter): target.target for target in self.targets.all()}
        rows = [(item.label, [kept.get((item.value, quarter)) for quarter in QUARTERS]) for item in PlanItem]
        return [(label, cells, sum(filter(None, cells))) for label, cells in rows if any(c is not None for c in cells)]


class PlanTarget(models.Model):
    plan = models.ForeignKey(PlacementPlan, models.CASCADE, related_name="targets", verbose_name="rencana")
    item = models.CharField("butir", max_length=16, choices=PlanItem.choices)
    quarter = models.PositiveSmallIntegerField("triwulan")
    target = models.PositiveIntegerField("target")

    objects = TargetQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "target rencana"
        verbose_name_plural = "target rencana"
        ordering = ["plan", "item", "quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "item", "quarter"],
                name="plan_target_one_a_quarter",
                violation_error_message="Target butir ini pada triwulan ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="plan_target_quarter",
                violation_error_message="Triwulan adalah 1 sampai 4.",
            ),
        ]

    def __str__(self):
        return f"{self.get_item_display()}, triwulan {ROMAN[self.quarter]}: {self.target}"
