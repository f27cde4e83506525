import factory
from django.utils import timezone

from placements.matching import models
from placements.matching.enums import InvitationStatus
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import RowFactory, moment
from tests.factories.vacancies import VacancyFactory


class FitWeightsFactory(RowFactory):
    class Meta:
        model = models.FitWeights
        django_get_or_create = ("id",)

    id = 1


class VacancyInvitationFactory(RowFactory):
    """Sent three days ago, neither opened nor answered."""

    class Meta:
        model = models.VacancyInvitation

    alumnus = factory.SubFactory(AlumnusFactory, claimed=True)
    vacancy = factory.SubFactory(VacancyFactory)
    invited_by = factory.SubFactory(UserFactory)
    invited_at = moment(-3)

    class Params:
        opened = factory.Trait(opened_at=moment(-2))
        accepted = factory.Trait(
            status=InvitationStatus.ACCEPTED, opened_at=moment(-2), answered_at=factory.LazyFunction(timezone.now)
        )
        declined = factory.Trait(
            status=InvitationStatus.DECLINED,
            opened_at=moment(-2),
            answered_at=factory.LazyFunction(timezone.now),
            reason="Tempatnya terlalu jauh.",
        )
        expired = factory.Trait(status=InvitationStatus.EXPIRED)
