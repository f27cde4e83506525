"""Django finds one app's models here; each room keeps its own."""

from placements.alumni.models import AlumniImport, Alumnus, ClaimLock, RombelMapping
from placements.applications.models import Application, ApplicationStatusLog
from placements.employers.models import Employer, EmployerMembership
from placements.outcomes.models import Placement
from placements.schools.models import ForumMembership, School, SchoolActivity, SchoolMembership
from placements.vacancies.models import SavedVacancy, Vacancy, VacancyLead, VacancyStatusLog

__all__ = [
    "AlumniImport",
    "Alumnus",
    "Application",
    "ApplicationStatusLog",
    "ClaimLock",
    "Employer",
    "EmployerMembership",
    "ForumMembership",
    "Placement",
    "RombelMapping",
    "SavedVacancy",
    "School",
    "SchoolActivity",
    "SchoolMembership",
    "Vacancy",
    "VacancyLead",
    "VacancyStatusLog",
]
