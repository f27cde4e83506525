from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin
from placements.outcomes.models import Placement


@admin.register(Placement)
class PlacementAdmin(PortalAdmin):
    list_display = ["alumnus", "employer", "position", "starts_on", "scope"]
    list_filter = ["scope", "contract", "starts_on"]
    search_fields = ["alumnus__person__name", "employer__name", "position"]
    raw_id_fields = ["spell"]
