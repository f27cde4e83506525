from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from trainings.monitoring.findings.models import Finding, ReminderLetter
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.tours.models import Tour, TourStop
from trainings.monitoring.visits.models import MonitoringSetting, MonitoringVisit, VisitLine

RECIPIENT = ["handover__participant__person__name"]
PARTICIPANT = ["participant__person__name"]


@admin.register(MonitoringSetting)
class MonitoringSettingAdmin(Lean):
    list_display = ["agency", "months", "report_days", "finding_days", "answer_days"]
    list_filter = ["agency"]
    search_fields = ["agency__name"]


@admin.register(MonitoringVisit)
class MonitoringVisitAdmin(Lean):
    list_display = ["handover", "due_on", "visited_on", "met", "equipment_use", "business_running", "officer"]
    list_filter = ["equipment_use", "business_running", "met", "due_on"]
    search_fields = RECIPIENT


@admin.register(Tour)
class TourAdmin(Lean):
    list_display = ["day", "officer", "agency"]
    list_filter = ["agency", "day"]
    search_fields = ["officer__name"]


@admin.register(TourStop)
class TourStopAdmin(ReadOnlyAdmin):
    list_display = ["tour", "position", "visit"]
    list_filter = ["tour__agency"]
    search_fields = ["visit__handover__participant__person__name"]


@admin.register(VisitLine)
class VisitLineAdmin(ReadOnlyAdmin):
    list_display = ["visit", "handover_line", "use", "condition", "seen"]
    list_filter = ["use", "condition"]
    search_fields = ["handover_line__item__name"]


@admin.register(Finding)
class FindingAdmin(Lean):
    list_display = ["handover", "kind", "found_on", "deadline", "resolved_on"]
    list_filter = ["kind", "deadline"]
    search_fields = [*RECIPIENT, "text"]


@admin.register(ReminderLetter)
class ReminderLetterAdmin(Lean):
    list_display = ["handover", "level", "subject", "answer_by", "channel", "document"]
    list_filter = ["level", "subject", "channel"]
    search_fields = [*RECIPIENT, "document__number"]


@admin.register(UseReport)
class UseReportAdmin(Lean):
    list_display = ["handover", "due_on", "status", "received_on", "received_by"]
    list_filter = ["status", "due_on"]
    search_fields = RECIPIENT


@admin.register(SelfReport)
class SelfReportAdmin(Lean):
    list_display = ["participant", "reported_on", "activity", "income_band", "visit"]
    list_filter = ["activity", "reported_on"]
    search_fields = PARTICIPANT


@admin.register(HelpRequest)
class HelpRequestAdmin(Lean):
    list_display = ["participant", "kind", "asked_at", "answered_at", "answered_by"]
    list_filter = ["kind", "asked_at"]
    search_fields = PARTICIPANT
