"""One day's tour: whose visit is due, kelurahan by kelurahan, in the order of the streets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Prefetch
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.offices.models import AgencyMembership
from bkk_portal.regions.models import Village
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.reports.models import UseReport
from trainings.monitoring.tours.models import Tour, TourStop
from trainings.monitoring.visits.models import MonitoringVisit

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.queries import UserQuerySet
    from trainings.monitoring.queries import VisitQuerySet

MOST_STOPS = 40  # nobody makes more in a day
MOST_AHEAD = 60  # days that a tour may anticipate


def until_day(text: str) -> dt.date:
    """Today, or the day that is meant by so many days ahead."""
    ahead = whole_number(text, 99) or 0
    return timezone.localdate() + dt.timedelta(days=min(ahead, MOST_AHEAD))


def due_visits(actor: Actor, until: dt.date) -> VisitQuerySet:
    """The first waiting visit of each recipient of the office."""
    waiting = MonitoringVisit.objects.workable_by(actor).waiting().filter(due_on__lte=until)
    earlier = MonitoringVisit.objects.filter(
        handover=OuterRef("handover"), visited_on__isnull=True, due_on__lt=OuterRef("due_on")
    )
    return waiting.filter(~Exists(earlier)).with_home()


def villages_due(actor: Actor, until: dt.date) -> list[tuple[Village, int]]:
    """[(Village, number of recipients)], most first."""
    counts = dict(due_visits(actor, until).order_by().values_list("home").annotate(number=Count("pk")))
    villages = Village.objects.select_related("district").filter(pk__in=counts)
    return sorted(((row, counts[row.pk]) for row in villages), key=lambda pair: (-pair[1], pair[0].name))


def stops(actor: Actor, until: dt.date, villages: list[str]) -> VisitQuerySet:
    """Up to MOST_STOPS visits in these kelurahan (codes), with what else is owed there."""
    path = "handover__participant__person"
    rows = due_visits(actor, until).filter(home__in=villages).for_list().select_related("handover__document")
    order = ("home", f"{path}__rw", f"{path}__rt", f"{path}__address", f"{path}__name", "pk")
    return with_debts(rows).order_by(*order)[: MOST_STOPS + 1]


def with_debts(visits: VisitQuerySet) -> VisitQuerySet:
    """has_finding, owes_report: what else is open with the recipient."""
    findings = Finding.objects.open().filter(handover=OuterRef("handover"))
    reports = UseReport.objects.overdue().filter(handover=OuterRef("handover"))
    return visits.annotate(has_finding=Exists(findings), owes_report=Exists(reports))


def officers_of(agency_id: int | None) -> UserQuerySet:
    """Users who work for the office today."""
    seats = AgencyMembership.objects.current().filter(agency=agency_id)
    return User.objects.filter(pk__in=seats.order_by().values("user"), is_active=True).order_by("name", "pk")


@transaction.atomic
def plan_tour(*, day: dt.date, officer: User, visits: list[MonitoringVisit], actor: Actor) -> Tour:
    """A Tour with `visits` in their order. Raises AlreadyDone when the officer has one that day, Refused."""
    _check(day, officer, visits, actor)
    tour, is_new = Tour.objects.get_or_create(agency_id=actor.own("agency_id"), officer=officer, day=day)
    if not is_new:
        taken = f"Sudah ada rute {officer.name} untuk {tanggal(day)}."
        raise AlreadyDone(f"{taken} Hapus dulu rute itu, atau pilih hari lain.")
    TourStop.objects.bulk_create(
        TourStop(tour=tour, visit=visit, position=place) for place, visit in enumerate(visits, 1)
    )
    return tour


def _check(day: dt.date, officer: User, visits: list[MonitoringVisit], actor: Actor) -> None:
    today = timezone.localdate()
    if not today <= day <= today + dt.timedelta(days=MOST_AHEAD):
        raise Refused(f"Tanggal rute: mulai hari ini, paling jauh {MOST_AHEAD} hari lagi.")
    if not officers_of(actor.agency_id).filter(pk=officer.pk).exists():
        raise Refused("Pilih petugas dinas Anda sendiri.")
    if not 0 < len(visits) <= MOST_STOPS:
        raise Refused(f"Satu rute memuat 1 sampai {MOST_STOPS} penerima. Kurangi kelurahannya untuk satu hari.")
    mine = MonitoringVisit.objects.workable_by(actor).waiting().filter(pk__in=[visit.pk for visit in visits])
    if mine.count() != len(visits):
        raise Refused("Ada kunjungan yang sudah dicatat sementara itu. Tampilkan rutenya sekali lagi.")


def drop_tour(*, tour: Tour, actor: Actor) -> None:
    """The plan goes; the visits stay on the list, made or not. Raises Refused."""
    if not actor.is_agency or tour.agency_id != actor.agency_id:
        raise Refused("Rute ini milik dinas lain.")
    tour.delete()


def stops_of(tour: Tour) -> list[TourStop]:
    """[TourStop] in their order, with whom to see. `word`, `kind`: what became of it, for parts/status."""
    visits = with_debts(MonitoringVisit.objects.for_list())
    stops = list(tour.stops.prefetch_related(Prefetch("visit", queryset=visits)).order_by("position", "pk"))
    for stop in stops:
        stop.word, stop.kind = _became(stop.visit, tour.day)
    return stops


def _became(visit: MonitoringVisit, day: dt.date) -> tuple[str, str]:
    if visit.is_done:
        return "Sudah dikunjungi", "done"
    if visit.tried_on and visit.tried_on >= day:
        return "Tidak bertemu", "attention"
    return "Belum", "waiting"


def tour_today(visit: MonitoringVisit, actor: Actor) -> Tour | None:
    """The actor's own Tour of today that has this visit as a stop, or None."""
    mine = Tour.objects.workable_by(actor).filter(officer_id=actor.user_id, day=timezone.localdate())
    return mine.filter(stops__visit=visit).first()
