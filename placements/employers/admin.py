from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin
from placements.employers.models import Employer, EmployerMembership


@admin.register(Employer)
class EmployerAdmin(PortalAdmin):
    list_display = ["name", "industry", "regency", "added_by_school", "verified_at"]
    list_filter = ["verified_basis", "industry__section"]
    search_fields = ["name", "nib"]


@admin.register(EmployerMembership)
class EmployerMembershipAdmin(PortalAdmin):
    list_display = ["user", "employer", "position", "started_on", "ended_on"]
    list_filter = ["started_on"]
    search_fields = ["user__name", "employer__name"]
