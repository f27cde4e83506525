"""One day's tour: whose visit is due, kelurahan by kelurahan, in the order of the streets."""

import datetime as dt

from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from bkk_portal.regions.models import Village
from trainings.monitoring.models import Finding, MonitoringVisit, UseReport

MOST_STOPS = 40  # nobody makes more in a day
MOST_AHEAD = 60  # days that a tour may anticipate


def until_day(text):
    """Today, or the day that is meant by so many days ahead."""
    ahead = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
    return timezone.localdate() + dt.timedelta(days=min(ahead, MOST_AHEAD))


def due_visits(actor, until):
    """The first waiting visit of each recipient of the office."""
    waiting = MonitoringVisit.objects.workable_by(actor).waiting().filter(due_on__lte=until)
    earlier = MonitoringVisit.objects.filter(
        handover=OuterRef("handover"), visited_on__isnull=True, due_on__lt=OuterRef("due_on")
    )
    return waiting.filter(~Exists(earlier)).with_home()


def villages_due(actor, until):
    """[(Village, number of recipients)], most first."""
    counts = dict(due_visits(actor, until).order_by().values_list("home").annotate(number=Count("pk")))
    villages = Village.objects.select_related("district").filter(pk__in=counts)
    return sorted(((row, counts[row.pk]) for row in villages), key=lambda pair: (-pair[1], pair[0].name))


def stops(actor, until, villages):
    """Up to MOST_STOPS visits in these kelurahan (codes), with what else is owed there."""
    path = "handover__participant__person"
    rows = due_visits(actor, until).filter(home__in=villages).for_list().select_related("handover__document")
    order = ("home", f"{path}__rw", f"{path}__rt", f"{path}__address", f"{path}__name", "pk")
    return with_debts(rows).order_by(*order)[: MOST_STOPS + 1]


def with_debts(visits):
    """has_finding, owes_report: what else is open with the recipient."""
    findings = Finding.objects.open().filter(handover=OuterRef("handover"))
    reports = UseReport.objects.overdue().filter(handover=OuterRef("handover"))
    return visits.annotate(has_finding=Exists(findings), owes_report=Exists(reports))
