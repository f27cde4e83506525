import datetime as dt

import pytest

from bkk_portal.kit.errors import Refused
from tests.factories.programmes import BudgetFactory
from tests.factories.regions import VillageFactory
from tests.programmes.test_actions import create
from trainings.programmes.actions import copy_training
from trainings.programmes.models import Training

pytestmark = pytest.mark.django_db


def villages(count):
    return [VillageFactory(code=f"53.71.0{n + 2}.1001", name=f"Kelurahan {n}") for n in range(count)]


def copy(training, officer, **fields):
    values = {"villages": villages(2), "starts_on": training.starts_on + dt.timedelta(days=7), "batch": "Angkatan II"}
    values |= {"venue": "Aula {kelurahan}", "budget": None}
    return copy_training(training=training, actor=officer.actor, **(values | fields))


def test_copies_are_plans_with_the_days_shifted(officer):
    training = create(officer)
    training.sessions.filter(held_on=training.starts_on).update(topic="Pembukaan", starts_at=dt.time(8))
    first, second = copy(training, officer)
    assert [(row.venue, row.status, row.quota) for row in (first, second)] == [
        ("Aula Kelurahan 0", "planned", training.quota),
        ("Aula Kelurahan 1", "planned", training.quota),
    ]
    assert first.sessions.count() == training.sessions.count()
    day = first.sessions.order_by("held_on").first()
    assert (day.held_on, day.topic, day.starts_at) == (first.starts_on, "Pembukaan", dt.time(8))
    assert first.starts_on == training.starts_on + dt.timedelta(days=7)


def test_same_programme_on_the_same_day_in_the_same_kelurahan_is_refused_and_none_is_made(officer):
    training = create(officer)
    places = villages(2)
    copy(training, officer, villages=places[:1])
    with pytest.raises(Refused, match="Sudah ada pelatihan program ini .* Kelurahan 0"):
        copy(training, officer, villages=places)
    assert Training.objects.count() == 2


def test_copies_together_stay_under_the_ceiling(officer):
    training = create(officer)
    budget = BudgetFactory(agency=officer.agency, year=training.starts_on.year, ceiling=50)
    training.budget, training.planned_cost = budget, 20
    training.save()
    with pytest.raises(Refused, match="Melewati pagu"):
        copy(training, officer, budget=budget)
    assert Training.objects.count() == 1


def test_page_asks_for_kelurahan_and_leads_to_the_plans(officer):
    training = create(officer)
    url = f"/dinas/pelatihan/{training.pk}/salin/"
    data = {"starts_on": "2026-09-07", "batch": "", "venue": "Aula {kelurahan}", "budget": ""}
    page = officer.client.post(url, data)
    assert page.context["form"].errors["villages"] == ["Pilih paling sedikit satu."]
    place = VillageFactory(code="53.71.03.1009", name="Liliba")
    answer = officer.client.post(url, data | {"villages": [place.pk]})
    assert answer["Location"] == "/dinas/pelatihan/?keadaan=planned"
    assert Training.objects.get(village=place).venue == "Aula Liliba"
