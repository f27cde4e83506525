from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.web import attempt, posted
from placements.schools import registration, rules
from placements.schools.models import PlacementPlan, RegistrationRequest, School
from placements.schools.registration_forms import ApproveForm, RegistrationForm, ReturnForm
from placements.schools.views import papers


@agency_desk
@require_http_methods(["GET", "POST"])
def bkk_edit(request, pk):
    _only_supervising(request.actor)
    school = get_object_or_404(School.objects.visible_to(request.actor), pk=pk)
    form = RegistrationForm(posted(request), request.FILES or None, instance=school)
    if request.method == "POST" and form.is_valid():
        school = form.save(commit=False)
        success = f"Tanda daftar BKK {school.name} tersimpan."
        attempt(request, registration.save_registration, school=school, actor=request.actor, success=success)
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
@require_http_methods(["POST"])
def registration_approve(request, pk):
    asked, form = _asked(request, pk), ApproveForm(posted(request), request.FILES)
    if not form.is_valid():
        return _request_page(request, asked, form, ReturnForm())
    attempt(
        request,
        registration.approve_request,
        asked=asked,
        actor=request.actor,
        success=f"Tanda daftar {asked.school} terbit.",
        **form.cleaned_data,
    )
    return redirect("dinas:registration_request", asked.pk)


@agency_desk
@require_http_methods(["POST"])
def registration_return(request, pk):
    asked, form = _asked(request, pk), ReturnForm(posted(request))
    if not form.is_valid():
        return _request_page(request, asked, ApproveForm(), form)
    success = "Permohonan dikembalikan; sekolah sudah diberi tahu."
    reason = form.cleaned_data["reason"]
    attempt(request, registration.return_request, asked=asked, reason=reason, actor=request.actor, success=success)
    return redirect("dinas:registration_request", asked.pk)


@agency_desk
@require_safe
def request_file(request, pk, what):
    return papers.request_file(request, pk, what)


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
