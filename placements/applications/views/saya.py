from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt
from placements.applications import actions
from placements.applications.forms import WithdrawForm
from placements.applications.models import Application, ApplicationDraft
from placements.applications.selection.offers import calls_of_application
from placements.applications.views.files import sent_along
from placements.applications.views.timeline import entries_of

DRAFTS_SHOWN = 20


@person_desk
@require_safe
def application_list(request):
    """What was sent, and above it what was begun."""
    rows = Application.objects.visible_to(request.actor).select_related("vacancy__employer", "alumnus")
    listing = Listing(request, rows, order=["-applied_at", "-pk"])
    drafts = ApplicationDraft.objects.visible_to(request.actor).select_related("vacancy__employer")
    context = {"listing": listing, "drafts": drafts.order_by("-updated_at", "-pk")[:DRAFTS_SHOWN]}
    return render(request, "applications/saya_list.html", context)


@person_desk
@require_safe
def application_page(request, pk):
    return _page(request, _mine(request, pk), WithdrawForm())


def _page(request, application, withdraw_form):
    context = {
        "application": application,
        "entries": entries_of(application, with_names=False),
        "school": application.alumnus.school,
        "withdraw_form": withdraw_form,
        "selection_calls": calls_of_application(request.actor, application),
        **sent_along(request.actor, application),
    }
    return render(request, "applications/saya_page.html", context)


@person_desk
@require_POST
def withdraw(request, pk):
    application = _mine(request, pk)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, application, form)
    attempt(
        request,
        actions.withdraw,
        application=application,
        actor=request.actor,
        reason=form.reason,
        success="Lamaran ditarik. BKK sudah diberi tahu.",
    )
    return redirect("saya:application_page", pk)


def _mine(request, pk):
    rows = Application.objects.visible_to(request.actor).select_related("vacancy__employer", "alumnus__school")
    return get_object_or_404(rows, pk=pk)


accept_offer = act(
    person_desk,
    _mine,
    actions.accept_offer,
    "Tawaran diterima. BKK akan menghubungi Anda.",
    row="application",
    to="saya:application_page",
)
