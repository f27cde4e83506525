"""A person, what they can, did and hold, what they show of it; the classifications; who may be whom."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit import nik_vault
from bkk_portal.kit.models import PublicQuerySet, TimeStamped
from bkk_portal.kit.text.formatting import samarkan_nik
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.enums import (
    PROBABLE,
    Alignment,
    CredentialSource,
    CvLayout,
    CvPart,
    DocumentKind,
    DuplicateReason,
    Education,
    Sex,
    SkillLevel,
    SpellKind,
    SpellSource,
    WorkKind,
)
from bkk_portal.people.queries import (
    CredentialQuerySet,
    DuplicatePairQuerySet,
    MergeQuerySet,
    PersonQuerySet,
    PersonRowQuerySet,
    SkillQuerySet,
    SpellQuerySet,
)
from bkk_portal.regions.models import Regency, Village

CV_PARTS_AT_FIRST = [part.value for part in CvPart if part not in (CvPart.PHOTO, CvPart.WISHES)]


class Konsentrasi(models.Model):
    """Konsentrasi keahlian of the SMK spectrum. Keyed on names: most ministry codes are derived from list order."""

    edition = models.PositiveSmallIntegerField("spektrum", help_text="2022, atau 2018 untuk lulusan lama")
    code = models.CharField("kode", max_length=12, blank=True)
    field = models.CharField("bidang keahlian", max_length=120)
    program = models.CharField("program keahlian", max_length=120)
    name = models.CharField("konsentrasi keahlian", max_length=120)
    abbreviations = models.CharField("singkatan", max_length=80, blank=True, help_text="Pisahkan dengan ;")

    objects = PublicQuerySet.as_manager()

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

    def __str__(self) -> str:
        return self.name if self.edition == 2022 else f"{self.name} ({self.edition})"


class Occupation(models.Model):
    """KBJI. The edition is a field because a newer one exists."""

    audited = False  # KBJI as published; another edition is other rows
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

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Industry(models.Model):
    """KBLI."""

    audited = False  # KBLI as published
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

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Skill(models.Model):
    """A listed one is offered to everybody; what somebody typed is offered once several people have it."""

    audited = False  # a word
    name = models.CharField("keterampilan", max_length=80, unique=True)
    is_listed = models.BooleanField(
        "ada di daftar", default=True, help_text="Ditawarkan kepada semua orang dan di formulir lowongan."
    )
    konsentrasi = models.ManyToManyField(
        Konsentrasi, blank=True, related_name="skills", verbose_name="diajarkan di konsentrasi"
    )

    objects = SkillQuerySet.as_manager()
    # of a row read with own_first()
    is_own: bool
    field: str | None

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

    def __str__(self) -> str:
        return self.name


class Person(TimeStamped):
    """One human, whether alumnus, participant or both. Found by NIK, else NISN; see people.identity."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name="akun",
    )
    name = models.CharField("nama lengkap", max_length=150)
    birth_date = models.DateField("tanggal lahir", null=True, blank=True)
    birth_place = models.CharField("tempat lahir", max_length=80, blank=True)
    sex = models.CharField("jenis kelamin", max_length=1, choices=Sex.choices, blank=True)
    # The number itself is never stored in the clear: cipher to show it once, keyed hash to find it.
    nik_cipher = models.CharField(max_length=120, blank=True, editable=False)
    nik_hash = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    nisn = models.CharField("NISN", max_length=10, null=True, blank=True, unique=True)
    phone = models.CharField("nomor HP", max_length=16, blank=True)
    email = models.EmailField("surel", blank=True)
    address = models.CharField("alamat", max_length=200, blank=True)
    rt = models.CharField("RT", max_length=3, blank=True)
    rw = models.CharField("RW", max_length=3, blank=True)
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="people", verbose_name="kelurahan"
    )
    education = models.PositiveSmallIntegerField(
        "pendidikan terakhir", choices=Education.choices, null=True, blank=True
    )
    summary = models.TextField("tentang saya", max_length=1000, blank=True)
    willing_to_move = models.BooleanField("bersedia pindah kota", default=False)
    expected_pay = models.PositiveIntegerField("gaji yang diharapkan (Rp per bulan)", null=True, blank=True)
    wished_work = models.CharField("pekerjaan yang dicari", max_length=100, blank=True)
    wished_regencies = models.ManyToManyField(
        Regency, blank=True, related_name="+", verbose_name="wilayah kerja yang diinginkan"
    )
    # Ready now when the day is past; empty when it was never said.
    available_from = models.DateField("siap mulai", null=True, blank=True)
    no_experience = models.BooleanField("belum pernah PKL atau bekerja", default=False)
    skills = models.ManyToManyField(
        Skill, through="PersonSkill", blank=True, related_name="people", verbose_name="keterampilan"
    )

    objects = PersonQuerySet.as_manager()
    # Neither form of the NIK goes into the history: a rotation of the keys could not reach it there.
    history = HistoricalRecords(excluded_fields=["nik_cipher", "nik_hash"])

    class Meta:
        verbose_name = "orang"
        verbose_name_plural = "orang"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["birth_date", "name"], name="person_birth_name"),
            models.Index(fields=["phone"], name="person_phone", condition=~Q(phone="")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(nisn__isnull=True) | Q(nisn__regex=r"^[0-9]{10}$"),
                name="person_nisn_form",
                violation_error_message="NISN harus 10 angka.",
            ),
            models.CheckConstraint(
                condition=Q(sex__in=["", "L", "P"]),
                name="person_sex_known",
                violation_error_message="Jenis kelamin harus L atau P.",
            ),
            models.CheckConstraint(
                condition=Q(nik_hash__isnull=True, nik_cipher="") | (Q(nik_hash__isnull=False) & ~Q(nik_cipher="")),
                name="person_nik_whole",
                violation_error_message="NIK harus tersimpan utuh.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def nik_masked(self) -> str:
        return samarkan_nik(nik_vault.decrypt(self.nik_cipher)) if self.nik_cipher else ""

    def set_nik(self, nik: str) -> None:
        """nik: 16 digits, already checked, or empty to forget it."""
        self.nik_cipher = nik_vault.encrypt(nik) if nik else ""
        self.nik_hash = nik_vault.keyed_hash(nik) if nik else None

    def age_on(self, day: datetime.date) -> int | None:
        """Whole years on that day; None while the birth date is unknown."""
        if self.birth_date is None:
            return None
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday


class PersonSkill(models.Model):
    audited = False  # a link, added and removed
    person = models.ForeignKey(Person, models.CASCADE, related_name="person_skills", verbose_name="orang")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="person_skills", verbose_name="keterampilan")
    level = models.PositiveSmallIntegerField("tingkat", choices=SkillLevel.choices, null=True, blank=True)

    objects = PersonRowQuerySet.as_manager()

    class Meta:
        verbose_name = "keterampilan seseorang"
        verbose_name_plural = "keterampilan seseorang"
        ordering = ["pk"]
        indexes = [models.Index(fields=["skill", "person"], name="person_skill_holders")]
        constraints = [models.UniqueConstraint(fields=["person", "skill"], name="person_skill_unique")]

    def __str__(self) -> str:
        return str(self.skill)


