"""The day's tour: put together by kelurahan, given to an officer, ticked off as the visits are recorded."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from trainings.monitoring.forms import TourForm
from trainings.monitoring.tours import actions
from trainings.monitoring.tours.actions import drop_tour, plan_tour, stops_of
from trainings.monitoring.tours.models import Tour


@agency_desk
@get_or_post
def monitoring_route(request):
    """First which kelurahan, then whom to see there; a POST keeps it as somebody's tour of a day."""
    until = actions.until_day(request.GET.get("hari", ""))
    villages = actions.villages_due(request.actor, until)
    known = {village.pk for village, _ in villages}
    chosen = [code for code in request.GET.getlist("kelurahan") if code in known]
    stops = list(actions.stops(request.actor, until, chosen)) if chosen else []
    form = TourForm(posted(request), actor=request.actor)
    if request.method == "POST" and form.is_valid() and (tour := _keep(request, form, stops)):
        return redirect("dinas:tour_page", tour.pk)
    context = {
        "until": until,
        "ahead": request.GET.get("hari", "0"),
        "villages": [(village, number, village.pk in chosen) for village, number in villages],
        "chosen": [village for village, _ in villages if village.pk in chosen],
        "stops": stops[: actions.MOST_STOPS],
        "is_long": len(stops) > actions.MOST_STOPS,
        "most": actions.MOST_STOPS,
        "form": form,
        "has_tours": Tour.objects.visible_to(request.actor).exists(),
    }
    return render(request, "monitoring/dinas_route.html", context)


def _keep(request, form, stops):
    done = "Rute disimpan. Yang sudah dikunjungi tercentang sendiri."
    visits = stops[: actions.MOST_STOPS]
    return attempt(request, plan_tour, **form.cleaned_data, visits=visits, actor=request.actor, success=done)


@agency_desk
@require_safe
def tour_list(request):
    rows = Tour.objects.visible_to(request.actor).for_list()
    return render(request, "monitoring/dinas_tours.html", {"listing": Listing(request, rows, order=["-day", "-pk"])})


@agency_desk
@require_safe
def tour_page(request, pk):
    tour = get_object_or_404(Tour.objects.visible_to(request.actor).select_related("officer", "agency"), pk=pk)
    stops = stops_of(tour)
    done = sum(stop.visit.is_done for stop in stops)
    is_own = tour.agency_id == request.actor.agency_id
    following = next((stop for stop in stops if stop.kind == "waiting"), None) if is_own else None
    context = {"tour": tour, "stops": stops, "done": done, "following": following, "is_own": is_own}
    return render(request, "monitoring/dinas_tour.html", context)


def _own(request, pk):
    return get_object_or_404(Tour.objects.workable_by(request.actor), pk=pk)


tour_drop = act(
    agency_desk,
    _own,
    drop_tour,
    "Rute dihapus. Kunjungannya tetap ada di daftar.",
    row="tour",
    to=lambda tour: "dinas:tour_list",
)
