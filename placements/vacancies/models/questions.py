from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from placements.vacancies.enums import QuestionKind
from placements.vacancies.models.vacancy import Vacancy
from placements.vacancies.saved_queries import QuestionQuerySet

MOST_QUESTIONS = 5


class VacancyQuestion(TimeStamped):
    """What an applicant is asked besides the note. The positions 1 to 5 keep them at five."""

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="questions", verbose_name="lowongan")
    position = models.PositiveSmallIntegerField("urutan")
    text = models.CharField("pertanyaan", max_length=200)
    kind = models.CharField("bentuk jawaban", max_length=6, choices=QuestionKind.choices, default=QuestionKind.TEXT)
    options = models.TextField("pilihan jawaban", blank=True, help_text="Satu pilihan tiap baris.")
    is_required = models.BooleanField("wajib dijawab", default=True)

    objects = QuestionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "pertanyaan lowongan"
        verbose_name_plural = "pertanyaan lowongan"
        ordering = ["vacancy", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "position"],
                name="vacancy_question_position_once",
                violation_error_message="Urutan pertanyaan ini sudah dipakai.",
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=MOST_QUESTIONS),
                name="vacancy_question_at_most_five",
                violation_error_message="Paling banyak lima pertanyaan.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="choice") | ~Q(options=""),
                name="vacancy_question_choice_has_options",
                violation_error_message="Pertanyaan pilihan harus punya pilihan jawaban.",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def choices(self):
        """The options of a choice, one a line."""
        return [line.strip() for line in self.options.splitlines() if line.strip()]
