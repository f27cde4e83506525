from django.contrib import admin

from bkk_portal.kit.admin import Lean, PortalAdmin
from trainings.programmes.models import (
    Budget,
    CompetenceUnit,
    EligibilityRule,
    Instructor,
    JournalEntry,
    JournalPhoto,
    PriorityGroup,
    SelectionCriterion,
    Training,
    TrainingProgramme,
    TrainingSession,
)


@admin.register(TrainingProgramme)
class TrainingProgrammeAdmin(Lean):
    list_display = ["name", "agency", "trade", "hours"]
    list_filter = ["agency", "trade"]
    search_fields = ["name", "trade"]


@admin.register(Training)
class TrainingAdmin(PortalAdmin):
    list_display = ["programme", "batch", "village", "starts_on", "status"]
    list_filter = ["status", "agency", "starts_on"]
    search_fields = ["programme__name", "batch", "village__name"]


@admin.register(Instructor)
class InstructorAdmin(Lean):
    list_display = ["name", "employer", "competence", "certificate_number", "agency"]
    list_filter = ["agency"]
    search_fields = ["name", "employer", "competence"]


@admin.register(TrainingSession)
class TrainingSessionAdmin(Lean):
    list_display = ["training", "held_on", "topic", "cancelled"]
    list_filter = ["cancelled", "held_on"]
    search_fields = ["training__programme__name", "topic"]


@admin.register(CompetenceUnit)
class CompetenceUnitAdmin(Lean):
    list_display = ["code", "title", "programme"]
    list_filter = ["programme__agency"]
    search_fields = ["code", "title", "programme__name"]


@admin.register(PriorityGroup)
class PriorityGroupAdmin(Lean):
    list_display = ["name", "updated_at"]
    list_filter = ["programmes__agency"]
    search_fields = ["name"]


@admin.register(EligibilityRule)
class EligibilityRuleAdmin(Lean):
    list_display = ["programme", "kind", "effect", "min_age", "max_age"]
    list_filter = ["kind", "effect"]
    search_fields = ["programme__name"]


@admin.register(SelectionCriterion)
class SelectionCriterionAdmin(Lean):
    list_display = ["programme", "name", "weight"]
    list_filter = ["programme__agency"]
    search_fields = ["programme__name", "name"]


@admin.register(Budget)
class BudgetAdmin(Lean):
    list_display = ["code", "name", "agency", "source", "year", "ceiling"]
    list_filter = ["agency", "source", "year"]
    search_fields = ["code", "name"]


@admin.register(JournalEntry)
class JournalEntryAdmin(Lean):
    list_display = ["session", "written_by", "updated_at"]
    list_filter = ["session__training__agency"]
    search_fields = ["text", "session__training__programme__name"]


@admin.register(JournalPhoto)
class JournalPhotoAdmin(Lean):
    list_display = ["entry", "added_by", "created_at"]
    list_filter = ["created_at"]
    search_fields = ["entry__session__training__programme__name"]
