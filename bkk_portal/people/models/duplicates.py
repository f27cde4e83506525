"""Two records that may be one person, and those that were one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.enums import PROBABLE, DuplicateReason
from bkk_portal.people.models.person import Person
from bkk_portal.people.queries import DuplicatePairQuerySet, MergeQuerySet


class DuplicatePair(TimeStamped):
    """Found by bkk_portal.people.duplicates. Once decided it means: not the same person, do not ask again."""

    first = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name="orang pertama")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name="orang kedua")
    reasons = models.JSONField("alasan", default=list)  # values of DuplicateReason
    weight = models.PositiveSmallIntegerField("bobot")
    decided_at = models.DateTimeField("dinyatakan bukan orang yang sama", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="oleh"
    )

    objects = DuplicatePairQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "kemungkinan catatan ganda"
        verbose_name_plural = "kemungkinan catatan ganda"
        ordering = ["-weight", "pk"]
        indexes = [
            models.Index(fields=["-weight", "id"], name="duplicate_open", condition=Q(decided_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="duplicate_pair_once",
                violation_error_message="Pasangan ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="duplicate_pair_in_order",
                violation_error_message="Pasangan terdiri dari dua orang, yang bernomor kecil lebih dulu.",
            ),
        ]

    def __str__(self):
        return f"{self.first} dan {self.second}"

    @property
    def reason_labels(self):
        return [DuplicateReason(reason).label for reason in self.reasons]

    @property
    def likelihood(self):
        """(word, kind of status)"""
        return ("Sangat mungkin", "attention") if self.weight >= PROBABLE else ("Mungkin", "waiting")


class PersonMerge(models.Model):
    """That a record went into another. Its own values stand in the history of Person under the number gone."""

    kept = models.ForeignKey(Person, models.CASCADE, related_name="merges", verbose_name="disatukan ke")
    gone = models.PositiveBigIntegerField("nomor orang yang hilang", unique=True)
    at = models.DateTimeField("waktu", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    moved = models.JSONField("yang dipindahkan", default=dict, blank=True)  # {model label: rows}

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = "penyatuan catatan"
        verbose_name_plural = "penyatuan catatan"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.gone} ke {self.kept_id}"
