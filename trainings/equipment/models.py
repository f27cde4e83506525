from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from bkk_portal.offices.models import Agency
from trainings.equipment.enums import INCOMING, OUTGOING, STATE_KINDS, Funding, HandoverState, MovementKind
from trainings.equipment.queries import (
    ContractQuerySet,
    HandoverLineQuerySet,
    HandoverQuerySet,
    HandoverRowQuerySet,
    ItemQuerySet,
    KitLineQuerySet,
    KitQuerySet,
    LotQuerySet,
    MovementQuerySet,
)
from trainings.participants.models import Participant
from trainings.programmes.models import TrainingProgramme


class EquipmentItem(TimeStamped):
    """A kind of thing in an office's catalogue, not a single piece of it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="equipment_items", verbose_name="dinas")
    name = models.CharField("nama barang", max_length=120)
    category = models.CharField("kategori", max_length=80, blank=True)
    unit = models.CharField("satuan", max_length=20, default="unit")
    specification = models.TextField("spesifikasi", blank=True)
    has_serial = models.BooleanField("bernomor seri", default=False)
    low_at = models.PositiveSmallIntegerField("tandai bila sisa kurang dari", default=5)

    objects = ItemQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "barang"
        verbose_name_plural = "barang"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                name="equipment_item_unique",
                violation_error_message="Barang dengan nama ini sudah ada di katalog.",
            )
        ]

    def __str__(self):
        return self.name


class EquipmentKit(TimeStamped):
    """Paket: the bill of items that a graduate of a programme is meant to get in a year."""

    programme = models.ForeignKey(TrainingProgramme, models.PROTECT, related_name="kits", verbose_name="program")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    name = models.CharField("nama paket", max_length=120)

    objects = KitQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "paket peralatan"
        verbose_name_plural = "paket peralatan"
        ordering = ["-year", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year", "name"],
                name="equipment_kit_unique",
                violation_error_message="Paket dengan nama ini sudah ada untuk program dan tahun tersebut.",
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.year})"


class KitLine(TimeStamped):
    kit = models.ForeignKey(EquipmentKit, models.CASCADE, related_name="lines", verbose_name="paket")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="kit_lines", verbose_name="barang")
    quantity = models.PositiveSmallIntegerField("jumlah")

    objects = KitLineQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "isi paket"
        verbose_name_plural = "isi paket"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kit", "item"],
                name="kit_line_unique",
                violation_error_message="Barang ini sudah ada di paket.",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gte=1),
                name="kit_line_positive",
                violation_error_message="Jumlah barang paling sedikit 1.",
            ),
        ]

    def __str__(self):
        return f"{self.quantity} × {self.item}"


class ProcurementContract(TimeStamped):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="contracts", verbose_name="dinas")
    number = models.CharField("nomor kontrak", max_length=100)
    supplier = models.CharField("penyedia", max_length=150)
    signed_on = models.DateField("tanggal kontrak")
    funding = models.CharField("sumber dana", max_length=8, choices=Funding.choices)
    budget_year = models.PositiveSmallIntegerField("tahun anggaran")
    file = models.FileField("berkas kontrak", upload_to=upload_path("kontrak"), blank=True)

    objects = ContractQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "kontrak pengadaan"
        verbose_name_plural = "kontrak pengadaan"
        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "number"],
                name="contract_number_unique",
                violation_error_message="Kontrak dengan nomor ini sudah ada.",
            )
        ]

    def __str__(self):
        return self.number


class StockLot(TimeStamped):
    """What one contract brought of one item at one price. Lots are used up in the order of their contracts (FIFO)."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="lots", verbose_name="dinas")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="lots", verbose_name="barang")
    contract = models.ForeignKey(ProcurementContract, models.PROTECT, related_name="lots", verbose_name="kontrak")
    brand = models.CharField("merek/tipe", max_length=100, blank=True)
    unit_price = models.PositiveBigIntegerField("harga satuan (Rp)")
    received_on = models.DateField("diterima tanggal", default=timezone.localdate)
    # The sum of the ledger, kept beside it under a row lock so that the database can refuse to go below zero.
    balance = models.IntegerField("sisa", default=0)

    objects = LotQuerySet.as_manager()
    history = HistoricalRecords()

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

    def __str__(self):
        return f"{self.item} · {self.contract}"


class StockMovement(models.Model):
    """The ledger. Rows are only ever added; a mistake is undone by a counter-entry."""

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

    def __str__(self):
        return f"{self.get_kind_display()} {self.quantity}"


