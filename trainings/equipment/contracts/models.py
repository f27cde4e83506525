"""Where things come from: contracts, what they order, and their papers."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from trainings.equipment.catalogue.models import EquipmentItem
from trainings.equipment.enums import Funding, PaperKind
from trainings.equipment.queries import ContractLineQuerySet, ContractPaperQuerySet, ContractQuerySet
from trainings.programmes.models import Budget


class ProcurementContract(TimeStamped):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="contracts", verbose_name="dinas")
    number = models.CharField("nomor kontrak", max_length=100)
    supplier = models.CharField("penyedia", max_length=150)
    signed_on = models.DateField("tanggal kontrak")
    funding = models.CharField("sumber dana", max_length=8, choices=Funding.choices)
    budget_year = models.PositiveSmallIntegerField("tahun anggaran")
    budget = models.ForeignKey(
        Budget, models.PROTECT, null=True, blank=True, related_name="contracts", verbose_name="anggaran"
    )
    value = models.PositiveBigIntegerField("nilai kontrak (Rp)", default=0)
    ceiling = models.PositiveBigIntegerField("pagu anggaran (Rp)", null=True, blank=True)
    # Why unit price × count is not the contract's value; nothing is received on such a contract without it.
    mismatch_reason = models.CharField("penjelasan selisih nilai", max_length=300, blank=True)
    file = models.FileField("berkas kontrak", upload_to=upload_path("kontrak"), blank=True)

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = "kontrak pengadaan"
        verbose_name_plural = "kontrak pengadaan"
        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "number"],
                name="contract_number_unique",
                violation_error_message="Kontrak dengan nomor ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(ceiling__isnull=True) | Q(value__lte=F("ceiling")),
                name="contract_within_ceiling",
                violation_error_message="Nilai kontrak melebihi pagu anggarannya.",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ContractLine(TimeStamped):
    """What a contract orders of one item at one price."""

    contract = models.ForeignKey(ProcurementContract, models.CASCADE, related_name="lines", verbose_name="kontrak")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="contract_lines", verbose_name="barang")
    brand = models.CharField("merek/tipe", max_length=100, blank=True)
    ordered = models.PositiveIntegerField("jumlah dipesan")
    unit_price = models.PositiveBigIntegerField("harga satuan (Rp)")

    objects = ContractLineQuerySet.as_manager()

    class Meta:
        verbose_name = "rincian kontrak"
        verbose_name_plural = "rincian kontrak"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ordered__gte=1),
                name="contract_line_positive",
                violation_error_message="Jumlah yang dipesan paling sedikit 1.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.brand}".strip()

    @property
    def amount(self) -> int:
        return self.ordered * self.unit_price


class ContractPaper(TimeStamped):
    """A scanned paper of a contract: minutes of receipt, invoice, letter."""

    contract = models.ForeignKey(ProcurementContract, models.CASCADE, related_name="papers", verbose_name="kontrak")
    kind = models.CharField("jenis", max_length=10, choices=PaperKind.choices)
    title = models.CharField("nama dokumen", max_length=120)
    file = models.FileField("berkas", upload_to=upload_path("kontrak"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diunggah oleh")

    objects = ContractPaperQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen kontrak"
        verbose_name_plural = "dokumen kontrak"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
