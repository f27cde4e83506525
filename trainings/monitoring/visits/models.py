from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from trainings.equipment.handovers.models import Handover, HandoverLine
from trainings.monitoring.enums import GONE, Condition, EquipmentUse, IncomeBand, Met
from trainings.monitoring.queries import SettingQuerySet, VisitLineQuerySet, VisitQuerySet

REPORT_DAYS, FINDING_DAYS, ANSWER_DAYS = 90, 30, 14  # [A]: each office sets its own


def default_months() -> list[int]:
    return list(settings.RULES["monitoring_months"])


class MonitoringSetting(TimeStamped):
    """How an office follows up what it gave; without a row of its own the defaults hold."""

    agency = models.OneToOneField(Agency, models.PROTECT, related_name="monitoring_setting", verbose_name="dinas")
    months = models.JSONField("bulan kunjungan", default=default_months)
    report_days = models.PositiveSmallIntegerField("hari sampai LPJ jatuh tempo", default=REPORT_DAYS)
    finding_days = models.PositiveSmallIntegerField("hari untuk menyelesaikan temuan", default=FINDING_DAYS)
    answer_days = models.PositiveSmallIntegerField("hari untuk menjawab surat teguran", default=ANSWER_DAYS)

    objects = SettingQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan monev"
        verbose_name_plural = "aturan monev"
        ordering = ["agency"]
        constraints = [
            models.CheckConstraint(
                condition=Q(report_days__range=(1, 730), finding_days__range=(1, 365), answer_days__range=(1, 90)),
                name="monitoring_setting_sound",
                violation_error_message="Jumlah hari di luar batas yang wajar.",
            )
        ]

    def __str__(self) -> str:
        return str(self.agency)


class MonitoringVisit(TimeStamped):
    """Due some months after a handover; done when someone went and looked."""

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="visits", verbose_name="serah terima")
    due_on = models.DateField("jatuh tempo")
    visited_on = models.DateField("dikunjungi", null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="petugas",
    )
    equipment_use = models.CharField("keadaan alat", max_length=8, choices=EquipmentUse.choices, blank=True)
    business_running = models.BooleanField("usaha berjalan", null=True, blank=True)
    workers = models.PositiveSmallIntegerField("jumlah pekerja", null=True, blank=True)
    income_band = models.CharField("penghasilan per bulan", max_length=8, choices=IncomeBand.choices, blank=True)
    note = models.TextField("catatan", blank=True)
    photo = models.ImageField("foto", upload_to=upload_path("monev"), blank=True)
    reminded_on = models.DateField("diingatkan", null=True, blank=True)
    met = models.CharField("yang ditemui", max_length=10, choices=Met.choices, blank=True)
    met_name = models.CharField("nama yang ditemui", max_length=150, blank=True)
    # Times somebody went and found nobody.
    attempts = models.PositiveSmallIntegerField("didatangi tanpa bertemu", default=0)
    tried_on = models.DateField("terakhir didatangi", null=True, blank=True)

    objects = VisitQuerySet.as_manager()
    outcome: str  # of a row that visits.actions.record_visit() gave

    class Meta:
        verbose_name = "kunjungan monev"
        verbose_name_plural = "kunjungan monev"
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["due_on"], name="visit_due", condition=Q(visited_on__isnull=True)),
            models.Index(fields=["-visited_on"], name="visit_done", condition=Q(visited_on__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["handover", "due_on"],
                name="visit_due_once",
                violation_error_message="Kunjungan untuk tanggal ini sudah dijadwalkan.",
            ),
            models.CheckConstraint(
                condition=Q(visited_on__isnull=True)
                | (~Q(equipment_use="") & Q(business_running__isnull=False, officer__isnull=False)),
                name="visit_done_is_whole",
                violation_error_message="Kunjungan harus memuat petugas, keadaan alat dan keadaan usaha.",
            ),
            models.CheckConstraint(
                condition=Q(met__in=["", Met.RECIPIENT]) | ~Q(met_name=""),
                name="visit_names_who_was_met",
                violation_error_message="Tulis nama orang yang ditemui.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handover} · {self.due_on}"

    @property
    def is_done(self) -> bool:
        return self.visited_on is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_done and self.due_on < timezone.localdate()

    @property
    def is_confirmed(self) -> bool:
        """By the recipient, not by somebody who speaks for others."""
        return self.is_done and self.met == Met.RECIPIENT

    @property
    def status_label(self) -> str:
        if self.is_done:
            return "Sudah dikunjungi"
        return "Terlambat" if self.is_overdue else "Akan datang"

    @property
    def status_shape(self) -> str:
        if self.is_done:
            return "done"
        return "attention" if self.is_overdue else "waiting"


class VisitLine(models.Model):
    """What became of one item of the kit, as it was seen."""

    audited = False  # written once with its visit
    visit = models.ForeignKey(MonitoringVisit, models.CASCADE, related_name="lines", verbose_name="kunjungan")
    handover_line = models.ForeignKey(
        HandoverLine, models.PROTECT, related_name="visit_lines", verbose_name="baris serah terima"
    )
    use = models.CharField("keadaan", max_length=8, choices=EquipmentUse.choices)
    condition = models.CharField("kondisi", max_length=8, choices=Condition.choices, blank=True)
    seen = models.PositiveSmallIntegerField("dilihat", default=0)

    objects = VisitLineQuerySet.as_manager()

    class Meta:
        verbose_name = "barang saat kunjungan"
        verbose_name_plural = "barang saat kunjungan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "handover_line"],
                name="visit_line_once",
                violation_error_message="Barang ini sudah dicatat pada kunjungan ini.",
            ),
            models.CheckConstraint(
                condition=~Q(use__in=GONE) | Q(condition="", seen=0),
                name="visit_line_gone_is_not_seen",
                violation_error_message="Barang yang sudah tidak ada tidak punya kondisi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handover_line.item}: {self.get_use_display()}"
