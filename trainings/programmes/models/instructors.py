from django.db import models
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from bkk_portal.offices.models import Agency
from trainings.programmes.queries import InstructorQuerySet


class Instructor(TimeStamped):
    """Somebody who teaches at an office's trainings, written down once and chosen again."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="instructors", verbose_name="dinas")
    name = models.CharField("nama dan gelar", max_length=150)
    employer = models.CharField("lembaga asal", max_length=150, blank=True)
    competence = models.CharField("keahlian", max_length=150, blank=True)
    certificate_number = models.CharField("nomor sertifikat instruktur", max_length=80, blank=True)

    objects = InstructorQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "pelatih"
        verbose_name_plural = "pelatih"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name", "employer"],
                name="instructor_once",
                violation_error_message="Pelatih dengan nama dan lembaga ini sudah ada dalam daftar.",
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.employer})" if self.employer else self.name
