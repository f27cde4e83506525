from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import PublicQuerySet
from bkk_portal.people.queries import SkillQuerySet


class Konsentrasi(models.Model):
    """Konsentrasi keahlian of the SMK spectrum. Keyed on names: most ministry codes are derived from list order."""

    edition = models.PositiveSmallIntegerField("spektrum", help_text="2022, atau 2018 untuk lulusan lama")
    code = models.CharField("kode", max_length=12, blank=True)
    field = models.CharField("bidang keahlian", max_length=120)
    program = models.CharField("program keahlian", max_length=120)
    name = models.CharField("konsentrasi keahlian", max_length=120)
    abbreviations = models.CharField("singkatan", max_length=80, blank=True, help_text="Pisahkan dengan ;")

    objects = PublicQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "konsentrasi keahlian"
        verbose_name_plural = "konsentrasi keahlian"
        ordering = ["-edition", "field", "program", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "program", "name"],
                name="konsentrasi_unique",
                violation_error_message="Konsentrasi ini sudah ada di spektrum tersebut.",
            )
        ]

    def __str__(self):
        return self.name if self.edition == 2022 else f"{self.name} ({self.edition})"


class Occupation(models.Model):
    """KBJI. The edition is a field because a newer one exists."""

    edition = models.PositiveSmallIntegerField("edisi KBJI", default=2014)
    code = models.CharField("kode", max_length=4)
    parent_code = models.CharField("kode induk", max_length=4, blank=True)
    title = models.CharField("jabatan", max_length=200)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "jabatan (KBJI)"
        verbose_name_plural = "jabatan (KBJI)"
        ordering = ["edition", "code"]
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="occupation_unique")]

    def __str__(self):
        return f"{self.code} {self.title}"


class Industry(models.Model):
    """KBLI."""

    edition = models.PositiveSmallIntegerField("edisi KBLI", default=2020)
    code = models.CharField("kode", max_length=5)
    section = models.CharField("kategori", max_length=1)
    title = models.CharField("lapangan usaha", max_length=250)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "lapangan usaha (KBLI)"
        verbose_name_plural = "lapangan usaha (KBLI)"
        ordering = ["edition", "section", "code"]
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="industry_unique")]

    def __str__(self):
        return f"{self.code} {self.title}"


class Skill(models.Model):
    """A listed one is offered to everybody; what somebody typed is offered once several people have it."""

    name = models.CharField("keterampilan", max_length=80, unique=True)
    is_listed = models.BooleanField(
        "ada di daftar", default=True, help_text="Ditawarkan kepada semua orang dan di formulir lowongan."
    )
    konsentrasi = models.ManyToManyField(
        Konsentrasi, blank=True, related_name="skills", verbose_name="diajarkan di konsentrasi"
    )

    objects = SkillQuerySet.as_manager()

    class Meta:
        verbose_name = "keterampilan"
        verbose_name_plural = "keterampilan"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="skill_once_in_any_case",
                violation_error_message="Keterampilan ini sudah ada, mungkin dengan huruf besar atau kecil yang lain.",
            )
        ]

    def __str__(self):
        return self.name
