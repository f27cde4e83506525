from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from bkk_portal.offices.models import Agency
from trainings.programmes.enums import FundingSource
from trainings.programmes.queries import BudgetQuerySet


class Budget(TimeStamped):
    """One line of an office's budget of one year. What is planned and spent on it is summed up, never typed in."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="budgets", verbose_name="dinas")
    source = models.CharField("sumber dana", max_length=8, choices=FundingSource.choices)
    year = models.PositiveSmallIntegerField("tahun anggaran")
    code = models.CharField("kode rekening", max_length=60)
    name = models.CharField("kegiatan", max_length=200)
    ceiling = models.PositiveBigIntegerField("pagu (Rp)")

    objects = BudgetQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "anggaran"
        verbose_name_plural = "anggaran"
        ordering = ["-year", "code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "source", "code"],
                name="budget_line_unique",
                violation_error_message="Kode rekening ini sudah ada untuk tahun dan sumber dana tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(ceiling__gte=1),
                name="budget_ceiling_positive",
                violation_error_message="Pagu harus lebih dari nol.",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2000, 2100)),
                name="budget_year_sound",
                violation_error_message="Tahun anggaran harus antara 2000 dan 2100.",
            ),
        ]

    def __str__(self):
        return f"{self.get_source_display()} {self.year} · {self.code} {self.name}"