class Handover(TimeStamped):
    """Equipment given to one participant who passed; the participant signs once for the whole kit."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="handovers", verbose_name="penerima")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="handovers", verbose_name="dinas")
    kit = models.ForeignKey(EquipmentKit, models.PROTECT, related_name="handovers", verbose_name="paket")
    document = models.OneToOneField(
        IssuedDocument, models.PROTECT, null=True, blank=True, related_name="handover", verbose_name="BAST"
    )
    state = models.CharField("keadaan", max_length=12, choices=HandoverState.choices, default=HandoverState.HANDED_OVER)
    handed_on = models.DateField("tanggal serah terima", default=timezone.localdate)
    place = models.CharField("tempat", max_length=150)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="handovers_made", verbose_name="petugas"
    )
    identity_checked = models.BooleanField("identitas penerima sudah diperiksa", default=False)
    photo = models.ImageField("foto penyerahan", upload_to=upload_path("serah-terima"))
    signature = models.ImageField("tanda tangan penerima", upload_to=upload_path("tanda-tangan"))
    proxy_name = models.CharField("diwakili oleh", max_length=150, blank=True)
    proxy_letter = models.FileField("surat kuasa", upload_to=upload_path("surat-kuasa"), blank=True)
    override_reason = models.CharField("alasan pengecualian", max_length=300, blank=True)
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    cancel_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = HandoverQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "serah terima"
        verbose_name_plural = "serah terima"
        ordering = ["-handed_on", "-pk"]
        indexes = [models.Index(fields=["agency", "-handed_on"], name="handover_agency_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=~Q(state="cancelled"),
                name="handover_one_standing",
                violation_error_message="Peserta ini sudah menerima paket untuk pelatihan ini.",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | (Q(cancelled_at__isnull=False) & ~Q(cancel_reason="")),
                name="handover_cancelled_with_reason",
                violation_error_message="Pembatalan serah terima harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(identity_checked=True),
                name="handover_identity_checked",
                violation_error_message="Identitas penerima harus diperiksa sebelum barang diserahkan.",
            ),
            models.CheckConstraint(
                condition=Q(proxy_name="") | ~Q(proxy_letter=""),
                name="handover_proxy_with_letter",
                violation_error_message="Penerima yang diwakili harus punya surat kuasa.",
            ),
        ]

    def __str__(self):
        return f"{self.kit} → {self.participant}"

    @property
    def is_cancelled(self):
        return self.state == HandoverState.CANCELLED

    @property
    def state_kind(self):
        return STATE_KINDS[self.state]


class HandoverLine(models.Model):
    """Planned beside given; what differs has a reason."""

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="lines", verbose_name="serah terima")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="handover_lines", verbose_name="barang")
    lot = models.ForeignKey(
        StockLot,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="handover_lines",
        verbose_name="dari stok",
    )
    planned = models.PositiveSmallIntegerField("rencana", default=0)
    given = models.PositiveSmallIntegerField("diserahkan", default=0)
    unit_price = models.PositiveBigIntegerField("harga satuan (Rp)", default=0)
    brand = models.CharField("merek/tipe", max_length=100, blank=True)
    serial_number = models.CharField("nomor seri", max_length=80, blank=True)
    difference_reason = models.CharField("alasan selisih", max_length=200, blank=True)
    put_back = models.BooleanField("kembali ke stok", default=False)  # its handover was cancelled

    objects = HandoverLineQuerySet.as_manager()

    class Meta:
        verbose_name = "baris serah terima"
        verbose_name_plural = "baris serah terima"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(planned=F("given")) | ~Q(difference_reason=""),
                name="handover_line_difference_explained",
                violation_error_message="Selisih antara rencana dan yang diserahkan harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(given=0) | Q(lot__isnull=False),
                name="handover_line_has_lot",
                violation_error_message="Barang yang diserahkan harus berasal dari stok.",
            ),
            models.UniqueConstraint(
                fields=["item", "serial_number"],
                condition=~Q(serial_number="") & Q(put_back=False),
                name="handover_line_serial_once",
                violation_error_message="Nomor seri ini sudah diserahkan.",
            ),
        ]

    def __str__(self):
        return f"{self.given} × {self.item}"

    @property
    def value(self):
        return self.given * self.unit_price


class HandoverStatusLog(models.Model):
    handover = models.ForeignKey(Handover, models.PROTECT, related_name="status_log", verbose_name="serah terima")
    from_state = models.CharField("dari", max_length=12, choices=HandoverState.choices, blank=True)
    to_state = models.CharField("menjadi", max_length=12, choices=HandoverState.choices)
    reason = models.CharField("alasan", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="oleh")
    at = models.DateTimeField("waktu", default=timezone.now)

    objects = HandoverRowQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat serah terima"
        verbose_name_plural = "riwayat serah terima"
        ordering = ["at", "pk"]

    def __str__(self):
        return self.get_to_state_display()
