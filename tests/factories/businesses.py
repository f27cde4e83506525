import factory

from tests.factories.base import RowFactory, moment, picture
from tests.factories.participants import ParticipantFactory
from trainings.businesses import models
from trainings.businesses.enums import VERSION, WORDING, BusinessStatus


class BusinessFactory(RowFactory):
    """Agreed to by its owner, not yet looked at by the office."""

    class Meta:
        model = models.Business

    participant = factory.SubFactory(ParticipantFactory, passed=True)
    name = factory.Sequence(lambda n: f"Bengkel Las {n}")
    trade = factory.SelfAttribute("participant.training.programme.trade")
    description = "Pagar, teralis dan perbaikan kecil."
    village = factory.SelfAttribute("participant.training.village")
    consent_version = VERSION
    consent_wording = WORDING

    class Params:
        published = factory.Trait(status=BusinessStatus.PUBLISHED)
        reachable = factory.Trait(phone="+6281234567890", show_phone=True, show_whatsapp=True)
        withdrawn = factory.Trait(status=BusinessStatus.WITHDRAWN, withdrawn_at=moment(-1))


class BusinessPhotoFactory(RowFactory):
    class Meta:
        model = models.BusinessPhoto

    business = factory.SubFactory(BusinessFactory)
    image = picture("usaha.png")

    class Params:
        checked = factory.Trait(checked_at=moment(-1))
