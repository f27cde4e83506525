from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import PublicQuerySet, TimeStamped
from bkk_portal.offices.models import Agency
from bkk_portal.people.models import Konsentrasi, Occupation, Skill
from trainings.programmes.enums import RuleEffect, RuleKind
from trainings.programmes.queries import ProgrammePartQuerySet, ProgrammeQuerySet


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
        "PriorityGroup", blank=True, related_name="programmes", verbose_name="kelompok yang didahulukan"
    )
    min_attendance = models.PositiveSmallIntegerField("kehadiran paling sedikit untuk lulus (%)", default=80)

    objects = ProgrammeQuerySet.as_manager()
    history = HistoricalRecords()

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

    def __str__(self):
        return self.name


class CompetenceUnit(TimeStamped):
    """A unit of the national work competence standard (SKKNI) that a programme teaches, as the office typed it."""

    programme = models.ForeignKey(TrainingProgramme, models.CASCADE, related_name="units", verbose_name="program")
    code = models.CharField("kode unit", max_length=40)
    title = models.CharField("judul unit", max_length=250)
    position = models.PositiveSmallIntegerField("urutan", default=0)

    objects = ProgrammePartQuerySet.as_manager()
    history = HistoricalRecords()

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

    def __str__(self):
        return f"{self.code} {self.title}"


class PriorityGroup(TimeStamped):
    """Whom a programme takes first, e.g. persons with disabilities. People say it of themselves."""

    name = models.CharField("kelompok", max_length=100, unique=True)

    objects = PublicQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "kelompok prioritas"
        verbose_name_plural = "kelompok prioritas"
        ordering = ["name"]

    def __str__(self):
        return self.name


class EligibilityRule(TimeStamped):
    """One condition on who may join, as data: what is looked at, and whether it warns or refuses."""

    programme = models.ForeignKey(TrainingProgramme, models.CASCADE, related_name="rules", verbose_name="program")
    kind = models.CharField("syarat", max_length=12, choices=RuleKind.choices)
    effect = models.CharField("bila tidak terpenuhi", max_length=8, choices=RuleEffect.choices)
    min_age = models.PositiveSmallIntegerField("umur paling muda", null=True, blank=True)
    max_age = models.PositiveSmallIntegerField("umur paling tua", null=True, blank=True)

    objects = ProgrammePartQuerySet.as_manager()
    history = HistoricalRecords()

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

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_effect_display().lower()}"

    @property
    def sentence(self):
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
    history = HistoricalRecords()

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

    def __str__(self):
        return f"{self.name} ({self.weight})"
