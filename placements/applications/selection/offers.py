from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlparse

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.text.ical import Event, calendar
from bkk_portal.kit.web.cache import watch
from placements.applications.selection import notices
from placements.applications.selection.actions import calls_of, lock_day
from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from placements.applications.models import Application
    from placements.applications.selection.queries import DayQuerySet
    from placements.vacancies.models import Vacancy

DAYS_BACK = 30
MOST_SHOWN = 200


def event_of_day(day: SelectionDay, *, url: str, for_public: bool = True) -> Event:
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


def event_of_call(call: SelectionInvitation) -> Event:
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


def days_of_vacancy(vacancy: Vacancy) -> list[Event]:
    """For a vacancy's calendar: those that are for the public to know."""
    return [event_of_day(day, url=vacancy.get_absolute_url()) for day in _public().filter(vacancies=vacancy)]


def days_for_calendar(since: dt.date) -> list[Event]:
    """For the public calendar of the BKKs."""
    rows = _public().filter(held_on__gte=since)[:MOST_SHOWN]
    return [event_of_day(day, url=reverse("activity_calendar")) for day in rows]


def _public() -> DayQuerySet:
    since = timezone.localdate() - dt.timedelta(days=DAYS_BACK)
    rows = SelectionDay.objects.in_calendar().filter(held_on__gte=since).select_related("school")
    return rows.prefetch_related("sessions").order_by("held_on", "pk")


def file_of(name: str, filename: str, event: Event) -> HttpResponse:
    response = HttpResponse(calendar(name, [event]), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _host() -> str:
    return urlparse(settings.PUBLIC_URL).hostname


def remind_of_tomorrow(dry_run: bool) -> str:
    """Everyone called to a session of tomorrow who has not declined, once."""
    due = SelectionInvitation.objects.to_remind()
    if dry_run:
        return f"{due.count()} orang akan diingatkan tentang seleksi besok."
    days = list(due.order_by("day_id").values_list("day_id", flat=True).distinct())
    reminded = sum(_remind(day_id) for day_id in days)
    return f"{reminded} orang diingatkan tentang seleksi besok."


def _remind(day_id: int) -> int:
    """How many of one day were told; a day cancelled or moved meanwhile has none left."""
    with transaction.atomic():
        day = lock_day(day_id)
        calls = list(calls_of(day).to_remind().order_by("pk"))
        notices.reminded(calls)
        keys = [call.pk for call in calls]
        SelectionInvitation.objects.filter(pk__in=keys).update(reminded_at=timezone.now())
    return len(calls)


def check_places() -> Iterator[str]:
    """Sessions whose count of taken places is not what their invitations say."""
    for session in SelectionSession.objects.miscounted().select_related("day").order_by("pk"):
        yield f"Sesi seleksi {session.pk} ({session.day}): terisi {session.taken}, undangan {session.counted}."


def due(actor: Actor) -> list[tuple[DayQuerySet, str, str]]:
    """[(rows, what they are, where they are done)]: what waits on a coordinator's desk."""
    days = SelectionDay.objects.held_by(actor)
    past = "/bkk/seleksi/?waktu=lewat"
    return [
        (days.attendance_due(), "hari seleksi belum lengkap kehadirannya", past),
        (days.results_due(), "hari seleksi belum lengkap hasilnya", past),
    ]


def export_calls(person: Person) -> tuple[str, list[dict[str, str]]]:
    rows = SelectionInvitation.objects.filter(application__alumnus__person=person)
    rows = rows.select_related("day", "session", "application__vacancy").order_by("day__held_on", "pk")
    return "Undangan seleksi", [
        {
            "kegiatan": row.day.title,
            "lowongan": row.application.vacancy.title,
            "waktu": row.when,
            "tempat": row.day.place,
            "jawaban": row.get_status_display(),
            "alasan": row.reason,
            "kehadiran": row.get_presence_display(),
            "hasil": row.get_result_display(),
            "alasan hasil": row.result_reason,
        }
        for row in rows
    ]


SHOWN = 5


def calls_panel(actor: Actor) -> tuple[str, dict[str, list[SelectionInvitation]]] | None:
    """On the dashboard of /saya/: what one is called to and has not declined, the nearest first; or nothing."""
    rows = SelectionInvitation.objects.visible_to(actor).ahead().holding()
    rows = rows.select_related("day", "session", "application__vacancy__employer")
    rows = list(rows.order_by("day__held_on", "session__starts_at", "pk")[:SHOWN])
    return ("selection/saya_panel.html", {"calls": rows}) if rows else None


def vacancy_panel(actor: Actor, vacancy: Vacancy) -> tuple[str, dict[str, list[SelectionDay]]] | None:
    """On a vacancy's page: its coming selection days that are for the public to know."""
    days = SelectionDay.objects.in_calendar().standing().filter(vacancies=vacancy, held_on__gte=timezone.localdate())
    days = list(days.select_related("school").prefetch_related("sessions").order_by("held_on", "pk")[:SHOWN])
    return ("selection/vacancy_panel.html", {"days": days}) if days else None


def vacancy_desk_panel(actor: Actor, vacancy: Vacancy) -> tuple[str, dict[str, DayQuerySet | Vacancy]]:
    """On a coordinator's page of a vacancy: its selection days, and a way to plan one."""
    days = SelectionDay.objects.visible_to(actor).filter(vacancies=vacancy).order_by("-held_on", "-pk")
    return "selection/desk_panel.html", {"days": days[:SHOWN], "vacancy": vacancy}


def calls_of_application(actor: Actor, application: Application) -> list[SelectionInvitation]:
    """Of one application: every day it was called to, the newest first."""
    rows = SelectionInvitation.objects.visible_to(actor).filter(application=application)
    return list(rows.select_related("day", "session").order_by("-day__held_on", "-pk"))


def register() -> None:
    watch(SelectionDay, SelectionSession)
    registry.person_panels.register("selection", calls_panel, order=4)
    registry.person_exports.register("selection", export_calls, order=36)
    registry.chores.register("selection tomorrow", remind_of_tomorrow, order=54)
    registry.consistency_checks.register("selection places", check_places)
