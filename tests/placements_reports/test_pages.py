"""The figures of years and schools, and the workbook."""

import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.reports.figures import years as queries
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.people import SpellFactory
from tests.factories.schools import SchoolActivityFactory, SchoolFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
DESK, REPORTS, FILE = "/bkk/", "/bkk/laporan/", "/bkk/laporan/unduh.xlsx"
FORUM, FORUM_REPORTS = "/forum/", "/forum/laporan/"
THIS_YEAR = timezone.localdate().year


def day_in(year):
    return datetime.date(year, 1, 2)


def moment_in(year):
    return datetime.datetime(year, 1, 2, 12, tzinfo=datetime.UTC)


def one_of_each(school, year):
    """A vacancy, an application (to an old one of no school), a placement and an activity of one school in one year."""
    VacancyFactory(school=school, opens_on=day_in(year), closes_on=day_in(year))
    applied = {"applied_at": moment_in(year), "vacancy__opens_on": day_in(2000), "vacancy__school": None}
    ApplicationFactory(alumnus__school=school, **applied)
    PlacementFactory(alumnus__school=school, alumnus__person__birth_date=day_in(1990), starts_on=day_in(year))
    SchoolActivityFactory(school=school, held_on=day_in(year))


# years


def years(rows):
    return [(row.year, row.vacancies, row.applications, row.placements, row.activities) for row in rows]


def test_years_count_what_happened_in_each(coordinator):
    one_of_each(coordinator.school, THIS_YEAR)
    one_of_each(coordinator.school, THIS_YEAR - 2)
    one_of_each(coordinator.school, THIS_YEAR - 5)
    one_of_each(SchoolFactory(), THIS_YEAR - 2)
    own, all_schools = queries.years_of(coordinator.school.pk), queries.years_of()
    nothing = (0, 0, 0, 0)
    assert years(own) == [
        (THIS_YEAR, 1, 1, 1, 1),
        (THIS_YEAR - 1, *nothing),
        (THIS_YEAR - 2, 1, 1, 1, 1),
        (THIS_YEAR - 3, *nothing),
        (THIS_YEAR - 4, *nothing),
    ]
    assert years(all_schools)[2] == (THIS_YEAR - 2, 2, 2, 2, 2)


def test_years_leave_out_drafts_and_cancelled_placements(coordinator):
    VacancyFactory(school=coordinator.school, draft=True)
    PlacementFactory(alumnus__school=coordinator.school, cancelled=True, starts_on=day_in(THIS_YEAR))
    assert years(queries.years_of(coordinator.school.pk, count=1)) == [(THIS_YEAR, 0, 0, 0, 0)]


def test_an_application_counts_in_the_year_of_the_portals_own_clock(coordinator):
    """Half past midnight on New Year's Day in Kupang is still the old year in UTC."""
    moment = datetime.datetime(THIS_YEAR - 1, 12, 31, 16, 30, tzinfo=datetime.UTC)
    ApplicationFactory(alumnus__school=coordinator.school, applied_at=moment)
    counts = {row.year: row.applications for row in queries.years_of(coordinator.school.pk)}
    assert (counts[THIS_YEAR], counts[THIS_YEAR - 1]) == (1, 0)


def test_years_in_four_queries(coordinator, django_assert_num_queries):
    with django_assert_num_queries(4):
        queries.years_of(coordinator.school.pk)


# the coordinator's report


def sheets(response):
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


def test_report_holds_the_schools_years_and_classes(coordinator):
    one_of_each(coordinator.school, THIS_YEAR)
    AlumnusFactory(graduation_year=2019)
    context = coordinator.client.get(REPORTS).context
    assert years(context["years"])[0] == (THIS_YEAR, 1, 1, 1, 1)
    assert [(year, figures.total, figures.working) for year, figures in context["classes"]] == [(2025, 2, 1)]


def test_report_takes_the_same_queries(coordinator, same_queries):
    def more(count):
        for _ in range(count):
            one_of_each(coordinator.school, THIS_YEAR)

    same_queries(coordinator.client, REPORTS, more, 15)


