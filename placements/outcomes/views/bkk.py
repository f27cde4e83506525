from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from placements.alumni.models import Alumnus
from placements.applications.models import Application
from placements.outcomes import actions, bmw
from placements.outcomes.enums import ContractKind, PlacementScope
from placements.outcomes.forms import CancelForm, OutsidePlacementForm, PlacementForm
from placements.outcomes.models import Placement
from placements.vacancies.enums import VacancyKind

CONTRACT_OF = {VacancyKind.PERMANENT: ContractKind.PERMANENT, VacancyKind.INTERNSHIP: ContractKind.INTERNSHIP}
OWN_PROVINCE = "53."  # AKL is work in this province, AKAD in another
RECORDED = "Penempatan tercatat. Masa kerjanya masuk ke angka BMW."


@school_desk
@require_safe
def placement_list(request):
    rows = Placement.objects.visible_to(request.actor).select_related("alumnus__person", "employer", "spell")
    listing = Listing(request, rows, order=["-starts_on", "-pk"])
    return render(request, "outcomes/bkk_list.html", {"listing": listing})


@school_desk
@require_http_methods(["GET", "POST"])
def placement_from_application(request, pk):
    rows = Application.objects.visible_to(request.actor).with_people().select_related("vacancy__occupation")
    application = get_object_or_404(rows, pk=pk)
    if standing := Placement.objects.standing().filter(application=application).first():
        return redirect("bkk:placement_page", standing.pk)
    form = PlacementForm(posted(request), initial=_proposal(application.vacancy))
    if request.method == "POST" and form.is_valid():
        placement = form.save(commit=False)
        placement.employer, placement.occupation = application.vacancy.employer, application.vacancy.occupation
        if _recorded(request, application.alumnus, placement, application):
            return redirect("bkk:placement_page", placement.pk)
    return render(request, "outcomes/bkk_form.html", {"form": form, "application": application})


def _proposal(vacancy):
    is_elsewhere = vacancy.regency_id and not vacancy.regency_id.startswith(OWN_PROVINCE)
    return {
        "position": vacancy.title,
        "monthly_pay": vacancy.pay_min,
        "scope": PlacementScope.AKAD if is_elsewhere else PlacementScope.AKL,
        "contract": CONTRACT_OF.get(vacancy.kind, ContractKind.CONTRACT),
    }


@school_desk
@require_http_methods(["GET", "POST"])
def placement_create(request):
    form = OutsidePlacementForm(posted(request), actor=request.actor, initial={"nisn": request.GET.get("nisn", "")})
    if request.method == "POST" and form.is_valid():
        placement = form.save(commit=False)
        placement.employer = form.cleaned_data["employer_name"]
        if _recorded(request, form.cleaned_data["nisn"], placement, None):
            return redirect("bkk:placement_page", placement.pk)
    return render(request, "outcomes/bkk_form.html", {"form": form, "application": None})


def _recorded(request, alumnus, placement, application):
    """The saved placement; None when it was refused: the form is shown again with what was typed."""
    return attempt(
        request,
        actions.record_placement,
        alumnus=alumnus,
        placement=placement,
        application=application,
        actor=request.actor,
        success=RECORDED,
    )


@school_desk
@require_safe
def placement_page(request, pk):
    related = ("alumnus__person", "alumnus__konsentrasi", "employer", "spell", "application__vacancy", "recorded_by")
    placement = get_object_or_404(Placement.objects.visible_to(request.actor).select_related(*related), pk=pk)
    return render(request, "outcomes/bkk_page.html", {"placement": placement, "form": CancelForm()})


@school_desk
@require_POST
def placement_cancel(request, pk):
    placement = get_object_or_404(Placement.objects.visible_to(request.actor), pk=pk)
    attempt(
        request,
        actions.cancel_placement,
        placement=placement,
        reason=request.POST.get("reason", ""),
        actor=request.actor,
        success="Penempatan dibatalkan; barisnya tetap tersimpan.",
    )
    return redirect("bkk:placement_page", pk)


@school_desk
@require_safe
def tracer(request):
    """Who answers, class by class: each with both denominators."""
    alumni = Alumnus.objects.visible_to(request.actor)
    classes = sorted(bmw.figures_by(alumni, "graduation_year").items(), reverse=True)
    return render(request, "outcomes/bkk_tracer.html", {"classes": classes, "whole": bmw.figures(alumni)})
