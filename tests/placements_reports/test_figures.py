"""What each section of a report counts."""

import datetime as dt

import pytest

from placements.reports.figures import SECTIONS, problems, sections_of
from placements.reports.figures.scope import Scope
from placements.reports.figures.seekers import incomplete
from placements.reports.periods import Period
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory, ApplicationStatusLogFactory
from tests.factories.employers import AgreementFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.people import KonsentrasiFactory, SpellFactory
from tests.factories.reports import EducationCodeFactory
from tests.factories.schools import SchoolActivityFactory, SchoolFactory
from tests.factories.tracer import TracerCampaignFactory, TracerResponseFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
QUARTER = Period("quarter", 2026, 3)
BEFORE, WITHIN, AFTER = dt.date(2026, 3, 1), dt.date(2026, 8, 10), dt.date(2026, 10, 5)


@pytest.fixture
def school():
    return SchoolFactory(smkn1=True)


def seeker(school, since, until=None, **person):
    alumnus = AlumnusFactory(school=school, **{f"person__{name}": value for name, value in person.items()})
    SpellFactory(person=alumnus.person, job_seeking=True, since=since, until=until)
    return alumnus


def placed(alumnus, day=WITHIN):
    return PlacementFactory(alumnus=alumnus, starts_on=day)


def section(school, key, **narrowed):
    found = {part.key: part for part in sections_of(Scope(school.pk, QUARTER, **narrowed))}
    return found[key].tables


def totals(school, **narrowed):
    """The last column of III/1: lalu, terdaftar, A, ditempatkan, dihapuskan, B, sisa."""
    return [row[-1] for row in section(school, "pencari-kerja", **narrowed)[0].rows]


# seekers


def test_everyone_stands_in_the_lines_that_their_search_says(school):
    seeker(school, BEFORE)  # still seeks
    placed(seeker(school, BEFORE, WITHIN - dt.timedelta(days=1)))
    seeker(school, BEFORE, WITHIN)  # stopped, to study
    seeker(school, WITHIN)  # new
    placed(AlumnusFactory(school=school))  # never sought: registered and placed
    seeker(school, BEFORE, BEFORE + dt.timedelta(days=9))  # over before
    seeker(school, AFTER)  # not yet
    seeker(SchoolFactory(), BEFORE)
    assert totals(school) == [3, 2, 5, 2, 1, 3, 2]


def test_who_was_placed_and_seeks_again_is_registered_twice(school):
    alumnus = seeker(school, BEFORE, WITHIN - dt.timedelta(days=1))
    placed(alumnus)
    SpellFactory(person=alumnus.person, job_seeking=True, since=dt.date(2026, 9, 20))
    assert totals(school) == [1, 1, 2, 1, 0, 1, 1]


def test_a_cancelled_placement_counts_nowhere(school):
    PlacementFactory(alumnus__school=school, starts_on=WITHIN, cancelled=True)
    assert totals(school) == [0] * 7


def test_the_rest_of_a_quarter_is_the_beginning_of_the_next(school):
    for since, until in ((BEFORE, None), (BEFORE, WITHIN), (WITHIN, None), (WITHIN, QUARTER.end), (AFTER, None)):
        seeker(school, since, until)
    tables = {number: sections_of(Scope(school.pk, Period("quarter", 2026, number)))[0].tables[0] for number in (3, 4)}
    assert tables[3].rows[-1][-1] == tables[4].rows[0][-1] == 3


@pytest.mark.parametrize(
    ("birth_date", "column"),
    [
        (dt.date(2006, 10, 1), "15–19 P"),  # twenty the day after
        (dt.date(2006, 9, 30), "20–29 P"),
        (dt.date(1971, 9, 30), "55+ P"),
    ],
)
def test_ages_are_those_of_the_last_day(school, birth_date, column):
    seeker(school, BEFORE, birth_date=birth_date)
    table = section(school, "pencari-kerja")[0]
    names = [found.name for found in table.columns]
    assert [name for name, cell in zip(names, table.rows[0], strict=True) if cell == 1] == [
        column,
        "Jumlah P",
        "Jumlah L+P",
    ]


