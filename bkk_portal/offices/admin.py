from django.contrib import admin

from bkk_portal.accounts.admin import MembershipAdmin
from bkk_portal.kit.admin import Lean
from bkk_portal.offices.models import Agency, AgencyMembership


@admin.register(Agency)
class AgencyAdmin(Lean):
    list_display = ("name", "short_name", "head_name", "supervises_bkk")
    list_filter = ("supervises_bkk",)
    search_fields = ("name", "short_name", "head_name")


@admin.register(AgencyMembership)
class AgencyMembershipAdmin(MembershipAdmin):
    list_display = ("user", "agency", "role", "position", "started_on", "ended_on")
    list_filter = ("agency", "role", "ended_on")
