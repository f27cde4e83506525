from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from trainings.participants.enums import Presence
from trainings.participants.models.participants import Participant
from trainings.participants.queries import AttendanceQuerySet
from trainings.programmes.models import TrainingSession


class Attendance(TimeStamped):
    """A row exists only for someone enrolled in the training of the session (actions.record_attendance)."""

    session = models.ForeignKey(
        TrainingSession, models.CASCADE, related_name="attendances", verbose_name="hari pelatihan"
    )
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="attendances", verbose_name="peserta")
    presence = models.CharField("kehadiran", max_length=8, choices=Presence.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    # A page that was offline may send late, and more than once: an older mark never replaces a newer one.
    marked_at = models.DateTimeField("ditandai", default=timezone.now)
    stamp = models.UUIDField("tanda kiriman", null=True, blank=True)

    objects = AttendanceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "participant"],
                name="attendance_once",
                violation_error_message="Kehadiran peserta ini pada hari tersebut sudah dicatat.",
            )
        ]

    def __str__(self):
        return self.get_presence_display()
