"""Django finds one app's models here; each room keeps its own."""

from placements.alumni.lists.models import BulkRun, SavedList
from placements.alumni.models import AlumniImport, Alumnus, ClaimLock, RombelMapping
from placements.applications.models import (
    Application,
    ApplicationAnswer,
    ApplicationDocument,
    ApplicationDraft,
    ApplicationStatusLog,
)
from placements.applications.nomination.models import NominationLetter
from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession
from placements.employers.dealings.models import EmployerNote, EmployerVisit
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer, EmployerContact, EmployerMembership, EmployerVerification
from placements.employers.partners.models import PartnershipAgreement, PklPlace
from placements.matching.models import FitWeights, VacancyInvitation
from placements.outcomes.models import MinimumWage, Placement, PlacementFollowUp
from placements.outcomes.tracer.models import (
    Contradiction,
    TracerAnswer,
    TracerCampaign,
    TracerQuestion,
    TracerQuestionnaire,
    TracerResponse,
    TracerUpload,
)
from placements.reports.models import BkkReminder, BkkReport, BkkReportLog, EducationCode
from placements.schools.models import (
    ActivityPhoto,
    ForumMembership,
    MeetingDecision,
    PlacementPlan,
    PlanTarget,
    School,
    SchoolActivity,
    SchoolMembership,
)
from placements.schools.registration.models import RegistrationRequest
from placements.vacancies.models import Vacancy, VacancyLead, VacancyQuestion, VacancyReport, VacancyStatusLog
from placements.vacancies.saved.models import SavedSearch, SavedVacancy, SearchAnchor, VacancyAlert

__all__ = [
    "ActivityPhoto",
    "AlumniImport",
    "Alumnus",
    "Application",
    "ApplicationAnswer",
    "ApplicationDocument",
    "ApplicationDraft",
    "ApplicationStatusLog",
    "BkkReminder",
    "BkkReport",
    "BkkReportLog",
    "BulkRun",
    "ClaimLock",
    "Contradiction",
    "EducationCode",
    "Employer",
    "EmployerContact",
    "EmployerMembership",
    "EmployerMergeProposal",
    "EmployerNote",
    "EmployerVerification",
    "EmployerVisit",
    "FitWeights",
    "ForumMembership",
    "MeetingDecision",
    "MinimumWage",
    "NominationLetter",
    "PartnershipAgreement",
    "PklPlace",
    "Placement",
    "PlacementFollowUp",
    "PlacementPlan",
    "PlanTarget",
    "RegistrationRequest",
    "RombelMapping",
    "SavedList",
    "SavedSearch",
    "SavedVacancy",
    "School",
    "SchoolActivity",
    "SchoolMembership",
    "SearchAnchor",
    "SelectionDay",
    "SelectionInvitation",
    "SelectionSession",
    "TracerAnswer",
    "TracerCampaign",
    "TracerQuestion",
    "TracerQuestionnaire",
    "TracerResponse",
    "TracerUpload",
    "Vacancy",
    "VacancyAlert",
    "VacancyInvitation",
    "VacancyLead",
    "VacancyQuestion",
    "VacancyReport",
    "VacancyStatusLog",
]
