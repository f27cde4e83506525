from django.contrib import admin

from bkk_portal.kit.admin import Lean, PortalAdmin
from placements.matching.models import FitWeights, VacancyInvitation


@admin.register(FitWeights)
class FitWeightsAdmin(PortalAdmin):
    list_display = ["__str__", "same_konsentrasi", "skills", "certificate", "ready", "updated_at"]
    list_filter = ["updated_at"]
    search_fields = ["pk"]

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(VacancyInvitation)
class VacancyInvitationAdmin(Lean):
    list_display = ["alumnus", "vacancy", "status", "invited_at", "answered_at"]
    list_filter = ["status", "invited_at"]
    search_fields = ["alumnus__person__name", "vacancy__title"]
    readonly_fields = ["status", "opened_at", "answered_at"]  # moved by actions only
