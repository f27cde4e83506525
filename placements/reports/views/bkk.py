from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import school_desk
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.reports.dashboard import plan_chart, waiting_for
from placements.reports.plans import plan_and_results
from placements.schools.models import School


@school_desk
@require_safe
def dashboard(request):
    """What waits, each a tap from doing it; then the year beside its plan, and what graduates do."""
    school, year = get_object_or_404(School, pk=request.actor.school_id), timezone.localdate().year
    lines = plan_and_results(school.pk, year)
    context = {
        "school": school,
        "year": year,
        "tasks": waiting_for(request.actor),
        "figures": bmw.figures(Alumnus.objects.visible_to(request.actor)),
        "plan": lines,
        "is_planned": any(line.target is not None for line in lines),
        "chart": plan_chart(lines),
    }
    return render(request, "placements_reports/bkk_dashboard.html", context)
