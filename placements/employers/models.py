from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from bkk_portal.accounts.models import Membership
from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.models import Industry
from bkk_portal.regions.models import Regency, Village
from placements.employers.queries import EmployerMembershipQuerySet, EmployerQuerySet
from placements.schools.models import School


class Employer(TimeStamped):
    """DUDI, mitra industri, pemberi kerja. One register for all schools."""

    name = models.CharField("nama perusahaan", max_length=150)
    nib = models.CharField("NIB", max_length=13, blank=True, help_text="Nomor Induk Berusaha, 13 angka")
    npwp = models.CharField("NPWP", max_length=16, blank=True)
    industry = models.ForeignKey(
        Industry,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="employers",
        verbose_name="lapangan usaha",
    )
    regency = models.ForeignKey(
        Regency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="employers",
        verbose_name="kabupaten/kota",
    )
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="employers", verbose_name="kelurahan"
    )
    address = models.CharField("alamat", max_length=200, blank=True)
    phone = models.CharField("telepon", max_length=20, blank=True)
    email = models.EmailField("surel", blank=True)
    website = models.URLField("situs", blank=True)
    description = models.TextField("tentang perusahaan", blank=True)
    contact_name = models.CharField("nama narahubung", max_length=120, blank=True)
    contact_phone = models.CharField("HP narahubung", max_length=16, blank=True)
    logo = models.ImageField("logo", upload_to=upload_path("logo"), blank=True)
    verified_at = models.DateTimeField("diverifikasi", null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diverifikasi oleh",
    )
    added_by_school = models.ForeignKey(
        School,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="employers_added",
        verbose_name="ditambahkan oleh",
    )

    objects = EmployerQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "perusahaan"
        verbose_name_plural = "perusahaan"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nib"],
                condition=~Q(nib=""),
                name="employer_nib_unique",
                violation_error_message="Perusahaan dengan NIB ini sudah terdaftar.",
            ),
            models.CheckConstraint(
                condition=Q(nib="") | Q(nib__regex=r"^[0-9]{13}$"),
                name="employer_nib_form",
                violation_error_message="NIB harus 13 angka.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_verified(self):
        return self.verified_at is not None


class EmployerMembership(Membership):
    employer = models.ForeignKey(
        Employer, models.PROTECT, related_name="memberships", verbose_name="perusahaan"
    )
    position = models.CharField("jabatan", max_length=100, blank=True)

    objects = EmployerMembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "anggota perusahaan"
        verbose_name_plural = "anggota perusahaan"
        ordering = ["employer", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "employer"],
                condition=Q(ended_on__isnull=True),
                name="employer_membership_one_current",
                violation_error_message="Orang ini sudah menjadi anggota perusahaan tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="employer_membership_ends_after_start",
                violation_error_message="Tanggal berakhir harus setelah tanggal mulai.",
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.employer}"
