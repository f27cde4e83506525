from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from bkk_portal.kit.web.pages import attempt
from placements.employers.dealings.models import EmployerNote, EmployerVisit
from placements.employers.merging.actions import approve_merge, merged_text
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer, EmployerContact, EmployerMembership, EmployerVerification
from placements.employers.partners.models import PartnershipAgreement, PklPlace


@admin.register(Employer)
class EmployerAdmin(Lean):
    list_display = ["name", "industry", "regency", "added_by_school", "verified_at", "rejected_at"]
    list_filter = ["verified_basis", "industry__section"]
    search_fields = ["name", "nib"]


@admin.register(EmployerMembership)
class EmployerMembershipAdmin(Lean):
    list_display = ["user", "employer", "position", "started_on", "ended_on"]
    list_filter = ["started_on"]
    search_fields = ["user__name", "employer__name"]


@admin.register(EmployerVerification)
class EmployerVerificationAdmin(ReadOnlyAdmin):
    list_display = ["employer", "outcome", "basis", "school", "by", "at"]
    list_filter = ["outcome", "basis"]
    search_fields = ["employer__name"]


@admin.register(EmployerContact)
class EmployerContactAdmin(Lean):
    list_display = ["name", "employer", "position", "is_main"]
    list_filter = ["is_main"]
    search_fields = ["name", "employer__name"]


@admin.register(PartnershipAgreement)
class PartnershipAgreementAdmin(Lean):
    list_display = ["number", "employer", "school", "starts_on", "ends_on"]
    list_filter = ["starts_on", "ends_on"]
    search_fields = ["number", "employer__name", "school__name"]


@admin.register(PklPlace)
class PklPlaceAdmin(Lean):
    list_display = ["employer", "school", "year", "konsentrasi", "places", "filled"]
    list_filter = ["year"]
    search_fields = ["employer__name", "school__name"]


@admin.register(EmployerVisit)
class EmployerVisitAdmin(Lean):
    list_display = ["employer", "activity", "met_with", "next_on"]
    list_filter = ["next_on"]
    search_fields = ["employer__name", "activity__title"]


@admin.register(EmployerNote)
class EmployerNoteAdmin(Lean):
    list_display = ["employer", "school", "by", "created_at"]
    list_filter = ["created_at"]
    search_fields = ["employer__name", "school__name"]


@admin.register(EmployerMergeProposal)
class EmployerMergeProposalAdmin(Lean):
    list_display = ["dropped_name", "kept", "status", "school", "created_at"]
    list_filter = ["status"]
    search_fields = ["dropped_name", "kept__name"]
    actions = ["merge"]

    @admin.action(description="Satukan perusahaan yang dipilih (tidak dapat dibatalkan)")
    def merge(self, request, queryset):
        """What the forum's chair does, where there is none."""
        for proposal in queryset.order_by("pk"):
            attempt(request, approve_merge, success=merged_text, proposal=proposal, actor=request.actor)
