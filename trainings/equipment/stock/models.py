"""Lots and their ledger, where and under which number pieces are; reservations, write-offs, stocktakes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from trainings.equipment.catalogue.models import EquipmentItem
from trainings.equipment.contracts.models import ContractLine, ProcurementContract
from trainings.equipment.enums import (
    INCOMING,
    OUTGOING,
    MovementKind,
    StocktakeStatus,
    WriteOffStatus,
)
from trainings.equipment.queries import (
    LocationQuerySet,
    LotQuerySet,
    MovementQuerySet,
    ReservationQuerySet,
    SerialQuerySet,
    StocktakeLineQuerySet,
    StocktakeQuerySet,
    WriteOffQuerySet,
)
from trainings.programmes.models import Training

MAIN_LOCATION = "Gudang utama"
USER = settings.AUTH_USER_MODEL


class StockLocation(TimeStamped):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="stock_locations", verbose_name="dinas")
    name = models.CharField("nama gudang", max_length=80)
    address = models.CharField("alamat", max_length=200, blank=True)

    objects = LocationQuerySet.as_manager()

    class Meta:
        verbose_name = "gudang"
        verbose_name_plural = "gudang"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                name="stock_location_unique",
                violation_error_message="Gudang dengan nama ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class StockLot(TimeStamped):
    """What one contract brought of one item at one price and is kept in one place. Used up oldest first (FIFO).

    A transfer leads to the sibling of the other place: same contract, price and day of receipt.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="lots", verbose_name="dinas")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="lots", verbose_name="barang")
    contract = models.ForeignKey(ProcurementContract, models.PROTECT, related_name="lots", verbose_name="kontrak")
    contract_line = models.ForeignKey(ContractLine, models.PROTECT, related_name="lots", verbose_name="rincian kontrak")
    location = models.ForeignKey(StockLocation, models.PROTECT, related_name="lots", verbose_name="gudang")
    brand = models.CharField("merek/tipe", max_length=100, blank=True)
    unit_price = models.PositiveBigIntegerField("harga satuan (Rp)")
    received_on = models.DateField("diterima tanggal", default=timezone.localdate)
    # The sum of the ledger, kept beside it under a row lock so that the database can refuse to go below zero.
    balance = models.IntegerField("sisa", default=0)

    objects = LotQuerySet.as_manager()

    class Meta:
        verbose_name = "stok per kontrak"
        verbose_name_plural = "stok per kontrak"
        ordering = ["received_on", "pk"]
        indexes = [models.Index(fields=["agency", "item", "received_on"], name="lot_fifo")]
        constraints = [
            models.CheckConstraint(
                condition=Q(balance__gte=0),
                name="lot_never_negative",
                violation_error_message="Stok tidak cukup: sisa stok tidak boleh kurang dari nol.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} · {self.contract}"


class StockMovement(models.Model):
    """The ledger. Rows are only ever added; a mistake is undone by a counter-entry."""

    audited = False  # the ledger, only added to
    lot = models.ForeignKey(StockLot, models.PROTECT, related_name="movements", verbose_name="stok")
    kind = models.CharField("jenis", max_length=12, choices=MovementKind.choices)
    quantity = models.IntegerField("jumlah", help_text="Positif masuk, negatif keluar")
    handover_line = models.ForeignKey(
        "HandoverLine",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="movements",
        verbose_name="baris serah terima",
    )
    write_off = models.ForeignKey(
        "WriteOff", models.PROTECT, null=True, blank=True, related_name="movements", verbose_name="penghapusan"
    )
    stocktake_line = models.ForeignKey(
        "StocktakeLine", models.PROTECT, null=True, blank=True, related_name="movements", verbose_name="stok opname"
    )
    note = models.CharField("keterangan", max_length=300, blank=True)
    at = models.DateTimeField("waktu", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")

    objects = MovementQuerySet.as_manager()

    class Meta:
        verbose_name = "mutasi stok"
        verbose_name_plural = "mutasi stok"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=INCOMING, quantity__gt=0) | Q(kind__in=OUTGOING, quantity__lt=0),
                name="movement_sign_fits_kind",
                violation_error_message="Jumlah mutasi harus lebih dari nol.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.quantity}"


class SerialNumber(TimeStamped):
    """One piece with its own number, and the lot it came with."""

    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="serial_numbers", verbose_name="barang")
    lot = models.ForeignKey(StockLot, models.PROTECT, related_name="serial_numbers", verbose_name="stok")
    number = models.CharField("nomor seri", max_length=80)
    in_stock = models.BooleanField("ada di gudang", default=True)

    objects = SerialQuerySet.as_manager()

    class Meta:
        verbose_name = "nomor seri"
        verbose_name_plural = "nomor seri"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"],
                name="serial_number_once",
                violation_error_message="Nomor seri ini sudah tercatat untuk barang yang sama.",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Reservation(TimeStamped):
    """Pieces of an item kept for one class and not handed over yet. Zero when all were."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="reservations", verbose_name="pelatihan")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="reservations", verbose_name="barang")
    quantity = models.PositiveIntegerField("jumlah dipesan")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")

    objects = ReservationQuerySet.as_manager()

    class Meta:
        verbose_name = "pesanan untuk kelas"
        verbose_name_plural = "pesanan untuk kelas"
        ordering = ["training", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "item"],
                name="reservation_once",
                violation_error_message="Barang ini sudah dipesan untuk kelas tersebut.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.item}"


class WriteOff(TimeStamped):
    """An officer proposes with the minutes (berita acara); the stock changes when the head approves."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="write_offs", verbose_name="dinas")
    lot = models.ForeignKey(StockLot, models.PROTECT, related_name="write_offs", verbose_name="stok")
    quantity = models.PositiveIntegerField("jumlah yang dihapuskan")
    serials = models.JSONField("nomor seri", default=list, blank=True)
    reason = models.CharField("alasan", max_length=300)
    minutes_number = models.CharField("nomor berita acara", max_length=100)
    minutes = models.FileField("berita acara", upload_to=upload_path("penghapusan"))
    status = models.CharField("keadaan", max_length=8, choices=WriteOffStatus.choices, default=WriteOffStatus.PROPOSED)
    proposed_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="diusulkan oleh")
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diputuskan oleh"
    )
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)
    decision_note = models.CharField("catatan keputusan", max_length=300, blank=True)

    objects = WriteOffQuerySet.as_manager()

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
                condition=Q(status="proposed") | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="write_off_decided_by_somebody",
                violation_error_message="Keputusan penghapusan harus memuat siapa dan kapan.",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(decision_note=""),
                name="write_off_refused_with_reason",
                violation_error_message="Penolakan penghapusan harus disertai alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.lot.item}"

    @property
    def is_open(self) -> bool:
        return self.status == WriteOffStatus.PROPOSED

    @property
    def status_shape(self) -> str:
        return WriteOffStatus(self.status).shape


