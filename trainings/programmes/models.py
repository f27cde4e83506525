from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import PublicQuerySet, TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.offices.models import Agency
from bkk_portal.people.models import Konsentrasi, Occupation, Skill
from bkk_portal.regions.models import Village
from trainings.programmes.enums import FundingSource, RuleEffect, RuleKind, TrainingStatus
from trainings.programmes.queries import (
    BudgetQuerySet,
    InstructorQuerySet,
    JournalPhotoQuerySet,
    JournalQuerySet,
    ProgrammePartQuerySet,
    ProgrammeQuerySet,
    SessionQuerySet,
    TrainingQuerySet,
)


class Budget(TimeStamped):
    """One line of an office's budget of one year. What is planned and spent on it is summed up, never typed in."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="budgets", verbose_name="dinas")
    source = models.CharField("sumber dana", max_length=8, choices=FundingSource.choices)
    year = models.PositiveSmallIntegerField("tahun anggaran")
    code = models.CharField("kode rekening", max_length=60)
    name = models.CharField("kegiatan", max_length=200)
    ceiling = models.PositiveBigIntegerField("pagu (Rp)")

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = "anggaran"
        verbose_name_plural = "anggaran"
        ordering = ["-year", "code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "source", "code"],
                name="budget_line_unique",
                violation_error_message="Kode rekening ini sudah ada untuk tahun dan sumber dana tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(ceiling__gte=1),
                name="budget_ceiling_positive",
                violation_error_message="Pagu harus lebih dari nol.",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2000, 2100)),
                name="budget_year_sound",
                violation_error_message="Tahun anggaran harus antara 2000 dan 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()} {self.year} · {self.code} {self.name}"


class Instructor(TimeStamped):
    """Somebody who teaches at an office's trainings, written down once and chosen again."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="instructors", verbose_name="dinas")
    name = models.CharField("nama dan gelar", max_length=150)
    employer = models.CharField("lembaga asal", max_length=150, blank=True)
    competence = models.CharField("keahlian", max_length=150, blank=True)
    certificate_number = models.CharField("nomor sertifikat instruktur", max_length=80, blank=True)

    objects = InstructorQuerySet.as_manager()

    class Meta:
        verbose_name = "pelatih"
        verbose_name_plural = "pelatih"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name", "employer"],
                name="instructor_once",
                violation_error_message="Pelatih dengan nama dan lembaga ini sudah ada dalam daftar.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.employer})" if self.employer else self.name


