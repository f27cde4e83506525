from django.contrib import admin

from bkk_portal.kit.admin import Lean, PortalAdmin, ReadOnlyAdmin
from placements.alumni.lists.models import BulkRun, SavedList
from placements.alumni.models import AlumniImport, Alumnus, ClaimLock, RombelMapping


@admin.register(Alumnus)
class AlumnusAdmin(PortalAdmin):
    list_display = ["person", "school", "graduation_year", "konsentrasi", "tracing"]
    list_filter = ["tracing", "graduation_year", "school"]
    search_fields = ["person__name", "=person__nisn", "=nis"]
    raw_id_fields = ["imported_by"]


@admin.register(AlumniImport)
class AlumniImportAdmin(Lean):
    """What waits in an import is personal data of people who are not in the portal yet: not shown here."""

    list_display = ["original_name", "school", "graduation_year", "status", "created_by", "created_at"]
    list_filter = ["status", "school"]
    search_fields = ["original_name", "school__name"]
    fields = ["school", "graduation_year", "original_name", "status", "error", "counts", "created_by", "finished_at"]
    readonly_fields = fields

    def has_add_permission(self, request):
        return False


@admin.register(RombelMapping)
class RombelMappingAdmin(Lean):
    list_display = ["rombel", "school", "edition", "konsentrasi"]
    list_filter = ["edition", "school"]
    search_fields = ["rombel", "school__name", "konsentrasi__name"]


@admin.register(ClaimLock)
class ClaimLockAdmin(ReadOnlyAdmin):
    """Removing a row lets somebody try again at once."""

    list_display = ["nisn_hash", "failures", "last_failed_at", "locked_until"]
    list_filter = ["locked_until"]
    search_fields = ["nisn_hash"]

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser


@admin.register(SavedList)
class SavedListAdmin(Lean):
    list_display = ["name", "user", "school", "updated_at"]
    list_filter = ["school"]
    search_fields = ["name", "user__name"]


@admin.register(BulkRun)
class BulkRunAdmin(ReadOnlyAdmin):
    """What was done; the file it made is for the coordinators only."""

    list_display = ["kind", "school", "created_by", "total", "done_count", "status", "created_at"]
    list_filter = ["kind", "status", "school"]
    search_fields = ["created_by__name", "school__name"]
    fields = ["kind", "school", "created_by", "query", "total", "done_count", "status", "started_at", "finished_at"]
