import factory

from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, days
from tests.factories.equipment import HandoverFactory
from trainings.monitoring import models
from trainings.monitoring.enums import EquipmentUse, IncomeBand


class VisitFactory(RowFactory):
    """Due in two weeks, not made yet."""

    class Meta:
        model = models.MonitoringVisit

    handover = factory.SubFactory(HandoverFactory)
    due_on = days(14)

    class Params:
        overdue = factory.Trait(due_on=days(-14))
        done = factory.Trait(
            due_on=days(-14),
            visited_on=days(-10),
            officer=factory.SubFactory(UserFactory),
            equipment_use=EquipmentUse.IN_USE,
            business_running=True,
            income_band=IncomeBand.UNDER_2,
        )
