import pytest

from tests.factories.base import every_factory
from tests.factories.equipment import HandoverLineFactory, LotFactory
from tests.harness.ours import our_models


def variants():
    """Every factory, plain and with each of its traits."""
    for factory in every_factory():
        yield pytest.param(factory, {}, id=factory.__name__)
        for name, value in factory._meta.parameters.items():
            if type(value).__name__ == "Trait":
                yield pytest.param(factory, {name: True}, id=f"{factory.__name__}-{name}")


def test_every_model_has_a_factory():
    assert set(our_models()) - {factory._meta.model for factory in every_factory()} == set()


@pytest.mark.one_database
@pytest.mark.django_db
@pytest.mark.parametrize(("factory", "traits"), variants())
def test_factory_makes_a_valid_row_twice(factory, traits):
    for row in (factory(**traits), factory(**traits)):
        row.full_clean(validate_unique=False)


@pytest.mark.django_db
def test_stock_of_factories_agrees_with_its_ledger():
    lot = LotFactory(received=5)
    HandoverLineFactory(lot=lot, given=2)
    lot.refresh_from_db()
    assert lot.balance == 3
    assert sum(lot.movements.values_list("quantity", flat=True)) == 3
