"""A school's MoUs and PKL places."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, posted
from placements.employers.figures import years_with
from placements.employers.filters import AgreementFilter, PklFilter
from placements.employers.partners import actions
from placements.employers.partners.forms import AgreementForm, EndAgreementForm, PklForm
from placements.employers.partners.models import PartnershipAgreement, PklPlace
from placements.employers.views.bkk import employer_of_register
from placements.employers.views.editing import edit

COPIED = ("scopes", "note", "school_signer", "employer_signer")


@school_desk
@require_safe
def employer_partnership(request, pk):
    employer = employer_of_register(request, pk)
    context = {
        "employer": employer,
        "tab": "partnership",
        "agreements": employer.agreements.visible_to(request.actor).with_renewals().order_by("-starts_on", "-pk"),
        "places": employer.pkl_places.visible_to(request.actor).select_related("konsentrasi"),
        "years": years_with(employer, request.actor),
    }
    return render(request, "employers/bkk_partnership.html", context)


@school_desk
@require_safe
def agreement_list(request):
    rows = PartnershipAgreement.objects.visible_to(request.actor).with_renewals().select_related("employer")
    rows = rows.nearest_end_first()
    listing = Listing(request, rows, filterset=AgreementFilter)
    return render(request, "employers/bkk_agreements.html", {"listing": listing, "section": "agreements"})


@school_desk
@require_safe
def agreement_page(request, pk):
    return _agreement_page(request, _agreement(request, pk), EndAgreementForm())


@school_desk
@require_http_methods(["GET", "POST"])
def employer_agreement_create(request, pk):
    employer = employer_of_register(request, pk)
    new = PartnershipAgreement(employer=employer, school_id=request.actor.school_id)
    form = AgreementForm(posted(request), request.FILES or None, instance=new)
    return edit(
        request,
        form,
        (actions.save_agreement, {"agreement": lambda: form.save(commit=False)}),
        title="Catat MoU",
        success="MoU tersimpan.",
        back=("bkk:employer_partnership", pk),
        context=_back_to(employer),
    )


@school_desk
@require_http_methods(["GET", "POST"])
def agreement_edit(request, pk):
    agreement = _agreement(request, pk)
    form = AgreementForm(posted(request), request.FILES or None, instance=agreement)
    return edit(
        request,
        form,
        (actions.save_agreement, {"agreement": lambda: form.save(commit=False)}),
        title="Ubah MoU",
        success="MoU tersimpan.",
        back=("bkk:agreement_page", pk),
        context=_back_to(agreement.employer),
    )


@school_desk
@require_http_methods(["GET", "POST"])
def agreement_renew(request, pk):
    """A new MoU that follows this one, with what usually stays the same filled in."""
    old = _agreement(request, pk)
    first, last = actions.next_period(old)
    initial = {name: getattr(old, name) for name in COPIED} | {"starts_on": first, "ends_on": last}
    new = PartnershipAgreement(employer=old.employer, school_id=request.actor.school_id)
    form = AgreementForm(posted(request), request.FILES or None, instance=new, initial=initial)
    return edit(
        request,
        form,
        (actions.renew_agreement, {"agreement": old, "renewal": lambda: form.save(commit=False)}),
        title=f"Perpanjang MoU {old.number}",
        success="MoU diperpanjang.",
        back=("bkk:employer_partnership", old.employer_id),
        context=_back_to(old.employer),
    )


@school_desk
@require_POST
def agreement_end(request, pk):
    agreement, form = _agreement(request, pk), EndAgreementForm(request.POST)
    if not form.is_valid():
        return _agreement_page(request, agreement, form)
    success = "MoU diakhiri."
    values = {"agreement": agreement, "actor": request.actor, **form.cleaned_data}
    attempt(request, actions.end_agreement, success=success, **values)
    return redirect("bkk:agreement_page", pk)


@school_desk
@require_safe
def agreement_file(request, pk):
    rows = PartnershipAgreement.objects.visible_to(request.actor).exclude(file="")
    agreement = get_object_or_404(rows, pk=pk)
    return private_file_response(request, agreement.file, f"mou-{agreement.pk}")


@school_desk
@require_safe
def pkl_list(request):
    rows = PklPlace.objects.visible_to(request.actor).select_related("employer", "konsentrasi")
    listing = Listing(request, rows, order=["-year", "employer__name", "pk"], filterset=PklFilter)
    context = {"listing": listing, "totals": listing.filters.qs.totals(), "section": "pkl"}
    return render(request, "employers/bkk_pkl.html", context)


@school_desk
@require_http_methods(["GET", "POST"])
def employer_pkl_create(request, pk):
    employer = employer_of_register(request, pk)
    form = PklForm(posted(request), instance=PklPlace(employer=employer, school_id=request.actor.school_id))
    return _pkl_form(request, form, "Catat tempat PKL", employer)


@school_desk
@require_http_methods(["GET", "POST"])
def pkl_edit(request, pk):
    place = _place(request, pk)
    return _pkl_form(request, PklForm(posted(request), instance=place), "Ubah tempat PKL", place.employer)


@school_desk
@require_POST
def pkl_remove(request, pk):
    place = _place(request, pk)
    success = "Tempat PKL dihapus."
    attempt(request, actions.remove_pkl, success=success, place=place, actor=request.actor)
    return redirect("bkk:employer_partnership", place.employer_id)


def _pkl_form(request, form, title, employer):
    return edit(
        request,
        form,
        (actions.save_pkl, {"place": lambda: form.save(commit=False)}),
        title=title,
        success="Tempat PKL tersimpan.",
        back=("bkk:employer_partnership", employer.pk),
        context=_back_to(employer),
    )


def _back_to(employer):
    return {"employer": employer, "back_url": reverse("bkk:employer_partnership", args=[employer.pk])}


def _agreement_page(request, agreement, end_form):
    context = {
        "agreement": agreement,
        "employer": agreement.employer,
        "followed_by": PartnershipAgreement.objects.visible_to(request.actor).filter(renews=agreement).first(),
        "end_form": end_form,
    }
    return render(request, "employers/bkk_agreement.html", context)


def _agreement(request, pk):
    rows = PartnershipAgreement.objects.visible_to(request.actor).with_renewals()
    return get_object_or_404(rows.select_related("employer", "renews", "recorded_by"), pk=pk)


def _place(request, pk):
    rows = PklPlace.objects.visible_to(request.actor).select_related("employer")
    return get_object_or_404(rows, pk=pk)
