from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from placements.applications.models import (
    Application,
    ApplicationAnswer,
    ApplicationDocument,
    ApplicationDraft,
    ApplicationStatusLog,
)
from placements.applications.nomination.models import NominationLetter
from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession


@admin.register(Application)
class ApplicationAdmin(Lean):
    list_display = ["alumnus", "vacancy", "status", "applied_at"]
    list_filter = ["status", "applied_at"]
    search_fields = ["alumnus__person__name", "vacancy__title"]
    readonly_fields = ["status", "status_changed_at"]  # moved by actions only, which write the log


@admin.register(ApplicationStatusLog)
class ApplicationStatusLogAdmin(ReadOnlyAdmin):
    list_display = ["application", "from_status", "to_status", "by_label", "at"]
    list_filter = ["to_status", "at"]
    search_fields = ["application__alumnus__person__name", "application__vacancy__title"]


@admin.register(ApplicationAnswer)
class ApplicationAnswerAdmin(ReadOnlyAdmin):
    list_display = ["question", "answer", "application"]
    list_filter = ["application__status"]
    search_fields = ["question", "application__alumnus__person__name"]


@admin.register(ApplicationDocument)
class ApplicationDocumentAdmin(ReadOnlyAdmin):
    list_display = ["title", "application"]
    list_filter = ["application__status"]
    search_fields = ["title", "application__alumnus__person__name"]


@admin.register(ApplicationDraft)
class ApplicationDraftAdmin(ReadOnlyAdmin):
    """Without what was typed: it was not sent to anybody."""

    list_display = ["vacancy", "person", "updated_at"]
    list_filter = ["updated_at"]
    search_fields = ["vacancy__title", "person__name"]
    exclude = ["data"]


@admin.register(NominationLetter)
class NominationLetterAdmin(ReadOnlyAdmin):
    """Written by its action only: the number and the file are the document's."""

    list_display = ["document", "school", "vacancy", "recipient", "made_at"]
    list_filter = ["made_at", "school"]
    search_fields = ["document__number", "vacancy__title", "recipient"]


@admin.register(SelectionDay)
class SelectionDayAdmin(Lean):
    list_display = ["title", "school", "held_on", "stage", "cancelled_at"]
    list_filter = ["stage", "venue", "is_public", "held_on"]
    search_fields = ["title", "school__name", "place"]
    readonly_fields = ["cancelled_at", "cancel_reason", "report"]  # by actions only, which tell those invited


@admin.register(SelectionSession)
class SelectionSessionAdmin(Lean):
    list_display = ["day", "starts_at", "ends_at", "room", "capacity", "taken"]
    list_filter = ["day__held_on"]
    search_fields = ["day__title", "room"]


@admin.register(SelectionInvitation)
class SelectionInvitationAdmin(Lean):
    list_display = ["application", "day", "status", "presence", "result"]
    list_filter = ["status", "presence", "result", "day__held_on"]
    search_fields = ["application__alumnus__person__name", "day__title"]
    # moved by actions only, which count the places and move the application
    readonly_fields = ["session", "status", "presence", "presence_at", "result", "result_reason", "result_at"]
