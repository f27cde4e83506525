from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from placements.reports.models import BkkReminder, BkkReport, BkkReportLog, EducationCode


@admin.register(BkkReport)
class BkkReportAdmin(ReadOnlyAdmin):
    list_display = ["school", "period", "starts_on", "version", "status", "sent_at"]
    list_filter = ["status", "period"]
    search_fields = ["school__name", "school__npsn", "document__number"]


@admin.register(BkkReportLog)
class BkkReportLogAdmin(ReadOnlyAdmin):
    list_display = ["report", "to_status", "by", "at"]
    list_filter = ["to_status"]
    search_fields = ["report__school__name"]


@admin.register(BkkReminder)
class BkkReminderAdmin(ReadOnlyAdmin):
    list_display = ["school", "agency", "sent_by", "sent_at"]
    list_filter = ["agency", "sent_at"]
    search_fields = ["school__name"]


@admin.register(EducationCode)
class EducationCodeAdmin(Lean):
    list_display = ["program", "code", "title"]
    list_filter = ["code"]
    search_fields = ["program", "code", "title"]
