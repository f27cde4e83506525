from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from placements.alumni.models import Alumnus
from placements.applications.enums import OPEN_STATUSES, STATUS_SHAPES, ApplicationStatus
from placements.applications.queries import ApplicationLogQuerySet, ApplicationQuerySet
from placements.vacancies.models import Vacancy


class Application(TimeStamped):
    """Alumnus × vacancy, one open at a time, handled by the alumnus' own BKK."""

    alumnus = models.ForeignKey(Alumnus, models.PROTECT, related_name="applications", verbose_name="alumni")
    vacancy = models.ForeignKey(Vacancy, models.PROTECT, related_name="applications", verbose_name="lowongan")
    status = models.CharField(
        "status", max_length=10, choices=ApplicationStatus.choices, default=ApplicationStatus.APPLIED
    )
    note = models.TextField("pesan", max_length=1000, blank=True)
    reason = models.CharField("alasan", max_length=300, blank=True)
    applied_at = models.DateTimeField("dikirim", default=timezone.now)
    status_changed_at = models.DateTimeField("status berubah", default=timezone.now)

    objects = ApplicationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "lamaran"
        verbose_name_plural = "lamaran"
        ordering = ["-applied_at", "-pk"]
        indexes = [
            models.Index(fields=["status", "status_changed_at"], name="application_status_since"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["alumnus", "vacancy"],
                condition=Q(status__in=OPEN_STATUSES),
                name="application_one_open",
                violation_error_message="Anda sudah melamar lowongan ini.",
            ),
            models.CheckConstraint(
                condition=~Q(status="rejected") | ~Q(reason=""),
                name="application_rejected_with_reason",
                violation_error_message="Penolakan harus disertai alasan yang dapat dibaca pelamar.",
            ),
        ]

    def __str__(self):
        return f"{self.alumnus} → {self.vacancy}"

    @property
    def is_open(self):
        return self.status in OPEN_STATUSES

    @property
    def status_shape(self):
        return STATUS_SHAPES[self.status]

    @property
    def is_offered(self):
        return self.status == ApplicationStatus.OFFERED


class ApplicationStatusLog(models.Model):
    """Each step of an application, as the applicant sees it in the timeline."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="status_log", verbose_name="lamaran")
    from_status = models.CharField("dari", max_length=10, choices=ApplicationStatus.choices, blank=True)
    to_status = models.CharField("menjadi", max_length=10, choices=ApplicationStatus.choices)
    reason = models.CharField("alasan", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="oleh")
    by_label = models.CharField("sebagai", max_length=150, blank=True)
    at = models.DateTimeField("waktu", default=timezone.now)

    objects = ApplicationLogQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat status lamaran"
        verbose_name_plural = "riwayat status lamaran"
        ordering = ["at", "pk"]

    def __str__(self):
        return self.get_to_status_display()
