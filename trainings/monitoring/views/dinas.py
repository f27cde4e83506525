from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from trainings.monitoring.actions import record_visit
from trainings.monitoring.filters import VisitFilters
from trainings.monitoring.forms import VisitForm
from trainings.monitoring.models import MonitoringVisit


@agency_desk
@require_safe
def monitoring_list(request):
    visits = MonitoringVisit.objects.visible_to(request.actor)
    context = {
        "listing": Listing(request, visits.for_list(), filterset=VisitFilters),
        "overdue_count": visits.overdue().count(),
    }
    return render(request, "monitoring/dinas_list.html", context)


@agency_desk
@require_http_methods(["GET", "POST"])
def visit_record(request, pk):
    """The phone form; a visit made already is shown as it was noted."""
    visits = MonitoringVisit.objects.for_list()
    is_post = request.method == "POST"
    visit = get_object_or_404(visits.workable_by(request.actor) if is_post else visits.visible_to(request.actor), pk=pk)
    is_own = visit.handover.agency_id == request.actor.agency_id
    if is_post and visit.is_done:
        messages.info(request, "Sudah dicatat. Kunjungan ini tidak diubah lagi.")
    if visit.is_done or not is_own:
        return render(request, "monitoring/dinas_visit.html", {"visit": visit})
    form = VisitForm(request.POST or None, request.FILES or None, instance=visit)
    if is_post and form.is_valid():
        done = attempt(
            request,
            record_visit,
            visit=form.save(commit=False),
            actor=request.actor,
            success=f"Kunjungan ke {visit.handover.participant.person.name} tercatat.",
        )
        if done:
            return redirect("dinas:monitoring_list")
    return render(request, "monitoring/dinas_form.html", {"form": form, "visit": visit})


@agency_desk
@require_safe
def visit_photo(request, pk):
    visit = get_object_or_404(MonitoringVisit.objects.visible_to(request.actor), pk=pk)
    if not visit.photo or not visit.photo.storage.exists(visit.photo.name):
        raise Http404("Foto tidak ada.")
    ending = visit.photo.name.rsplit(".", 1)[-1]
    return private_file_response(request, visit.photo, f"monev-{pk}.{ending}")
