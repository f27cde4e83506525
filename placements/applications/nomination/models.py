from django.db import models
from django.utils import timezone

from bkk_portal.documents.models import IssuedDocument
from placements.applications.models import Application
from placements.applications.nomination.queries import NominationLetterQuerySet
from placements.schools.models import School
from placements.vacancies.models import Vacancy


class NominationLetter(models.Model):
    """Surat pengantar: a BKK puts some of its alumni before an employer. Its number, QR and file are the document's."""

    school = models.ForeignKey(School, models.PROTECT, related_name="nomination_letters", verbose_name="dari BKK")
    vacancy = models.ForeignKey(Vacancy, models.PROTECT, related_name="nomination_letters", verbose_name="lowongan")
    document = models.OneToOneField(
        IssuedDocument, models.PROTECT, related_name="nomination_letter", verbose_name="dokumen terbit"
    )
    applications = models.ManyToManyField(Application, related_name="nomination_letters", verbose_name="lamaran")
    recipient = models.CharField("kepada", max_length=120)
    made_at = models.DateTimeField("dibuat", default=timezone.now)

    objects = NominationLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat pengantar"
        verbose_name_plural = "surat pengantar"
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return str(self.document)
