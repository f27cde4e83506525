import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.models import Membership
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.text.formatting import ROMAN
from bkk_portal.kit.web.files import upload_path
from bkk_portal.regions.models import District, Regency, Village
from placements.schools.enums import ActivityKind, PlanItem, SchoolStatus
from placements.schools.queries import (
    ActivityQuerySet,
    DecisionQuerySet,
    ForumMembershipQuerySet,
    PhotoQuerySet,
    PlanQuerySet,
    SchoolMembershipQuerySet,
    SchoolQuerySet,
    TargetQuerySet,
)

QUARTERS = (1, 2, 3, 4)


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

    def __str__(self) -> str:
        return self.name

    @property
    def needs_reissue(self) -> bool:
        """The tanda daftar names another head: it is issued anew then (Permenaker 39/2016 art. 36)."""
        return bool(self.registration_number and self.registered_head and self.bkk_head != self.registered_head)

    @property
    def registration_status(self) -> tuple[str, str]:
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

    def __str__(self) -> str:
        return f"{self.user} · {self.school}"


class ForumMembership(Membership):
    """The chair of the association of BKKs of one regency: totals of all schools, meetings, no personal data."""

    scope_field = "regency_id"
    role_given = Role.FORUM_CHAIR

    regency = models.ForeignKey(Regency, models.PROTECT, related_name="forum_memberships", verbose_name="wilayah")

    objects = ForumMembershipQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.user} · Forum BKK {self.regency}"


class SchoolActivity(TimeStamped):
    """What a BKK does, or, without a school, what the forum does (rapat)."""

    school = models.ForeignKey(
        School, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name="sekolah"
    )
    kind = models.CharField("jenis", max_length=16, choices=ActivityKind.choices)
    title = models.CharField("kegiatan", max_length=150)
    held_on = models.DateField("tanggal")
    starts_at = models.TimeField("pukul", null=True, blank=True)
    place = models.CharField("tempat", max_length=150, blank=True)
    partner = models.CharField("bersama", max_length=150, blank=True)
    agenda = models.TextField("agenda", blank=True)
    notes = models.TextField("catatan", blank=True)
    attendance = models.PositiveIntegerField("jumlah hadir", null=True, blank=True)
    schools_present = models.ManyToManyField(
        School, blank=True, related_name="meetings_attended", verbose_name="BKK yang hadir"
    )
    is_public = models.BooleanField("tampil di kalender umum", default=False)
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = ActivityQuerySet.as_manager()
    audited_links = ("schools_present",)

    class Meta:
        verbose_name = "kegiatan BKK"
        verbose_name_plural = "kegiatan BKK"
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def host(self) -> str:
        return str(self.school) if self.school_id else "Forum BKK"


class ActivityPhoto(TimeStamped):
    activity = models.ForeignKey(SchoolActivity, models.CASCADE, related_name="photos", verbose_name="kegiatan")
    image = models.ImageField("foto", upload_to=upload_path("kegiatan"))
    caption = models.CharField("keterangan", max_length=120, blank=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto kegiatan"
        verbose_name_plural = "foto kegiatan"
        ordering = ["activity", "pk"]

    def __str__(self) -> str:
        return self.caption or f"Foto {self.activity}"


class MeetingDecision(TimeStamped):
    """What a meeting decided: who does it, until when, and when it was done."""

    activity = models.ForeignKey(SchoolActivity, models.CASCADE, related_name="decisions", verbose_name="rapat")
    text = models.CharField("keputusan", max_length=300)
    owner = models.CharField("penanggung jawab", max_length=120)
    due_on = models.DateField("paling lambat", null=True, blank=True)
    done_on = models.DateField("selesai pada", null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "keputusan rapat"
        verbose_name_plural = "keputusan rapat"
        ordering = [F("done_on").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        if self.due_on and self.activity_id and self.due_on < self.activity.held_on:
            raise ValidationError({"due_on": "Batas waktu tidak bisa sebelum rapatnya."})


class PlacementPlan(TimeStamped):
    """What a BKK sets out to do in a year (rencana penempatan, Permenaker 39/2016: at least one year)."""

    school = models.ForeignKey(School, models.PROTECT, related_name="plans", verbose_name="sekolah")
    year = models.PositiveSmallIntegerField("tahun")
    notes = models.TextField("catatan", blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana penempatan"
        verbose_name_plural = "rencana penempatan"
        ordering = ["-year", "school"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "year"],
                name="placement_plan_one_a_year",
                violation_error_message="Rencana tahun ini sudah ada. Buka lalu ubah.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2015, year__lte=2100),
                name="placement_plan_year",
                violation_error_message="Tahun rencana harus antara 2015 dan 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"Rencana {self.year} · {self.school}"

    def rows(self) -> list[tuple[str, list[int | None], int]]:
        """[(label, [target or None of each quarter], total)] of the items that have a target."""
        kept = {(target.item, target.quarter): target.target for target in self.targets.all()}
        rows = [(item.label, [kept.get((item.value, quarter)) for quarter in QUARTERS]) for item in PlanItem]
        return [(label, cells, sum(filter(None, cells))) for label, cells in rows if any(c is not None for c in cells)]


class PlanTarget(models.Model):
    plan = models.ForeignKey(PlacementPlan, models.CASCADE, related_name="targets", verbose_name="rencana")
    item = models.CharField("butir", max_length=16, choices=PlanItem.choices)
    quarter = models.PositiveSmallIntegerField("triwulan")
    target = models.PositiveIntegerField("target")

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "target rencana"
        verbose_name_plural = "target rencana"
        ordering = ["plan", "item", "quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "item", "quarter"],
                name="plan_target_one_a_quarter",
                violation_error_message="Target butir ini pada triwulan ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="plan_target_quarter",
                violation_error_message="Triwulan adalah 1 sampai 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_item_display()}, triwulan {ROMAN[self.quarter]}: {self.target}"
