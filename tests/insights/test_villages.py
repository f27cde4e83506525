"""The 51 kelurahan: what was done where, and what is too little to tell."""

import pytest
from django.test import Client
from django.utils import timezone

from bkk_portal.insights.statistics import coverage
from bkk_portal.insights.statistics.figures import MEASURES
from bkk_portal.people.enums import SpellKind
from tests.factories.base import days
from tests.factories.equipment import HandoverFactory, HandoverLineFactory, KitFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import SpellFactory
from tests.factories.programmes import BudgetFactory
from tests.factories.regions import DistrictFactory, RegencyFactory, VillageFactory
from tests.factories.vacancies import VacancyFactory
from tests.insights.acts import THIS_YEAR, trained
from trainings.equipment.handovers.models import Handover

pytestmark = pytest.mark.django_db
LIST = "/kelurahan/"


@pytest.fixture
def oetete():
    return VillageFactory()


def counts(village, year=THIS_YEAR):
    row = dict(coverage.all_villages(year))[village]
    return row.trainings, row.participants, row.kits


def tiles(query=""):
    """{name: (what the tile says, its shade)}"""
    context = Client().get(f"{LIST}{query}").context
    rows = [tile for _, group in context["districts"] for tile in group]
    return {tile["village"].name: (tile["row"].participants, tile["level"]) for tile in rows}


# what is counted


def kits_for(training, **traits):
    kit = KitFactory(programme=training.programme)
    for participant in training.participants.order_by("pk"):
        HandoverFactory(participant=participant, kit=kit, handed_on=timezone.localdate(), **traits)


def test_trainings_participants_and_kits_of_a_year(oetete):
    trained(oetete, 6)
    kits_for(trained(oetete, 5))
    assert counts(oetete) == (2, 11, 5)


def test_what_was_cancelled_planned_or_refused_is_not_counted(oetete):
    trained(oetete, 6, cancelled=True)
    trained(oetete, 6, planned=True)
    training = trained(oetete, 5)
    kits_for(training, cancelled=True)
    for trait in ("refused", "registered", "waiting"):
        ParticipantFactory.create_batch(2, training=training, **{trait: True})
    assert counts(oetete) == (1, 5, 0)


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (6, 6)])
def test_fewer_than_five_people_are_not_told(oetete, number, shown):
    trained(oetete, number)
    assert counts(oetete) == (1, shown, 0)


def test_a_village_counts_its_own(oetete):
    other = VillageFactory(other=True)
    trained(other, 6)
    assert (counts(oetete), counts(other)) == ((0, 0, 0), (1, 6, 0))
    assert [row.trainings for row in coverage.one_village(other)] == [1, 0, 0, 0, 0]
    assert [row.year for row in coverage.one_village(other)] == list(range(THIS_YEAR, THIS_YEAR - 5, -1))


# money and outcome


def told(village):
    return dict(coverage.all_villages(THIS_YEAR))[village]


@pytest.mark.parametrize(("kits", "spending"), [(0, 1_000_000), (4, None), (5, 1_000_000 + 5 * 2 * 750_000)])
def test_spending_is_realised_costs_and_what_was_handed_over(oetete, kits, spending):
    training = trained(oetete, kits, actual_cost=1_000_000, budget=BudgetFactory())
    kits_for(training)
    for handover in Handover.objects.filter(participant__training=training):
        HandoverLineFactory(handover=handover, given=3, returned=1, unit_price=750_000)
    assert (told(oetete).spending, told(oetete).kits) == (spending, spending and kits)


def test_what_a_cancelled_training_or_handover_cost_is_not_told(oetete):
    trained(oetete, 0, cancelled=True, actual_cost=9_000_000, budget=BudgetFactory())
    kits_for(trained(oetete, 6), cancelled=True)
    assert told(oetete).spending == 0


def graduated(village, number, *, doing=0, kind=SpellKind.WORKING, **spell):
    training = trained(village, 0)
    people = [row.person for row in ParticipantFactory.create_batch(number, training=training, passed=True)]
    for person in people[:doing]:
        SpellFactory(person=person, kind=kind, **spell)


@pytest.mark.parametrize(
    ("number", "doing", "outcome"), [(0, 0, None), (4, 4, None), (8, 4, None), (10, 5, 50), (10, 0, 0), (6, 6, 100)]
)
def test_outcome_is_the_share_in_work_of_those_who_passed(oetete, number, doing, outcome):
    graduated(oetete, number, doing=doing)
    assert told(oetete).outcome == outcome


@pytest.mark.parametrize(
    ("kind", "spell", "outcome"),
    [
        (SpellKind.SELF_EMPLOYED, {}, 50),
        (SpellKind.STUDYING, {}, 0),
        (SpellKind.JOB_SEEKING, {}, 0),
        (SpellKind.WORKING, {"until": timezone.localdate() - timezone.timedelta(days=1)}, 0),
    ],
)
def test_outcome_counts_work_and_business_of_today(oetete, kind, spell, outcome):
    graduated(oetete, 10, doing=5, kind=kind, **spell)
    assert told(oetete).outcome == outcome


@pytest.mark.parametrize(
    ("measure", "tile", "level"),
    [("peserta", "10", 1), ("paket", "0", 0), ("belanja", "Rp 30 juta", 2), ("hasil", "50%", 3), ("x", "10", 1)],
)
def test_tiles_by_the_measure_that_is_asked_for(oetete, measure, tile, level):
    graduated(oetete, 10, doing=5)
    trained(oetete, 0, actual_cost=30_000_000, budget=BudgetFactory())
    [(_, [shown])] = Client().get(LIST, {"ukuran": measure}).context["districts"]
    assert (shown["text"].replace("\xa0", " "), shown["level"]) == (tile, level)


