from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin, ReadOnlyAdmin
from trainings.participants.models import Attendance, Certificate, Participant, ParticipantStatusLog


@admin.register(Participant)
class ParticipantAdmin(PortalAdmin):
    list_display = ["person", "training", "status", "score"]
    list_filter = ["status", "training__agency"]
    search_fields = ["person__name", "training__programme__name"]
    readonly_fields = ["status"]


@admin.register(ParticipantStatusLog)
class ParticipantStatusLogAdmin(ReadOnlyAdmin):
    list_display = ["participant", "from_status", "to_status", "by", "at"]
    list_filter = ["to_status", "at"]
    search_fields = ["participant__person__name"]


@admin.register(Attendance)
class AttendanceAdmin(PortalAdmin):
    list_display = ["session", "participant", "presence", "recorded_by"]
    list_filter = ["presence"]
    search_fields = ["participant__person__name"]


@admin.register(Certificate)
class CertificateAdmin(ReadOnlyAdmin, PortalAdmin):
    list_display = ["document", "participant", "revoked_at"]
    list_filter = ["revoked_at"]
    search_fields = ["document__number", "participant__person__name"]
