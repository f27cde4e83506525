"""Budget lines by office, year and source, and what the trainings cost."""

from trainings.programmes.enums import FundingSource, TrainingStatus
from trainings.programmes.models import Budget

PER_HOUR = 210_000  # Rp a JP and class: instructor, material, meals
ROUND = 25_000_000
LINES = {
    FundingSource.APBD: ("2.07.03.2.01.0001", "Pelatihan berdasarkan klaster kompetensi"),
    FundingSource.DBHCHT: ("2.07.03.2.01.0009", "Pelatihan keterampilan kerja dari DBHCHT"),
}


def source_of(training):
    return FundingSource.DBHCHT if training.programme.trade in ("Menjahit", "Kuliner") else FundingSource.APBD


def cost_of(training):
    return training.programme.hours * PER_HOUR + training.quota * 350_000


def demo_budgets(city, trainings):
    """{(agency, year, source): Budget}, each with a little to spare."""
    planned = {}
    for training in trainings:
        key = (training.agency, training.starts_on.year, source_of(training))
        planned[key] = planned.get(key, 0) + cost_of(training)
    budgets = [_budget(key, amount) for key, amount in planned.items()]
    return dict(zip(planned, Budget.objects.bulk_create(budgets), strict=True))


def _budget(key, amount):
    agency, year, source = key
    code, name = LINES[source]
    ceiling = (amount // ROUND + 1) * ROUND
    return Budget(agency=agency, year=year, source=source, code=code, name=name, ceiling=ceiling)


def pay(trainings, budgets):
    """A class that runs into another year waits for its budget; one that is over has its bills."""
    for training in trainings:
        if training.starts_on.year != training.ends_on.year:
            continue
        training.budget = budgets[training.agency, training.starts_on.year, source_of(training)]
        training.planned_cost = cost_of(training)
        if training.status == TrainingStatus.FINISHED:
            training.actual_cost = training.planned_cost * 97 // 100 // 1000 * 1000
