import datetime

import factory

from bkk_portal.people.enums import SpellSource
from placements.outcomes import models
from placements.outcomes.enums import ContractKind, PlacementScope
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import RowFactory, moment
from tests.factories.employers import EmployerFactory
from tests.factories.people import SpellFactory


class PlacementFactory(RowFactory):
    """Found outside the portal; with `application` give its alumnus and employer too."""

    class Meta:
        model = models.Placement

    alumnus = factory.SubFactory(AlumnusFactory)
    employer = factory.SubFactory(EmployerFactory)
    starts_on = datetime.date(2025, 9, 1)
    position = "Teknisi"
    spell = factory.SubFactory(
        SpellFactory,
        person=factory.SelfAttribute("..alumnus.person"),
        since=factory.SelfAttribute("..starts_on"),
        organisation=factory.SelfAttribute("..employer.name"),
        position=factory.SelfAttribute("..position"),
        source=SpellSource.PLACEMENT,
    )
    scope = PlacementScope.AKL
    contract = ContractKind.CONTRACT
    age_at_start = factory.LazyAttribute(lambda row: row.alumnus.person.age_on(row.starts_on))
    monthly_pay = 2_400_000
    recorded_by = factory.SubFactory(UserFactory)

    class Params:
        cancelled = factory.Trait(cancelled_at=moment(-1), cancel_reason="Tidak jadi bekerja")
