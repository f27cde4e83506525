from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from trainings.equipment.models import Handover
from trainings.monitoring.enums import EquipmentUse, IncomeBand
from trainings.monitoring.queries import VisitQuerySet


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

    objects = VisitQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "kunjungan monev"
        verbose_name_plural = "kunjungan monev"
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], name="visit_due", condition=Q(visited_on__isnull=True))]
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
        ]

    def __str__(self):
        return f"{self.handover} · {self.due_on}"

    @property
    def is_done(self):
        return self.visited_on is not None

    @property
    def is_overdue(self):
        return not self.is_done and self.due_on < timezone.localdate()

    @property
    def state_label(self):
        if self.is_done:
            return "Sudah dikunjungi"
        return "Terlambat" if self.is_overdue else "Akan datang"

    @property
    def state_kind(self):
        if self.is_done:
            return "done"
        return "attention" if self.is_overdue else "waiting"
