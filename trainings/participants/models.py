from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.models import Credential, Person
from bkk_portal.regions.models import Village
from trainings.participants.enums import STATUS_KINDS, ParticipantStatus, Presence
from trainings.participants.queries import (
    AttendanceQuerySet,
    CertificateQuerySet,
    ParticipantLogQuerySet,
    ParticipantQuerySet,
)
from trainings.programmes.models import Training, TrainingSession


class Participant(TimeStamped):
    """Person × training."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="participants", verbose_name="pelatihan")
    person = models.ForeignKey(Person, models.PROTECT, related_name="participations", verbose_name="orang")
    origin_village = models.ForeignKey(
        Village,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participants",
        verbose_name="kelurahan asal",
    )
    status = models.CharField(
        "status", max_length=10, choices=ParticipantStatus.choices, default=ParticipantStatus.REGISTERED
    )
    reason = models.CharField("alasan", max_length=300, blank=True)
    score = models.DecimalField("nilai", max_digits=5, decimal_places=2, null=True, blank=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="didaftarkan oleh"
    )

    objects = ParticipantQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "peserta"
        verbose_name_plural = "peserta"
        ordering = ["person__name", "pk"]
        indexes = [models.Index(fields=["training", "status"], name="participant_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "person"],
                name="participant_once",
                violation_error_message="Orang ini sudah terdaftar di pelatihan ini.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["refused", "failed", "dropped"]) | ~Q(reason=""),
                name="participant_turned_down_with_reason",
                violation_error_message="Tidak diterima, tidak lulus atau berhenti harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=100),
                name="participant_score_range",
                violation_error_message="Nilai harus antara 0 dan 100.",
            ),
        ]

    def __str__(self):
        return str(self.person)

    @property
    def status_kind(self):
        return STATUS_KINDS[self.status]


class ParticipantStatusLog(models.Model):
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="status_log", verbose_name="peserta")
    from_status = models.CharField("dari", max_length=10, choices=ParticipantStatus.choices, blank=True)
    to_status = models.CharField("menjadi", max_length=10, choices=ParticipantStatus.choices)
    reason = models.CharField("alasan", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="oleh")
    at = models.DateTimeField("waktu", default=timezone.now)

    objects = ParticipantLogQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat status peserta"
        verbose_name_plural = "riwayat status peserta"
        ordering = ["at", "pk"]

    def __str__(self):
        return self.get_to_status_display()


class Attendance(TimeStamped):
    """A row exists only for someone enrolled in the training of the session (actions.record_attendance)."""

    session = models.ForeignKey(
        TrainingSession, models.CASCADE, related_name="attendances", verbose_name="hari pelatihan"
    )
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="attendances", verbose_name="peserta")
    presence = models.CharField("kehadiran", max_length=8, choices=Presence.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    objects = AttendanceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "participant"],
                name="attendance_once",
                violation_error_message="Kehadiran peserta ini pada hari tersebut sudah dicatat.",
            )
        ]

    def __str__(self):
        return self.get_presence_display()


class Certificate(TimeStamped):
    """Joins a passed participation, the numbered document and what matching reads of it.

    One stands at a time; a revoked one is kept, so that a corrected one can follow.
    """

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="certificates", verbose_name="peserta")
    document = models.OneToOneField(IssuedDocument, models.PROTECT, related_name="certificate", verbose_name="dokumen")
    credential = models.OneToOneField(
        Credential, models.PROTECT, related_name="certificate", verbose_name="sertifikat seseorang"
    )
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)

    objects = CertificateQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "sertifikat"
        verbose_name_plural = "sertifikat"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(revoked_at__isnull=True),
                name="certificate_one_standing",
                violation_error_message="Sertifikat untuk peserta ini sudah diterbitkan.",
            )
        ]

    def __str__(self):
        return str(self.document)
