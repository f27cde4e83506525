from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.models import Konsentrasi, Person
from placements.alumni.enums import (
    OPEN_IMPORTS,
    RUNNING_IMPORTS,
    ImportStatus,
    RowKind,
    Tracing,
)
from placements.alumni.queries import AlumnusQuerySet, ClaimLockQuerySet, ImportQuerySet, SchoolRowQuerySet
from placements.schools.models import School


class RombelMapping(TimeStamped):
    """What a school calls a class ("XII TKJ 1") and the konsentrasi it stands for. Asked once, remembered.

    Per edition of the spectrum: TKJ of 2019 and TKJ of 2026 are two konsentrasi.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="rombel_mappings", verbose_name="sekolah")
    rombel = models.CharField("rombel", max_length=60)
    edition = models.PositiveSmallIntegerField("spektrum", default=2022)
    konsentrasi = models.ForeignKey(
        Konsentrasi, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="konsentrasi"
    )

    objects = SchoolRowQuerySet.as_manager()

    class Meta:
        verbose_name = "pemetaan rombel"
        verbose_name_plural = "pemetaan rombel"
        ordering = ["school", "rombel"]
        constraints = [models.UniqueConstraint(fields=["school", "rombel", "edition"], name="rombel_mapping_unique")]

    def __str__(self) -> str:
        return self.rombel


class AlumniImport(TimeStamped):
    """One uploaded list on its way in. The rows stay on the server; no form ever carries them.

    `file` is the upload until it is read, then the sealed extract of what we keep (staging.py), then nothing.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="imports", verbose_name="sekolah")
    graduation_year = models.PositiveSmallIntegerField("tahun lulus")
    file = models.FileField("berkas", upload_to=upload_path("impor"), blank=True)
    original_name = models.CharField("nama berkas", max_length=200)
    status = models.CharField("keadaan", max_length=12, choices=ImportStatus.choices, default=ImportStatus.READING)
    error = models.CharField("alasan ditolak", max_length=500, blank=True)
    # When a worker took this phase up; empty while it waits for one. Work that stopped long ago may start anew.
    started_at = models.DateTimeField("mulai dikerjakan", null=True, blank=True)
    # Emptied when the import ends: what was refused may hold personal data.
    preview = models.JSONField("pratinjau", default=dict, blank=True)
    answers = models.JSONField("jawaban", default=dict, blank=True)
    counts = models.JSONField("jumlah", default=dict, blank=True)
    # Empty for imports from the command line.
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diunggah oleh",
    )
    finished_at = models.DateTimeField("selesai", null=True, blank=True)
    # Whose NIK it filled in and whose it replaced (keys of Person): the history does not hold numbers.
    nik_changes = models.JSONField("NIK yang diubah", default=dict, blank=True, editable=False)
    undone_at = models.DateTimeField("diurungkan", null=True, blank=True)

    objects = ImportQuerySet.as_manager()
    unaudited_fields = ("preview", "answers", "started_at", "nik_changes")

    class Meta:
        verbose_name = "impor alumni"
        verbose_name_plural = "impor alumni"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.original_name

    @property
    def signature(self) -> str:
        """What the history of everything it wrote says as its reason."""
        return f"Impor {self.pk}"

    @property
    def is_running(self) -> bool:
        return self.status in RUNNING_IMPORTS

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_IMPORTS

    @property
    def status_shape(self) -> str:
        return ImportStatus(self.status).shape

    @property
    def result(self) -> dict[str, int]:
        """{kind of row: how many} of an import that is over; zeros where nothing was counted."""
        return {kind.value: self.counts.get(kind.value, 0) for kind in RowKind}

    @property
    def unmapped(self) -> list[Any]:
        """[[rombel, pupils]] that were imported without konsentrasi."""
        return self.counts.get("unmapped", [])


class Alumnus(TimeStamped):
    """Person × school × year × konsentrasi."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="alumni", verbose_name="orang")
    school = models.ForeignKey(School, models.PROTECT, related_name="alumni", verbose_name="sekolah")
    konsentrasi = models.ForeignKey(
        Konsentrasi, models.PROTECT, null=True, blank=True, related_name="alumni", verbose_name="konsentrasi"
    )
    graduation_year = models.PositiveSmallIntegerField("tahun lulus")
    nis = models.CharField("NIS", max_length=20, blank=True)
    rombel = models.CharField("rombel", max_length=60, blank=True)
    diploma_number = models.CharField("nomor ijazah", max_length=40, blank=True)
    tracing = models.CharField("penelusuran", max_length=12, choices=Tracing.choices, default=Tracing.UNKNOWN)
    claimed_at = models.DateTimeField("akun diklaim", null=True, blank=True)
    invited_at = models.DateTimeField("terakhir diundang lewat surel", null=True, blank=True)
    imported_by = models.ForeignKey(
        AlumniImport, models.SET_NULL, null=True, blank=True, related_name="alumni", verbose_name="dari impor"
    )

    objects = AlumnusQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "alumni"
        verbose_name_plural = "alumni"
        ordering = ["-graduation_year", "person__name", "pk"]
        indexes = [
            models.Index(fields=["school", "-graduation_year", "konsentrasi"], name="alumnus_school_year"),
            models.Index(fields=["school", "tracing"], name="alumnus_school_tracing"),
            # The newest of each konsentrasi, for matching.
            models.Index(fields=["konsentrasi", "-graduation_year", "-id"], name="alumnus_konsentrasi_newest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "school"],
                name="alumnus_once_per_school",
                violation_error_message="Orang ini sudah tercatat sebagai alumni sekolah tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(graduation_year__gte=1970, graduation_year__lte=2100),
                name="alumnus_year_plausible",
                violation_error_message="Tahun lulus harus antara 1970 dan 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.graduation_year})"

    @property
    def tracing_shape(self) -> str:
        return Tracing(self.tracing).shape


class ClaimLock(models.Model):
    """Wrong tries to claim an alumnus record, per NISN (kept as a keyed hash, never in the clear)."""

    audited = False  # a counter that expires
    nisn_hash = models.CharField(max_length=64, primary_key=True, editable=False)
    failures = models.PositiveSmallIntegerField("salah", default=0)
    last_failed_at = models.DateTimeField("terakhir salah", default=timezone.now)
    locked_until = models.DateTimeField("dikunci sampai", null=True, blank=True)

    objects = ClaimLockQuerySet.as_manager()

    class Meta:
        verbose_name = "kunci klaim"
        verbose_name_plural = "kunci klaim"
        ordering = ["-last_failed_at"]

    def __str__(self) -> str:
        return f"{self.failures} kali salah"
