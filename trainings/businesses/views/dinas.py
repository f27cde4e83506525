"""The office looks before the world does."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from trainings.businesses import actions
from trainings.businesses.filters import DeskBusinessFilters
from trainings.businesses.forms import PhotoForm, RecordedBusinessForm
from trainings.businesses.models import Business
from trainings.businesses.views.saya import add_photo, photo_response
from trainings.participants.models import Participant


@agency_desk
@require_safe
def business_list(request):
    rows = Business.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, order="-updated_at", filterset=DeskBusinessFilters)
    return render(request, "businesses/dinas_list.html", {"listing": listing})


@agency_desk
@require_safe
def business_check(request, pk):
    rows = Business.objects.visible_to(request.actor).for_list().select_related("participant__training", "decided_by")
    row = get_object_or_404(rows, pk=pk)
    context = {
        "business": row,
        "photos": row.photos.order_by("pk"),
        "photo_form": PhotoForm(),
        "may_decide": row.participant.training.agency_id == request.actor.agency_id,
    }
    return render(request, "businesses/dinas_page.html", context)


@agency_desk
@get_or_post
def business_record(request, pk):
    """`pk`: of the participation, whose owner has signed the consent sheet."""
    participant = get_object_or_404(Participant.objects.workable_by(request.actor).passed().for_list(), pk=pk)
    if known := Business.objects.filter(participant=participant).first():
        return redirect("dinas:business_check", known.pk)
    blank = Business(participant=participant, village_id=participant.training.village_id)
    form = RecordedBusinessForm(posted(request), request.FILES or None, instance=blank)
    return form_page(
        request,
        form,
        "businesses/dinas_record.html",
        actions.record_business,
        given=lambda: {"business": form.save(commit=False), "paper": form.cleaned_data["consent_paper"]},
        to=lambda made: ("dinas:business_check", made.pk),
        success="Halaman usaha dicatat. Tambahkan foto, lalu tampilkan.",
        participant=participant,
    )


def _own(request, pk):
    return get_object_or_404(Business.objects.workable_by(request.actor), pk=pk)


business_publish = act(
    agency_desk,
    _own,
    actions.publish_business,
    lambda row: f"{row.name} tampil untuk umum.",
    row="business",
    to="dinas:business_check",
)


@agency_desk
@require_POST
def business_turn_down(request, pk):
    row, hide = _own(request, pk), "sembunyikan" in request.POST
    attempt(
        request,
        actions.turn_down_business,
        business=row,
        reason=request.POST.get("reason", ""),
        hide=hide,
        actor=request.actor,
        success="Disembunyikan." if hide else "Dikembalikan kepada pemiliknya.",
    )
    return redirect("dinas:business_check", pk)


# The owner asked for it at the counter.
business_take_off = act(
    agency_desk,
    _own,
    actions.withdraw_business,
    "Persetujuan ditarik. Halamannya sudah tidak tampil.",
    row="business",
    to="dinas:business_check",
)


@agency_desk
@require_POST
def business_photo_add(request, pk):
    return add_photo(request, _own(request, pk), "dinas:business_check", pk)


@agency_desk
@require_safe
def business_photo(request, pk):
    return photo_response(request, pk)


@agency_desk
@require_safe
def business_paper(request, pk):
    row = get_object_or_404(Business.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, row.consent_paper, f"persetujuan-{pk}")
