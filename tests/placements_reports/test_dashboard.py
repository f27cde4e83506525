"""The coordinator's desk: what waits, each a tap from doing it, and the year beside its plan."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bkk_portal.kit.text.formatting import persen
from placements.applications.queries import with_applicant_counts
from placements.reports.views.bkk import ROOMS, counted, waiting_for
from placements.schools.models import School
from placements.vacancies.models import Vacancy
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.base import days, moment
from tests.factories.employers import AgreementFactory
from tests.factories.outcomes import FollowUpFactory, PlacementFactory
from tests.factories.people import DuplicatePairFactory, SpellFactory
from tests.factories.schools import PlanFactory, SchoolFactory, TargetFactory
from tests.factories.tracer import ContradictionFactory, TracerCampaignFactory, TracerResponseFactory
from tests.factories.vacancies import VacancyFactory, VacancyLeadFactory

pytestmark = pytest.mark.django_db
DESK = "/bkk/"
TODAY = timezone.localdate()


def tasks(seat):
    return [(task.count, task.text, task.url) for task in seat.client.get(DESK).context["tasks"]]


def fill(school, times=1):
    """Something of everything a coordinator must see to; `times` of each."""
    for _ in range(times):
        ApplicationFactory(alumnus__school=school)
        ApplicationFactory(alumnus__school=school, nominated=True, applied_at=moment(-8))
        ApplicationFactory(alumnus__school=school, hired=True)
        VacancyFactory(school=school, closes_on=days(7))
        VacancyFactory(school=school, draft=True)
        VacancyLeadFactory(school=school)
        PlacementFactory(alumnus__school=school)
        FollowUpFactory(placement__alumnus__school=school, placement__spell__verified=True)
        ContradictionFactory(alumnus__school=school)
        AgreementFactory(school=school, ends_on=days(20))
        pair = [AlumnusFactory(school=school).person for _ in range(2)]
        DuplicatePairFactory(first=pair[0], second=pair[1])


@pytest.fixture
def study(coordinator):
    return TracerCampaignFactory(school=coordinator.school, graduation_year=2025)


def test_desk_lists_what_waits_each_a_tap_away(coordinator, study):
    fill(coordinator.school)
    TracerResponseFactory(campaign=study)
    TracerResponseFactory(campaign=study, submitted=True)
    School.objects.filter(pk=coordinator.school.pk).update(
        registration_number="12/TD/2024",
        registered_on=datetime.date(2024, 1, 8),
        registered_head="Petrus",
        bkk_head="Ana",
    )
    report = next(task for task in tasks(coordinator) if task[1].startswith("laporan "))
    assert tasks(coordinator) == [
        (1, "lamaran baru belum diperiksa", "/bkk/lamaran/?status=applied"),
        (1, "lamaran tanpa kabar lebih dari 7 hari", "/bkk/lamaran/?diam=proses"),
        (
            1,
            "alumni diterima bekerja, penempatannya belum dicatat",
            "/bkk/lamaran/?status=hired&penempatan=belum",
        ),
        (1, "lowongan akan ditutup minggu ini", "/bkk/lowongan/?tutup=minggu-ini"),
        (1, "lowongan masih draf", "/bkk/lowongan/?status=draft"),
        (1, "info loker dari alumni belum dibaca", "/bkk/lowongan/info-loker/?status=new"),
        (1, "penempatan belum diperiksa", "/bkk/penempatan/?keadaan=periksa"),
        (1, "penempatan perlu ditanyakan kabarnya", "/bkk/penempatan/tindak-lanjut/"),
        (1, "jawaban alumni berbeda dari data yang sudah diperiksa", "/bkk/tracer/perbedaan/"),
        (1, "lulusan 2025 belum menjawab tracer study", f"/bkk/tracer/{study.pk}/?status=belum"),
        (1, "MoU berakhir dalam 90 hari", "/bkk/mitra/mou/?keadaan=segera"),
        (1, "pasang catatan alumni yang mungkin ganda", "/bkk/alumni/ganda/"),
        (1, report[1], "/bkk/laporan/"),
        (1, "tanda daftar perlu diterbitkan ulang karena ketua berganti", "/bkk/tanda-daftar/"),
    ]


def test_each_tap_shows_as_many_rows_as_it_said(coordinator, study):
    fill(coordinator.school, 2)
    TracerResponseFactory.create_batch(2, campaign=study)
    TracerResponseFactory(campaign=study, submitted=True)
    hired = ApplicationFactory(alumnus__school=coordinator.school, hired=True)
    recorded = {"application": hired, "employer": hired.vacancy.employer, "spell__verified": True}
    PlacementFactory(alumnus=hired.alumnus, **recorded)
    shown = {}
    for _, text, url in tasks(coordinator):
        listing = coordinator.client.get(url.partition("#")[0]).context.get("listing")
        if listing is not None:
            shown[text] = len(listing.rows)
    assert set(shown.values()) == {2}
    assert len(shown) >= 8


def test_nothing_waits_is_said(coordinator):
    assert tasks(coordinator) == []
    assert "Tidak ada yang menunggu. Semua sudah dikerjakan." in coordinator.client.get(DESK).content.decode()


def test_what_is_done_or_anothers_does_not_wait(coordinator, other_coordinator):
    fill(coordinator.school)
    school = other_coordinator.school
    ApplicationFactory(alumnus__school=school, withdrawn=True, applied_at=moment(-8))
    hired = ApplicationFactory(alumnus__school=school, hired=True)
    verified = {"spell__verified": True}
    PlacementFactory(alumnus=hired.alumnus, application=hired, employer=hired.vacancy.employer, **verified)
    VacancyFactory(school=school, closes_on=days(8))
    VacancyFactory(school=school, closes_on=days(-1))
    VacancyLeadFactory(school=school, status="declined")
    AgreementFactory(school=school, ends_on=days(200))
    first, second = (AlumnusFactory(school=school).person for _ in range(2))
    DuplicatePairFactory(first=first, second=second, decided=True)
    assert tasks(other_coordinator) == []


def test_all_that_waits_is_counted_in_two_queries(coordinator, study):
    fill(coordinator.school, 2)
    actor = coordinator.actor
    with CaptureQueriesContext(connection) as captured:
        waiting_for(actor)
    assert len(captured) == 2  # the studies that run, then every number


def test_rows_are_counted_as_they_are(coordinator):
    VacancyFactory.create_batch(3)
    every, none = Vacancy.objects.all(), Vacancy.objects.none()
    twice = with_applicant_counts(Vacancy.objects.filter(pk__in=every[:2].values("pk")), coordinator.actor)
    assert counted([every, none, twice.distinct(), every.order_by("title")]) == [3, 0, 2, 3]
    assert counted([]) == []


def test_every_room_says_what_waits_for_an_actor_who_has_nothing(coordinator):
    for room in ROOMS:
        for rows, text, url in room.due(coordinator.actor):
            assert (rows.count(), bool(text), url.startswith("/bkk/")) == (0, True, True)


def test_desk_shows_bmw_with_both_denominators(coordinator):
    SpellFactory(person=AlumnusFactory(school=coordinator.school).person)
    AlumnusFactory(school=coordinator.school)
    page = coordinator.client.get(DESK).content.decode()
    assert f"BMW {persen(50)} dari semua lulusan, {persen(100)} dari 1 yang diketahui kegiatannya." in page


def test_desk_leads_to_the_schools_own_data(coordinator):
    assert 'href="/bkk/sekolah/"' in coordinator.client.get(DESK).content.decode()


def test_desk_without_alumni_says_what_to_do(coordinator):
    assert "Unggah daftar dari Dapodik untuk memulai." in coordinator.client.get(DESK).content.decode()


def test_desk_shows_the_year_beside_its_plan(coordinator):
    plan = PlanFactory(school=coordinator.school, year=TODAY.year)
    for quarter in (1, 2):
        TargetFactory(plan=plan, quarter=quarter, target=5)
    grown_up = {"alumnus__person__birth_date": datetime.date(1990, 1, 1), "starts_on": datetime.date(TODAY.year, 1, 4)}
    PlacementFactory.create_batch(3, alumnus__school=coordinator.school, spell__verified=True, **grown_up)
    PlacementFactory(alumnus__school=SchoolFactory(), **grown_up)
    chart = coordinator.client.get(DESK).context["chart"]
    points = {series.name: dict(series.points)["Lulusan ditempatkan"] for series in chart.series}
    assert points == {"Rencana": 10, "Hasil": 3}
    assert chart.description == "0 dari 1 target setahun sudah tercapai."


def test_desk_without_a_plan_leads_to_writing_one(coordinator):
    PlanFactory(school=coordinator.school, year=TODAY.year - 1)
    assert f'href="/bkk/rencana/{TODAY.year}/"' in coordinator.client.get(DESK).content.decode()


def test_desk_takes_the_same_queries(coordinator, same_queries, study):
    def more(count):
        fill(coordinator.school, count)

    more(1)
    same_queries(coordinator.client, DESK, more, 19)
