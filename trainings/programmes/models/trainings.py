from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from bkk_portal.offices.models import Agency
from bkk_portal.regions.models import Village
from trainings.programmes.enums import STATE_KINDS, TrainingState
from trainings.programmes.models.budgets import Budget
from trainings.programmes.models.instructors import Instructor
from trainings.programmes.models.programmes import TrainingProgramme
from trainings.programmes.queries import SessionQuerySet, TrainingQuerySet


class Training(TimeStamped):
    """One dated run of a programme in one kelurahan."""

    programme = models.ForeignKey(TrainingProgramme, models.PROTECT, related_name="trainings", verbose_name="program")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="trainings", verbose_name="dinas")
    village = models.ForeignKey(Village, models.PROTECT, related_name="trainings", verbose_name="kelurahan")
    batch = models.CharField("angkatan", max_length=60, blank=True)
    venue = models.CharField("tempat", max_length=150)
    starts_on = models.DateField("mulai")
    ends_on = models.DateField("selesai")
    quota = models.PositiveSmallIntegerField("kuota peserta")
    instructors = models.CharField("pelatih (catatan lama)", max_length=300, blank=True)  # as typed before 2026-11-24
    teachers = models.ManyToManyField(Instructor, blank=True, related_name="trainings", verbose_name="pelatih")
    origin_villages = models.ManyToManyField(
        Village, blank=True, related_name="trainings_meant_for", verbose_name="peserta berasal dari kelurahan"
    )
    budget = models.ForeignKey(
        Budget, models.PROTECT, null=True, blank=True, related_name="trainings", verbose_name="anggaran"
    )
    planned_cost = models.PositiveBigIntegerField("biaya rencana (Rp)", default=0)
    actual_cost = models.PositiveBigIntegerField("realisasi biaya (Rp)", null=True, blank=True)
    decree_number = models.CharField("nomor SK", max_length=100, blank=True)
    decree_date = models.DateField("tanggal SK", null=True, blank=True)
    decree_subject = models.CharField("tentang", max_length=200, blank=True)
    state = models.CharField("keadaan", max_length=10, choices=TrainingState.choices, default=TrainingState.PLANNED)
    cancel_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )

    objects = TrainingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "pelatihan"
        ordering = ["-starts_on", "-pk"]
        indexes = [
            models.Index(fields=["-starts_on", "-id"], name="training_newest"),
            models.Index(fields=["agency", "-starts_on", "-id"], name="training_agency_newest"),
            models.Index(fields=["agency", "state"], name="training_agency_state"),
            models.Index(fields=["village", "starts_on"], name="training_village_start"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="training_ends_after_start",
                violation_error_message="Tanggal selesai harus sama dengan atau setelah tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(quota__gte=1),
                name="training_quota_positive",
                violation_error_message="Kuota paling sedikit 1 peserta.",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(cancel_reason=""),
                name="training_cancelled_with_reason",
                violation_error_message="Pembatalan pelatihan harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(budget__isnull=False) | Q(planned_cost=0, actual_cost__isnull=True),
                name="training_cost_from_a_budget",
                violation_error_message="Pilih anggaran yang membiayai pelatihan ini.",
            ),
        ]

    def __str__(self):
        return f"{self.programme} {self.batch}".strip()

    def get_absolute_url(self):
        return reverse("training_page", args=[self.pk, self.slug])

    @property
    def state_kind(self):
        return STATE_KINDS[self.state]

    @property
    def is_announced(self):
        return self.state != TrainingState.PLANNED

    @property
    def is_open(self):
        return self.state == TrainingState.OPEN

    @property
    def is_finished(self):
        return self.state == TrainingState.FINISHED

    @property
    def is_cancelled(self):
        return self.state == TrainingState.CANCELLED

    @property
    def seats_left(self):
        """Of a row read with_counts(); never below zero."""
        return max(0, self.quota - self.seated)

    @property
    def slug(self):
        return slugify(f"{self.programme.name} {self.village.name}")[:60] or "pelatihan"


class TrainingSession(TimeStamped):
    """One meeting day of a training."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="sessions", verbose_name="pelatihan")
    held_on = models.DateField("tanggal")
    topic = models.CharField("materi", max_length=150, blank=True)
    starts_at = models.TimeField("mulai pukul", null=True, blank=True)
    ends_at = models.TimeField("sampai pukul", null=True, blank=True)
    venue = models.CharField("tempat, bila lain", max_length=150, blank=True)
    cancelled = models.BooleanField("ditiadakan", default=False)
    cancel_reason = models.CharField("alasan ditiadakan", max_length=150, blank=True)

    objects = SessionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "hari pelatihan"
        verbose_name_plural = "hari pelatihan"
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "held_on"],
                name="session_once_a_day",
                violation_error_message="Hari ini sudah ada di jadwal pelatihan.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="session_ends_after_start",
                violation_error_message="Jam selesai harus sesudah jam mulai.",
            ),
        ]

    def __str__(self):
        return f"{self.training} {self.held_on}"

    @property
    def has_come(self):
        return self.held_on <= timezone.localdate()
