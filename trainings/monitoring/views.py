from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from trainings.monitoring import actions
from trainings.monitoring.forms import VisitForm
from trainings.monitoring.models import MonitoringVisit


@agency_desk
@require_safe
def monitoring_list(request):
    """Visits still to make, the oldest first; or, asked for, those made."""
    made = request.GET.get("lihat") == "sudah"
    visits = MonitoringVisit.objects.visible_to(request.actor).for_list()
    rows = visits.filter(visited_on__isnull=False) if made else visits.due()
    listing = Listing(request, rows, order=["-visited_on", "-pk"] if made else ["due_on", "pk"])
    overdue = MonitoringVisit.objects.visible_to(request.actor).overdue().count()
    return render(request, "monitoring/dinas_list.html", {"listing": listing, "made": made, "overdue": overdue})


@agency_desk
@require_http_methods(["GET", "POST"])
def visit_record(request, pk):
    visits = MonitoringVisit.objects.visible_to(request.actor).filter(handover__agency_id=request.actor.agency_id)
    visit = get_object_or_404(visits.for_list(), pk=pk)
    form = VisitForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        found, actor = form.cleaned_data, request.actor
        attempt(request, actions.record_visit, visit=visit, found=found, actor=actor, success="Kunjungan tercatat.")
        return redirect("dinas:monitoring_list")
    return render(request, "monitoring/dinas_form.html", {"visit": visit, "form": form})
