from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.states import StatusLog, log_fields
from bkk_portal.offices.models import Agency
from placements.reports.enums import CORRECTABLE, LIVE, PeriodKind, ReportStatus
from placements.reports.periods import Period
from placements.reports.queries import BkkReportQuerySet, EducationCodeQuerySet, ReminderQuerySet, ReportLogQuerySet
from placements.schools.models import School


class BkkReport(TimeStamped):
    """The report of one BKK on one period, to the head of school and the office (domain.md, forms and reports).

    A draft has no figures of its own: it shows what the rows say now. Issuing freezes them (figures.frozen) and the
    document; a correction is the next version.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="reports", verbose_name="sekolah")
    period = models.CharField("jenis periode", max_length=12, choices=PeriodKind.choices)
    starts_on = models.DateField("dari")
    ends_on = models.DateField("sampai")
    version = models.PositiveSmallIntegerField("versi", default=1)
    status = models.CharField("status", max_length=10, choices=ReportStatus.choices, default=ReportStatus.DRAFT)
    note = models.TextField("catatan untuk dinas", max_length=2000, blank=True)
    is_shared = models.BooleanField(
        "ketua forum boleh membacanya", default=True, help_text="Laporan berisi jumlah saja, tanpa nama alumni."
    )
    figures = models.JSONField("angka", default=list, blank=True)
    document = models.OneToOneField(
        IssuedDocument, models.PROTECT, null=True, blank=True, related_name="bkk_report", verbose_name="dokumen"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    sent_at = models.DateTimeField("dikirim", null=True, blank=True)
    decided_at = models.DateTimeField("dijawab", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dijawab oleh"
    )
    reason = models.CharField("alasan dikembalikan", max_length=500, blank=True)

    objects = BkkReportQuerySet.as_manager()
    unaudited_fields = ("figures",)

    class Meta:
        verbose_name = "laporan BKK"
        verbose_name_plural = "laporan BKK"
        ordering = ["-starts_on", "-ends_on", "-version", "-pk"]
        indexes = [
            models.Index(fields=["school", "-sent_at"], name="bkk_report_last_sent"),
            models.Index(fields=["status", "sent_at"], name="bkk_report_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "period", "starts_on", "version"],
                name="bkk_report_version_once",
                violation_error_message="Versi laporan ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["school", "period", "starts_on"],
                condition=Q(status__in=LIVE),
                name="bkk_report_one_live",
                violation_error_message="Laporan periode ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="bkk_report_ends_after_start",
                violation_error_message="Akhir periode harus setelah awalnya.",
            ),
            models.CheckConstraint(
                condition=Q(status=ReportStatus.DRAFT, document__isnull=True)
                | (~Q(status=ReportStatus.DRAFT) & Q(document__isnull=False)),
                name="bkk_report_issued_has_document",
                violation_error_message="Laporan yang terbit harus punya dokumen bernomor, draf tidak.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[ReportStatus.SENT, ReportStatus.ACCEPTED, ReportStatus.RETURNED])
                | Q(sent_at__isnull=False),
                name="bkk_report_sent_has_time",
                violation_error_message="Laporan yang terkirim harus punya waktu kirim.",
            ),
            models.CheckConstraint(
                condition=~Q(status=ReportStatus.RETURNED) | ~Q(reason=""),
                name="bkk_report_returned_with_reason",
                violation_error_message="Tulis alasan pengembaliannya.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[ReportStatus.ACCEPTED, ReportStatus.RETURNED])
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="bkk_report_decided_whole",
                violation_error_message="Jawaban dinas harus punya waktu dan nama petugas.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.span.label} · {self.school}"

    @property
    def span(self) -> Period:
        return Period.beginning(self.period, self.starts_on)

    def versions(self) -> BkkReportQuerySet:
        """The other reports of this school on the same period, newest first."""
        same = BkkReport.objects.filter(school_id=self.school_id, period=self.period, starts_on=self.starts_on)
        return same.exclude(pk=self.pk).order_by("-version")

    @property
    def is_draft(self) -> bool:
        return self.status == ReportStatus.DRAFT

    @property
    def is_issued(self) -> bool:
        return self.status == ReportStatus.ISSUED

    @property
    def is_waiting(self) -> bool:
        return self.status == ReportStatus.SENT

    @property
    def is_correctable(self) -> bool:
        return self.status in CORRECTABLE

    @property
    def status_shape(self) -> str:
        return ReportStatus(self.status).shape


class BkkReportLog(StatusLog):
    """Each step of a report, as school and office see it in the timeline."""

    audited = False  # a log
    report = models.ForeignKey(BkkReport, models.CASCADE, related_name="status_log", verbose_name="laporan")
    from_status, to_status = log_fields(ReportStatus)

    objects = ReportLogQuerySet.as_manager()

    class Meta(StatusLog.Meta):
        verbose_name = "riwayat laporan BKK"
        verbose_name_plural = "riwayat laporan BKK"


class BkkReminder(models.Model):
    """A written reminder of the office to a BKK that has not reported for long. Written once."""

    audited = False  # a letter, only sent
    school = models.ForeignKey(School, models.PROTECT, related_name="report_reminders", verbose_name="sekolah")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="dinas")
    last_report_at = models.DateTimeField("laporan terakhir", null=True, blank=True)
    recipients = models.PositiveSmallIntegerField("dikabari (orang)")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    sent_at = models.DateTimeField("dikirim", default=timezone.now)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "teguran laporan BKK"
        verbose_name_plural = "teguran laporan BKK"
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["school", "-sent_at"], name="bkk_reminder_last")]

    def __str__(self) -> str:
        return f"{self.school}, {timezone.localtime(self.sent_at):%d/%m/%Y}"


class EducationCode(models.Model):
    """The code of form IPK III/2 (kind of education) that a program keahlian is reported under. Editable."""

    program = models.CharField("program keahlian", max_length=120, unique=True)
    code = models.CharField("kode IPK", max_length=4)
    title = models.CharField("jenis pendidikan menurut IPK", max_length=120)

    objects = EducationCodeQuerySet.as_manager()

    class Meta:
        verbose_name = "kode pendidikan IPK"
        verbose_name_plural = "kode pendidikan IPK"
        ordering = ["code", "program"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{4}$"),
                name="education_code_form",
                violation_error_message="Kode IPK terdiri dari 4 angka.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.program}: {self.code}"
