from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.documents.enums import IssuedKind
from bkk_portal.documents.queries import IssuedDocumentQuerySet, NumberSeriesQuerySet
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.models import Person


class NumberSeries(models.Model):
    """The last number given, per issuer, kind and year. Locked while a document is issued: no gap, no repeat."""

    audited = False  # a counter under a lock; the documents carry the numbers
    issuer_key = models.CharField("penerbit", max_length=40)
    kind = models.CharField("jenis", max_length=12, choices=IssuedKind.choices)
    year = models.PositiveSmallIntegerField("tahun")
    last_number = models.PositiveIntegerField("nomor terakhir", default=0)

    objects = NumberSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = "seri nomor"
        verbose_name_plural = "seri nomor"
        ordering = ["-year", "issuer_key", "kind"]
        constraints = [models.UniqueConstraint(fields=["issuer_key", "kind", "year"], name="number_series_unique")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}: {self.last_number}"


class IssuedDocument(TimeStamped):
    """A paper with a number and a QR. What a stranger may read stands in `facts`, already shortened."""

    kind = models.CharField("jenis", max_length=12, choices=IssuedKind.choices)
    # "agency:3" or "school:12" (row numbers): this room does not know schools, and must not.
    issuer_key = models.CharField("kunci penerbit", max_length=40)
    issuer_name = models.CharField("penerbit", max_length=150)
    year = models.PositiveSmallIntegerField("tahun")
    sequence = models.PositiveIntegerField("urutan")
    number = models.CharField("nomor", max_length=80, unique=True)
    code = models.CharField("kode verifikasi", max_length=12, unique=True)
    title = models.CharField("judul", max_length=200)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="issued_documents", verbose_name="untuk"
    )
    short_name = models.CharField("nama disingkat", max_length=150, blank=True)
    facts = models.JSONField("keterangan untuk umum", default=list, blank=True, help_text="[[judul, isi], …]")
    file = models.FileField("berkas", upload_to=upload_path("terbit"))
    sha256 = models.CharField("sidik berkas", max_length=64)
    issued_on = models.DateField("tanggal terbit", default=timezone.localdate)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="issued_documents",
        verbose_name="diterbitkan oleh",
    )
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dicabut oleh",
    )
    revoke_reason = models.CharField("alasan dicabut", max_length=300, blank=True)

    objects = IssuedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen terbit"
        verbose_name_plural = "dokumen terbit"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer_key", "kind", "year", "sequence"],
                name="issued_document_sequence",
                violation_error_message="Nomor ini sudah dipakai.",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | ~Q(revoke_reason=""),
                name="issued_document_revoked_with_reason",
                violation_error_message="Pencabutan dokumen harus disertai alasan.",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None
