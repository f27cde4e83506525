from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin
from placements.outcomes.models import MinimumWage, Placement, PlacementFollowUp
from placements.outcomes.tracer import admin as tracer

__all__ = ["MinimumWageAdmin", "PlacementAdmin", "PlacementFollowUpAdmin", "tracer"]


@admin.register(Placement)
class PlacementAdmin(PortalAdmin):
    list_display = ["alumnus", "employer", "position", "starts_on", "scope"]
    list_filter = ["scope", "contract", "starts_on"]
    search_fields = ["alumnus__person__name", "employer__name", "position"]
    raw_id_fields = ["spell"]


@admin.register(PlacementFollowUp)
class PlacementFollowUpAdmin(PortalAdmin):
    list_display = ["placement", "months", "due_on", "outcome"]
    list_filter = ["months", "outcome", "due_on"]
    search_fields = ["placement__alumnus__person__name", "placement__employer__name"]


@admin.register(MinimumWage)
class MinimumWageAdmin(PortalAdmin):
    list_display = ["year", "amount", "source"]
    list_filter = ["year"]
    search_fields = ["year", "source"]
