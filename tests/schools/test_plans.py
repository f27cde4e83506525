"""The placement plan of a year (Permenaker 39/2016)."""

import pytest
from django.db import IntegrityError, transaction

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from placements.schools.actions import save_plan
from placements.schools.models import PlacementPlan, PlanTarget
from tests.factories.schools import PlanFactory
from tests.schools.acts import messages, version

pytestmark = pytest.mark.django_db
PLANS = "/bkk/rencana/"


@pytest.fixture(autouse=True)
def in_2026(time_machine):
    time_machine.move_to("2026-11-24T03:00:00Z")


def targets():
    return {(target.item, target.quarter): target.target for target in PlanTarget.objects.all()}


def test_plan_is_written_then_changed(coordinator):
    data = {"placements_1": "20", "placements_3": "35", "visits_2": "0"}
    response = coordinator.client.post(f"{PLANS}2026/", data, follow=True)
    plan = PlacementPlan.objects.get()
    assert (response.redirect_chain, messages(response)) == ([(PLANS, 302)], ["Rencana 2026 tersimpan."])
    assert targets() == {("placements", 1): 20, ("placements", 3): 35, ("visits", 2): 0}
    coordinator.client.post(f"{PLANS}2026/", {"placements_1": "25"} | version(plan))
    assert (targets(), PlacementPlan.objects.count()) == ({("placements", 1): 25}, 1)
    target = PlanTarget.objects.get(item="placements", quarter=1)
    assert [line.changes.get("target") for line in changes_of(target)] == [["None", "20"], ["20", "25"]]


def test_plan_out_of_date_overwrites_nothing(coordinator):
    plan = PlanFactory(school=coordinator.school)
    opened = version(plan)
    for number in ("1", "2"):
        coordinator.client.post(f"{PLANS}2026/", {"placements_1": number} | opened)
    assert targets() == {("placements", 1): 1}


def test_rows_add_up(coordinator):
    coordinator.client.post(f"{PLANS}2026/", {"placements_1": "20", "placements_3": "35"})
    assert PlacementPlan.objects.get().rows() == [("Lulusan ditempatkan", [20, None, 35, None], 55)]


def test_a_number_below_nought_is_refused(coordinator):
    page = coordinator.client.post(f"{PLANS}2026/", {"placements_1": "-1"})
    assert (list(page.context["form"].errors), PlacementPlan.objects.count()) == (["placements_1"], 0)
    assert "Lulusan ditempatkan, triwulan I" in page.content.decode()


@pytest.mark.parametrize("year", [2014, 2028])
def test_other_years_are_not_there(coordinator, year):
    assert coordinator.client.get(f"{PLANS}{year}/").status_code == 404


def test_plans_of_others_are_neither_seen_nor_changed(coordinator, other_coordinator):
    plan = PlanFactory(school=coordinator.school)
    assert list(other_coordinator.client.get(PLANS).context["plans"]) == []
    with pytest.raises(Refused):
        save_plan(plan=plan, targets={("placements", 1): 5}, actor=other_coordinator.actor)
    assert targets() == {}


def test_database_keeps_one_plan_a_year(coordinator):
    PlanFactory(school=coordinator.school)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanFactory(school=coordinator.school)


def test_list_takes_the_same_queries(coordinator, same_queries):
    years = iter(range(2016, 2026))
    same_queries(
        coordinator.client,
        PLANS,
        lambda count: [PlanFactory(school=coordinator.school, year=next(years)) for _ in range(count)],
        16,
    )
