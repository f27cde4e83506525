from django.contrib import admin

from bkk_portal.insights.models import LabourFigure
from bkk_portal.kit.admin import Lean


@admin.register(LabourFigure)
class LabourFigureAdmin(Lean):
    list_display = ["year", "indicator", "sex", "value", "unit", "regency"]
    list_filter = ["year", "indicator", "sex"]
    search_fields = ["source", "regency__name"]