@pytest.mark.parametrize(
    "person", [{"sex": ""}, {"birth_date": None}, {"birth_date": dt.date(2013, 1, 1)}], ids=["sex", "age", "too young"]
)
def test_who_fits_no_column_makes_the_report_not_add_up(school, person):
    alumnus = seeker(school, BEFORE, **person)
    assert problems(sections_of(Scope(school.pk, QUARTER))) != []
    assert list(incomplete(Scope(school.pk, QUARTER))) == [alumnus]


def test_by_education_follows_the_codes_of_the_office(school):
    EducationCodeFactory(program="Teknik Otomotif", code="3107", title="Teknik Otomotif")
    for program in ("Teknik Otomotif", "Kuliner"):
        alumnus = seeker(school, BEFORE)
        alumnus.konsentrasi = KonsentrasiFactory(program=program, name=program)
        alumnus.save()
    rows = section(school, "pencari-kerja")[1].rows
    assert [row[0] for row in rows] == ["3107 Teknik Otomotif", "SMK, Kuliner", "Jumlah"]
    assert rows[-1][3] == 2


def test_by_years_since_graduation(school):
    for year in (2026, 2024, 2023, 2020):
        alumnus = seeker(school, BEFORE)
        alumnus.graduation_year = year
        alumnus.save()
    rows = section(school, "pencari-kerja")[3].rows
    assert [(row[0], row[3]) for row in rows] == [
        ("0–2 tahun", 2),
        ("3–5 tahun", 1),
        ("6 tahun ke atas", 1),
        ("Jumlah", 4),
    ]


def test_a_class_or_konsentrasi_narrows_the_figures(school):
    kuliner = KonsentrasiFactory(name="Kuliner")
    one = seeker(school, BEFORE)
    one.graduation_year, one.konsentrasi = 2020, kuliner
    one.save()
    seeker(school, BEFORE)
    assert totals(school, graduation_year=2020)[0] == totals(school, konsentrasi_id=kuliner.pk)[0] == 1
    assert totals(school)[0] == 2


# vacancies


def vacancy(school, opens, closes, **facts):
    return VacancyFactory(school=school, opens_on=opens, closes_on=closes, headcount=3, **facts)


def hired(row, day):
    application = ApplicationFactory(vacancy=row, hired=True)
    return PlacementFactory(alumnus=application.alumnus, application=application, employer=row.employer, starts_on=day)


def stock(school):
    """The last column of the stock of vacancies."""
    return [row[-1] for row in section(school, "lowongan")[0].rows]


def test_places_stand_in_the_lines_that_the_vacancies_say(school):
    hired(vacancy(school, BEFORE, AFTER), WITHIN)  # 3 before, 1 filled, 2 left
    vacancy(school, WITHIN, WITHIN)  # 3 new, all removed
    vacancy(school, WITHIN, AFTER)  # 3 new, 3 left
    vacancy(school, WITHIN, AFTER, draft=True)
    vacancy(school, AFTER, AFTER)
    vacancy(SchoolFactory(), WITHIN, AFTER)
    assert stock(school) == [3, 6, 9, 1, 3, 4, 5]


def test_what_was_filled_before_is_no_rest(school):
    hired(vacancy(school, BEFORE, AFTER), dt.date(2026, 5, 1))
    assert stock(school) == [2, 0, 2, 0, 0, 0, 2]


def test_more_placed_than_wanted_do_not_make_a_negative_rest(school):
    row = vacancy(school, WITHIN, AFTER)
    for _ in range(4):
        hired(row, WITHIN)
    assert stock(school) == [0, 3, 3, 3, 0, 3, 0]


# the others


