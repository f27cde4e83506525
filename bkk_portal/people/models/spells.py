from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from bkk_portal.kit.files import upload_path
from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.enums import Alignment, CredentialSource, SpellKind, SpellSource
from bkk_portal.people.models.classifications import Industry, Konsentrasi, Occupation, Skill
from bkk_portal.people.models.person import Person
from bkk_portal.people.queries import CredentialQuerySet, SpellQuerySet


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

    def __str__(self):
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
    history = HistoricalRecords()

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

    def __str__(self):
        return self.title
