"""What an applicant is called to: place, time, what to bring, whom to ask, and the code to show at the door."""

from urllib.parse import quote

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.pdf import qr
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt
from placements.applications.selection import actions, rules
from placements.applications.selection.attendance import token_of
from placements.applications.selection.enums import CallStatus
from placements.applications.selection.forms import DeclineForm
from placements.applications.selection.models import SelectionInvitation
from placements.applications.selection.offers import event_of_call, file_of


@person_desk
@require_safe
def selection_list(request):
    rows = SelectionInvitation.objects.visible_to(request.actor)
    listing = Listing(
        request, rows, order=["-day__held_on", "-session__starts_at", "-pk"], prepare=lambda found: found.with_people()
    )
    return render(request, "selection/saya_list.html", {"listing": listing})


@person_desk
@require_safe
def selection_page(request, pk):
    return _page(request, _mine(request, pk), DeclineForm())


def _page(request, call, form):
    open_still = not (call.day.is_cancelled or call.presence or rules.has_ended(call.session, call.day))
    shows_code = open_still and not call.is_declined
    context = {
        "call": call,
        "day": call.day,
        "may_answer": open_still,
        "form": form,
        "code": qr.svg(_scan_address(call), title="Kode hadir Anda") if shows_code else "",
        "whatsapp_url": whatsapp_url(call.day),
    }
    return render(request, "selection/saya_page.html", context)


def _scan_address(call):
    return f"{settings.PUBLIC_URL}{reverse('bkk:selection_scan', args=[token_of(call)])}"


def whatsapp_url(day):
    """Opens a chat with the contact; the text names the day and nobody."""
    text = f"Halo {day.contact_name}, saya diundang ke {day.title}, {tanggal(day.held_on)}."
    return f"https://wa.me/{day.contact_phone.lstrip('+')}?text={quote(text)}"


@person_desk
@require_POST
def selection_decline(request, pk):
    call, form = _mine(request, pk), DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, call, form)
    attempt(
        request,
        actions.answer,
        call=call,
        to=CallStatus.DECLINED,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        success="Terima kasih sudah memberi tahu. Tempat Anda diberikan kepada yang lain.",
    )
    return redirect("saya:selection_page", pk)


@person_desk
@require_safe
def selection_calendar(request, pk):
    call = _mine(request, pk)
    return file_of(call.day.title, f"seleksi-{pk}.ics", event_of_call(call))


def _mine(request, pk):
    return get_object_or_404(SelectionInvitation.objects.visible_to(request.actor).with_people(), pk=pk)


selection_accept = act(
    person_desk,
    _mine,
    actions.answer,
    "Terima kasih. BKK tahu bahwa Anda akan datang.",
    row="call",
    to="saya:selection_page",
    given=lambda request: {"to": CallStatus.ACCEPTED},
)