def test_applications_are_counted_by_step_once_each(school):
    moment = dt.datetime(2026, 8, 10, 3, tzinfo=dt.UTC)
    first = ApplicationFactory(alumnus__school=school, applied_at=moment)
    ApplicationFactory(applied_at=moment)
    for _ in range(2):
        ApplicationStatusLogFactory(application=first, to_status="checked", at=moment)
    rows = {row[0]: row[1:] for row in section(school, "lamaran")[0].rows}
    assert (rows["Lamaran dikirim"], rows["Diperiksa BKK"], rows["Tes"]) == ([0, 1, 1], [0, 1, 1], [0, 0, 0])


def test_placements_follow_iii_8(school):
    placed(AlumnusFactory(school=school))
    PlacementFactory(alumnus__school=school, starts_on=WITHIN, scope="AKAD", alumnus__person__sex="L")
    PlacementFactory(alumnus__school=school, starts_on=BEFORE)
    table = section(school, "penempatan")[0]
    assert (table.form, table.rows) == (
        "IPK III/8",
        [
            ["Antar Kerja Lokal (AKL)", 0, 1, 1],
            ["Antar Kerja Antar Daerah (AKAD)", 1, 0, 1],
            ["Jumlah", 1, 1, 2],
        ],
    )


def test_activities_of_the_period_are_listed(school):
    SchoolActivityFactory(school=school, title="Sosialisasi kelas XII", held_on=WITHIN, attendance=40)
    SchoolActivityFactory(school=school, held_on=AFTER)
    SchoolActivityFactory(of_forum=True, held_on=WITHIN)
    counted, listed = section(school, "kegiatan")
    assert counted.rows == [["Sosialisasi", 1], ["Jumlah", 1]]
    assert listed.rows == [["Sosialisasi kelas XII", "Sosialisasi", "2026-08-10", "", "", 40]]


def test_tracer_shows_both_denominators(school):
    campaign = TracerCampaignFactory(school=school, graduation_year=2025, opens_on=BEFORE, closes_on=AFTER)
    for status in ("submitted", "waiting", "untraceable"):
        moment = {"submitted_at": dt.datetime(2026, 8, 1, tzinfo=dt.UTC)} if status == "submitted" else {}
        TracerResponseFactory(campaign=campaign, alumnus__school=school, status=status, **moment)
    rates, outcomes = section(school, "tracer")
    assert rates.rows == [["Lulusan 2025", 3, 1, 1, 1, pytest.approx(100 / 3), 50]]
    assert [(row[0], row[8]) for row in outcomes.rows] == [("2025", 3)]


def test_sections_of_any_size_take_the_same_queries(school, django_assert_num_queries):
    for _ in range(3):
        placed(seeker(school, BEFORE, WITHIN - dt.timedelta(days=1)))
        vacancy(school, WITHIN, AFTER)
        SchoolActivityFactory(school=school, held_on=WITHIN)
    with django_assert_num_queries(14):
        found = sections_of(Scope(school.pk, QUARTER))
    assert [part.title for part in found] == [title for _, title, _ in SECTIONS]
    assert problems(found) == []


def test_agreements_are_the_schools_own_signed_in_the_period_or_in_force_on_its_last_day(school):
    common = {"school": school, "starts_on": BEFORE, "ends_on": AFTER}
    AgreementFactory(**common, number="lama", signed_on=BEFORE)
    AgreementFactory(**common, number="baru", signed_on=WITHIN)
    AgreementFactory(school=school, number="habis", signed_on=WITHIN, starts_on=WITHIN, ends_on=WITHIN)
    AgreementFactory(number="sekolah lain", signed_on=WITHIN, starts_on=BEFORE, ends_on=AFTER)
    signed, in_force = section(school, "kerja-sama")
    assert [row[0] for row in signed.rows] == ["baru", "habis"]
    assert [row[0] for row in in_force.rows] == ["lama", "baru"]
