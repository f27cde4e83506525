import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.models import Membership
from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from bkk_portal.regions.models import District, Regency, Village
from placements.schools.enums import SchoolStatus
from placements.schools.queries import ForumMembershipQuerySet, SchoolMembershipQuerySet, SchoolQuerySet


class School(TimeStamped):
    """An SMK and its BKK. Registration (tanda daftar) follows Permenaker 39/2016 art. 31–36."""

    npsn = models.CharField("NPSN", max_length=8, unique=True)
    name = models.CharField("nama sekolah", max_length=120)
    status = models.CharField("status", max_length=8, choices=SchoolStatus.choices)
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, related_name="schools", verbose_name="kecamatan"
    )
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="schools", verbose_name="kelurahan"
    )
    address = models.CharField("alamat", max_length=200, blank=True)
    phone = models.CharField("telepon", max_length=20, blank=True)
    email = models.EmailField("surel", blank=True)
    website = models.URLField("situs", blank=True)
    logo = models.ImageField("logo", upload_to=upload_path("logo"), blank=True)
    principal_name = models.CharField("nama kepala sekolah", max_length=120, blank=True)
    principal_nip = models.CharField("NIP kepala sekolah", max_length=18, blank=True)
    bkk_head = models.CharField("ketua BKK", max_length=120, blank=True)
    registration_number = models.CharField("nomor tanda daftar BKK", max_length=80, blank=True)
    registered_on = models.DateField("tanggal tanda daftar", null=True, blank=True)
    # Permenaker 39/2016 knows no end while the BKK is active; filled in where the paper names one.
    registered_until = models.DateField("berlaku sampai", null=True, blank=True)
    registration_file = models.FileField("berkas tanda daftar", upload_to=upload_path("tanda-daftar"), blank=True)
    registered_head = models.CharField("ketua BKK pada tanda daftar", max_length=120, blank=True)

    objects = SchoolQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "sekolah"
        verbose_name_plural = "sekolah"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(npsn__regex=r"^[0-9A-Z]{8}$"),
                name="school_npsn_form",
                violation_error_message="NPSN harus 8 karakter.",
            ),
            models.CheckConstraint(
                condition=Q(registered_until__isnull=True) | Q(registered_until__gt=F("registered_on")),
                name="school_registration_ends_after_start",
                violation_error_message="Tanggal berlaku harus setelah tanggal tanda daftar.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def needs_reissue(self):
        """The tanda daftar names another head: it is issued anew then (Permenaker 39/2016 art. 36)."""
        return bool(self.registration_number and self.registered_head and self.bkk_head != self.registered_head)

    @property
    def registration_state(self):
        """(word, kind of status) of the tanda daftar, what is wrong with it first."""
        today, end = timezone.localdate(), self.registered_until
        if not self.registration_number:
            return "Belum terdaftar", "attention"
        if end and end < today:
            return "Sudah berakhir", "attention"
        if self.needs_reissue:
            return "Ketua berganti", "attention"
        if end and end <= today + dt.timedelta(days=settings.RULES["registration_ends_days"]):
            return "Segera berakhir", "waiting"
        return "Terdaftar", "done"


class SchoolMembership(Membership):
    scope_field = "school_id"
    role_given = Role.SCHOOL_COORDINATOR

    school = models.ForeignKey(School, models.PROTECT, related_name="memberships", verbose_name="sekolah")

    objects = SchoolMembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "koordinator BKK"
        verbose_name_plural = "koordinator BKK"
        ordering = ["school", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "school"],
                condition=Q(ended_on__isnull=True),
                name="school_membership_one_current",
                violation_error_message="Orang ini sudah menjadi koordinator BKK sekolah tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="school_membership_ends_after_start",
                violation_error_message="Tanggal berakhir harus setelah tanggal mulai.",
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.school}"


class ForumMembership(Membership):
    """The chair of the association of BKKs of one regency: totals of all schools, meetings, no personal data."""

    scope_field = "regency_id"
    role_given = Role.FORUM_CHAIR

    regency = models.ForeignKey(Regency, models.PROTECT, related_name="forum_memberships", verbose_name="wilayah")

    objects = ForumMembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "ketua forum BKK"
        verbose_name_plural = "ketua forum BKK"
        ordering = ["regency", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "regency"],
                condition=Q(ended_on__isnull=True),
                name="forum_membership_one_current",
                violation_error_message="Orang ini sudah menjadi ketua forum di wilayah tersebut.",
            )
        ]

    def __str__(self):
        return f"{self.user} · Forum BKK {self.regency}"
