from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin
from trainings.monitoring.models import MonitoringVisit


@admin.register(MonitoringVisit)
class MonitoringVisitAdmin(PortalAdmin):
    list_display = ["handover", "due_on", "visited_on", "equipment_use", "business_running", "officer"]
    list_filter = ["equipment_use", "business_running", "due_on"]
    search_fields = ["handover__participant__person__name"]
