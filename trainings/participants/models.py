from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.states import StatusLog, log_fields
from bkk_portal.people.models import Person
from bkk_portal.regions.models import Village
from trainings.participants.enums import (
    PARTICIPANT_TRANSITIONS,
    Activity,
    Channel,
    ParticipantStatus,
    Presence,
)
from trainings.participants.queries import (
    AttendanceQuerySet,
    ParticipantQuerySet,
    ParticipantRowQuerySet,
)
from trainings.programmes.enums import BEFORE_START
from trainings.programmes.models import PriorityGroup, SelectionCriterion, Training, TrainingSession


class Participant(TimeStamped):
    """Person × training."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="participants", verbose_name="pelatihan")
    person = models.ForeignKey(Person, models.PROTECT, related_name="participations", verbose_name="orang")
    origin_village = models.ForeignKey(
        Village,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participants",
        verbose_name="kelurahan asal",
    )
    status = models.CharField(
        "status", max_length=10, choices=ParticipantStatus.choices, default=ParticipantStatus.REGISTERED
    )
    reason = models.CharField("alasan", max_length=300, blank=True)
    score = models.DecimalField("nilai", max_digits=5, decimal_places=2, null=True, blank=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="didaftarkan oleh"
    )
    channel = models.CharField("cara mendaftar", max_length=8, choices=Channel.choices, default=Channel.OFFICER)
    # What the person said on joining; afterwards people.ActivitySpell tells the story.
    activity = models.CharField("kegiatan saat mendaftar", max_length=24, choices=Activity.choices, blank=True)
    groups = models.ManyToManyField(
        PriorityGroup, blank=True, related_name="participants", verbose_name="kelompok yang didahulukan"
    )
    # [[kind, effect, sentence], …] as eligibility.findings_of() saw it when the person was registered.
    findings = models.JSONField("catatan syarat", default=list, blank=True)
    override_reason = models.CharField("alasan pengecualian", max_length=300, blank=True)
    override_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dikecualikan oleh",
    )

    objects = ParticipantQuerySet.as_manager()
    # of a row read with_attendance(), with in_line()
    recorded: int
    present: int
    total: float | None
    is_priority: bool

    class Meta:
        verbose_name = "peserta"
        verbose_name_plural = "peserta"
        ordering = ["person__name", "pk"]
        indexes = [models.Index(fields=["training", "status"], name="participant_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "person"],
                name="participant_once",
                violation_error_message="Orang ini sudah terdaftar di pelatihan ini.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["refused", "failed", "dropped", "withdrawn"]) | ~Q(reason=""),
                name="participant_turned_down_with_reason",
                violation_error_message="Tidak diterima, mundur, tidak lulus atau berhenti harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=100),
                name="participant_score_range",
                violation_error_message="Nilai harus antara 0 dan 100.",
            ),
            models.CheckConstraint(
                condition=Q(override_by__isnull=True, override_reason="")
                | (Q(override_by__isnull=False) & ~Q(override_reason="")),
                name="participant_override_with_reason",
                violation_error_message="Pengecualian harus menyebut siapa dan mengapa.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def status_shape(self) -> str:
        return ParticipantStatus(self.status).shape

    @property
    def may_withdraw(self) -> bool:
        """By themselves, before the first day."""
        steps = PARTICIPANT_TRANSITIONS[ParticipantStatus(self.status)]
        return ParticipantStatus.WITHDRAWN in steps and self.training.status in BEFORE_START

    @property
    def notes(self) -> list[str]:
        """What the conditions of the programme had to say on registering: [sentence]."""
        return [sentence for _, _, sentence in self.findings]


class ParticipantStatusLog(StatusLog):
    audited = False  # a log
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="status_log", verbose_name="peserta")
    from_status, to_status = log_fields(ParticipantStatus)

    objects = ParticipantRowQuerySet.as_manager()

    class Meta(StatusLog.Meta):
        verbose_name = "riwayat status peserta"
        verbose_name_plural = "riwayat status peserta"


class SelectionScore(TimeStamped):
    """The points of one applicant for one criterion."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="points", verbose_name="pendaftar")
    criterion = models.ForeignKey(
        SelectionCriterion, models.PROTECT, related_name="points", verbose_name="kriteria seleksi"
    )
    points = models.PositiveSmallIntegerField("nilai")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dinilai oleh"
    )

    objects = ParticipantRowQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai seleksi"
        verbose_name_plural = "nilai seleksi"
        ordering = ["criterion__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "criterion"],
                name="selection_score_once",
                violation_error_message="Kriteria ini sudah dinilai untuk pendaftar tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(points__lte=100),
                name="selection_score_range",
                violation_error_message="Nilai seleksi harus antara 0 dan 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion.name}: {self.points}"


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

    def __str__(self) -> str:
        return self.get_presence_display()
