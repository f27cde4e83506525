"""Placements on the coordinator's desk: recorded, looked after, verified, taken back."""

from fractions import Fraction

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from placements.applications.models import Application
from placements.outcomes import actions
from placements.outcomes.enums import ContractKind, PayBand, PlacementScope
from placements.outcomes.filters import PlacementFilter
from placements.outcomes.forms import CancelForm, OutsidePlacementForm, PlacementForm, VerifyForm
from placements.outcomes.models import MinimumWage, Placement, PlacementFollowUp
from placements.vacancies.enums import VacancyKind

CONTRACT_OF = {VacancyKind.PERMANENT: ContractKind.PERMANENT, VacancyKind.INTERNSHIP: ContractKind.INTERNSHIP}
OWN_PROVINCE = "53."  # AKL is work in this province, AKAD in another
RECORDED = "Penempatan tercatat. Masa kerjanya masuk ke angka BMW."


@school_desk
@require_safe
def placement_list(request):
    rows = Placement.objects.visible_to(request.actor).select_related("alumnus__person", "employer", "spell")
    listing = Listing(request, rows, order=["-starts_on", "-pk"], filterset=PlacementFilter)
    due = PlacementFollowUp.objects.visible_to(request.actor).due().count()
    return render(request, "outcomes/bkk_list.html", {"listing": listing, "filter": listing.filters, "due": due})


@school_desk
@get_or_post
def placement_from_application(request, pk):
    rows = Application.objects.visible_to(request.actor).with_people().select_related("vacancy__occupation")
    application = get_object_or_404(rows, pk=pk)
    if standing := Placement.objects.standing().filter(application=application).first():
        return redirect("bkk:placement_page", standing.pk)
    form = PlacementForm(posted(request), request.FILES or None, initial=_proposal(application.vacancy))
    if request.method == "POST" and form.is_valid():
        placement = form.save(commit=False)
        placement.employer = application.vacancy.employer
        placement.occupation = placement.occupation or application.vacancy.occupation
        if _recorded(request, application.alumnus, placement, application):
            return redirect("bkk:placement_page", placement.pk)
    return render(request, "outcomes/bkk_form.html", {"form": form, "application": application})


def _proposal(vacancy):
    is_elsewhere = vacancy.regency_id and not vacancy.regency_id.startswith(OWN_PROVINCE)
    return {
        "position": vacancy.title,
        "occupation": vacancy.occupation_id,
        "monthly_pay": vacancy.pay_min,
        "scope": PlacementScope.AKAD if is_elsewhere else PlacementScope.AKL,
        "contract": CONTRACT_OF.get(vacancy.kind, ContractKind.CONTRACT),
    }


@school_desk
@get_or_post
def placement_create(request):
    initial = {"nisn": request.GET.get("nisn", "")}
    form = OutsidePlacementForm(posted(request), request.FILES or None, actor=request.actor, initial=initial)
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
    return _page(request, pk)


def _page(request, pk, **forms):
    related = ("alumnus__person", "alumnus__konsentrasi", "employer", "occupation", "application__vacancy")
    placement = _placement(request, pk, *related, "recorded_by", "spell__verified_by")
    band = band_of_placement(placement)
    context = {
        "placement": placement,
        "band": band.label if band else "",
        "follow_ups": placement.follow_ups.select_related("done_by").order_by("months"),
        "form": CancelForm(),
        "verify_form": VerifyForm(),
    }
    return render(request, "outcomes/bkk_page.html", context | forms)


@school_desk
@require_POST
def placement_verify(request, pk):
    placement = _placement(request, pk)
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, pk, verify_form=form)
    said = {"success": "Penempatan sudah diperiksa.", "actor": request.actor, **form.cleaned_data}
    attempt(request, actions.verify_placement, placement=placement, **said)
    return redirect("bkk:placement_page", pk)


@school_desk
@require_safe
def placement_file(request, pk):
    placement = _placement(request, pk)
    if not placement.evidence:
        raise Http404
    return private_file_response(request, placement.evidence, f"bukti-penempatan-{pk}")


def _placement(request, pk, *related):
    rows = Placement.objects.visible_to(request.actor)
    return get_object_or_404(rows.select_related(*related) if related else rows, pk=pk)


placement_cancel = act(
    school_desk,
    _placement,
    actions.cancel_placement,
    "Penempatan dibatalkan; barisnya tetap tersimpan.",
    row="placement",
    to="bkk:placement_page",
    given=lambda request: {"reason": request.POST.get("reason", "")},
)


LIMITS = ((Fraction(3, 4), PayBand.UNDER), (Fraction(1), PayBand.NEAR), (Fraction(6, 5), PayBand.ABOVE))


def band_of(pay, wage):
    """PayBand of a monthly pay beside a UMK, both in rupiah; a limit itself belongs to the band above it."""
    share = Fraction(pay, wage)
    return next((band for limit, band in LIMITS if share < limit), PayBand.WELL_ABOVE)


def band_of_placement(placement):
    """The band from the exact pay where it and the UMK of that year are known; else the chosen one, or None."""
    if placement.monthly_pay:
        wage = MinimumWage.objects.filter(year=placement.starts_on.year).first()
        if wage:
            return band_of(placement.monthly_pay, wage.amount)
    return PayBand(placement.pay_band) if placement.pay_band else None