def test_where_nobody_passed_an_outcome_is_not_shaded(oetete):
    trained(oetete, 3)
    [(_, [shown])] = Client().get(LIST, {"ukuran": "hasil"}).context["districts"]
    assert (shown["text"], shown["level"]) == ("–", 0)


def test_key_says_what_each_shade_stands_for():
    assert MEASURES["peserta"].key == [
        (0, "belum ada"),
        (1, "di bawah 20"),
        (2, "mulai 20"),
        (3, "mulai 40"),
        (4, "mulai 80"),
    ]


# the list


@pytest.mark.parametrize(
    ("number", "tile"), [(0, (0, 0)), (3, (None, 1)), (5, (5, 1)), (20, (20, 2)), (40, (40, 3)), (81, (81, 4))]
)
def test_tile_says_and_shades_how_many(oetete, number, tile):
    trained(oetete, number)
    assert tiles() == {"Oetete": tile}


def test_tile_of_a_few_says_below_five(oetete):
    trained(oetete, 3)
    page = Client().get(LIST).content.decode()
    assert "<b>&lt; 5 <span" in page


def test_villages_stand_by_district_and_those_without_on_top(oetete):
    alak = DistrictFactory(code="53.71.01", name="Alak")
    VillageFactory(code="53.71.01.1001", name="Namosain", district=alak)
    VillageFactory(other=True)
    trained(oetete, 1)
    context = Client().get(LIST).context
    found = [(name, [tile["village"].name for tile in group]) for name, group in context["districts"]]
    assert found == [("Alak", ["Namosain"]), ("Oebobo", ["Oebufu", "Oetete"])]
    assert [village.name for village in context["without"]] == ["Namosain", "Oebufu"]


def test_villages_of_another_regency_are_not_this_citys(oetete):
    elsewhere = DistrictFactory(
        code="53.01.01", name="Semau", regency=RegencyFactory(code="53.01", name="Kabupaten Kupang")
    )
    VillageFactory(code="53.01.01.2001", name="Uitao", district=elsewhere)
    assert list(tiles()) == ["Oetete"]
    assert Client().get(f"{LIST}53.01.01.2001/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "year"),
    [
        (str(THIS_YEAR - 1), THIS_YEAR - 1),
        ("2000", 2000),
        ("1999", THIS_YEAR),
        (str(THIS_YEAR + 1), THIS_YEAR),
        ("", THIS_YEAR),
        ("abc", THIS_YEAR),
        ("²⁰²⁴", THIS_YEAR),
        ("02024999", THIS_YEAR),
        ("99999999999999999999", THIS_YEAR),
        ("-2024", THIS_YEAR),
    ],
)
def test_any_year_that_is_asked_for_is_answered(oetete, asked, year):
    assert Client().get(LIST, {"tahun": asked}).context["year"] == year


def test_list_of_a_year_counts_that_year(oetete):
    trained(oetete, 6, starts_on=days(-366), ends_on=days(-366))
    year = (timezone.localdate() - timezone.timedelta(days=366)).year
    assert (tiles(f"?tahun={year}"), tiles()) == ({"Oetete": (6, 1)}, {"Oetete": (0, 0)})


def test_list_takes_the_same_queries(oetete, same_queries):
    same_queries(Client(), LIST, lambda count: [trained(oetete, 2) for _ in range(count)], 8)


# one village


def test_page_tells_five_years_and_suppresses(oetete):
    trained(oetete, 3)
    response = Client().get(f"{LIST}{oetete.code}/")
    page = response.content.decode()
    assert [(row.trainings, row.participants) for row, _ in response.context["years"]][:2] == [(1, None), (0, 0)]
    assert response.context["years"][0][1] == [
        ("Peserta", "< 5"),
        ("Paket alat", "0"),
        ("Belanja", "Rp 0"),
        ("Hasil", "–"),
    ]
    assert "Angka di bawah 5 orang tidak ditampilkan." in page


def test_page_shows_trainings_and_open_vacancies_there(oetete):
    shown, cancelled = trained(oetete, 0), trained(oetete, 0, cancelled=True)
    trained(oetete, 0, planned=True)
    trained(VillageFactory(other=True), 0)
    vacancy = VacancyFactory(village=oetete)
    VacancyFactory(village=oetete, for_all_bkk=True)
    VacancyFactory(village=oetete, expired=True)
    context = Client().get(f"{LIST}{oetete.code}/").context
    cards = [card.pk for card in context["vacancies"]]
    assert (list(context["trainings"]), cards) == ([shown], [vacancy.pk])
    assert cancelled.status == "cancelled"


def test_page_without_any_training_says_what_to_do(oetete):
    page = Client().get(f"{LIST}{oetete.code}/").content.decode()
    assert "Belum ada pelatihan di kelurahan ini" in page


def test_page_takes_the_same_queries(oetete, same_queries):
    def more(count):
        for _ in range(count):
            trained(oetete, 2)
            VacancyFactory(village=oetete)

    same_queries(Client(), f"{LIST}{oetete.code}/", more, 11)


def test_unknown_village_is_not_found():
    assert Client().get(f"{LIST}53.71.99.9999/").status_code == 404
