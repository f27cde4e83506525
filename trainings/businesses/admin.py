from django.contrib import admin

from bkk_portal.kit.admin import Lean
from trainings.businesses.models import Business, BusinessPhoto


@admin.register(Business)
class BusinessAdmin(Lean):
    list_display = ["name", "trade", "village", "status", "consented_at", "withdrawn_at"]
    list_filter = ["status", "trade"]
    search_fields = ["name", "participant__person__name"]


@admin.register(BusinessPhoto)
class BusinessPhotoAdmin(Lean):
    list_display = ["business", "checked_at"]
    list_filter = ["checked_at"]
    search_fields = ["business__name"]
