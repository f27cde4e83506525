from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from trainings.participants.certificates.models import Certificate, CompetenceCertificate
from trainings.participants.models import Attendance, Participant, ParticipantStatusLog, SelectionScore
from trainings.participants.proposals.models import ParticipantUpload, Proposal, ProposedName


@admin.register(Participant)
class ParticipantAdmin(Lean):
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
class AttendanceAdmin(Lean):
    list_display = ["session", "participant", "presence", "recorded_by"]
    list_filter = ["presence"]
    search_fields = ["participant__person__name"]


@admin.register(Certificate)
class CertificateAdmin(ReadOnlyAdmin):
    list_display = ["document", "participant", "revoked_at"]
    list_filter = ["revoked_at"]
    search_fields = ["document__number", "participant__person__name"]


@admin.register(CompetenceCertificate)
class CompetenceCertificateAdmin(Lean):
    list_display = ["number", "scheme", "body", "participant", "issued_on", "expires_on"]
    list_filter = ["body", "issued_on"]
    search_fields = ["number", "scheme", "participant__person__name"]


@admin.register(SelectionScore)
class SelectionScoreAdmin(Lean):
    list_display = ["participant", "criterion", "points", "given_by"]
    list_filter = ["criterion__programme__agency"]
    search_fields = ["participant__person__name", "criterion__name"]


@admin.register(Proposal)
class ProposalAdmin(Lean):
    list_display = ["letter_number", "village", "programme", "status", "letter_date"]
    list_filter = ["status", "agency"]
    search_fields = ["letter_number", "village__name", "programme__name"]
    readonly_fields = ["status"]


@admin.register(ProposedName)
class ProposedNameAdmin(Lean):
    list_display = ["person", "proposal", "participant", "reason"]
    list_filter = ["proposal__agency"]
    search_fields = ["person__name", "proposal__letter_number"]


@admin.register(ParticipantUpload)
class ParticipantUploadAdmin(ReadOnlyAdmin):
    list_display = ["original_name", "training", "proposal", "created_by", "finished_at"]
    list_filter = ["created_at"]
    search_fields = ["original_name"]
