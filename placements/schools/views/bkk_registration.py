"""The BKK's plan of the year and its tanda daftar."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.web import attempt, posted
from placements.schools import actions, registration
from placements.schools.enums import RequestKind
from placements.schools.models import PlacementPlan, RegistrationRequest, School
from placements.schools.plan_forms import PlanForm
from placements.schools.registration_forms import RequestForm
from placements.schools.views import papers

YEARS_AHEAD = 1
FIRST_YEAR = 2015


@school_desk
@require_http_methods(["GET", "POST"])
def plan_edit(request, year):
    """A year that has no plan yet begins one."""
    if not FIRST_YEAR <= year <= timezone.localdate().year + YEARS_AHEAD:
        raise Http404
    plan = PlacementPlan.objects.visible_to(request.actor).filter(year=year).first()
    form = PlanForm(posted(request), instance=plan or PlacementPlan(school_id=request.actor.school_id, year=year))
    if request.method == "POST" and form.is_valid():
        saved = form.save(commit=False)
        success = f"Rencana {year} tersimpan."
        attempt(request, actions.save_plan, plan=saved, targets=form.targets, actor=request.actor, success=success)
        return redirect("bkk:plan_list")
    return render(request, "schools/bkk_plan_form.html", {"form": form, "year": year})


@school_desk
@require_safe
def registration_page(request):
    requests = RegistrationRequest.objects.visible_to(request.actor)
    context = {
        "school": get_object_or_404(School, pk=request.actor.school_id),
        "requests": requests,
        "waiting": any(row.is_waiting for row in requests),
    }
    return render(request, "schools/bkk_registration.html", context)


@school_desk
@require_http_methods(["GET", "POST"])
def registration_create(request):
    school = get_object_or_404(School, pk=request.actor.school_id)
    form = RequestForm(posted(request), request.FILES or None, initial=_first_values(school))
    if request.method == "POST" and form.is_valid():
        asked = form.save(commit=False)
        success = "Permohonan terkirim ke dinas."
        if attempt(request, registration.send_request, asked=asked, actor=request.actor, success=success):
            return redirect("bkk:registration")
    return render(request, "schools/bkk_registration_form.html", {"form": form, "school": school})


@school_desk
@require_safe
def registration_file(request):
    school = get_object_or_404(School.objects.exclude(registration_file=""), pk=request.actor.school_id)
    return private_file_response(request, school.registration_file, f"tanda-daftar-{school.npsn}")


@school_desk
@require_safe
def request_file(request, pk, what):
    return papers.request_file(request, pk, what)


def _first_values(school):
    if school.needs_reissue:
        kind = RequestKind.HEAD_CHANGED
    else:
        kind = RequestKind.OTHER if school.registration_number else RequestKind.FIRST
    return {"kind": kind, "head": school.bkk_head}