class PriorityGroup(TimeStamped):
    """Whom a programme takes first, e.g. persons with disabilities. People say it of themselves."""

    name = models.CharField("kelompok", max_length=100, unique=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "kelompok prioritas"
        verbose_name_plural = "kelompok prioritas"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TrainingProgramme(TimeStamped):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="programmes", verbose_name="dinas")
    name = models.CharField("nama program", max_length=150)
    trade = models.CharField("bidang", max_length=80)
    hours = models.PositiveSmallIntegerField("lama (jam pelajaran, JP)")
    description = models.TextField("uraian", blank=True)
    syllabus = models.TextField("materi", blank=True)
    requirements = models.TextField("syarat peserta", blank=True)
    konsentrasi = models.ManyToManyField(
        Konsentrasi, blank=True, related_name="programmes", verbose_name="setara konsentrasi"
    )
    skills = models.ManyToManyField(
        Skill, blank=True, related_name="programmes", verbose_name="keterampilan yang diajarkan"
    )
    occupations = models.ManyToManyField(
        Occupation, blank=True, related_name="programmes", verbose_name="jabatan yang dituju (KBJI)"
    )
    priority_groups = models.ManyToManyField(
        PriorityGroup, blank=True, related_name="programmes", verbose_name="kelompok yang didahulukan"
    )
    min_attendance = models.PositiveSmallIntegerField("kehadiran paling sedikit untuk lulus (%)", default=80)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "program pelatihan"
        verbose_name_plural = "program pelatihan"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                name="programme_name_unique",
                violation_error_message="Program dengan nama ini sudah ada di dinas tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(hours__gte=1),
                name="programme_hours_positive",
                violation_error_message="Lama pelatihan paling sedikit 1 JP.",
            ),
            models.CheckConstraint(
                condition=Q(min_attendance__lte=100),
                name="programme_attendance_is_share",
                violation_error_message="Kehadiran paling sedikit harus antara 0 dan 100 persen.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CompetenceUnit(TimeStamped):
    """A unit of the national work competence standard (SKKNI) that a programme teaches, as the office typed it."""

    programme = models.ForeignKey(TrainingProgramme, models.CASCADE, related_name="units", verbose_name="program")
    code = models.CharField("kode unit", max_length=40)
    title = models.CharField("judul unit", max_length=250)
    position = models.PositiveSmallIntegerField("urutan", default=0)

    objects = ProgrammePartQuerySet.as_manager()

    class Meta:
        verbose_name = "unit kompetensi SKKNI"
        verbose_name_plural = "unit kompetensi SKKNI"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "code"],
                name="competence_unit_once",
                violation_error_message="Unit kompetensi ini sudah ada di program.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class EligibilityRule(TimeStamped):
    """One condition on who may join, as data: what is looked at, and whether it warns or refuses."""

    programme = models.ForeignKey(TrainingProgramme, models.CASCADE, related_name="rules", verbose_name="program")
    kind = models.CharField("syarat", max_length=12, choices=RuleKind.choices)
    effect = models.CharField("bila tidak terpenuhi", max_length=8, choices=RuleEffect.choices)
    min_age = models.PositiveSmallIntegerField("umur paling muda", null=True, blank=True)
    max_age = models.PositiveSmallIntegerField("umur paling tua", null=True, blank=True)

    objects = ProgrammePartQuerySet.as_manager()

    class Meta:
        verbose_name = "syarat peserta"
        verbose_name_plural = "syarat peserta"
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind"],
                name="eligibility_rule_once",
                violation_error_message="Syarat ini sudah ada di program.",
            ),
            models.CheckConstraint(
                condition=Q(min_age__isnull=True) | Q(max_age__isnull=True) | Q(min_age__lte=F("max_age")),
                name="eligibility_age_span",
                violation_error_message="Umur paling muda harus tidak lebih dari umur paling tua.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_effect_display().lower()}"

    @property
    def sentence(self) -> str:
        """What is asked, as people read it."""
        if self.kind != RuleKind.AGE:
            return f"{self.get_kind_display()}."
        span = [f"paling muda {self.min_age}"] if self.min_age else []
        span += [f"paling tua {self.max_age}"] if self.max_age else []
        return f"Umur {' dan '.join(span)} tahun pada hari pertama."


class SelectionCriterion(TimeStamped):
    """What applicants are given 0 to 100 points for, and how much it counts."""

    programme = models.ForeignKey(TrainingProgramme, models.CASCADE, related_name="criteria", verbose_name="program")
    name = models.CharField("yang dinilai", max_length=80)
    weight = models.PositiveSmallIntegerField("bobot")
    position = models.PositiveSmallIntegerField("urutan", default=0)

    objects = ProgrammePartQuerySet.as_manager()

    class Meta:
        verbose_name = "kriteria seleksi"
        verbose_name_plural = "kriteria seleksi"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "name"],
                name="selection_criterion_once",
                violation_error_message="Kriteria ini sudah ada di program.",
            ),
            models.CheckConstraint(
                condition=Q(weight__range=(1, 100)),
                name="selection_weight_sound",
                violation_error_message="Bobot harus antara 1 dan 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.weight})"


class Training(TimeStamped):
    """One dated run of a programme in one kelurahan."""

    programme = models.ForeignKey(TrainingProgramme, models.PROTECT, related_name="trainings", verbose_name="program")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="trainings", verbose_name="dinas")
    village = models.ForeignKey(Village, models.PROTECT, related_name="trainings", verbose_name="kelurahan")
    batch = models.CharField("angkatan", max_length=60, blank=True)
    venue = models.CharField("tempat", max_length=150)
    starts_on = models.DateField("mulai")
    ends_on = models.DateField("selesai")
    quota = models.PositiveSmallIntegerField("kuota peserta")
    instructors = models.CharField("pelatih (catatan lama)", max_length=300, blank=True)  # as typed before 2026-11-24
    teachers = models.ManyToManyField(Instructor, blank=True, related_name="trainings", verbose_name="pelatih")
    origin_villages = models.ManyToManyField(
        Village, blank=True, related_name="trainings_meant_for", verbose_name="peserta berasal dari kelurahan"
    )
    budget = models.ForeignKey(
        Budget, models.PROTECT, null=True, blank=True, related_name="trainings", verbose_name="anggaran"
    )
    planned_cost = models.PositiveBigIntegerField("biaya rencana (Rp)", default=0)
    actual_cost = models.PositiveBigIntegerField("realisasi biaya (Rp)", null=True, blank=True)
    decree_number = models.CharField("nomor SK", max_length=100, blank=True)
    decree_date = models.DateField("tanggal SK", null=True, blank=True)
    decree_subject = models.CharField("tentang", max_length=200, blank=True)
    status = models.CharField("keadaan", max_length=10, choices=TrainingStatus.choices, default=TrainingStatus.PLANNED)
    cancel_reason = models.CharField("alasan dibatalkan", max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )

    objects = TrainingQuerySet.as_manager()
    # of a row read with participants.queries.with_people_counts()
    seated: int
    undecided: int
    history = HistoricalRecords()

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "pelatihan"
        ordering = ["-starts_on", "-pk"]
        indexes = [
            models.Index(fields=["-starts_on", "-id"], name="training_newest"),
            models.Index(fields=["agency", "-starts_on", "-id"], name="training_agency_newest"),
            models.Index(fields=["agency", "status"], name="training_agency_state"),
            models.Index(fields=["village", "starts_on"], name="training_village_start"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="training_ends_after_start",
                violation_error_message="Tanggal selesai harus sama dengan atau setelah tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(quota__gte=1),
                name="training_quota_positive",
                violation_error_message="Kuota paling sedikit 1 peserta.",
            ),
            models.CheckConstraint(
                condition=~Q(status="cancelled") | ~Q(cancel_reason=""),
                name="training_cancelled_with_reason",
                violation_error_message="Pembatalan pelatihan harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(budget__isnull=False) | Q(planned_cost=0, actual_cost__isnull=True),
                name="training_cost_from_a_budget",
                violation_error_message="Pilih anggaran yang membiayai pelatihan ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.batch}".strip()

    def get_absolute_url(self) -> str:
        return reverse("training_page", args=[self.pk, self.slug])

    @property
    def status_shape(self) -> str:
        return TrainingStatus(self.status).shape

    @property
    def is_announced(self) -> bool:
        return self.status != TrainingStatus.PLANNED

    @property
    def is_open(self) -> bool:
        return self.status == TrainingStatus.OPEN

    @property
    def is_finished(self) -> bool:
        return self.status == TrainingStatus.FINISHED

    @property
    def is_cancelled(self) -> bool:
        return self.status == TrainingStatus.CANCELLED

    @property
    def seats_left(self) -> int:
        """Of a row read with participants.queries.with_people_counts(); never below zero."""
        return max(0, self.quota - self.seated)

    @property
    def slug(self) -> str:
        return slugify(f"{self.programme.name} {self.village.name}")[:60] or "pelatihan"


class TrainingSession(TimeStamped):
    """One meeting day of a training."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="sessions", verbose_name="pelatihan")
    held_on = models.DateField("tanggal")
    topic = models.CharField("materi", max_length=150, blank=True)
    starts_at = models.TimeField("mulai pukul", null=True, blank=True)
    ends_at = models.TimeField("sampai pukul", null=True, blank=True)
    venue = models.CharField("tempat, bila lain", max_length=150, blank=True)
    cancelled = models.BooleanField("ditiadakan", default=False)
    cancel_reason = models.CharField("alasan ditiadakan", max_length=150, blank=True)

    objects = SessionQuerySet.as_manager()
    recorded: int  # of a row read with participants.queries.with_presence()

    class Meta:
        verbose_name = "hari pelatihan"
        verbose_name_plural = "hari pelatihan"
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "held_on"],
                name="session_once_a_day",
                violation_error_message="Hari ini sudah ada di jadwal pelatihan.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="session_ends_after_start",
                violation_error_message="Jam selesai harus sesudah jam mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training} {self.held_on}"

    @property
    def has_come(self) -> bool:
        return self.held_on <= timezone.localdate()


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

    class Meta:
        verbose_name = "jurnal harian"
        verbose_name_plural = "jurnal harian"
        ordering = ["session__held_on", "pk"]

    def __str__(self) -> str:
        return f"Jurnal {self.session}"


class JournalPhoto(TimeStamped):
    entry = models.ForeignKey(JournalEntry, models.CASCADE, related_name="photos", verbose_name="jurnal")
    image = models.ImageField("foto", upload_to=upload_path("jurnal"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ditambahkan oleh"
    )

    objects = JournalPhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto jurnal"
        verbose_name_plural = "foto jurnal"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Foto {self.pk} · {self.entry}"
