"""The chair of the forum sees every school side by side, and nobody's personal data."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from placements.alumni.models import Alumnus
from placements.reports.models import BkkReport
from tests.factories.alumni import AlumnusFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.people import SpellFactory
from tests.factories.reports import BkkReportFactory
from tests.factories.schools import PlanFactory, SchoolFactory, TargetFactory
from tests.factories.tracer import TracerCampaignFactory, TracerResponseFactory
from tests.factories.vacancies import VacancyFactory
from tests.harness.urlconf import our_pages

pytestmark = pytest.mark.django_db
FORUM, REPORTS, FILE = "/forum/", "/forum/laporan/", "/forum/unduh.xlsx"
DAY = dt.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def november(time_machine):
    time_machine.move_to("2026-11-24T03:00:00Z", tick=False)


@pytest.fixture
def school():
    """A school with something of everything the table counts."""
    school = SchoolFactory(name="SMK A", registration_number="560/1/2025", registered_on=dt.date(2025, 1, 7))
    SpellFactory(person=AlumnusFactory(school=school).person)
    PlacementFactory(alumnus__school=school, starts_on=DAY)
    TargetFactory(plan=PlanFactory(school=school, year=2026), target=4)
    VacancyFactory(school=school, opens_on=DAY, closes_on=dt.date(2026, 12, 24))
    VacancyFactory(school=school, opens_on=DAY, closes_on=DAY)
    campaign = TracerCampaignFactory(school=school, opens_on=DAY, closes_on=dt.date(2026, 12, 24))
    TracerResponseFactory(campaign=campaign, alumnus__school=school)
    return school


def test_every_measure_of_a_school_stands_in_one_line(forum_chair, school):
    SchoolFactory(name="SMK B")
    rows = forum_chair.client.get(FORUM).context["schools"]
    first, second = rows
    assert (first.bmw.total, first.bmw.answered, first.placements, first.planned, first.reached) == (3, 2, 1, 4, 25)
    assert (first.vacancies, first.open_vacancies, first.tracer.total, first.tracer.answered) == (2, 1, 1, 0)
    assert (first.report.word, second.report.word) == ("Terlambat", "Belum terdaftar")
    assert (second.bmw.total, second.placements, second.planned, second.reached) == (0, 0, None, None)


@pytest.mark.parametrize(
    ("measure", "series"),
    [
        ("penempatan", {"Ditempatkan": 1, "Rencana": 4}),
        ("alumni", {"Lulusan": 3, "Diketahui": 2}),
        ("lowongan", {"Diumumkan": 2, "Terbuka hari ini": 1}),
        ("tracer", {"Dari semua yang ditanya": 0, "Dari yang terjangkau": 0}),
        ("tidak-ada", {"Ditempatkan": 1, "Rencana": 4}),
    ],
)
def test_chart_shows_the_measure_asked_for(forum_chair, school, measure, series):
    chart = forum_chair.client.get(f"{FORUM}?ukuran={measure}").context["chart"]
    assert {line.name: dict(line.points)["SMK A"] for line in chart.series} == series


def test_another_year_counts_that_year(forum_chair, school):
    PlacementFactory(alumnus__school=school, starts_on=dt.date(2025, 3, 2))
    rows = {year: forum_chair.client.get(f"{FORUM}?tahun={year}").context["schools"][0] for year in (2025, 2026, 9999)}
    assert {year: (row.placements, row.planned) for year, row in rows.items()} == {
        2025: (1, None),
        2026: (1, 4),
        9999: (1, 4),
    }


def test_workbook_holds_the_same_line(forum_chair, school):
    response = forum_chair.client.get(FILE)
    rows = list(load_workbook(io.BytesIO(b"".join(response.streaming_content))).active.values)
    assert rows[1][:8] == ("SMK A", 3, 2, 66.7, 100, 4, 1, 25)


def test_who_has_not_reported_comes_first(forum_chair, school):
    reported = SchoolFactory(name="SMK 1", registration_number="560/2/2025", registered_on=dt.date(2025, 1, 7))
    report = BkkReportFactory(school=reported, accepted=True)
    states = forum_chair.client.get(REPORTS).context["states"]
    assert [(status.school, status.word, status.report_pk) for status in states] == [
        (school, "Terlambat", None),
        (reported, "Diterima", report.pk),
    ]


def test_a_report_is_read_only_when_its_school_shares_it(forum_chair):
    shared, kept = BkkReportFactory(sent=True), BkkReportFactory(sent=True, is_shared=False)
    returned, draft = BkkReportFactory(returned=True), BkkReportFactory()
    assert list(BkkReport.objects.visible_to(forum_chair.actor)) == [shared]
    for report in (kept, returned, draft):
        for file in ("", "laporan.pdf", "laporan.xlsx"):
            assert forum_chair.client.get(f"{REPORTS}{report.pk}/{file}").status_code == 404
    assert forum_chair.client.get(f"{REPORTS}{shared.pk}/").status_code == 200


def test_no_page_of_the_forum_names_a_graduate(forum_chair, school):
    alumnus = AlumnusFactory(
        school=school, person__name="Maria Lay", person__nisn="0051112223", person__phone="+628123456789"
    )
    SpellFactory(person=alumnus.person, organisation="Toko Rahasia Maria")
    secrets = ("Maria Lay", "0051112223", "8123456789", "Toko Rahasia Maria")
    pages = [page for page in our_pages() if page.route.startswith("forum/") and not page.parameters]
    told = {}
    for page in pages:
        response = forum_chair.client.get(page.url())
        content = response.getvalue().decode("utf-8", "ignore")
        told[page.route] = [text for text in secrets if text in content]
    assert len(told) > 5
    assert {route: found for route, found in told.items() if found} == {}
    assert not Alumnus.objects.visible_to(forum_chair.actor).exists()
