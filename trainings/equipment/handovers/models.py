"""Who was given what, with which paper."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.states import StatusLog, log_fields
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from trainings.equipment.catalogue.models import EquipmentItem, EquipmentKit
from trainings.equipment.enums import HandoverStatus, IdentityProof, RecipientAnswer
from trainings.equipment.queries import HandoverLineQuerySet, HandoverQuerySet, HandoverRowQuerySet
from trainings.equipment.stock.models import StockLocation, StockLot
from trainings.participants.models import Participant


class Handover(TimeStamped):
    """Equipment given to one participant who passed; the participant signs once for the whole kit."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="handovers", verbose_name="penerima")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="handovers", verbose_name="dinas")
    kit = models.ForeignKey(EquipmentKit, models.PROTECT, related_name="handovers", verbose_name="paket")
    document = models.OneToOneField(
        IssuedDocument, models.PROTECT, null=True, blank=True, related_name="handover", verbose_name="BAST"
    )
    status = models.CharField(
        "keadaan", max_length=12, choices=HandoverStatus.choices, default=HandoverStatus.HANDED_OVER
    )
    handed_on = models.DateField("tanggal serah terima", default=timezone.localdate)
    place = models.CharField("tempat", max_length=150)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="handovers_made", verbose_name="petugas"
    )
    identity_checked = models.BooleanField("identitas penerima sudah diperiksa", default=False)
    identity_proof = models.CharField(
        "identitas diperiksa dengan", max_length=8, choices=IdentityProof.choices, default=IdentityProof.KTP
    )
    location = models.ForeignKey(
        StockLocation, models.PROTECT, null=True, blank=True, related_name="handovers", verbose_name="diambil dari"
    )
    photo = models.ImageField("foto penyerahan", upload_to=upload_path("serah-terima"))
    signature = models.ImageField("tanda tangan penerima", upload_to=upload_path("tanda-tangan"))
    # Fingerprints of the files, so that one photo or signature does not serve for several recipients.
    photo_hash = models.CharField("sidik foto", max_length=64, blank=True, editable=False)
    signature_hash = models.CharField("sidik tanda tangan", max_length=64, blank=True, editable=False)
    letter_hash = models.CharField("sidik surat kuasa", max_length=64, blank=True, editable=False)
    latitude = models.DecimalField("lintang", max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField("bujur", max_digits=8, decimal_places=5, null=True, blank=True)
    proxy_name = models.CharField("diwakili oleh", max_length=150, blank=True)
    proxy_letter = models.FileField("surat kuasa", upload_to=upload_path("surat-kuasa"), blank=True)
    override_reason = models.CharField("alasan pengecualian", max_length=300, blank=True)
    recipient_answer = models.CharField("jawaban penerima", max_length=12, choices=RecipientAnswer.choices, blank=True)
    recipient_note = models.CharField("keterangan penerima", max_length=300, blank=True)
    answered_at = models.DateTimeField("dijawab", null=True, blank=True)
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    cancel_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = "serah terima"
        verbose_name_plural = "serah terima"
        ordering = ["-handed_on", "-pk"]
        indexes = [models.Index(fields=["agency", "-handed_on"], name="handover_agency_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=~Q(status="cancelled"),
                name="handover_one_standing",
                violation_error_message="Peserta ini sudah menerima paket untuk pelatihan ini.",
            ),
            models.UniqueConstraint(
                fields=["photo_hash"],
                condition=~Q(status="cancelled") & ~Q(photo_hash=""),
                name="handover_photo_once",
                violation_error_message="Foto ini sudah dipakai untuk penerima lain.",
            ),
            models.UniqueConstraint(
                fields=["signature_hash"],
                condition=~Q(status="cancelled") & ~Q(signature_hash=""),
                name="handover_signature_once",
                violation_error_message="Tanda tangan ini sudah dipakai untuk penerima lain.",
            ),
            models.UniqueConstraint(
                fields=["letter_hash"],
                condition=~Q(status="cancelled") & ~Q(letter_hash=""),
                name="handover_letter_once",
                violation_error_message="Surat kuasa ini sudah dipakai untuk penerima lain.",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="handover_place_on_earth",
                violation_error_message="Lokasi foto tidak masuk akal.",
            ),
            models.CheckConstraint(
                condition=~Q(status="cancelled") | (Q(cancelled_at__isnull=False) & ~Q(cancel_reason="")),
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

    def __str__(self) -> str:
        return f"{self.kit} → {self.participant}"

    @property
    def is_cancelled(self) -> bool:
        return self.status == HandoverStatus.CANCELLED

    @property
    def status_shape(self) -> str:
        return HandoverStatus(self.status).shape

    @property
    def coordinates(self) -> str:
        return "" if self.latitude is None else f"{self.latitude}, {self.longitude}"

    @property
    def is_disputed(self) -> bool:
        return self.recipient_answer == RecipientAnswer.NOT_RECEIVED


class HandoverLine(models.Model):
    """Planned beside given; what differs has a reason."""

    audited = False  # written once with its handover; mistakes are cancelled as a whole
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
    reserved = models.PositiveSmallIntegerField("dari pesanan kelas", default=0)
    returned = models.PositiveSmallIntegerField("dikembalikan", default=0)
    # All of it is back, returned by the recipient or because the handover was cancelled.
    put_back = models.BooleanField("kembali ke stok", default=False)

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
            models.CheckConstraint(
                condition=Q(returned__lte=F("given")),
                name="handover_line_returned_at_most_given",
                violation_error_message="Yang dikembalikan tidak boleh lebih banyak daripada yang diserahkan.",
            ),
            models.UniqueConstraint(
                fields=["item", "serial_number"],
                condition=~Q(serial_number="") & Q(put_back=False),
                name="handover_line_serial_once",
                violation_error_message="Nomor seri ini sudah diserahkan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given} × {self.item}"

    @property
    def value(self) -> int:
        return self.given * self.unit_price

    @property
    def kept(self) -> int:
        """Pieces still with the recipient."""
        return 0 if self.put_back else self.given - self.returned


class HandoverStatusLog(StatusLog):
    audited = False  # a log
    handover = models.ForeignKey(Handover, models.PROTECT, related_name="status_log", verbose_name="serah terima")
    from_status, to_status = log_fields(HandoverStatus)

    objects = HandoverRowQuerySet.as_manager()

    class Meta(StatusLog.Meta):
        verbose_name = "riwayat serah terima"
        verbose_name_plural = "riwayat serah terima"
