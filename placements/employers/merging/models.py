from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bkk_portal.kit.models import TimeStamped
from placements.employers.enums import MergeStatus
from placements.employers.merging.queries import MergeProposalQuerySet
from placements.employers.models import Employer
from placements.schools.models import School


class EmployerMergeProposal(TimeStamped):
    """A BKK says that two entries are one company; the chair of the forum decides.

    The entry that goes is deleted when they are merged: its number and name stay here, so that old links lead on.
    """

    kept = models.ForeignKey(Employer, models.PROTECT, related_name="merges_kept", verbose_name="perusahaan yang tetap")
    dropped = models.ForeignKey(
        Employer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merges_dropped",
        verbose_name="perusahaan yang dilebur",
    )
    dropped_key = models.PositiveBigIntegerField("nomor yang dilebur", db_index=True)
    dropped_name = models.CharField("nama yang dilebur", max_length=150)
    reason = models.CharField("mengapa keduanya sama", max_length=300)
    status = models.CharField("keadaan", max_length=8, choices=MergeStatus.choices, default=MergeStatus.WAITING)
    school = models.ForeignKey(
        School, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diusulkan BKK"
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diusulkan oleh"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diputuskan oleh",
    )
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)
    answer = models.CharField("alasan keputusan", max_length=300, blank=True)
    moved = models.JSONField("baris yang dipindahkan", default=dict, blank=True)  # {model: number of rows}

    objects = MergeProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "usul penyatuan perusahaan"
        verbose_name_plural = "usul penyatuan perusahaan"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dropped__isnull=True) | ~Q(dropped=F("kept")),
                name="employer_merge_of_two",
                violation_error_message="Sebuah perusahaan tidak dapat disatukan dengan dirinya sendiri.",
            ),
            models.UniqueConstraint(
                fields=["dropped"],
                condition=Q(status=MergeStatus.WAITING),
                name="employer_merge_one_waiting",
                violation_error_message="Sudah ada usul penyatuan perusahaan ini yang menunggu.",
            ),
            models.CheckConstraint(
                condition=Q(status=MergeStatus.WAITING, decided_at__isnull=True, dropped__isnull=False)
                | ~Q(status=MergeStatus.WAITING) & Q(decided_at__isnull=False),
                name="employer_merge_decided_whole",
                violation_error_message="Keputusan dan waktunya harus ada bersama.",
            ),
            models.CheckConstraint(
                condition=~Q(status=MergeStatus.DECLINED) | ~Q(answer=""),
                name="employer_merge_declined_with_reason",
                violation_error_message="Tulis alasan mengapa keduanya tidak disatukan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dropped_name} → {self.kept}"

    @property
    def status_shape(self) -> str:
        return MergeStatus(self.status).shape
