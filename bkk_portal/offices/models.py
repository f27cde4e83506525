from django.db import models
from django.db.models import Q

from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.models import Membership
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.enums import AgencyRole
from bkk_portal.offices.queries import AgencyMembershipQuerySet, AgencyQuerySet


class Agency(TimeStamped):
    """A city office (OPD) that runs trainings. What stands on its letters is set here, never in templates."""

    name = models.CharField("nama", max_length=150, unique=True)
    short_name = models.CharField("singkatan", max_length=40, unique=True)
    government = models.CharField("pemerintah", max_length=120, default="Pemerintah Kota Kupang")
    address = models.CharField("alamat", max_length=200, blank=True)
    phone = models.CharField("telepon", max_length=20, blank=True)
    email = models.EmailField("surel", blank=True)
    head_title = models.CharField("jabatan kepala", max_length=80, default="Kepala Dinas")
    head_name = models.CharField("nama kepala", max_length=120, blank=True)
    head_nip = models.CharField("NIP kepala", max_length=18, blank=True)
    logo = models.ImageField("logo", upload_to=upload_path("logo"), blank=True)
    supervises_bkk = models.BooleanField(
        "membina BKK", default=False, help_text="Kantor yang mendaftar dan membina BKK (Permenaker 39/2016)."
    )

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = "dinas"
        verbose_name_plural = "dinas"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.short_name


class AgencyMembership(Membership):
    scope_field = "agency_id"

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships", verbose_name="dinas")
    role = models.CharField("peran", max_length=20, choices=AgencyRole.choices, default=AgencyRole.OFFICER)
    nip = models.CharField("NIP", max_length=18, blank=True)
    position = models.CharField("jabatan", max_length=100, blank=True)

    objects = AgencyMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "petugas dinas"
        verbose_name_plural = "petugas dinas"
        ordering = ["agency", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency"],
                condition=Q(ended_on__isnull=True),
                name="agency_membership_one_current",
                violation_error_message="Orang ini sudah menjadi petugas dinas tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("started_on")),
                name="agency_membership_ends_after_start",
                violation_error_message="Tanggal berakhir harus setelah tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.agency}"

    @property
    def role_given(self) -> Role:
        return Role(self.role)
