"""The owner's own page: write it, agree to it, take it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from trainings.businesses import actions
from trainings.businesses.forms import BusinessForm, PhotoForm
from trainings.businesses.models import Business, BusinessPhoto
from trainings.participants.models import Participant

SAVED = "Tersimpan. Dinas memeriksa halaman baru dan perubahan kata-katanya sebelum tampil."


@person_desk
@get_or_post
def business(request, pk):
    """`pk`: of the participation. Without a page yet, an empty form."""
    participant = get_object_or_404(Participant.objects.visible_to(request.actor).passed().for_list(), pk=pk)
    row = Business.objects.filter(participant=participant).first()
    asks_consent = row is None or row.is_withdrawn
    shown = row or Business(participant=participant, village_id=participant.training.village_id)
    form = BusinessForm(posted(request), instance=shown, asks_consent=asks_consent)
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            request,
            actions.save_business,
            business=form.save(commit=False),
            agreed=form.cleaned_data.get("agreed", False),
            actor=request.actor,
            success=SAVED,
        )
        if saved:
            return redirect("saya:business", pk)
    kept = Business.objects.filter(participant=participant).prefetch_related("photos").first()
    context = {"participant": participant, "business": kept, "form": form, "photo_form": PhotoForm()}
    return render(request, "businesses/saya_page.html", context)


def _visible(request, pk):
    return get_object_or_404(Business.objects.visible_to(request.actor), pk=pk)


business_withdraw = act(
    person_desk,
    _visible,
    actions.withdraw_business,
    "Persetujuan ditarik. Halaman usaha Anda sudah tidak tampil.",
    row="business",
    to=lambda row: ("saya:business", row.participant_id),
)


@person_desk
@require_POST
def business_photo_add(request, pk):
    row = _visible(request, pk)
    return add_photo(request, row, "saya:business", row.participant_id)


def _photo(request, pk):
    return get_object_or_404(BusinessPhoto.objects.visible_to(request.actor).select_related("business"), pk=pk)


business_photo_remove = act(
    person_desk,
    _photo,
    actions.remove_photo,
    "Foto dihapus.",
    row="photo",
    to=lambda photo: ("saya:business", photo.business.participant_id),
)


@person_desk
@require_safe
def business_photo_own(request, pk):
    return photo_response(request, pk)


def add_photo(request, row, page, key):
    """One photograph from a form, for the owner's desk and the office's; what is wrong with it becomes a message."""
    form = PhotoForm(request.POST, request.FILES)
    if form.is_valid():
        done = "Foto disimpan. Tampil setelah diperiksa dinas."
        photo = form.cleaned_data["photo"]
        attempt(request, actions.add_photo, business=row, photo=photo, actor=request.actor, success=done)
    else:
        for error in form.errors.get("photo", []):
            messages.error(request, error)
    return redirect(page, key)


def photo_response(request, pk):
    photo = get_object_or_404(BusinessPhoto.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, photo.image, f"usaha-{pk}")
