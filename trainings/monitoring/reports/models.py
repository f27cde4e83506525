"""What recipients and participants themselves send: the LPJ, how it goes, what they need."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from trainings.equipment.handovers.models import Handover
from trainings.monitoring.enums import (
    EquipmentUse,
    HelpKind,
    IncomeBand,
    LpjStatus,
    SelfActivity,
)
from trainings.monitoring.queries import HelpQuerySet, SelfReportQuerySet, UseReportQuerySet
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.participants.models import Participant


class UseReport(TimeStamped):
    """The laporan pertanggungjawaban (LPJ) that every recipient owes: due with the handover, one each."""

    handover = models.OneToOneField(Handover, models.PROTECT, related_name="use_report", verbose_name="serah terima")
    due_on = models.DateField("jatuh tempo")
    status = models.CharField("keadaan", max_length=8, choices=LpjStatus.choices, default=LpjStatus.DUE)
    file = models.FileField("berkas LPJ", upload_to=upload_path("lpj"), blank=True)
    sent_on = models.DateField("dikirim penerima", null=True, blank=True)
    received_on = models.DateField("diterima", null=True, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diterima oleh"
    )
    return_reason = models.CharField("alasan dikembalikan", max_length=300, blank=True)
    reminded_on = models.DateField("penerima diingatkan", null=True, blank=True)

    objects = UseReportQuerySet.as_manager()

    class Meta:
        verbose_name = "LPJ"
        verbose_name_plural = "LPJ"
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["due_on"], name="use_report_due", condition=Q(received_on__isnull=True)),
            models.Index(fields=["status", "due_on"], name="use_report_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[LpjStatus.DUE, LpjStatus.RETURNED]) | ~Q(file=""),
                name="use_report_with_file",
                violation_error_message="LPJ harus punya berkas.",
            ),
            models.CheckConstraint(
                condition=Q(status=LpjStatus.RECEIVED, received_on__isnull=False, received_by__isnull=False)
                | (~Q(status=LpjStatus.RECEIVED) & Q(received_on__isnull=True, received_by__isnull=True)),
                name="use_report_received_whole",
                violation_error_message="LPJ yang diterima harus memuat tanggal dan petugasnya.",
            ),
            models.CheckConstraint(
                condition=~Q(status=LpjStatus.RETURNED) | ~Q(return_reason=""),
                name="use_report_returned_with_reason",
                violation_error_message="LPJ yang dikembalikan harus disertai alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"LPJ {self.handover}"

    @property
    def is_received(self) -> bool:
        return self.status == LpjStatus.RECEIVED

    @property
    def is_overdue(self) -> bool:
        """The recipient owes it and its day has passed."""
        return self.status in (LpjStatus.DUE, LpjStatus.RETURNED) and self.due_on < timezone.localdate()

    @property
    def status_label(self) -> str:
        return "Terlambat" if self.is_overdue and self.status == LpjStatus.DUE else self.get_status_display()

    @property
    def status_shape(self) -> str:
        return "attention" if self.is_overdue else LpjStatus(self.status).shape


class SelfReport(TimeStamped):
    """How it goes, in the participant's own words; unverified until an officer has looked."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="self_reports", verbose_name="peserta")
    reported_on = models.DateField("tanggal", default=timezone.localdate)
    activity = models.CharField("kegiatan sekarang", max_length=24, choices=SelfActivity.choices)
    since = models.DateField("sejak", null=True, blank=True)
    workers = models.PositiveSmallIntegerField("jumlah pekerja", null=True, blank=True)
    income_band = models.CharField("penghasilan per bulan", max_length=8, choices=IncomeBand.choices, blank=True)
    equipment_use = models.CharField("keadaan alat", max_length=8, choices=EquipmentUse.choices, blank=True)
    note = models.TextField("cerita", max_length=1000, blank=True)
    photo = models.ImageField("foto", upload_to=upload_path("kabar"), blank=True)
    # The visit at which an officer saw for themselves.
    visit = models.ForeignKey(
        MonitoringVisit,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="self_reports",
        verbose_name="diperiksa saat",
    )

    objects = SelfReportQuerySet.as_manager()
    differs: bool  # of a row that reports.actions.report_self() gave

    class Meta:
        verbose_name = "kabar peserta"
        verbose_name_plural = "kabar peserta"
        ordering = ["-reported_on", "-pk"]
        indexes = [models.Index(fields=["-reported_on", "-id"], name="self_report_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__lte=models.F("reported_on")),
                name="self_report_since_is_past",
                violation_error_message="Tanggal mulai tidak boleh sesudah hari ini.",
            )
        ]

    def __str__(self) -> str:
        return self.get_activity_display()

    @property
    def is_checked(self) -> bool:
        return self.visit_id is not None


class HelpRequest(TimeStamped):
    """A question to the office, answered once; who needs more asks again."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="help_requests", verbose_name="peserta")
    kind = models.CharField("perihal", max_length=8, choices=HelpKind.choices)
    text = models.TextField("yang dibutuhkan", max_length=1000)
    asked_at = models.DateTimeField("dikirim", default=timezone.now)
    answer = models.TextField("jawaban", max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dijawab oleh"
    )
    answered_at = models.DateTimeField("dijawab", null=True, blank=True)

    objects = HelpQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan bantuan"
        verbose_name_plural = "permintaan bantuan"
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["asked_at"], name="help_open", condition=Q(answered_at__isnull=True))]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="help_answered_whole",
                violation_error_message="Jawaban harus memuat isi, petugas dan waktunya.",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_open(self) -> bool:
        return self.answered_at is None
