"""What a school keeps of its own dealings with an employer. Other schools never read it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from bkk_portal.kit.models import TimeStamped
from placements.employers.dealings.queries import NoteQuerySet, VisitQuerySet
from placements.employers.models import Employer
from placements.schools.models import School, SchoolActivity


class EmployerVisit(TimeStamped):
    """A visit to an employer. Date, place, notes and photos stand on the activity, which the plan counts."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="visits", verbose_name="perusahaan")
    activity = models.OneToOneField(
        SchoolActivity, models.CASCADE, related_name="employer_visit", verbose_name="kegiatan"
    )
    met_with = models.CharField("bertemu dengan", max_length=120, blank=True)
    next_step = models.CharField("tindak lanjut", max_length=200, blank=True)
    next_on = models.DateField("tanggal tindak lanjut", null=True, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "kunjungan ke perusahaan"
        verbose_name_plural = "kunjungan ke perusahaan"
        ordering = ["-activity__held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | ~Q(next_step=""),
                name="employer_visit_next_said",
                violation_error_message="Tulis tindak lanjutnya bila tanggalnya diisi.",
            )
        ]

    def __str__(self) -> str:
        return str(self.activity)


class EmployerNote(TimeStamped):
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="notes", verbose_name="perusahaan")
    school = models.ForeignKey(School, models.PROTECT, related_name="employer_notes", verbose_name="sekolah")
    text = models.TextField("catatan", max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ditulis oleh")

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan tentang perusahaan"
        verbose_name_plural = "catatan tentang perusahaan"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["employer", "school"], name="employer_note_of_school")]

    def __str__(self) -> str:
        return self.text[:60]
