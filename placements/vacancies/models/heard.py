"""What people tell the portal: doubts about a vacancy, and jobs they have heard of."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.models import Person
from placements.schools.models import School
from placements.vacancies.enums import LEAD_SHAPES, LeadStatus, ReportReason
from placements.vacancies.models.vacancy import Vacancy
from placements.vacancies.queries import LeadQuerySet, VacancyReportQuerySet


class VacancyReport(models.Model):
    """Somebody doubts a vacancy. Enough of them hide it until the supervising office has looked (domain rule 7)."""

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="reports", verbose_name="lowongan")
    reason = models.CharField("yang mencurigakan", max_length=10, choices=ReportReason.choices)
    note = models.TextField("keterangan", max_length=500, blank=True)
    # A keyed hash of the account or the address: enough to count a person once, too little to find them.
    sender = models.CharField("pengirim (hash)", max_length=64)
    made_at = models.DateTimeField("dikirim", default=timezone.now)
    settled_at = models.DateTimeField("diperiksa", null=True, blank=True)

    objects = VacancyReportQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan lowongan"
        verbose_name_plural = "laporan lowongan"
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["-made_at"], name="vacancy_report_waiting", condition=Q(settled_at__isnull=True))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "sender"],
                condition=Q(settled_at__isnull=True),
                name="vacancy_report_once",
                violation_error_message="Anda sudah melaporkan lowongan ini.",
            )
        ]

    def __str__(self):
        return self.get_reason_display()


class VacancyLead(TimeStamped):
    """Info loker: what an alumnus who already works has heard. It goes to the alumnus' own BKK."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="leads", verbose_name="dari")
    school = models.ForeignKey(School, models.PROTECT, related_name="leads", verbose_name="untuk BKK")
    employer_name = models.CharField("nama perusahaan", max_length=150)
    title = models.CharField("pekerjaan yang dibuka", max_length=120)
    contact = models.CharField("yang dapat dihubungi", max_length=150, blank=True)
    note = models.TextField("keterangan", blank=True)
    status = models.CharField("status", max_length=10, choices=LeadStatus.choices, default=LeadStatus.NEW)
    answer = models.CharField("jawaban BKK", max_length=200, blank=True)
    vacancy = models.ForeignKey(
        Vacancy, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name="menjadi lowongan"
    )

    objects = LeadQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "info loker"
        verbose_name_plural = "info loker"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["school", "status"], name="lead_school_status")]

    def __str__(self):
        return self.title

    @property
    def status_shape(self):
        return LEAD_SHAPES[self.status]
