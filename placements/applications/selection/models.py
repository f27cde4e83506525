from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.text.formatting import hari_tanggal, jam, telepon
from placements.applications.models import Application
from placements.applications.selection.enums import (
    CallStatus,
    Outcome,
    Presence,
    Stage,
    Venue,
)
from placements.applications.selection.queries import CallQuerySet, DayQuerySet, SelectionSessionQuerySet
from placements.schools.models import School
from placements.vacancies.models import Vacancy


class SelectionDay(TimeStamped):
    """Rekrutmen dan seleksi: one date and place, several vacancies and employers, sessions with places."""

    school = models.ForeignKey(School, models.PROTECT, related_name="selection_days", verbose_name="penyelenggara")
    title = models.CharField("nama kegiatan", max_length=120)
    stage = models.CharField("tahap", max_length=10, choices=Stage.choices, default=Stage.TEST)
    held_on = models.DateField("tanggal")
    venue = models.CharField("di mana", max_length=8, choices=Venue.choices, default=Venue.SCHOOL)
    place = models.CharField("tempat dan alamat", max_length=200)
    bring = models.CharField("yang harus dibawa", max_length=200, blank=True)
    contact_name = models.CharField("nama narahubung", max_length=100)
    contact_phone = models.CharField("HP/WhatsApp narahubung", max_length=16)
    notes = models.TextField("catatan untuk yang diundang", max_length=500, blank=True)
    vacancies = models.ManyToManyField(Vacancy, related_name="selection_days", verbose_name="lowongan")
    is_shared = models.BooleanField("BKK lain boleh mengundang alumninya", default=False)
    is_public = models.BooleanField("tampil di kalender umum dan halaman lowongan", default=False)
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    cancel_reason = models.CharField("alasan batal", max_length=200, blank=True)
    report = models.OneToOneField(
        IssuedDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="selection_day",
        verbose_name="laporan terbit",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )

    objects = DayQuerySet.as_manager()
    audited_links = ("vacancies",)

    class Meta:
        verbose_name = "hari seleksi"
        verbose_name_plural = "hari seleksi"
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["school", "-held_on"], name="selection_day_of_school"),
            models.Index(fields=["held_on"], name="selection_day_when"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancel_reason="")
                | Q(cancelled_at__isnull=False) & ~Q(cancel_reason=""),
                name="selection_day_cancelled_with_reason",
                violation_error_message="Hari seleksi yang dibatalkan harus punya waktu dan alasan.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_over(self) -> bool:
        return self.held_on < timezone.localdate()

    @property
    def has_come(self) -> bool:
        """From the morning of the day on: attendance and results may be noted."""
        return self.held_on <= timezone.localdate()

    @property
    def contact(self) -> str:
        """Maria Nenobais, 0812-3456-7890"""
        return f"{self.contact_name}, {telepon(self.contact_phone)}"


