from django.contrib import admin

from bkk_portal.kit.admin import Lean
from trainings.reports.models import AuditPack


@admin.register(AuditPack)
class AuditPackAdmin(Lean):
    list_display = ["__str__", "agency", "status", "asked_by", "created_at"]
    list_filter = ["status", "agency"]
    search_fields = ["training__programme__name", "training__village__name", "contract__number"]
