from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.enums import Alignment
from bkk_portal.people.models import ActivitySpell, Occupation
from placements.alumni.models import Alumnus
from placements.applications.models import Application
from placements.employers.models import Employer
from placements.outcomes.enums import ContractKind, PlacementScope
from placements.outcomes.queries import PlacementQuerySet


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
    alignment = models.PositiveSmallIntegerField("keselarasan", choices=Alignment.choices, null=True, blank=True)
    evidence = models.FileField("bukti", upload_to=upload_path("bukti"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    cancel_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = PlacementQuerySet.as_manager()
    history = HistoricalRecords()

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
        ]

    def __str__(self):
        return f"{self.alumnus} · {self.position}"
