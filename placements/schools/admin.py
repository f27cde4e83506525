from django.contrib import admin

from bkk_portal.kit.admin import Lean
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


@admin.register(School)
class SchoolAdmin(Lean):
    list_display = ["npsn", "name", "status", "district", "registration_number"]
    list_filter = ["status", "district"]
    search_fields = ["npsn", "name"]


@admin.register(SchoolMembership)
class SchoolMembershipAdmin(Lean):
    list_display = ["user", "school", "started_on", "ended_on"]
    list_filter = ["started_on", "ended_on"]
    search_fields = ["user__name", "user__email", "school__name"]


@admin.register(ForumMembership)
class ForumMembershipAdmin(Lean):
    list_display = ["user", "regency", "started_on", "ended_on"]
    list_filter = ["started_on", "ended_on"]
    search_fields = ["user__name", "user__email"]


@admin.register(SchoolActivity)
class SchoolActivityAdmin(Lean):
    list_display = ["title", "kind", "school", "held_on"]
    list_filter = ["kind", "held_on"]
    search_fields = ["title", "school__name"]


@admin.register(ActivityPhoto)
class ActivityPhotoAdmin(Lean):
    list_display = ["activity", "caption", "created_at"]
    list_filter = ["created_at"]
    search_fields = ["activity__title", "caption"]


@admin.register(MeetingDecision)
class MeetingDecisionAdmin(Lean):
    list_display = ["text", "owner", "due_on", "done_on"]
    list_filter = ["due_on", "done_on"]
    search_fields = ["text", "owner", "activity__title"]


@admin.register(PlacementPlan)
class PlacementPlanAdmin(Lean):
    list_display = ["school", "year"]
    list_filter = ["year"]
    search_fields = ["school__name"]


@admin.register(PlanTarget)
class PlanTargetAdmin(Lean):
    list_display = ["plan", "item", "quarter", "target"]
    list_filter = ["item", "quarter"]
    search_fields = ["plan__school__name"]


@admin.register(RegistrationRequest)
class RegistrationRequestAdmin(Lean):
    list_display = ["school", "kind", "status", "created_at", "number"]
    list_filter = ["status", "kind"]
    search_fields = ["school__name", "number", "head"]
