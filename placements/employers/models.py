from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.models import Membership
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.models import Industry
from bkk_portal.regions.models import Regency, Village
from placements.employers.enums import (
    Checked,
    Standing,
    VerificationBasis,
    VerificationOutcome,
)
from placements.employers.queries import (
    ContactQuerySet,
    EmployerMembershipQuerySet,
    EmployerQuerySet,
    VerificationQuerySet,
    name_key,
)
from placements.schools.models import School


class NameKeyField(models.CharField):
    """Follows the name whatever path writes the row, bulk_create included."""

    def pre_save(self, instance: Employer, add: bool) -> str:
        setattr(instance, self.attname, name_key(instance.name))
        return super().pre_save(instance, add)


class Employer(TimeStamped):
    """DUDI, mitra industri, pemberi kerja. One register for all schools."""

    name = models.CharField("nama perusahaan", max_length=150)
    # The same for "PT Sinar Timor" and "Sinar Timor, CV", so that duplicates are found.
    name_key = NameKeyField(max_length=150, editable=False, default="")
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
    verified_basis = models.CharField("cara memeriksa", max_length=12, choices=VerificationBasis.choices, blank=True)
    rejected_at = models.DateTimeField("ditolak", null=True, blank=True)
    rejected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditolak oleh"
    )
    rejection_reason = models.CharField("alasan ditolak", max_length=300, blank=True)
    added_by_school = models.ForeignKey(
        School,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="employers_added",
        verbose_name="ditambahkan oleh",
    )

    objects = EmployerQuerySet.as_manager()
    unaudited_fields = ("name_key",)

    class Meta:
        verbose_name = "perusahaan"
        verbose_name_plural = "perusahaan"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "id"], name="employer_by_name")]
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
            models.CheckConstraint(
                condition=Q(verified_at__isnull=True, verified_by__isnull=True)
                | Q(verified_at__isnull=False, verified_by__isnull=False),
                name="employer_verified_whole",
                violation_error_message="Pemeriksa dan waktu pemeriksaan harus diisi bersama.",
            ),
            models.CheckConstraint(
                condition=Q(npwp="") | Q(npwp__regex=r"^[0-9]{15,16}$"),
                name="employer_npwp_form",
                violation_error_message="NPWP harus 15 atau 16 angka.",
            ),
            models.CheckConstraint(
                condition=Q(rejected_at__isnull=True, rejected_by__isnull=True, rejection_reason="")
                | Q(rejected_at__isnull=False, rejected_by__isnull=False, verified_at__isnull=True)
                & ~Q(rejection_reason=""),
                name="employer_rejected_whole",
                violation_error_message="Perusahaan yang ditolak harus punya alasan dan tidak terverifikasi.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        return slugify(self.name)[:60] or "perusahaan"

    def get_absolute_url(self) -> str:
        return reverse("employer_page", args=[self.pk, self.slug])

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    @property
    def is_rejected(self) -> bool:
        return self.rejected_at is not None

    @property
    def standing(self) -> Standing:
        if self.is_rejected:
            return Standing.REJECTED
        return Standing.VERIFIED if self.is_verified else Standing.UNVERIFIED

    @property
    def standing_shape(self) -> str:
        return Standing(self.standing).shape


class EmployerMembership(Membership):
    scope_field = "employer_id"
    role_given = Role.EMPLOYER_MEMBER

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="memberships", verbose_name="perusahaan")
    position = models.CharField("jabatan", max_length=100, blank=True)

    objects = EmployerMembershipQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.user} · {self.employer}"


class EmployerVerification(models.Model):
    """The log of what was found out about an employer: who looked, at what, and with which outcome."""

    audited = False  # a log
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="verifications", verbose_name="perusahaan")
    outcome = models.CharField("hasil", max_length=10, choices=VerificationOutcome.choices)
    basis = models.CharField("cara memeriksa", max_length=12, choices=VerificationBasis.choices, blank=True)
    checks = models.JSONField("yang diperiksa", default=list, blank=True)  # keys of Checked
    reason = models.CharField("alasan", max_length=300, blank=True)
    school = models.ForeignKey(
        School, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="BKK yang memeriksa"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    at = models.DateTimeField("waktu", default=timezone.now)

    objects = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat verifikasi"
        verbose_name_plural = "riwayat verifikasi"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.get_outcome_display()

    @property
    def checked_texts(self) -> list[str]:
        return [Checked(key).label for key in self.checks]


class EmployerContact(TimeStamped):
    """Somebody at the employer whom a BKK can call. Read by BKKs and by the employer itself, never in public."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="contacts", verbose_name="perusahaan")
    name = models.CharField("nama", max_length=120)
    position = models.CharField("jabatan", max_length=100, blank=True)
    phone = models.CharField("HP/WhatsApp", max_length=16, blank=True)
    email = models.EmailField("surel", blank=True)
    is_main = models.BooleanField("yang dihubungi lebih dulu", default=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "narahubung perusahaan"
        verbose_name_plural = "narahubung perusahaan"
        ordering = ["-is_main", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(phone="") | ~Q(email=""),
                name="employer_contact_reachable",
                violation_error_message="Isi nomor HP atau surel narahubung ini.",
            ),
            models.UniqueConstraint(
                fields=["employer"],
                condition=Q(is_main=True),
                name="employer_contact_one_main",
                violation_error_message="Sudah ada narahubung lain yang dihubungi lebih dulu.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
