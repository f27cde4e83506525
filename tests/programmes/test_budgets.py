import datetime as dt

import pytest
from django.db import IntegrityError

from bkk_portal.kit.errors import Refused
from tests.factories.programmes import BudgetFactory, ProgrammeFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from tests.harness.threads import at_once, raised
from trainings.participants.running.actions import update_training
from trainings.programmes import actions, offers
from trainings.programmes.budgets.actions import Use, save_budget, uses_of
from trainings.programmes.models import Budget, Training

pytestmark = pytest.mark.django_db


def training_on(budget, **fields):
    dates = {"starts_on": dt.date(budget.year, 3, 2), "ends_on": dt.date(budget.year, 3, 6)}
    return TrainingFactory(programme__agency=budget.agency, budget=budget, **(dates | fields))


def test_use_is_the_sum_of_trainings_and_a_cancelled_one_only_what_it_cost():
    budget = BudgetFactory()
    training_on(budget, planned_cost=30_000_000, actual_cost=28_500_000)
    training_on(budget, planned_cost=20_000_000)
    training_on(budget, planned_cost=9_000_000, actual_cost=1_000_000, cancelled=True)
    assert uses_of([budget.pk]) == {budget.pk: Use(50_000_000, 29_500_000)}


def test_plan_over_the_ceiling_is_refused_with_the_amount(officer):
    budget = BudgetFactory(agency=officer.agency, ceiling=50_000_000)
    training_on(budget, planned_cost=30_000_000)
    other = training_on(budget, planned_cost=10_000_000)
    other.planned_cost = 20_000_001
    with pytest.raises(Refused, match=r"Melewati pagu .*jadi lebih Rp 1\."):
        update_training(training=other, actor=officer.actor)
    assert Training.objects.get(pk=other.pk).planned_cost == 10_000_000


def test_spending_over_the_ceiling_is_refused(officer):
    budget = BudgetFactory(agency=officer.agency, ceiling=50_000_000)
    training = training_on(budget, planned_cost=50_000_000)
    training.actual_cost = 50_000_001
    with pytest.raises(Refused, match="realisasi"):
        update_training(training=training, actor=officer.actor)


@pytest.mark.parametrize("field", ["starts_on", "ends_on"])
def test_dates_outside_the_budget_year_are_refused(officer, field):
    budget = BudgetFactory(agency=officer.agency, year=2026)
    days = {"starts_on": dt.date(2026, 12, 1), "ends_on": dt.date(2026, 12, 20)}
    training = TrainingFactory(programme__agency=officer.agency, **days)
    training.budget = budget
    setattr(training, field, dt.date(2025 if field == "starts_on" else 2027, 12, 31))
    with pytest.raises(Refused, match="di luar tahun anggaran 2026"):
        update_training(training=training, actor=officer.actor)


def test_money_of_another_office_is_refused(officer):
    training = TrainingFactory(programme__agency=officer.agency)
    training.budget = BudgetFactory(agency__other=True, year=training.starts_on.year)
    with pytest.raises(Refused, match="milik dinas lain"):
        update_training(training=training, actor=officer.actor)


def test_ceiling_below_what_is_planned_is_refused(officer):
    budget = BudgetFactory(agency=officer.agency)
    training_on(budget, planned_cost=30_000_000)
    budget.ceiling = 29_000_000
    with pytest.raises(Refused, match="Melewati pagu"):
        save_budget(budget=budget, actor=officer.actor)


def test_year_of_a_line_in_use_does_not_change(officer):
    budget = BudgetFactory(agency=officer.agency, year=2026)
    training_on(budget, planned_cost=1)
    budget.year = 2027
    with pytest.raises(Refused, match="dimulai tahun 2026"):
        save_budget(budget=budget, actor=officer.actor)


@pytest.mark.parametrize("fields", [{"ceiling": 0}, {"year": 1999}])
def test_database_refuses_a_senseless_line(fields):
    with pytest.raises(IntegrityError):
        BudgetFactory(**fields)


def test_database_refuses_cost_without_a_budget():
    with pytest.raises(IntegrityError):
        TrainingFactory(planned_cost=5)


def test_line_is_written_and_shown_with_what_is_left(officer):
    data = {"source": "DBHCHT", "year": "2026", "code": "2.07", "name": "Pelatihan", "ceiling": "Rp 75.000.000"}
    answer = officer.client.post("/dinas/pelatihan/anggaran/baru/", data)
    budget = Budget.objects.get()
    assert (budget.agency, budget.ceiling, answer["Location"]) == (
        officer.agency,
        75_000_000,
        f"/dinas/pelatihan/anggaran/{budget.pk}/",
    )
    training_on(budget, planned_cost=30_000_000)
    assert officer.client.get(answer["Location"]).context["left"] == 45_000_000


def test_same_code_twice_in_a_year_is_shown_at_the_field(officer):
    BudgetFactory(agency=officer.agency, source="APBD", year=2026, code="2.07")
    data = {"source": "APBD", "year": "2026", "code": " 2.07 ", "name": "X", "ceiling": "1"}
    page = officer.client.post("/dinas/pelatihan/anggaran/baru/", data)
    assert "sudah ada untuk tahun" in page.context["form"].errors["code"][0]


def test_ceiling_of_nothing_is_refused_by_the_form(officer):
    data = {"source": "APBD", "year": "2026", "code": "2.07", "name": "X", "ceiling": "-5"}
    page = officer.client.post("/dinas/pelatihan/anggaran/baru/", data)
    assert "ceiling" in page.context["form"].errors


def test_officers_see_their_own_lines_the_head_all(officer, head):
    BudgetFactory(agency__other=True)
    own = BudgetFactory(agency=officer.agency)
    assert [row.pk for row in officer.client.get("/dinas/pelatihan/anggaran/").context["listing"]] == [own.pk]
    assert len(head.client.get("/dinas/pelatihan/anggaran/").context["listing"]) == 2


def test_list_takes_the_same_queries_for_any_number_of_lines(officer, same_queries):
    def make(count):
        for _ in range(count):
            training_on(BudgetFactory(agency=officer.agency), planned_cost=1)

    same_queries(officer.client, "/dinas/pelatihan/anggaran/", make, 12)


def test_checks_find_what_was_forced_past_the_actions():
    budget = BudgetFactory(ceiling=10)
    training_on(budget, planned_cost=11, starts_on=dt.date(budget.year - 1, 3, 2))
    assert [line.split(":")[1][:8] for line in offers.over_the_ceiling()] == [" rencana"]
    assert len(list(offers.outside_the_budget_year())) == 1


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_officers_never_plan_more_together_than_the_ceiling(officer):
    budget = BudgetFactory(agency=officer.agency, ceiling=100)
    programme, village = ProgrammeFactory(agency=officer.agency), VillageFactory()
    day = dt.date(budget.year, 3, 2)

    def plan():
        training = Training(
            programme=programme, village=village, venue="Aula", starts_on=day, ends_on=day, quota=1, budget=budget
        )
        training.planned_cost = 60
        return actions.create_training(training=training, weekdays=range(7), actor=officer.actor)

    outcomes = at_once(plan, plan)
    assert [type(error) for error in raised(outcomes)] == [Refused]
    assert uses_of([budget.pk])[budget.pk].planned == 60
