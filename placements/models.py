"""Django finds one app's models here; each room keeps its own."""

from placements.alumni.models import AlumniImport, Alumnus, ClaimLock, RombelMapping
from placements.applications.models import (
    Application,
    ApplicationAnswer,
    ApplicationDocument,
    ApplicationDraft,
    ApplicationStatusLog,
)
from placements.employers.models import Employer, EmployerMembership
from placements.matching.models import FitWeights, VacancyInvitation
from placements.outcomes.models import Placement
from placements.schools.models import ForumMembership, School, SchoolActivity, SchoolMembership
from placements.vacancies.models import (
    SavedSearch,
    SavedVacancy,
    SearchAnchor,
    Vacancy,
    VacancyAlert,
    VacancyLead,
    VacancyQuestion,
    VacancyReport,
    VacancyStatusLog,
)

__all__ = [
    "AlumniImport",
    "Alumnus",
    "Application",
    "ApplicationAnswer",
    "ApplicationDocument",
    "ApplicationDraft",
    "ApplicationStatusLog",
    "ClaimLock",
    "Employer",
    "EmployerMembership",
    "FitWeights",
    "ForumMembership",
    "Placement",
    "RombelMapping",
    "SavedSearch",
    "SavedVacancy",
    "School",
    "SchoolActivity",
    "SchoolMembership",
    "SearchAnchor",
    "Vacancy",
    "VacancyAlert",
    "VacancyInvitation",
    "VacancyLead",
    "VacancyQuestion",
    "VacancyReport",
    "VacancyStatusLog",
]
