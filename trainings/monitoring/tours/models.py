from django.conf import settings
from django.db import models
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.offices.models import Agency
from trainings.monitoring.queries import TourQuerySet, TourStopQuerySet
from trainings.monitoring.visits.models import MonitoringVisit


class Tour(TimeStamped):
    """One officer's visits of one day, in their order. What became of each stands on the visit itself."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="tours", verbose_name="dinas")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="tours", verbose_name="petugas")
    day = models.DateField("tanggal", default=timezone.localdate)

    objects = TourQuerySet.as_manager()

    class Meta:
        verbose_name = "rute kunjungan"
        verbose_name_plural = "rute kunjungan"
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "officer", "day"],
                name="tour_one_a_day",
                violation_error_message="Petugas ini sudah punya rute untuk hari itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.day}"


class TourStop(models.Model):
    audited = False  # written once with its tour
    tour = models.ForeignKey(Tour, models.CASCADE, related_name="stops", verbose_name="rute")
    visit = models.ForeignKey(MonitoringVisit, models.CASCADE, related_name="tour_stops", verbose_name="kunjungan")
    position = models.PositiveSmallIntegerField("urutan")

    objects = TourStopQuerySet.as_manager()
    # of a row that tours.actions.stops_of() gave
    word: str
    kind: str

    class Meta:
        verbose_name = "perhentian rute"
        verbose_name_plural = "perhentian rute"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tour", "visit"],
                name="tour_stop_once",
                violation_error_message="Kunjungan ini sudah ada dalam rute.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.visit}"
