from django.contrib import admin

from bkk_portal.kit.admin import Lean
from bkk_portal.regions.models import District, Province, Regency, Village


@admin.register(Province)
class ProvinceAdmin(Lean):
    list_display = ["code", "name"]
    search_fields = ["code", "name"]


@admin.register(Regency)
class RegencyAdmin(Lean):
    list_display = ["code", "name", "province"]
    search_fields = ["code", "name"]
    list_filter = ["province"]


@admin.register(District)
class DistrictAdmin(Lean):
    list_display = ["code", "name", "regency"]
    search_fields = ["code", "name"]
    list_filter = ["regency"]


@admin.register(Village)
class VillageAdmin(Lean):
    list_display = ["code", "name", "district", "head_name"]
    search_fields = ["code", "name", "other_spellings"]
    list_filter = ["district"]
