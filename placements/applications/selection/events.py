"""Selection days in calendars."""

import datetime as dt
from urllib.parse import urlparse

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.ical import Event, calendar
from placements.applications.selection.models import SelectionDay

DAYS_BACK = 30
MOST_SHOWN = 200


def event_of_day(day, *, url, for_public=True):
    """From the first session's beginning to the last one's end; fetch the sessions with the day."""
    hours = sorted((session.starts_at, session.ends_at) for session in day.sessions.all())
    contact = "" if for_public else f" Tanya: {day.contact}."
    return Event(
        uid=f"seleksi-{day.pk}@{_host()}",
        changed_at=day.updated_at,
        first=day.held_on,
        last=day.held_on,
        begins=hours[0][0] if hours else None,
        ends=max(ends for _, ends in hours) if hours else None,
        summary=day.title,
        location=day.place,
        description=f"{day.get_stage_display()}, BKK {day.school.name}. Hanya untuk yang diundang.{contact}",
        url=f"{settings.PUBLIC_URL}{url}",
        cancelled=day.is_cancelled,
    )


def event_of_call(call):
    """One's own session, with what to bring and whom to ask."""
    day, session = call.day, call.session
    bring = f" Bawa: {day.bring}." if day.bring else ""
    return Event(
        uid=f"undangan-seleksi-{call.pk}@{_host()}",
        changed_at=max(day.updated_at, session.updated_at, call.updated_at),
        first=day.held_on,
        last=day.held_on,
        begins=session.starts_at,
        ends=session.ends_at,
        summary=f"{day.get_stage_display()}: {call.application.vacancy.title}",
        location=f"{day.place} ({session.room})" if session.room else day.place,
        description=f"{day.title}. Tanya: {day.contact}.{bring}",
        url=f"{settings.PUBLIC_URL}{reverse('saya:selection_page', args=[call.pk])}",
        cancelled=day.is_cancelled or call.is_declined,
    )


def days_of_vacancy(vacancy):
    """For a vacancy's calendar (registry.vacancy_days): those that are for the public to know."""
    return [event_of_day(day, url=vacancy.get_absolute_url()) for day in _public().filter(vacancies=vacancy)]


def days_for_calendar(since):
    """For the public calendar of the BKKs (registry.calendar_days)."""
    rows = _public().filter(held_on__gte=since)[:MOST_SHOWN]
    return [event_of_day(day, url=reverse("activity_calendar")) for day in rows]


def _public():
    since = timezone.localdate() - dt.timedelta(days=DAYS_BACK)
    rows = SelectionDay.objects.in_calendar().filter(held_on__gte=since).select_related("school")
    return rows.prefetch_related("sessions").order_by("held_on", "pk")


def file_of(name, filename, event):
    response = HttpResponse(calendar(name, [event]), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _host():
    return urlparse(settings.PUBLIC_URL).hostname
