from placements.vacancies.models.heard import VacancyLead, VacancyReport
from placements.vacancies.models.questions import MOST_QUESTIONS, VacancyQuestion
from placements.vacancies.models.saved import SavedSearch, SavedVacancy, VacancyAlert
from placements.vacancies.models.vacancy import Vacancy, VacancyStatusLog

__all__ = [
    "MOST_QUESTIONS",
    "SavedSearch",
    "SavedVacancy",
    "Vacancy",
    "VacancyAlert",
    "VacancyLead",
    "VacancyQuestion",
    "VacancyReport",
    "VacancyStatusLog",
]
