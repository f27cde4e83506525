from placements.vacancies.models.heard import VacancyLead, VacancyReport
from placements.vacancies.models.questions import MOST_QUESTIONS, VacancyQuestion
from placements.vacancies.models.saved import SavedSearch, SavedVacancy, SearchAnchor, VacancyAlert
from placements.vacancies.models.vacancy import Vacancy, VacancyStatusLog

__all__ = [
    "MOST_QUESTIONS",
    "SavedSearch",
    "SavedVacancy",
    "SearchAnchor",
    "Vacancy",
    "VacancyAlert",
    "VacancyLead",
    "VacancyQuestion",
    "VacancyReport",
    "VacancyStatusLog",
]
