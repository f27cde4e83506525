from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import forum_desk
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.reports import queries


@forum_desk
@require_safe
def dashboard(request):
    """All schools side by side: totals, never people."""
    context = {"schools": queries.totals_by_school(), "whole": bmw.figures(Alumnus.objects.all())}
    return render(request, "placements_reports/forum_dashboard.html", context)


@forum_desk
@require_safe
def report_list(request):
    classes = bmw.figures_by(Alumnus.objects.all(), "graduation_year")
    context = {"years": queries.years_of(), "classes": sorted(classes.items(), reverse=True)}
    return render(request, "placements_reports/forum_reports.html", context)