class WishedKind(models.Model):
    """A kind of work the person looks for; none means any."""

    audited = False  # a link, added and removed
    person = models.ForeignKey(Person, models.CASCADE, related_name="wished_kinds", verbose_name="orang")
    kind = models.CharField("jenis pekerjaan", max_length=12, choices=WorkKind.choices)

    objects = PersonRowQuerySet.as_manager()

    class Meta:
        verbose_name = "jenis pekerjaan yang dicari"
        verbose_name_plural = "jenis pekerjaan yang dicari"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="wished_kind_unique")]

    def __str__(self) -> str:
        return self.get_kind_display()


class PersonDocument(TimeStamped):
    """A file of the person's own; nobody else sees it until they attach it to an application."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="documents", verbose_name="orang")
    kind = models.CharField("jenis", max_length=12, choices=DocumentKind.choices)
    title = models.CharField("judul", max_length=100)
    file = models.FileField("berkas", upload_to=upload_path("dokumen-pribadi"))
    size = models.PositiveIntegerField("ukuran (byte)", default=0)
    uploaded_at = models.DateTimeField("diunggah", default=timezone.now)

    objects = PersonRowQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen pribadi"
        verbose_name_plural = "dokumen pribadi"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class ActivitySpell(TimeStamped):
    """What a person does, from when to when: the one source of every outcome. Spells may overlap.

    Working and self-employed follow Sakernas: at least one hour in the last week; employee, casual worker and
    family worker are "bekerja", own-account with or without help is "wirausaha".
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="spells", verbose_name="orang")
    kind = models.CharField("kegiatan", max_length=24, choices=SpellKind.choices)
    since = models.DateField("sejak")
    until = models.DateField("sampai", null=True, blank=True)
    organisation = models.CharField("tempat kerja, usaha atau kampus", max_length=150, blank=True)
    position = models.CharField("jabatan atau jurusan", max_length=150, blank=True)
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="jabatan (KBJI)"
    )
    industry = models.ForeignKey(
        Industry,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lapangan usaha (KBLI)",
    )
    monthly_pay = models.PositiveIntegerField("penghasilan per bulan (Rp)", null=True, blank=True)
    description = models.TextField("yang dikerjakan", max_length=600, blank=True)
    alignment = models.PositiveSmallIntegerField("keselarasan", choices=Alignment.choices, null=True, blank=True)
    source = models.CharField("sumber", max_length=12, choices=SpellSource.choices)
    evidence = models.FileField("bukti", upload_to=upload_path("bukti"), blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diperiksa oleh",
    )
    verified_at = models.DateTimeField("diperiksa", null=True, blank=True)

    objects = SpellQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["-since", "-pk"]
        indexes = [models.Index(fields=["person", "kind", "since"], name="spell_person_kind")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="spell_ends_after_start",
                violation_error_message="Tanggal selesai harus setelah tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True, verified_at__isnull=True)
                | Q(verified_by__isnull=False, verified_at__isnull=False),
                name="spell_verified_whole",
                violation_error_message="Pemeriksa dan waktu pemeriksaan harus diisi bersama.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Credential(TimeStamped):
    """Something a person can prove: a passed training, a competence certificate. Matching reads these."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="credentials", verbose_name="orang")
    title = models.CharField("nama sertifikat", max_length=200)
    issuer = models.CharField("penerbit", max_length=150)
    number = models.CharField("nomor", max_length=80, blank=True)
    source = models.CharField("sumber", max_length=12, choices=CredentialSource.choices)
    issued_on = models.DateField("tanggal terbit")
    expires_on = models.DateField("berlaku sampai", null=True, blank=True)
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)
    # Of one's own only: what the portal issued is kept with its number in the room `documents`.
    file = models.FileField("berkas", upload_to=upload_path("sertifikat-pribadi"), blank=True)
    konsentrasi = models.ManyToManyField(
        Konsentrasi, blank=True, related_name="credentials", verbose_name="setara konsentrasi"
    )
    skills = models.ManyToManyField(Skill, blank=True, related_name="credentials", verbose_name="keterampilan")

    objects = CredentialQuerySet.as_manager()

    class Meta:
        verbose_name = "sertifikat seseorang"
        verbose_name_plural = "sertifikat seseorang"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("issued_on")),
                name="credential_expires_after_issue",
                violation_error_message="Tanggal berlaku harus setelah tanggal terbit.",
            )
        ]

    def __str__(self) -> str:
        return self.title


def cv_parts_at_first() -> list[str]:
    return list(CV_PARTS_AT_FIRST)


class PortfolioLink(TimeStamped):
    person = models.ForeignKey(Person, models.CASCADE, related_name="portfolio", verbose_name="orang")
    title = models.CharField("judul", max_length=80)
    url = models.URLField("alamat", max_length=300)

    objects = PersonRowQuerySet.as_manager()

    class Meta:
        verbose_name = "tautan portofolio"
        verbose_name_plural = "tautan portofolio"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "url"],
                name="portfolio_link_unique",
                violation_error_message="Tautan ini sudah ada di portofolio Anda.",
            ),
            models.CheckConstraint(
                condition=Q(url__startswith="https://"),
                name="portfolio_link_https",
                violation_error_message="Alamat harus diawali https://.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CvChoice(TimeStamped):
    """The layout and parts a person chose last, and single entries of them that stay out; new entries show at once."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="cv_choice", verbose_name="orang")
    layout = models.CharField("tampilan", max_length=8, choices=CvLayout.choices, default=CvLayout.PLAIN)
    parts = models.JSONField("isi", default=cv_parts_at_first, blank=True)
    left_out = models.JSONField("catatan yang tidak tampil", default=list, blank=True)  # keys of cv_entries.entries()

    objects = PersonRowQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan CV"
        verbose_name_plural = "pilihan CV"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_layout_display()


class DuplicatePair(TimeStamped):
    """Found by bkk_portal.people.merging.duplicates. Once decided it means: not the same person, do not ask again."""

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

    def __str__(self) -> str:
        return f"{self.first} dan {self.second}"

    @property
    def reason_labels(self) -> list[str]:
        return [DuplicateReason(reason).label for reason in self.reasons]

    @property
    def likelihood(self) -> tuple[str, str]:
        """(word, kind of status)"""
        return ("Sangat mungkin", "attention") if self.weight >= PROBABLE else ("Mungkin", "waiting")


class PersonMerge(models.Model):
    """That a record went into another. Its own values stand in the history of Person under the number gone."""

    audited = False  # a log
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

    def __str__(self) -> str:
        return f"{self.gone} ke {self.kept_id}"