def test_workbook_holds_the_same_two_tables_and_is_logged(coordinator):
    one_of_each(coordinator.school, THIS_YEAR)
    AlumnusFactory(school=coordinator.school, graduation_year=2024, person__name="Maria Lay")
    AlumnusFactory(graduation_year=2019)
    response = coordinator.client.get(FILE)
    assert sheets(response) == {
        "Kegiatan BKK": [
            ["Tahun", "Lowongan diumumkan", "Lamaran", "Penempatan", "Kegiatan"],
            [THIS_YEAR, 1, 1, 1, 1],
            *[[THIS_YEAR - back, 0, 0, 0, 0] for back in range(1, 5)],
        ],
        "BMW": [
            [
                "Tahun lulus",
                "Lulusan",
                "Diketahui",
                "Bekerja",
                "Melanjutkan",
                "Wirausaha",
                "Mencari kerja",
                "BMW dari semua (%)",
                "BMW dari yang diketahui (%)",
            ],
            [2025, 2, 1, 1, 0, 0, 0, 50, 100],
            [2024, 1, 0, 0, 0, 0, 0, 0, None],
        ],
    }
    assert f"laporan-bkk-{timezone.localdate():%Y-%m-%d}.xlsx" in response["Content-Disposition"]
    events = AuditEvent.objects.filter(kind=AuditKind.EXPORTED)
    assert [(event.user, event.target) for event in events] == [(coordinator.user, "laporan BKK")]


# the forum


def test_forum_sees_every_school_side_by_side(forum_chair):
    first, second = SchoolFactory(name="SMK A"), SchoolFactory(name="SMK B")
    SpellFactory(person=AlumnusFactory(school=first).person)
    AlumnusFactory(school=first)
    PlacementFactory(alumnus__school=second, starts_on=day_in(THIS_YEAR))
    PlacementFactory(alumnus__school=second, starts_on=day_in(THIS_YEAR - 1))
    PlacementFactory(alumnus__school=second, starts_on=day_in(THIS_YEAR), cancelled=True)
    VacancyFactory(school=first)
    VacancyFactory(school=first, expired=True)
    SchoolFactory(name="SMK C")
    rows = forum_chair.client.get(FORUM).context["schools"]
    assert [(r.school.name, r.bmw.total, r.bmw.answered, r.placements, r.open_vacancies) for r in rows] == [
        ("SMK A", 2, 1, 0, 1),
        ("SMK B", 3, 2, 1, 0),
        ("SMK C", 0, 0, 0, 0),
    ]


def test_the_citys_figures_are_the_sum_of_the_schools(forum_chair):
    for number in (1, 2, 3):
        school = SchoolFactory()
        for _ in range(number):
            SpellFactory(person=AlumnusFactory(school=school).person)
        AlumnusFactory(school=school, tracing="untraceable")
    context = forum_chair.client.get(FORUM).context
    whole, parts = context["whole"], [row.bmw for row in context["schools"]]
    assert whole == bmw.figures(Alumnus.objects.all())
    for name in ("total", "answered", "working", "untraceable"):
        assert getattr(whole, name) == sum(getattr(part, name) for part in parts)
    assert (whole.total, whole.working) == (9, 6)


def test_forum_names_nobody(forum_chair):
    alumnus = AlumnusFactory(person__name="Maria Lay", person__nisn="0051112223")
    SpellFactory(person=alumnus.person)
    for url in (FORUM, FORUM_REPORTS):
        page = forum_chair.client.get(url).content.decode()
        assert [text for text in ("Maria Lay", "0051112223") if text in page] == []


def test_forum_report_counts_all_schools(forum_chair):
    one_of_each(SchoolFactory(), THIS_YEAR)
    one_of_each(SchoolFactory(), THIS_YEAR)
    context = forum_chair.client.get(FORUM_REPORTS).context
    assert years(context["years"])[0] == (THIS_YEAR, 2, 2, 2, 2)
    assert [(year, figures.total) for year, figures in context["classes"]] == [(2025, 4)]


@pytest.mark.parametrize(("url", "number"), [(FORUM, 20), (FORUM_REPORTS, 17)])
def test_forum_pages_take_the_same_queries(forum_chair, same_queries, url, number):
    def more(count):
        for _ in range(count):
            one_of_each(SchoolFactory(), THIS_YEAR)

    same_queries(forum_chair.client, url, more, number)
