from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import PAGE_PARAMETER, Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.applications import actions, rules
from placements.applications.enums import PIPELINE, ApplicationStatus
from placements.applications.filters import ApplicationFilter
from placements.applications.forms import MoveForm, TakeBackForm
from placements.applications.models import Application
from placements.applications.views.files import sent_along
from placements.applications.views.timeline import entries_of


@school_desk
@require_safe
def application_list(request):
    mine = Application.objects.visible_to(request.actor)
    listing = Listing(request, mine.with_people(), order=["-applied_at", "-pk"], filterset=ApplicationFilter)
    counts = mine.counted_by_status()
    stages = [(status, status.label, counts.get(status, 0)) for status in PIPELINE]
    context = {
        "listing": listing,
        "filter": listing.filters,
        "stages": stages,
        "chosen": request.GET.get("status", ""),
        "kept": [(name, value) for name, value in request.GET.items() if name != PAGE_PARAMETER],
    }
    return render(request, "applications/bkk_list.html", context)


@school_desk
@get_or_post
def application_page(request, pk):
    rows = Application.objects.visible_to(request.actor).with_people().select_related("alumnus__school")
    application = get_object_or_404(rows, pk=pk)
    choices = rules.next_statuses(request.actor, application)
    form = MoveForm(posted(request), choices=choices, initial=_proposal(application, choices))
    if request.method == "POST" and form.is_valid():
        return _moved(request, application, form.cleaned_data)
    context = {
        "application": application,
        "entries": entries_of(application, with_names=True),
        "form": form if choices else None,
        "placement": getattr(application, "placement", None),
        "take_back_form": _take_back_form(application),
        **sent_along(request.actor, application),
    }
    return render(request, "applications/bkk_page.html", context)


def _proposal(application, choices):
    """The next stage is chosen already; `seen` lets the action notice that somebody else was quicker."""
    following = next((value for value, _ in choices), None)
    return {"to": following, "seen": application.status}


def _moved(request, application, data):
    moved = attempt(
        request,
        actions.move,
        application=application,
        to=ApplicationStatus(data["to"]),
        reason=data["reason"],
        seen=data["seen"],
        actor=request.actor,
        success=lambda row: f"Lamaran dipindahkan ke {row.get_status_display()}.",
    )
    if moved and moved.status == ApplicationStatus.HIRED:
        return redirect("bkk:placement_from_application", application.pk)
    return redirect("bkk:application_page", application.pk)


def _take_back_form(application):
    """None where the newest step cannot be taken back."""
    step = actions.newest_step(application)
    if actions.take_back_obstacle(application, step):
        return None
    return TakeBackForm(initial={"step": step.pk}, last=step)


@school_desk
@require_POST
def application_take_back(request, pk):
    application = get_object_or_404(Application.objects.visible_to(request.actor), pk=pk)
    form = TakeBackForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            actions.take_back,
            application=application,
            actor=request.actor,
            success=lambda row: f"Dikembalikan ke {row.get_status_display()}. Pelamar diberi tahu.",
            **form.cleaned_data,
        )
    else:
        messages.error(request, "Langkah itu tidak dikenal. Muat ulang halamannya, lalu coba lagi.")
    return redirect("bkk:application_page", pk)


@school_desk
@require_safe
def selection_list(request):
    """Who stands in a test or an interview, by vacancy."""
    rows = Application.objects.visible_to(request.actor).in_selection().with_people()
    listing = Listing(request, rows, order=["vacancy_id", "status_changed_at", "pk"], per_page=50)
    return render(request, "applications/bkk_selection.html", {"listing": listing})
