from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin, ReadOnlyAdmin
from placements.alumni.models import AlumniImport, Alumnus, ClaimLock, RombelMapping


@admin.register(Alumnus)
class AlumnusAdmin(PortalAdmin):
    list_display = ["person", "school", "graduation_year", "konsentrasi", "tracing"]
    list_filter = ["graduation_year", "tracing", "school"]
    search_fields = ["person__name", "person__nisn"]


@admin.register(RombelMapping)
class RombelMappingAdmin(PortalAdmin):
    list_display = ["school", "rombel", "konsentrasi"]
    list_filter = ["school"]
    search_fields = ["rombel", "school__name"]


@admin.register(AlumniImport)
class AlumniImportAdmin(ReadOnlyAdmin, PortalAdmin):
    list_display = ["original_name", "school", "graduation_year", "state", "created_at"]
    list_filter = ["state", "graduation_year"]
    search_fields = ["original_name", "school__name"]
    exclude = ["preview", "answers"]


@admin.register(ClaimLock)
class ClaimLockAdmin(ReadOnlyAdmin):
    list_display = ["failures", "last_failed_at", "locked_until"]
    list_filter = ["locked_until"]
    search_fields = ["nisn_hash"]
