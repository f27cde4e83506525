"""What is wrong with a recipient's kit, until when it must be put right, and the letters about it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.models import TimeStamped
from trainings.equipment.handovers.models import Handover
from trainings.monitoring.enums import FindingKind, LetterChannel, LetterSubject
from trainings.monitoring.queries import FindingQuerySet, LetterQuerySet
from trainings.monitoring.visits.models import MonitoringVisit

MOST_LETTERS = 3  # surat teguran I, II, III


class Finding(TimeStamped):
    handover = models.ForeignKey(Handover, models.PROTECT, related_name="findings", verbose_name="serah terima")
    visit = models.ForeignKey(
        MonitoringVisit, models.PROTECT, null=True, blank=True, related_name="findings", verbose_name="kunjungan"
    )
    kind = models.CharField("jenis temuan", max_length=12, choices=FindingKind.choices)
    text = models.CharField("yang ditemukan", max_length=500)
    found_on = models.DateField("ditemukan", default=timezone.localdate)
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    deadline = models.DateField("harus selesai")
    resolved_on = models.DateField("selesai", null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dinyatakan oleh",
    )
    resolution = models.CharField("penyelesaian", max_length=500, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = "temuan"
        verbose_name_plural = "temuan"
        ordering = ["deadline", "pk"]
        indexes = [models.Index(fields=["deadline"], name="finding_open", condition=Q(resolved_on__isnull=True))]
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline__gte=F("found_on")),
                name="finding_deadline_after_found",
                violation_error_message="Batas waktu tidak boleh lebih awal daripada tanggal temuan.",
            ),
            models.CheckConstraint(
                condition=Q(resolved_on__isnull=True, resolved_by__isnull=True, resolution="")
                | (Q(resolved_on__gte=F("found_on"), resolved_by__isnull=False) & ~Q(resolution="")),
                name="finding_resolved_whole",
                violation_error_message="Temuan yang selesai harus memuat tanggal, petugas dan penyelesaiannya.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_resolved(self) -> bool:
        return self.resolved_on is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_resolved and self.deadline < timezone.localdate()

    @property
    def status_label(self) -> str:
        if self.is_resolved:
            return "Selesai"
        return "Lewat batas" if self.is_overdue else "Belum selesai"

    @property
    def status_shape(self) -> str:
        if self.is_resolved:
            return "done"
        return "attention" if self.is_overdue else "waiting"


class ReminderLetter(TimeStamped):
    """A numbered surat teguran to one recipient: I, II, then III."""

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="letters", verbose_name="serah terima")
    document = models.OneToOneField(
        IssuedDocument, models.PROTECT, related_name="reminder_letter", verbose_name="surat"
    )
    level = models.PositiveSmallIntegerField("teguran ke")
    subject = models.CharField("tentang", max_length=8, choices=LetterSubject.choices)
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="temuan"
    )
    answer_by = models.DateField("harus dijawab")
    channel = models.CharField("disampaikan lewat", max_length=8, choices=LetterChannel.choices)
    note = models.CharField("catatan", max_length=300, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat teguran"
        verbose_name_plural = "surat teguran"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["handover", "level"],
                name="letter_level_once",
                violation_error_message="Surat teguran tingkat ini sudah dibuat.",
            ),
            models.CheckConstraint(
                condition=Q(level__range=(1, MOST_LETTERS)),
                name="letter_level_known",
                violation_error_message="Surat teguran paling banyak tiga kali.",
            ),
        ]

    def __str__(self) -> str:
        return f"Surat teguran {'I' * self.level}"

    @property
    def is_unanswered(self) -> bool:
        """Its day has passed."""
        return self.answer_by < timezone.localdate()
