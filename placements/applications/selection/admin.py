from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin
from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession


@admin.register(SelectionDay)
class SelectionDayAdmin(PortalAdmin):
    list_display = ["title", "school", "held_on", "stage", "cancelled_at"]
    list_filter = ["stage", "venue", "is_public", "held_on"]
    search_fields = ["title", "school__name", "place"]
    readonly_fields = ["cancelled_at", "cancel_reason", "report"]  # by actions only, which tell those invited


@admin.register(SelectionSession)
class SelectionSessionAdmin(PortalAdmin):
    list_display = ["day", "starts_at", "ends_at", "room", "capacity", "taken"]
    list_filter = ["day__held_on"]
    search_fields = ["day__title", "room"]


@admin.register(SelectionInvitation)
class SelectionInvitationAdmin(PortalAdmin):
    list_display = ["application", "day", "status", "presence", "result"]
    list_filter = ["status", "presence", "result", "day__held_on"]
    search_fields = ["application__alumnus__person__name", "day__title"]
    # moved by actions only, which count the places and move the application
    readonly_fields = ["session", "status", "presence", "presence_at", "result", "result_reason", "result_at"]
