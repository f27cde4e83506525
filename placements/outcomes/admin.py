from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from placements.outcomes.models import MinimumWage, Placement, PlacementFollowUp
from placements.outcomes.tracer import models


@admin.register(Placement)
class PlacementAdmin(Lean):
    list_display = ["alumnus", "employer", "position", "starts_on", "scope"]
    list_filter = ["scope", "contract", "starts_on"]
    search_fields = ["alumnus__person__name", "employer__name", "position"]
    raw_id_fields = ["spell"]


@admin.register(PlacementFollowUp)
class PlacementFollowUpAdmin(Lean):
    list_display = ["placement", "months", "due_on", "outcome"]
    list_filter = ["months", "outcome", "due_on"]
    search_fields = ["placement__alumnus__person__name", "placement__employer__name"]


@admin.register(MinimumWage)
class MinimumWageAdmin(Lean):
    list_display = ["year", "amount", "source"]
    list_filter = ["year"]
    search_fields = ["year", "source"]


@admin.register(models.TracerQuestionnaire)
class QuestionnaireAdmin(Lean):
    list_display = ["number", "title", "published_at"]
    list_filter = ["published_at"]
    search_fields = ["title", "note"]


@admin.register(models.TracerQuestion)
class QuestionAdmin(Lean):
    list_display = ["number", "questionnaire", "block", "text", "kind"]
    list_filter = ["questionnaire", "block", "kind"]
    search_fields = ["text"]


@admin.register(models.TracerCampaign)
class CampaignAdmin(Lean):
    list_display = ["school", "graduation_year", "opens_on", "closes_on", "closed_at"]
    list_filter = ["graduation_year", "opens_on"]
    search_fields = ["school__name"]


@admin.register(models.TracerResponse)
class ResponseAdmin(Lean):
    list_display = ["alumnus", "campaign", "status", "channel", "submitted_at"]
    list_filter = ["status", "channel"]
    search_fields = ["alumnus__person__name"]


@admin.register(models.TracerAnswer)
class AnswerAdmin(ReadOnlyAdmin):
    list_display = ["question", "value"]
    list_filter = ["question__block"]
    search_fields = ["value"]


@admin.register(models.TracerUpload)
class UploadAdmin(Lean):
    list_display = ["original_name", "campaign", "created_by", "finished_at"]
    list_filter = ["finished_at"]
    search_fields = ["original_name"]


@admin.register(models.Contradiction)
class ContradictionAdmin(Lean):
    list_display = ["alumnus", "spell", "decision", "decided_at"]
    list_filter = ["decision", "decided_at"]
    search_fields = ["alumnus__person__name"]
    raw_id_fields = ["spell"]
