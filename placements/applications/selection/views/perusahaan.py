"""Selection days that an employer's own vacancies take part in."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk
from bkk_portal.kit.web.listing import Listing
from placements.applications.selection.models import SelectionDay
from placements.applications.selection.offers import event_of_day, file_of
from placements.applications.selection.views.invitations import called_to, people_of


@employer_desk
@require_safe
def selection_list(request):
    rows = SelectionDay.objects.visible_to(request.actor).select_related("school")
    listing = Listing(request, rows, order=["-held_on", "-pk"])
    return render(request, "selection/perusahaan_list.html", {"listing": listing})


@employer_desk
@require_safe
def selection_page(request, pk):
    """When and where, and who is called for one's own vacancies."""
    day = request.day = _seen(request, pk)
    listing = people_of(request, day)
    context = {
        "day": day,
        "listing": listing,
        "filter": listing.filters,
        "numbers": called_to(day, request.actor).numbers(),
        "sessions": day.sessions.order_by("starts_at", "pk"),
    }
    return render(request, "selection/perusahaan_page.html", context)


@employer_desk
@require_safe
def selection_calendar(request, pk):
    day = _seen(request, pk)
    event = event_of_day(day, url=reverse("perusahaan:selection_page", args=[pk]), for_public=False)
    return file_of(day.title, f"seleksi-{pk}.ics", event)


def _seen(request, pk):
    return get_object_or_404(SelectionDay.objects.visible_to(request.actor).select_related("school"), pk=pk)
