from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.states import StatusLog, log_fields
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.models import Person, PersonDocument
from placements.alumni.models import Alumnus
from placements.applications.enums import OPEN_STATUSES, ApplicationStatus, Sharing
from placements.applications.queries import (
    ApplicationAnswerQuerySet,
    ApplicationLogQuerySet,
    ApplicationQuerySet,
    AttachedQuerySet,
    DraftQuerySet,
)
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from django.core.files import File


class Application(TimeStamped):
    """Alumnus × vacancy, one open at a time, handled by the alumnus' own BKK."""

    alumnus = models.ForeignKey(Alumnus, models.PROTECT, related_name="applications", verbose_name="alumni")
    vacancy = models.ForeignKey(Vacancy, models.PROTECT, related_name="applications", verbose_name="lowongan")
    status = models.CharField(
        "status", max_length=10, choices=ApplicationStatus.choices, default=ApplicationStatus.APPLIED
    )
    note = models.TextField("pesan", max_length=1000, blank=True)
    sharing = models.CharField(
        "yang boleh dilihat perusahaan", max_length=10, choices=Sharing.choices, default=Sharing.NOTHING
    )
    reason = models.CharField("alasan", max_length=300, blank=True)
    applied_at = models.DateTimeField("dikirim", default=timezone.now)
    status_changed_at = models.DateTimeField("status berubah", default=timezone.now)

    objects = ApplicationQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.alumnus} → {self.vacancy}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES

    @property
    def status_shape(self) -> str:
        return ApplicationStatus(self.status).shape

    @property
    def is_offered(self) -> bool:
        return self.status == ApplicationStatus.OFFERED


class ApplicationStatusLog(StatusLog):
    """Each step of an application, as the applicant sees it in the timeline."""

    audited = False  # a log
    application = models.ForeignKey(Application, models.CASCADE, related_name="status_log", verbose_name="lamaran")
    from_status, to_status = log_fields(ApplicationStatus)

    objects = ApplicationLogQuerySet.as_manager()

    class Meta(StatusLog.Meta):
        verbose_name = "riwayat status lamaran"
        verbose_name_plural = "riwayat status lamaran"


class ApplicationAnswer(models.Model):
    """A question of the vacancy as it was asked, and what the applicant answered. Written once."""

    audited = False  # written once with its application
    application = models.ForeignKey(Application, models.CASCADE, related_name="answers", verbose_name="lamaran")
    position = models.PositiveSmallIntegerField("urutan")
    question = models.CharField("pertanyaan", max_length=200)
    answer = models.CharField("jawaban", max_length=300, blank=True)

    objects = ApplicationAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban pelamar"
        verbose_name_plural = "jawaban pelamar"
        ordering = ["application", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "position"],
                name="application_answer_once",
                violation_error_message="Pertanyaan ini sudah dijawab.",
            )
        ]

    def __str__(self) -> str:
        return self.question


class ApplicationDocument(models.Model):
    """A file sent along: one of the person's own documents, or the CV as it was on that day.

    Deleting one's document takes the file away from the application too; its title stays.
    """

    audited = False  # written once with its application
    application = models.ForeignKey(Application, models.CASCADE, related_name="documents", verbose_name="lamaran")
    document = models.ForeignKey(
        PersonDocument, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="dokumen"
    )
    cv = models.FileField("CV", upload_to=upload_path("cv-lamaran"), blank=True)
    title = models.CharField("judul", max_length=100)

    objects = AttachedQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen lamaran"
        verbose_name_plural = "dokumen lamaran"
        ordering = ["application", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "document"],
                name="application_document_once",
                violation_error_message="Dokumen ini sudah dilampirkan.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def file(self) -> File | None:
        """The file, or None when the person has deleted it since."""
        return self.cv or (self.document.file if self.document else None)


class ApplicationDraft(TimeStamped):
    """What was typed into the application form and not sent yet."""

    audited = False  # what is being typed
    person = models.ForeignKey(Person, models.CASCADE, related_name="application_drafts", verbose_name="orang")
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="drafts", verbose_name="lowongan")
    data = models.JSONField("isian", default=dict, blank=True)  # {field name: value or list of values}, as typed

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = "draf lamaran"
        verbose_name_plural = "draf lamaran"
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "vacancy"],
                name="application_draft_once",
                violation_error_message="Sudah ada draf untuk lowongan ini.",
            )
        ]

    def __str__(self) -> str:
        return str(self.vacancy)
