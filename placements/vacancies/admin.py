from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from placements.vacancies.models import Vacancy, VacancyLead, VacancyQuestion, VacancyReport, VacancyStatusLog
from placements.vacancies.saved.models import SavedSearch, SavedVacancy, SearchAnchor, VacancyAlert


@admin.register(Vacancy)
class VacancyAdmin(Lean):
    list_display = ["title", "employer", "school", "status", "opens_on", "closes_on"]
    list_filter = ["status", "kind", "visibility", "is_overseas"]
    search_fields = ["title", "employer__name"]
    # Moved by actions only, which write the log.
    readonly_fields = ["status", "published_at", "closed_at", "close_reason", "checklist"]


@admin.register(VacancyStatusLog)
class VacancyStatusLogAdmin(ReadOnlyAdmin):
    list_display = ["vacancy", "from_status", "to_status", "by", "at"]
    list_filter = ["to_status", "at"]
    search_fields = ["vacancy__title"]


@admin.register(SavedVacancy)
class SavedVacancyAdmin(Lean):
    list_display = ["person", "vacancy", "saved_at"]
    list_filter = ["saved_at"]
    search_fields = ["person__name", "vacancy__title"]


@admin.register(VacancyReport)
class VacancyReportAdmin(ReadOnlyAdmin):
    list_display = ["vacancy", "reason", "made_at", "settled_at"]
    list_filter = ["reason", "made_at"]
    search_fields = ["vacancy__title", "note"]


@admin.register(VacancyLead)
class VacancyLeadAdmin(Lean):
    list_display = ["title", "employer_name", "school", "status", "created_at"]
    list_filter = ["status", "created_at"]
    search_fields = ["title", "employer_name"]
    readonly_fields = ["status", "vacancy"]


@admin.register(VacancyQuestion)
class VacancyQuestionAdmin(Lean):
    list_display = ["text", "vacancy", "position", "kind", "is_required"]
    list_filter = ["kind", "is_required"]
    search_fields = ["text", "vacancy__title"]


@admin.register(SavedSearch)
class SavedSearchAdmin(Lean):
    list_display = ["name", "person", "frequency", "created_at"]
    list_filter = ["frequency", "created_at"]
    search_fields = ["name", "person__name"]


@admin.register(SearchAnchor)
class SearchAnchorAdmin(ReadOnlyAdmin):
    list_display = ["token", "search"]
    list_filter = ["search__frequency"]
    search_fields = ["token", "search__name"]


@admin.register(VacancyAlert)
class VacancyAlertAdmin(ReadOnlyAdmin):
    list_display = ["vacancy", "person", "search", "found_at", "told_at"]
    list_filter = ["found_at", "told_at"]
    search_fields = ["vacancy__title", "person__name"]
