import datetime as dt
from urllib.parse import urlparse

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.text.ical import Event, calendar
from bkk_portal.kit.web.listing import Listing
from bkk_portal.people.models import Konsentrasi
from placements.applications.selection.offers import days_for_calendar
from placements.outcomes.offers import school_panel
from placements.schools.forms import SchoolSearch
from placements.schools.models import School, SchoolActivity
from placements.vacancies.queries import with_open_vacancies

DAYS_BACK = 30
MOST_COMING = 200


@public
@require_safe
def school_list(request):
    form = SchoolSearch(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    schools = School.objects.visible_to(request.actor).matching(**asked).select_related("district")
    listing = Listing(
        request, schools, order=["name", "pk"], per_page=30, prepare=lambda rows: with_open_vacancies(rows, ANONYMOUS)
    )
    return render(request, "schools/public_list.html", {"listing": listing, "form": form})


@public
@require_safe
def school_page(request, npsn):
    schools = School.objects.visible_to(request.actor).select_related("district", "village")
    school = get_object_or_404(with_open_vacancies(schools, ANONYMOUS), npsn=npsn)
    taught = Konsentrasi.objects.filter(alumni__school=school).distinct().order_by("field", "name", "pk")
    context = {"school": school, "konsentrasi": taught, "panels": _panels(request, school)}
    return render(request, "schools/public_page.html", context)


@public
@require_safe
def activity_calendar(request):
    """What BKKs and the forum hold for everyone: what is to come first, then what was."""
    today = timezone.localdate()
    rows = SchoolActivity.objects.in_calendar().select_related("school")
    context = {
        "coming": rows.filter(held_on__gte=today).order_by("held_on", "starts_at", "pk")[:MOST_COMING],
        "events": [event for event in _others(today) if not event.cancelled],
        "listing": Listing(request, rows.filter(held_on__lt=today)),
    }
    return render(request, "schools/public_calendar.html", context)


@public
@require_safe
def activity_calendar_file(request):
    since = timezone.localdate() - dt.timedelta(days=DAYS_BACK)
    rows = SchoolActivity.objects.in_calendar().filter(held_on__gte=since).select_related("school")
    events = [_event(row) for row in rows.order_by("held_on", "pk")[:MOST_COMING]]
    content = calendar("Kegiatan BKK Kota Kupang", [*events, *_others(since)])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="kegiatan-bkk.ics"'
    return response


def _others(since):
    """[Event] of the selection days that are for everyone, the next first."""
    return sorted(days_for_calendar(since), key=lambda event: (event.first, event.begins or dt.time()))


def _event(activity):
    hour = f"Pukul {activity.starts_at:%H.%M} WITA. " if activity.starts_at else ""
    return Event(
        uid=f"kegiatan-{activity.pk}@{urlparse(settings.PUBLIC_URL).hostname}",
        changed_at=activity.updated_at,
        first=activity.held_on,
        last=activity.held_on,
        summary=activity.title,
        location=activity.place,
        description=f"{hour}{activity.host}.",
        url=f"{settings.PUBLIC_URL}{reverse('activity_calendar')}",
    )


def _panels(request, school):
    """[HTML] of what the rooms to the right have to say about a school."""
    panel = school_panel(request.actor, school)
    return [render_to_string(*panel, request=request)] if panel else []
