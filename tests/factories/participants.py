import factory

from bkk_portal.documents.enums import IssuedKind
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.people import CredentialFactory, PersonFactory
from tests.factories.programmes import SessionFactory, TrainingFactory
from trainings.participants import models
from trainings.participants.enums import ParticipantStatus, Presence


class ParticipantFactory(RowFactory):
    """Accepted, that is: on the attendance list."""

    class Meta:
        model = models.Participant

    training = factory.SubFactory(TrainingFactory)
    person = factory.SubFactory(PersonFactory)
    origin_village = factory.SelfAttribute("training.village")
    status = ParticipantStatus.ACCEPTED
    registered_by = factory.SubFactory(UserFactory)

    class Params:
        registered = factory.Trait(status=ParticipantStatus.REGISTERED)
        waiting = factory.Trait(status=ParticipantStatus.WAITING)
        refused = factory.Trait(status=ParticipantStatus.REFUSED, reason="Kuota penuh")
        passed = factory.Trait(status=ParticipantStatus.PASSED, score=80, training__finished=True)
        failed = factory.Trait(status=ParticipantStatus.FAILED, reason="Jarang hadir", training__finished=True)
        dropped = factory.Trait(status=ParticipantStatus.DROPPED, reason="Sudah bekerja")


class ParticipantStatusLogFactory(RowFactory):
    class Meta:
        model = models.ParticipantStatusLog

    participant = factory.SubFactory(ParticipantFactory)
    to_status = ParticipantStatus.REGISTERED
    by = factory.SubFactory(UserFactory)


class AttendanceFactory(RowFactory):
    class Meta:
        model = models.Attendance

    session = factory.SubFactory(SessionFactory)
    participant = factory.SubFactory(ParticipantFactory, training=factory.SelfAttribute("..session.training"))
    presence = Presence.PRESENT
    recorded_by = factory.SubFactory(UserFactory)


class CertificateFactory(RowFactory):
    class Meta:
        model = models.Certificate

    participant = factory.SubFactory(ParticipantFactory, passed=True)
    document = factory.SubFactory(
        IssuedDocumentFactory,
        kind=IssuedKind.CERTIFICATE,
        person=factory.SelfAttribute("..participant.person"),
    )
    credential = factory.SubFactory(CredentialFactory, person=factory.SelfAttribute("..participant.person"))
