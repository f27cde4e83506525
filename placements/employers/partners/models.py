"""What one school and one employer have agreed, and the places for PKL that come of it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.models import Konsentrasi
from placements.employers.enums import AgreementScope
from placements.employers.models import Employer
from placements.employers.partners.queries import AgreementQuerySet, PklQuerySet
from placements.schools.models import School

ENDS_BEFORE_START = "MoU ini berakhir sebelum mulai berlaku. Periksa kedua tanggalnya."
SOON = 90  # days


class PartnershipAgreement(TimeStamped):
    """MoU, perjanjian kerja sama. Without `ends_on` it stands until one of the two ends it."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="agreements", verbose_name="perusahaan")
    school = models.ForeignKey(School, models.PROTECT, related_name="agreements", verbose_name="sekolah")
    number = models.CharField("nomor MoU", max_length=80)
    scopes = models.JSONField("ruang lingkup", default=list)  # keys of AgreementScope
    note = models.CharField("keterangan", max_length=300, blank=True)
    signed_on = models.DateField("ditandatangani")
    starts_on = models.DateField("berlaku mulai")
    ends_on = models.DateField("berlaku sampai", null=True, blank=True)
    school_signer = models.CharField("penanda tangan sekolah", max_length=120)
    employer_signer = models.CharField("penanda tangan perusahaan", max_length=120)
    file = models.FileField("berkas MoU", upload_to=upload_path("mou"), blank=True)
    renews = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="renewal", verbose_name="memperpanjang"
    )
    ended_on = models.DateField("diakhiri", null=True, blank=True)
    end_reason = models.CharField("alasan diakhiri", max_length=300, blank=True)
    # The smallest number of days before its end of which its BKK was told: each is told once (chores).
    reminded_days = models.PositiveSmallIntegerField("diingatkan (hari)", null=True, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    objects = AgreementQuerySet.as_manager()
    unaudited_fields = ("reminded_days",)

    class Meta:
        verbose_name = "MoU"
        verbose_name_plural = "MoU"
        ordering = [F("ends_on").asc(nulls_last=True), "pk"]
        indexes = [models.Index(fields=["school", "ends_on"], name="agreement_school_end")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="agreement_ends_after_start",
                violation_error_message=ENDS_BEFORE_START,
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end_reason="") | Q(ended_on__isnull=False) & ~Q(end_reason=""),
                name="agreement_ended_with_reason",
                violation_error_message="MoU yang diakhiri harus punya tanggal dan alasan.",
            ),
            models.UniqueConstraint(
                fields=["school", "number"],
                name="agreement_number_once",
                violation_error_message="MoU dengan nomor ini sudah dicatat sekolah Anda.",
            ),
        ]

    def __str__(self) -> str:
        return f"MoU {self.number}"

    def clean(self) -> None:
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": ENDS_BEFORE_START})

    @property
    def scope_texts(self) -> list[str]:
        return [AgreementScope(key).label for key in self.scopes]

    @property
    def is_renewed(self) -> bool:
        """Lists ask for with_renewals(), so that this needs no query a row."""
        return self.__dict__["renewed"] if "renewed" in self.__dict__ else hasattr(self, "renewal")

    @property
    def days_left(self) -> int | None:
        """Days until its last day, negative afterwards; None when it has no end."""
        return (self.ends_on - timezone.localdate()).days if self.ends_on else None

    @property
    def status(self) -> tuple[str, str]:
        """(word, kind of status) today."""
        today, left = timezone.localdate(), self.days_left
        if self.ended_on and self.ended_on <= today:
            return "Diakhiri", "stopped"
        if left is not None and left < 0:
            return ("Diperpanjang", "neutral") if self.is_renewed else ("Berakhir", "stopped")
        if self.starts_on > today:
            return "Belum mulai", "new"
        if left is not None and left <= SOON and not self.is_renewed:
            return ("Berakhir hari ini" if left == 0 else f"Berakhir {left} hari lagi"), "attention"
        return "Berlaku", "done"


class PklPlace(TimeStamped):
    """How many pupils of one konsentrasi an employer takes for PKL in a year, and how many went."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="pkl_places", verbose_name="perusahaan")
    school = models.ForeignKey(School, models.PROTECT, related_name="pkl_places", verbose_name="sekolah")
    year = models.PositiveSmallIntegerField("tahun")
    konsentrasi = models.ForeignKey(
        Konsentrasi, models.PROTECT, related_name="pkl_places", verbose_name="konsentrasi keahlian"
    )
    places = models.PositiveSmallIntegerField("tempat yang tersedia")
    filled = models.PositiveSmallIntegerField("siswa yang PKL", default=0)
    note = models.CharField("keterangan", max_length=200, blank=True)

    objects = PklQuerySet.as_manager()

    class Meta:
        verbose_name = "tempat PKL"
        verbose_name_plural = "tempat PKL"
        ordering = ["-year", "konsentrasi", "pk"]
        indexes = [models.Index(fields=["school", "-year"], name="pkl_school_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "school", "year", "konsentrasi"],
                name="pkl_place_once",
                violation_error_message="Tempat PKL konsentrasi ini pada tahun itu sudah dicatat. Ubah yang sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(places__gte=1),
                name="pkl_place_some",
                violation_error_message="Tempat yang tersedia paling sedikit 1.",
            ),
            models.CheckConstraint(
                condition=Q(filled__lte=F("places")),
                name="pkl_place_not_over",
                violation_error_message="Siswa yang PKL tidak dapat lebih banyak dari tempat yang tersedia.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2015, year__lte=2100),
                name="pkl_place_year",
                violation_error_message="Tahun harus antara 2015 dan 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.konsentrasi} {self.year}"
