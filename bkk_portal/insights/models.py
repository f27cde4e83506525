from django.db import models

from bkk_portal.insights.enums import Indicator
from bkk_portal.insights.queries import LabourFigureQuerySet
from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.enums import Sex
from bkk_portal.regions.models import Regency


class LabourFigure(TimeStamped):
    """One published labour-force figure. It is never without its source."""

    regency = models.ForeignKey(Regency, models.PROTECT, related_name="labour_figures", verbose_name="kabupaten/kota")
    year = models.PositiveSmallIntegerField("tahun")
    indicator = models.CharField("indikator", max_length=24, choices=Indicator.choices)
    sex = models.CharField("jenis kelamin", max_length=1, choices=[("T", "Total"), *Sex.choices], default="T")
    value = models.PositiveIntegerField("nilai")
    unit = models.CharField("satuan", max_length=20, default="orang")
    source = models.CharField("sumber", max_length=300)

    objects = LabourFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "angka angkatan kerja"
        verbose_name_plural = "angka angkatan kerja"
        ordering = ["year", "indicator", "sex"]
        constraints = [
            models.UniqueConstraint(
                fields=["regency", "year", "indicator", "sex"],
                name="labour_figure_unique",
                violation_error_message="Angka untuk tahun dan indikator ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=~models.Q(source=""),
                name="labour_figure_has_source",
                violation_error_message="Sumber angka harus disebut.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_indicator_display()} {self.year}"
