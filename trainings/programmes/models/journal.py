from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from trainings.programmes.models.trainings import TrainingSession
from trainings.programmes.queries import JournalPhotoQuerySet, JournalQuerySet


class JournalEntry(TimeStamped):
    """What was done on a day of a training, in the words of who was there."""

    session = models.OneToOneField(
        TrainingSession, models.PROTECT, related_name="journal", verbose_name="hari pelatihan"
    )
    text = models.TextField("kegiatan hari itu", max_length=3000)
    problems = models.TextField("kendala", max_length=1000, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ditulis oleh"
    )

    objects = JournalQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "jurnal harian"
        verbose_name_plural = "jurnal harian"
        ordering = ["session__held_on", "pk"]

    def __str__(self):
        return f"Jurnal {self.session}"


class JournalPhoto(TimeStamped):
    entry = models.ForeignKey(JournalEntry, models.CASCADE, related_name="photos", verbose_name="jurnal")
    image = models.ImageField("foto", upload_to=upload_path("jurnal"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ditambahkan oleh"
    )

    objects = JournalPhotoQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "foto jurnal"
        verbose_name_plural = "foto jurnal"
        ordering = ["pk"]

    def __str__(self):
        return f"Foto {self.pk} · {self.entry}"
