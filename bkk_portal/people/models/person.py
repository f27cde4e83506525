from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit import nik_vault
from bkk_portal.kit.files import upload_path
from bkk_portal.kit.formatting import samarkan_nik
from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.enums import DocumentKind, Education, Sex, SkillLevel, WorkKind
from bkk_portal.people.models.classifications import Skill
from bkk_portal.people.queries import PersonQuerySet, PersonRowQuerySet
from bkk_portal.regions.models import Regency, Village


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

    def __str__(self):
        return self.name

    @property
    def nik_masked(self):
        return samarkan_nik(nik_vault.decrypt(self.nik_cipher)) if self.nik_cipher else ""

    def set_nik(self, nik):
        """nik: 16 digits, already checked, or empty to forget it."""
        self.nik_cipher = nik_vault.encrypt(nik) if nik else ""
        self.nik_hash = nik_vault.keyed_hash(nik) if nik else None

    def age_on(self, day):
        """Whole years on that day; None while the birth date is unknown."""
        if self.birth_date is None:
            return None
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday


class PersonSkill(models.Model):
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

    def __str__(self):
        return str(self.skill)


class WishedKind(models.Model):
    """A kind of work the person looks for; none means any."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="wished_kinds", verbose_name="orang")
    kind = models.CharField("jenis pekerjaan", max_length=12, choices=WorkKind.choices)

    objects = PersonRowQuerySet.as_manager()

    class Meta:
        verbose_name = "jenis pekerjaan yang dicari"
        verbose_name_plural = "jenis pekerjaan yang dicari"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="wished_kind_unique")]

    def __str__(self):
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
    history = HistoricalRecords()

    class Meta:
        verbose_name = "dokumen pribadi"
        verbose_name_plural = "dokumen pribadi"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return self.title