class SelectionSession(TimeStamped):
    """Some hours of the day with so many places. `taken` counts invitations that are not declined, under its lock."""

    day = models.ForeignKey(SelectionDay, models.CASCADE, related_name="sessions", verbose_name="hari seleksi")
    starts_at = models.TimeField("mulai pukul")
    ends_at = models.TimeField("selesai pukul")
    room = models.CharField("ruang atau meja", max_length=80, blank=True)
    capacity = models.PositiveSmallIntegerField("tempat")
    taken = models.PositiveSmallIntegerField("terisi", default=0, editable=False)

    objects = SelectionSessionQuerySet.as_manager()
    unaudited_fields = ("taken",)

    class Meta:
        verbose_name = "sesi seleksi"
        verbose_name_plural = "sesi seleksi"
        ordering = ["day", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="selection_session_ends_after_start",
                violation_error_message="Sesi harus selesai setelah dimulai.",
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1),
                name="selection_session_has_places",
                violation_error_message="Sesi harus punya paling sedikit 1 tempat.",
            ),
            models.CheckConstraint(
                condition=Q(taken__lte=F("capacity")),
                name="selection_session_not_over_full",
                violation_error_message="Sesi ini sudah penuh.",
            ),
            models.UniqueConstraint(
                fields=["day", "starts_at", "room"],
                name="selection_session_once",
                violation_error_message="Sudah ada sesi pada jam dan ruang yang sama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hours}, {self.room}" if self.room else self.hours

    @property
    def hours(self) -> str:
        """08.00–10.00"""
        return f"{jam(self.starts_at)}–{jam(self.ends_at)}"

    @property
    def free(self) -> int:
        return self.capacity - self.taken

    def overlaps(self, other: "SelectionSession") -> bool:
        """Both on one date."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


class SelectionInvitation(TimeStamped):
    """An application called to a session: the answer, whether the person came, and with what result."""

    # The session's own day, repeated so that the database can see that nobody is invited to a day twice.
    day = models.ForeignKey(SelectionDay, models.PROTECT, related_name="calls", verbose_name="hari seleksi")
    session = models.ForeignKey(SelectionSession, models.PROTECT, related_name="calls", verbose_name="sesi")
    application = models.ForeignKey(Application, models.PROTECT, related_name="selection_calls", verbose_name="lamaran")
    status = models.CharField("jawaban", max_length=10, choices=CallStatus.choices, default=CallStatus.SENT)
    reason = models.CharField("alasan tidak datang", max_length=200, blank=True)
    answered_at = models.DateTimeField("dijawab", null=True, blank=True)
    reminded_at = models.DateTimeField("diingatkan", null=True, blank=True)
    presence = models.CharField("kehadiran", max_length=8, choices=Presence.choices, blank=True)
    presence_at = models.DateTimeField("kehadiran dicatat", null=True, blank=True)
    presence_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    result = models.CharField("hasil", max_length=8, choices=Outcome.choices, blank=True)
    result_reason = models.CharField("alasan hasil", max_length=300, blank=True)
    result_at = models.DateTimeField("hasil dicatat", null=True, blank=True)
    result_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dinilai oleh"
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diundang oleh"
    )
    invited_at = models.DateTimeField("diundang", default=timezone.now)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = "undangan seleksi"
        verbose_name_plural = "undangan seleksi"
        ordering = ["day", "session", "pk"]
        indexes = [models.Index(fields=["day", "presence", "result"], name="selection_call_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "application"],
                name="selection_call_once",
                violation_error_message="Pelamar ini sudah diundang ke hari seleksi tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(reason="") | Q(status="declined"),
                name="selection_call_reason_of_decline",
                violation_error_message="Alasan hanya untuk undangan yang ditolak.",
            ),
            models.CheckConstraint(
                condition=Q(presence="", presence_at__isnull=True) | ~Q(presence="") & Q(presence_at__isnull=False),
                name="selection_call_presence_has_time",
                violation_error_message="Kehadiran harus punya waktu pencatatan.",
            ),
            models.CheckConstraint(
                condition=Q(result="") | Q(presence="present"),
                name="selection_call_result_after_coming",
                violation_error_message="Hasil hanya untuk yang tercatat hadir.",
            ),
            models.CheckConstraint(
                condition=~Q(result="rejected") | ~Q(result_reason=""),
                name="selection_call_rejected_with_reason",
                violation_error_message="Yang tidak lulus harus diberi alasan yang dapat dibaca pelamar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application} · {self.day}"

    @property
    def status_shape(self) -> str:
        return CallStatus(self.status).shape

    @property
    def presence_shape(self) -> str:
        return Presence(self.presence).shape if self.presence else "neutral"

    @property
    def result_shape(self) -> str:
        return Outcome(self.result).shape if self.result else "neutral"

    @property
    def waits(self) -> bool:
        return self.status == CallStatus.SENT

    @property
    def is_accepted(self) -> bool:
        return self.status == CallStatus.ACCEPTED

    @property
    def is_declined(self) -> bool:
        return self.status == CallStatus.DECLINED

    @property
    def came(self) -> bool:
        return self.presence == Presence.PRESENT

    @property
    def when(self) -> str:
        """Selasa, 1 Desember 2026 pukul 08.00–10.00 WITA"""
        return f"{hari_tanggal(self.day.held_on)} pukul {self.session.hours} WITA"
