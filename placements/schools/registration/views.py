"""The tanda daftar at the desks of the BKK and of the office that supervises it; the BKK's plan of the year."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk, school_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.pages import attempt, form_page, get_or_post, posted
from placements.schools import rules
from placements.schools.actions import save_plan
from placements.schools.enums import RequestKind
from placements.schools.forms import PlanForm
from placements.schools.models import PlacementPlan, School
from placements.schools.registration import actions
from placements.schools.registration.forms import ApproveForm, RegistrationForm, RequestForm, ReturnForm
from placements.schools.registration.models import RegistrationRequest

YEARS_AHEAD = 1
FIRST_YEAR = 2015
REQUEST_FILES = {"sk": "decree_file", "struktur": "structure_file", "rencana": "plan_file"}


@school_desk
@get_or_post
def plan_edit(request, year):
    """A year that has no plan yet begins one."""
    if not FIRST_YEAR <= year <= timezone.localdate().year + YEARS_AHEAD:
        raise Http404
    plan = PlacementPlan.objects.visible_to(request.actor).filter(year=year).first()
    form = PlanForm(posted(request), instance=plan or PlacementPlan(school_id=request.actor.school_id, year=year))
    if request.method == "POST" and form.is_valid():
        saved = form.save(commit=False)
        success = f"Rencana {year} tersimpan."
        attempt(request, save_plan, plan=saved, targets=form.targets, actor=request.actor, success=success)
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
@get_or_post
def registration_create(request):
    school = get_object_or_404(School, pk=request.actor.school_id)
    form = RequestForm(posted(request), request.FILES or None, initial=_first_values(school))
    return form_page(
        request,
        form,
        "schools/bkk_registration_form.html",
        actions.send_request,
        given=lambda: {"asked": form.save(commit=False)},
        to=lambda _: "bkk:registration",
        success="Permohonan terkirim ke dinas.",
        school=school,
    )


@school_desk
@require_safe
def registration_file(request):
    school = get_object_or_404(School.objects.exclude(registration_file=""), pk=request.actor.school_id)
    return private_file_response(request, school.registration_file, f"tanda-daftar-{school.npsn}")


@school_desk
@require_safe
def request_file(request, pk, what):
    return _paper(request, pk, what)


def _first_values(school):
    if school.needs_reissue:
        kind = RequestKind.HEAD_CHANGED
    else:
        kind = RequestKind.OTHER if school.registration_number else RequestKind.FIRST
    return {"kind": kind, "head": school.bkk_head}


def _paper(request, pk, what):
    """`what` is a key of REQUEST_FILES."""
    field = REQUEST_FILES.get(what)
    if field is None:
        raise Http404
    rows = RegistrationRequest.objects.visible_to(request.actor).exclude(**{field: ""})
    row = get_object_or_404(rows, pk=pk)
    return private_file_response(request, getattr(row, field), f"{what}-{row.pk}")


@agency_desk
@get_or_post
def bkk_edit(request, pk):
    _only_supervising(request.actor)
    school = get_object_or_404(School.objects.visible_to(request.actor), pk=pk)
    form = RegistrationForm(posted(request), request.FILES or None, instance=school)
    if request.method == "POST" and form.is_valid():
        school = form.save(commit=False)
        success = f"Tanda daftar BKK {school.name} tersimpan."
        attempt(request, actions.save_registration, school=school, actor=request.actor, success=success)
        return redirect("dinas:bkk_page", school.pk)
    return render(request, "schools/dinas_form.html", {"form": form, "school": school})


@agency_desk
@require_safe
def bkk_file(request, pk):
    _only_supervising(request.actor)
    schools = School.objects.visible_to(request.actor).exclude(registration_file="")
    school = get_object_or_404(schools, pk=pk)
    return private_file_response(request, school.registration_file, f"tanda-daftar-{school.npsn}")


@agency_desk
@require_safe
def registration_request(request, pk):
    return _request_page(request, _asked(request, pk), ApproveForm(), ReturnForm())


@agency_desk
@require_POST
def registration_approve(request, pk):
    asked, form = _asked(request, pk), ApproveForm(posted(request), request.FILES)
    if not form.is_valid():
        return _request_page(request, asked, form, ReturnForm())
    attempt(
        request,
        actions.approve_request,
        asked=asked,
        actor=request.actor,
        success=f"Tanda daftar {asked.school} terbit.",
        **form.cleaned_data,
    )
    return redirect("dinas:registration_request", asked.pk)


@agency_desk
@require_POST
def registration_return(request, pk):
    asked, form = _asked(request, pk), ReturnForm(posted(request))
    if not form.is_valid():
        return _request_page(request, asked, ApproveForm(), form)
    success = "Permohonan dikembalikan; sekolah sudah diberi tahu."
    reason = form.cleaned_data["reason"]
    attempt(request, actions.return_request, asked=asked, reason=reason, actor=request.actor, success=success)
    return redirect("dinas:registration_request", asked.pk)


@agency_desk
@require_safe
def request_file_for_office(request, pk, what):
    return _paper(request, pk, what)


def _asked(request, pk):
    rows = RegistrationRequest.objects.visible_to(request.actor).select_related("school", "sent_by", "decided_by")
    return get_object_or_404(rows, pk=pk)


def _request_page(request, asked, approve_form, return_form):
    plans = PlacementPlan.objects.visible_to(request.actor).with_targets().filter(school=asked.school)
    context = {"asked": asked, "approve_form": approve_form, "return_form": return_form, "plan": plans.first()}
    return render(request, "schools/dinas_request.html", context)


def _only_supervising(actor):
    """Another office sees who is registered, and nothing to change or download."""
    if not rules.can_register_bkk(actor):
        raise Http404
