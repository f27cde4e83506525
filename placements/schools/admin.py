from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin
from placements.schools.models import ForumMembership, School, SchoolActivity, SchoolMembership


@admin.register(School)
class SchoolAdmin(PortalAdmin):
    list_display = ["npsn", "name", "status", "district", "registration_number"]
    list_filter = ["status", "district"]
    search_fields = ["npsn", "name"]


@admin.register(SchoolMembership)
class SchoolMembershipAdmin(PortalAdmin):
    list_display = ["user", "school", "started_on", "ended_on"]
    list_filter = ["started_on", "ended_on"]
    search_fields = ["user__name", "user__email", "school__name"]


@admin.register(ForumMembership)
class ForumMembershipAdmin(PortalAdmin):
    list_display = ["user", "regency", "started_on", "ended_on"]
    list_filter = ["started_on", "ended_on"]
    search_fields = ["user__name", "user__email"]


@admin.register(SchoolActivity)
class SchoolActivityAdmin(PortalAdmin):
    list_display = ["title", "kind", "school", "held_on"]
    list_filter = ["kind", "held_on"]
    search_fields = ["title", "school__name"]
