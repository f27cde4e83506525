from django.conf import settings
from django.db import models
from django.db.models import Q

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.enums import Alignment
from bkk_portal.people.models import ActivitySpell, Occupation
from placements.alumni.models import Alumnus
from placements.applications.models import Application
from placements.employers.models import Employer
from placements.outcomes.enums import (
    LEFT,
    ContractKind,
    FollowUpOutcome,
    PayBand,
    PlacementScope,
    Proof,
)
from placements.outcomes.queries import FollowUpQuerySet, PlacementQuerySet, WageQuerySet


class MinimumWage(TimeStamped):
    """UMK of a year: what pay is measured by. Filled in by the portal's keeper from the governor's decree."""

    year = models.PositiveSmallIntegerField("tahun", unique=True)
    amount = models.PositiveIntegerField("UMK per bulan (Rp)")
    source = models.CharField("dasar hukum", max_length=200, blank=True)

    objects = WageQuerySet.as_manager()

    class Meta:
        verbose_name = "upah minimum (UMK)"
        verbose_name_plural = "upah minimum (UMK)"
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="minimum_wage_positive",
                violation_error_message="UMK harus lebih dari nol.",
            )
        ]

    def __str__(self) -> str:
        return f"UMK {self.year}"


class Placement(TimeStamped):
    """A dated record of its own, never guessed from an application's status. It opens a `working` spell."""

    alumnus = models.ForeignKey(Alumnus, models.PROTECT, related_name="placements", verbose_name="alumni")
    application = models.OneToOneField(
        Application, models.PROTECT, null=True, blank=True, related_name="placement", verbose_name="lamaran"
    )
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="placements", verbose_name="perusahaan")
    spell = models.OneToOneField(ActivitySpell, models.PROTECT, related_name="placement", verbose_name="masa kerja")
    position = models.CharField("jabatan", max_length=150)
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="jabatan (KBJI)"
    )
    scope = models.CharField("jenis penempatan", max_length=4, choices=PlacementScope.choices)
    contract = models.CharField("ikatan kerja", max_length=12, choices=ContractKind.choices)
    starts_on = models.DateField("mulai bekerja")
    # Kept so that the database itself can refuse a minor, whatever path the row came by.
    age_at_start = models.PositiveSmallIntegerField("umur saat mulai", editable=False)
    monthly_pay = models.PositiveIntegerField("gaji per bulan (Rp)", null=True, blank=True)
    # Where the exact pay is not known; else the band follows from pay and UMK (pay.py).
    pay_band = models.CharField("kisaran gaji", max_length=10, choices=PayBand.choices, blank=True)
    alignment = models.PositiveSmallIntegerField("keselarasan", choices=Alignment.choices, null=True, blank=True)
    # Who looked and when stands on the spell; until then this is only what somebody says.
    proof = models.CharField("diperiksa lewat", max_length=12, choices=Proof.choices, blank=True)
    evidence = models.FileField("bukti", upload_to=upload_path("bukti"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    cancel_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = "penempatan"
        verbose_name_plural = "penempatan"
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["starts_on"], name="placement_start")]
        constraints = [
            models.CheckConstraint(
                condition=Q(age_at_start__gte=18),
                name="placement_adult",
                violation_error_message="Penempatan hanya untuk yang sudah berumur 18 tahun saat mulai bekerja.",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | ~Q(cancel_reason=""),
                name="placement_cancelled_with_reason",
                violation_error_message="Pembatalan penempatan harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(scope__in=PlacementScope.values),
                name="placement_within_indonesia",
                violation_error_message="BKK hanya menempatkan di dalam negeri (AKL atau AKAD).",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alumnus} · {self.position}"

    @property
    def is_verified(self) -> bool:
        return self.spell.verified_at is not None

    @property
    def status(self) -> tuple[str, str]:
        """(word, kind of status): what is true of the placement today."""
        if self.cancelled_at:
            return "Dibatalkan", "stopped"
        if self.spell.until:
            return "Berakhir", "neutral"
        return ("Bekerja", "done") if self.is_verified else ("Belum diperiksa", "attention")


class PlacementFollowUp(TimeStamped):
    """Whether somebody is still at work 3, 6 and 12 months after a placement. Made by chores when the day comes."""

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="follow_ups", verbose_name="penempatan")
    months = models.PositiveSmallIntegerField("bulan ke")
    due_on = models.DateField("jatuh tempo")
    outcome = models.CharField("hasil", max_length=8, choices=FollowUpOutcome.choices, blank=True)
    left_on = models.DateField("hari kerja terakhir", null=True, blank=True)
    note = models.CharField("catatan", max_length=300, blank=True)
    done_at = models.DateTimeField("diisi", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diisi oleh"
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = "tindak lanjut penempatan"
        verbose_name_plural = "tindak lanjut penempatan"
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], name="follow_up_open", condition=Q(done_at__isnull=True))]
        constraints = [
            models.UniqueConstraint(fields=["placement", "months"], name="follow_up_once"),
            models.CheckConstraint(
                condition=Q(outcome="", done_at__isnull=True) | (~Q(outcome="") & Q(done_at__isnull=False)),
                name="follow_up_done_whole",
                violation_error_message="Hasil dan waktu pengisian harus ada bersama.",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(outcome__in=LEFT),
                name="follow_up_left",
                violation_error_message="Hari kerja terakhir hanya untuk yang pindah atau berhenti.",
            ),
        ]

    def __str__(self) -> str:
        return f"Bulan ke-{self.months}"

    @property
    def outcome_shape(self) -> str:
        return FollowUpOutcome(self.outcome).shape if self.outcome else "waiting"
