import datetime

import factory

from bkk_portal.people.enums import SpellSource
from placements.outcomes import models
from placements.outcomes.enums import ContractKind, FollowUpOutcome, PlacementScope
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import RowFactory, days, moment, paper
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
        with_evidence = factory.Trait(evidence=paper("kontrak.pdf"))
        cancelled = factory.Trait(cancelled_at=moment(-1), cancel_reason="Tidak jadi bekerja")


class FollowUpFactory(RowFactory):
    """Due since a week, not answered."""

    class Meta:
        model = models.PlacementFollowUp

    placement = factory.SubFactory(PlacementFactory)
    months = 3
    due_on = days(-7)

    class Params:
        done = factory.Trait(outcome=FollowUpOutcome.STILL, done_at=moment(-1), done_by=factory.SubFactory(UserFactory))


class MinimumWageFactory(RowFactory):
    class Meta:
        model = models.MinimumWage

    year = factory.Sequence(lambda n: 2000 + n)
    amount = 2_200_000
