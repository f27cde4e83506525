from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin
from trainings.programmes.models import Training, TrainingProgramme, TrainingSession


@admin.register(TrainingProgramme)
class TrainingProgrammeAdmin(PortalAdmin):
    list_display = ["name", "agency", "trade", "hours"]
    list_filter = ["agency", "trade"]
    search_fields = ["name", "trade"]


@admin.register(Training)
class TrainingAdmin(PortalAdmin):
    list_display = ["programme", "batch", "village", "starts_on", "state"]
    list_filter = ["state", "agency", "starts_on"]
    search_fields = ["programme__name", "batch", "village__name"]


@admin.register(TrainingSession)
class TrainingSessionAdmin(PortalAdmin):
    list_display = ["training", "held_on", "topic", "cancelled"]
    list_filter = ["cancelled", "held_on"]
    search_fields = ["training__programme__name", "topic"]
