"""A school's MoUs and PKL places."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from placements.employers.pages import employer_of_register
from placements.employers.partners import actions
from placements.employers.partners.filters import AgreementFilter, PklFilter
from placements.employers.partners.forms import AgreementForm, EndAgreementForm, PklForm
from placements.employers.partners.models import PartnershipAgreement, PklPlace
from placements.employers.partners.queries import years_with
from placements.outcomes.models import Placement

COPIED = ("scopes", "note", "school_signer", "employer_signer")
SMALL_FORM = "employers/bkk_small_form.html"


@school_desk
@require_safe
def employer_partnership(request, pk):
    employer = employer_of_register(request, pk)
    placements = Placement.objects.standing().filter(employer=employer)
    context = {
        "employer": employer,
        "tab": "partnership",
        "agreements": employer.agreements.visible_to(request.actor).with_renewals().order_by("-starts_on", "-pk"),
        "places": employer.pkl_places.visible_to(request.actor).select_related("konsentrasi"),
        "years": years_with(
            employer, request.actor, own_placements=placements.visible_to(request.actor), placements=placements
        ),
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
@get_or_post
def employer_agreement_create(request, pk):
    employer = employer_of_register(request, pk)
    new = PartnershipAgreement(employer=employer, school_id=request.actor.school_id)
    form = AgreementForm(posted(request), request.FILES or None, instance=new)
    return form_page(
        request,
        form,
        SMALL_FORM,
        actions.save_agreement,
        given=lambda: {"agreement": form.save(commit=False)},
        to=lambda _: ("bkk:employer_partnership", pk),
        success="MoU tersimpan.",
        title="Catat MoU",
        **_back_to(employer),
    )


@school_desk
@get_or_post
def agreement_edit(request, pk):
    agreement = _agreement(request, pk)
    form = AgreementForm(posted(request), request.FILES or None, instance=agreement)
    return form_page(
        request,
        form,
        SMALL_FORM,
        actions.save_agreement,
        given=lambda: {"agreement": form.save(commit=False)},
        to=lambda _: ("bkk:agreement_page", pk),
        success="MoU tersimpan.",
        title="Ubah MoU",
        **_back_to(agreement.employer),
    )


@school_desk
@get_or_post
def agreement_renew(request, pk):
    """A new MoU that follows this one, with what usually stays the same filled in."""
    old = _agreement(request, pk)
    first, last = actions.next_period(old)
    initial = {name: getattr(old, name) for name in COPIED} | {"starts_on": first, "ends_on": last}
    new = PartnershipAgreement(employer=old.employer, school_id=request.actor.school_id)
    form = AgreementForm(posted(request), request.FILES or None, instance=new, initial=initial)
    return form_page(
        request,
        form,
        SMALL_FORM,
        actions.renew_agreement,
        given=lambda: {"agreement": old, "renewal": form.save(commit=False)},
        to=lambda _: ("bkk:employer_partnership", old.employer_id),
        success="MoU diperpanjang.",
        title=f"Perpanjang MoU {old.number}",
        **_back_to(old.employer),
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
@get_or_post
def employer_pkl_create(request, pk):
    employer = employer_of_register(request, pk)
    form = PklForm(posted(request), instance=PklPlace(employer=employer, school_id=request.actor.school_id))
    return _pkl_form(request, form, "Catat tempat PKL", employer)


def _place(request, pk):
    rows = PklPlace.objects.visible_to(request.actor).select_related("employer")
    return get_object_or_404(rows, pk=pk)


@school_desk
@get_or_post
def pkl_edit(request, pk):
    place = _place(request, pk)
    return _pkl_form(request, PklForm(posted(request), instance=place), "Ubah tempat PKL", place.employer)


pkl_remove = act(
    school_desk,
    _place,
    actions.remove_pkl,
    "Tempat PKL dihapus.",
    row="place",
    to=lambda place: ("bkk:employer_partnership", place.employer_id),
)


def _pkl_form(request, form, title, employer):
    return form_page(
        request,
        form,
        SMALL_FORM,
        actions.save_pkl,
        given=lambda: {"place": form.save(commit=False)},
        to=lambda _: ("bkk:employer_partnership", employer.pk),
        success="Tempat PKL tersimpan.",
        title=title,
        **_back_to(employer),
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
