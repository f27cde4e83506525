import importlib
import pkgutil

import pytest
from django.apps import apps

from tests import factories
from tests.factories.base import RowFactory
from tests.factories.equipment import HandoverLineFactory, LotFactory

for module in pkgutil.iter_modules(factories.__path__):
    importlib.import_module(f"{factories.__name__}.{module.name}")


def concrete(factory=RowFactory):
    for child in factory.__subclasses__():
        if not child._meta.abstract:
            yield child
        yield from concrete(child)


def variants():
    """Every factory, plain and with each of its traits."""
    for factory in concrete():
        yield pytest.param(factory, {}, id=factory.__name__)
        for name, value in factory._meta.parameters.items():
            if type(value).__name__ == "Trait":
                yield pytest.param(factory, {name: True}, id=f"{factory.__name__}-{name}")


def our_models():
    labels = {label.split(".")[0] for label in ("placements", "trainings")} | {
        config.label for config in apps.get_app_configs() if config.name.startswith("bkk_portal.")
    }
    models = (model for model in apps.get_models() if model._meta.app_label in labels)
    return {model for model in models if not hasattr(model, "history_object")}


def test_every_model_has_a_factory():
    assert our_models() - {factory._meta.model for factory in concrete()} == set()


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
