from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.web.files import upload_path
from bkk_portal.people.models import Credential
from trainings.participants.models import Participant
from trainings.participants.queries import CertificateQuerySet, CompetenceQuerySet


class Certificate(TimeStamped):
    """Joins a passed participation, the numbered document and what matching reads of it.

    One stands at a time; a revoked one is kept, so that a corrected one can follow.
    """

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="certificates", verbose_name="peserta")
    document = models.OneToOneField(IssuedDocument, models.PROTECT, related_name="certificate", verbose_name="dokumen")
    credential = models.OneToOneField(
        Credential, models.PROTECT, related_name="certificate", verbose_name="sertifikat seseorang"
    )
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = "sertifikat"
        verbose_name_plural = "sertifikat"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(revoked_at__isnull=True),
                name="certificate_one_standing",
                violation_error_message="Sertifikat untuk peserta ini sudah diterbitkan.",
            )
        ]

    def __str__(self) -> str:
        return str(self.document)


class CompetenceCertificate(TimeStamped):
    """A certificate of somebody else (BNSP through an LSP) that a participant earned; recorded, not issued here."""

    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="competence_certificates", verbose_name="peserta"
    )
    scheme = models.CharField("skema sertifikasi", max_length=200)
    body = models.CharField("lembaga (LSP)", max_length=150)
    number = models.CharField("nomor sertifikat", max_length=80)
    issued_on = models.DateField("tanggal terbit")
    expires_on = models.DateField("berlaku sampai", null=True, blank=True)
    file = models.FileField("berkas", upload_to=upload_path("kompetensi"), blank=True)
    credential = models.OneToOneField(
        Credential, models.PROTECT, related_name="competence_certificate", verbose_name="sertifikat seseorang"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    withdrawn_at = models.DateTimeField("ditarik", null=True, blank=True)
    withdraw_reason = models.CharField("alasan ditarik", max_length=300, blank=True)

    objects = CompetenceQuerySet.as_manager()

    class Meta:
        verbose_name = "sertifikat kompetensi"
        verbose_name_plural = "sertifikat kompetensi"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "number"],
                condition=Q(withdrawn_at__isnull=True),
                name="competence_number_once",
                violation_error_message="Nomor sertifikat dari lembaga ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("issued_on")),
                name="competence_expires_after_issue",
                violation_error_message="Tanggal berlaku harus setelah tanggal terbit.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdraw_reason=""),
                name="competence_withdrawn_with_reason",
                violation_error_message="Penarikan harus disertai alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} · {self.number}"
