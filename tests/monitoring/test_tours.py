"""A day's tour is kept, given to an officer, and ticked off by the visits themselves."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.accounts import UserFactory
from tests.factories.monitoring import TourFactory, TourStopFactory, VisitFactory
from tests.factories.regions import VillageFactory
from tests.monitoring.acts import recipient
from trainings.monitoring.tours.actions import MOST_STOPS, plan_tour, stops_of
from trainings.monitoring.tours.models import Tour
from trainings.monitoring.visits.models import MonitoringVisit

pytestmark = pytest.mark.django_db
LIST = "/dinas/monev/rute/tersimpan/"


def due(officer, village, **fields):
    handover = recipient(officer.agency, participant__person__village=village, **fields)
    return VisitFactory(handover=handover, overdue=True)


def planned(seat, kept, **changes):
    fields = {"day": timezone.localdate(), "officer": seat.user, "visits": kept, "actor": seat.actor}
    return plan_tour(**(fields | changes))


@pytest.fixture
def visits(officer):
    village = VillageFactory()
    return [due(officer, village, participant__person__rw=f"00{number}") for number in (1, 2, 3)]


def test_kept_from_the_route_in_the_order_of_the_streets(officer, visits):
    url = f"{reverse('dinas:monitoring_route')}?kelurahan={VillageFactory().pk}"
    data = {"day": timezone.localdate().strftime("%d/%m/%Y"), "officer": officer.user.pk}
    answer = officer.client.post(url, data)
    tour = Tour.objects.get()
    assert answer.url == reverse("dinas:tour_page", args=[tour.pk])
    assert [(stop.position, stop.visit) for stop in stops_of(tour)] == list(enumerate(visits, 1))
    assert "Sudah ada rute" in officer.client.post(url, data).content.decode()
    assert Tour.objects.count() == 1


def test_ticked_off_as_visits_are_recorded(officer, visits):
    tour = planned(officer, visits)
    done = VisitFactory(done=True)  # what a recorded visit looks like
    fields = ("visited_on", "officer", "met", "equipment_use", "business_running", "income_band")
    seen = {name: getattr(done, name) for name in fields}
    MonitoringVisit.objects.filter(pk=visits[0].pk).update(**seen)
    response = officer.client.post(reverse("dinas:visit_attempt", args=[visits[1].pk]))
    page = reverse("dinas:tour_page", args=[tour.pk])
    assert response.url == page
    assert [stop.word for stop in stops_of(tour)] == ["Sudah dikunjungi", "Tidak bertemu", "Belum"]
    text = officer.client.get(page).content.decode()
    assert "1 dari 3 sudah dikunjungi" in text
    assert f"Berikutnya: {visits[2].handover.participant.person}" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day": timezone.localdate() - dt.timedelta(1)}, "mulai hari ini"),
        ({"day": timezone.localdate() + dt.timedelta(61)}, "paling jauh 60 hari"),
        ({"visits": []}, f"1 sampai {MOST_STOPS} penerima"),
    ],
)
def test_what_is_no_tour_is_refused(officer, visits, changes, words):
    with pytest.raises(Refused, match=words):
        planned(officer, visits, **changes)
    assert not Tour.objects.exists()


def test_strangers_and_visits_made_meanwhile_are_refused(officer, other_officer, visits):
    for changes in ({"officer": UserFactory()}, {"officer": other_officer.user}, {"actor": other_officer.actor}):
        with pytest.raises(Refused):
            planned(officer, visits, **changes)
    made = VisitFactory(handover=recipient(officer.agency), done=True)
    with pytest.raises(Refused, match="sudah dicatat sementara itu"):
        planned(officer, [*visits, made])
    planned(officer, visits)
    with pytest.raises(AlreadyDone):
        planned(officer, visits[:1])


def test_dropping_a_tour_keeps_its_visits(officer, visits):
    tour = planned(officer, visits)
    assert officer.client.post(reverse("dinas:tour_drop", args=[tour.pk])).url == LIST
    assert not Tour.objects.exists()
    assert MonitoringVisit.objects.waiting().count() == 3


def test_list_and_page_take_the_same_queries(officer, same_queries):
    def make(count):
        for _ in range(count):
            tour = TourFactory(agency=officer.agency, officer=UserFactory())
            TourStopFactory(tour=tour, visit=VisitFactory(handover=recipient(officer.agency)))

    same_queries(officer.client, LIST, make, 9)
    tour = TourFactory(agency=officer.agency)

    def stops(count):
        for _ in range(count):
            TourStopFactory(tour=tour, visit=VisitFactory(handover=recipient(officer.agency)))

    same_queries(officer.client, reverse("dinas:tour_page", args=[tour.pk]), stops, 11)
