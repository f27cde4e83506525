from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from simple_history.models import HistoricalRecords

from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from placements.schools.enums import ActivityKind
from placements.schools.models.schools import School
from placements.schools.queries import ActivityQuerySet, DecisionQuerySet, PhotoQuerySet


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
    history = HistoricalRecords(m2m_fields=[schools_present])

    class Meta:
        verbose_name = "kegiatan BKK"
        verbose_name_plural = "kegiatan BKK"
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return self.title

    @property
    def host(self):
        return str(self.school) if self.school_id else "Forum BKK"


class ActivityPhoto(TimeStamped):
    activity = models.ForeignKey(SchoolActivity, models.CASCADE, related_name="photos", verbose_name="kegiatan")
    image = models.ImageField("foto", upload_to=upload_path("kegiatan"))
    caption = models.CharField("keterangan", max_length=120, blank=True)

    objects = PhotoQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "foto kegiatan"
        verbose_name_plural = "foto kegiatan"
        ordering = ["activity", "pk"]

    def __str__(self):
        return self.caption or f"Foto {self.activity}"


class MeetingDecision(TimeStamped):
    """What a meeting decided: who does it, until when, and when it was done."""

    activity = models.ForeignKey(SchoolActivity, models.CASCADE, related_name="decisions", verbose_name="rapat")
    text = models.CharField("keputusan", max_length=300)
    owner = models.CharField("penanggung jawab", max_length=120)
    due_on = models.DateField("paling lambat", null=True, blank=True)
    done_on = models.DateField("selesai pada", null=True, blank=True)

    objects = DecisionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "keputusan rapat"
        verbose_name_plural = "keputusan rapat"
        ordering = [F("done_on").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk"]

    def __str__(self):
        return self.text

    def clean(self):
        if self.due_on and self.activity_id and self.due_on < self.activity.held_on:
            raise ValidationError({"due_on": "Batas waktu tidak bisa sebelum rapatnya."})
