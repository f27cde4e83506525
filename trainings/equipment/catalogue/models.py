"""What there is to give: kinds of things, and the kits made of them."""

from django.db import models
from django.db.models import Q

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from trainings.equipment.queries import ItemQuerySet, KitLineQuerySet, KitQuerySet
from trainings.programmes.models import TrainingProgramme


class EquipmentItem(TimeStamped):
    """A kind of thing in an office's catalogue, not a single piece of it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="equipment_items", verbose_name="dinas")
    name = models.CharField("nama barang", max_length=120)
    category = models.CharField("kategori", max_length=80, blank=True)
    unit = models.CharField("satuan", max_length=20, default="unit")
    specification = models.TextField("spesifikasi", blank=True)
    has_serial = models.BooleanField("bernomor seri", default=False)
    photo = models.ImageField("foto", upload_to=upload_path("barang"), blank=True)
    low_at = models.PositiveSmallIntegerField("tandai bila sisa kurang dari", default=5)

    objects = ItemQuerySet.as_manager()

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

    def __str__(self) -> str:
        return self.name


class EquipmentKit(TimeStamped):
    """Paket: the bill of items that a graduate of a programme is meant to get in a year."""

    programme = models.ForeignKey(TrainingProgramme, models.PROTECT, related_name="kits", verbose_name="program")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    name = models.CharField("nama paket", max_length=120)

    objects = KitQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.name} ({self.year})"


class KitLine(TimeStamped):
    kit = models.ForeignKey(EquipmentKit, models.CASCADE, related_name="lines", verbose_name="paket")
    item = models.ForeignKey(EquipmentItem, models.PROTECT, related_name="kit_lines", verbose_name="barang")
    quantity = models.PositiveSmallIntegerField("jumlah")

    objects = KitLineQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.quantity} × {self.item}"
