"""What other pages show of selection days; each is registered in register.py."""

from django.utils import timezone

from placements.applications.selection.models import SelectionDay, SelectionInvitation

SHOWN = 5


def calls_panel(actor):
    """On the dashboard of /saya/: what one is called to and has not declined, the nearest first; or nothing."""
    rows = SelectionInvitation.objects.visible_to(actor).ahead().holding()
    rows = rows.select_related("day", "session", "application__vacancy__employer")
    rows = list(rows.order_by("day__held_on", "session__starts_at", "pk")[:SHOWN])
    return ("selection/saya_panel.html", {"calls": rows}) if rows else None


def vacancy_panel(actor, vacancy):
    """On a vacancy's page: its coming selection days that are for the public to know."""
    days = SelectionDay.objects.in_calendar().standing().filter(vacancies=vacancy, held_on__gte=timezone.localdate())
    days = list(days.select_related("school").prefetch_related("sessions").order_by("held_on", "pk")[:SHOWN])
    return ("selection/vacancy_panel.html", {"days": days}) if days else None


def vacancy_desk_panel(actor, vacancy):
    """On a coordinator's page of a vacancy: its selection days, and a way to plan one."""
    days = SelectionDay.objects.visible_to(actor).filter(vacancies=vacancy).order_by("-held_on", "-pk")
    return "selection/desk_panel.html", {"days": days[:SHOWN], "vacancy": vacancy}


def calls_of_application(actor, application):
    """Of one application: every day it was called to, the newest first."""
    rows = SelectionInvitation.objects.visible_to(actor).filter(application=application)
    return list(rows.select_related("day", "session").order_by("-day__held_on", "-pk"))
