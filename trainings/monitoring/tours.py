"""A day's tour: which officer sees whom, in which order. What became of a stop is read from its visit."""

import datetime as dt

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import tanggal
from bkk_portal.offices.models import AgencyMembership
from trainings.monitoring.models import MonitoringVisit, Tour, TourStop
from trainings.monitoring.routes import MOST_AHEAD, MOST_STOPS, with_debts


def officers_of(agency_id):
    """Users who work for the office today."""
    seats = AgencyMembership.objects.current().filter(agency_id=agency_id)
    return User.objects.filter(pk__in=seats.order_by().values("user"), is_active=True).order_by("name", "pk")


@transaction.atomic
def plan_tour(*, day, officer, visits, actor):
    """A Tour with `visits` in their order. Raises AlreadyDone when the officer has one that day, Refused."""
    _check(day, officer, visits, actor)
    tour, is_new = Tour.objects.get_or_create(agency_id=actor.agency_id, officer=officer, day=day)
    if not is_new:
        taken = f"Sudah ada rute {officer.name} untuk {tanggal(day)}."
        raise AlreadyDone(f"{taken} Hapus dulu rute itu, atau pilih hari lain.")
    TourStop.objects.bulk_create(
        TourStop(tour=tour, visit=visit, position=place) for place, visit in enumerate(visits, 1)
    )
    return tour


def _check(day, officer, visits, actor):
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


def drop_tour(*, tour, actor):
    """The plan goes; the visits stay on the list, made or not. Raises Refused."""
    if not actor.is_agency or tour.agency_id != actor.agency_id:
        raise Refused("Rute ini milik dinas lain.")
    tour.delete()


def stops_of(tour):
    """[TourStop] in their order, with whom to see. `word`, `kind`: what became of it, for parts/status."""
    visits = with_debts(MonitoringVisit.objects.for_list())
    stops = list(tour.stops.prefetch_related(Prefetch("visit", queryset=visits)).order_by("position", "pk"))
    for stop in stops:
        stop.word, stop.kind = _became(stop.visit, tour.day)
    return stops


def _became(visit, day):
    if visit.is_done:
        return "Sudah dikunjungi", "done"
    if visit.tried_on and visit.tried_on >= day:
        return "Tidak bertemu", "attention"
    return "Belum", "waiting"


def tour_today(visit, actor):
    """The actor's own Tour of today that has this visit as a stop, or None."""
    mine = Tour.objects.workable_by(actor).filter(officer_id=actor.user_id, day=timezone.localdate())
    return mine.filter(stops__visit=visit).first()