class Stocktake(TimeStamped):
    """Stok opname of one place: what was counted against the ledger."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="stocktakes", verbose_name="dinas")
    location = models.ForeignKey(StockLocation, models.PROTECT, related_name="stocktakes", verbose_name="gudang")
    counted_on = models.DateField("tanggal hitung", default=timezone.localdate)
    status = models.CharField("keadaan", max_length=8, choices=StocktakeStatus.choices, default=StocktakeStatus.OPEN)
    counted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="dihitung oleh")
    booked_by = models.ForeignKey(
        USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dibukukan oleh"
    )
    booked_at = models.DateTimeField("dibukukan", null=True, blank=True)

    objects = StocktakeQuerySet.as_manager()

    class Meta:
        verbose_name = "stok opname"
        verbose_name_plural = "stok opname"
        ordering = ["-counted_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["location"],
                condition=Q(status="open"),
                name="stocktake_one_open",
                violation_error_message="Stok opname gudang ini masih berjalan.",
            )
        ]

    def __str__(self) -> str:
        return f"Stok opname {self.location}"

    @property
    def is_open(self) -> bool:
        return self.status == StocktakeStatus.OPEN

    @property
    def status_shape(self) -> str:
        return StocktakeStatus(self.status).shape


class StocktakeLine(TimeStamped):
    """`expected`: the ledger's balance at that place at the moment the count was written down."""

    stocktake = models.ForeignKey(Stocktake, models.CASCADE, related_name="lines", verbose_name="stok opname")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="stocktake_lines", verbose_name="barang")
    expected = models.PositiveIntegerField("menurut catatan")
    counted = models.PositiveIntegerField("hasil hitung", null=True, blank=True)
    serials = models.JSONField("nomor seri yang tidak ada", default=list, blank=True)
    reason = models.CharField("penjelasan selisih", max_length=200, blank=True)

    objects = StocktakeLineQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.item}: {self.counted}"

    @property
    def difference(self) -> int:
        return 0 if self.counted is None else self.counted - self.expected
