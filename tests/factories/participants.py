import factory

from bkk_portal.documents.enums import IssuedKind
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, add_to, days, paper
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.people import CredentialFactory, PersonFactory
from tests.factories.programmes import CriterionFactory, ProgrammeFactory, SessionFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from trainings.participants import models
from trainings.participants.certificates.models import Certificate, CompetenceCertificate
from trainings.participants.enums import ParticipantStatus, Presence
from trainings.participants.proposals.models import ParticipantUpload, Proposal, ProposedName


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
        withdrawn = factory.Trait(status=ParticipantStatus.WITHDRAWN, reason="Diterima bekerja")

    groups = add_to("groups")


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
        model = Certificate

    participant = factory.SubFactory(ParticipantFactory, passed=True)
    document = factory.SubFactory(
        IssuedDocumentFactory,
        kind=IssuedKind.CERTIFICATE,
        person=factory.SelfAttribute("..participant.person"),
    )
    credential = factory.SubFactory(CredentialFactory, person=factory.SelfAttribute("..participant.person"))


class CompetenceFactory(RowFactory):
    class Meta:
        model = CompetenceCertificate

    participant = factory.SubFactory(ParticipantFactory, passed=True)
    scheme = "Pengelasan SMAW 2G"
    body = "LSP Las Nusa Tenggara"
    number = factory.Sequence(lambda n: f"24.7212.{n:05d}")
    issued_on = days(-20)
    credential = factory.SubFactory(CredentialFactory, person=factory.SelfAttribute("..participant.person"))
    recorded_by = factory.SubFactory(UserFactory)


class ScoreFactory(RowFactory):
    class Meta:
        model = models.SelectionScore

    participant = factory.SubFactory(ParticipantFactory, registered=True)
    criterion = factory.SubFactory(
        CriterionFactory, programme=factory.SelfAttribute("..participant.training.programme")
    )
    points = 80
    given_by = factory.SubFactory(UserFactory)


class ProposalFactory(RowFactory):
    class Meta:
        model = Proposal

    programme = factory.SubFactory(ProgrammeFactory)
    agency = factory.SelfAttribute("programme.agency")
    village = factory.SubFactory(VillageFactory)
    letter_number = factory.Sequence(lambda n: f"400/{n:03d}/KEL/2026")
    letter_date = days(-10)
    letter_file = paper()
    recorded_by = factory.SubFactory(UserFactory)


class ProposedNameFactory(RowFactory):
    class Meta:
        model = ProposedName

    proposal = factory.SubFactory(ProposalFactory)
    person = factory.SubFactory(PersonFactory)


class UploadFactory(RowFactory):
    class Meta:
        model = ParticipantUpload

    training = factory.SubFactory(TrainingFactory)
    rows = paper("baris.segel", b"tersandi")
    original_name = "daftar.xlsx"
    created_by = factory.SubFactory(UserFactory)
