"""What the ledger learns from the shelf: pieces that are gone, and counts that differ."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from bkk_portal.offices.models import Agency
from trainings.equipment.enums import STOCKTAKE_KINDS, WRITE_OFF_KINDS, StocktakeState, WriteOffState
from trainings.equipment.models.catalogue import EquipmentItem
from trainings.equipment.models.stock import StockLocation, StockLot
from trainings.equipment.queries import StocktakeLineQuerySet, StocktakeQuerySet, WriteOffQuerySet

USER = settings.AUTH_USER_MODEL


class WriteOff(TimeStamped):
    """An officer proposes with the minutes (berita acara); the stock changes when the head approves."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="write_offs", verbose_name="dinas")
    lot = models.ForeignKey(StockLot, models.PROTECT, related_name="write_offs", verbose_name="stok")
    quantity = models.PositiveIntegerField("jumlah yang dihapuskan")
    serials = models.JSONField("nomor seri", default=list, blank=True)
    reason = models.CharField("alasan", max_length=300)
    minutes_number = models.CharField("nomor berita acara", max_length=100)
    minutes = models.FileField("berita acara", upload_to=upload_path("penghapusan"))
    state = models.CharField("keadaan", max_length=8, choices=WriteOffState.choices, default=WriteOffState.PROPOSED)
    proposed_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="diusulkan oleh")
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diputuskan oleh"
    )
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)
    decision_note = models.CharField("catatan keputusan", max_length=300, blank=True)

    objects = WriteOffQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "penghapusan barang"
        verbose_name_plural = "penghapusan barang"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gte=1) & ~Q(reason="") & ~Q(minutes=""),
                name="write_off_with_minutes",
                violation_error_message="Penghapusan harus memuat jumlah, alasan, dan berita acara.",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed") | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="write_off_decided_by_somebody",
                violation_error_message="Keputusan penghapusan harus memuat siapa dan kapan.",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(decision_note=""),
                name="write_off_refused_with_reason",
                violation_error_message="Penolakan penghapusan harus disertai alasan.",
            ),
        ]

    def __str__(self):
        return f"{self.quantity} × {self.lot.item}"

    @property
    def is_open(self):
        return self.state == WriteOffState.PROPOSED

    @property
    def state_kind(self):
        return WRITE_OFF_KINDS[self.state]


class Stocktake(TimeStamped):
    """Stok opname of one place: what was counted against the ledger."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="stocktakes", verbose_name="dinas")
    location = models.ForeignKey(StockLocation, models.PROTECT, related_name="stocktakes", verbose_name="gudang")
    counted_on = models.DateField("tanggal hitung", default=timezone.localdate)
    state = models.CharField("keadaan", max_length=8, choices=StocktakeState.choices, default=StocktakeState.OPEN)
    counted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="dihitung oleh")
    booked_by = models.ForeignKey(
        USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dibukukan oleh"
    )
    booked_at = models.DateTimeField("dibukukan", null=True, blank=True)

    objects = StocktakeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "stok opname"
        verbose_name_plural = "stok opname"
        ordering = ["-counted_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["location"],
                condition=Q(state="open"),
                name="stocktake_one_open",
                violation_error_message="Stok opname gudang ini masih berjalan.",
            )
        ]

    def __str__(self):
        return f"Stok opname {self.location}"

    @property
    def is_open(self):
        return self.state == StocktakeState.OPEN

    @property
    def state_kind(self):
        return STOCKTAKE_KINDS[self.state]


class StocktakeLine(TimeStamped):
    """`expected`: the ledger's balance at that place at the moment the count was written down."""

    stocktake = models.ForeignKey(Stocktake, models.CASCADE, related_name="lines", verbose_name="stok opname")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="stocktake_lines", verbose_name="barang")
    expected = models.PositiveIntegerField("menurut catatan")
    counted = models.PositiveIntegerField("hasil hitung", null=True, blank=True)
    serials = models.JSONField("nomor seri yang tidak ada", default=list, blank=True)
    reason = models.CharField("penjelasan selisih", max_length=200, blank=True)

    objects = StocktakeLineQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "baris stok opname"
        verbose_name_plural = "baris stok opname"
        ordering = ["item__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stocktake", "item"],
                name="stocktake_line_once",
                violation_error_message="Barang ini sudah dihitung.",
            ),
            models.CheckConstraint(
                condition=Q(counted__isnull=True) | Q(counted=F("expected")) | ~Q(reason=""),
                name="stocktake_difference_explained",
                violation_error_message="Selisih hasil hitung harus dijelaskan.",
            ),
        ]

    def __str__(self):
        return f"{self.item}: {self.counted}"

    @property
    def difference(self):
        return 0 if self.counted is None else self.counted - self.expected
