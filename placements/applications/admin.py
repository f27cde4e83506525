from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin, ReadOnlyAdmin
from placements.applications.models import Application, ApplicationStatusLog


@admin.register(Application)
class ApplicationAdmin(PortalAdmin):
    list_display = ["alumnus", "vacancy", "status", "applied_at"]
    list_filter = ["status", "applied_at"]
    search_fields = ["alumnus__person__name", "vacancy__title"]
    readonly_fields = ["status", "status_changed_at"]  # moved by actions only, which write the log


@admin.register(ApplicationStatusLog)
class ApplicationStatusLogAdmin(ReadOnlyAdmin):
    list_display = ["application", "from_status", "to_status", "by_label", "at"]
    list_filter = ["to_status", "at"]
    search_fields = ["application__alumnus__person__name", "application__vacancy__title"]
