import factory

from bkk_portal.documents.enums import IssuedKind
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, days, moment, paper
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.equipment import HandoverFactory, HandoverLineFactory
from tests.factories.offices import AgencyFactory
from tests.factories.participants import ParticipantFactory
from trainings.monitoring.enums import (
    Condition,
    EquipmentUse,
    FindingKind,
    HelpKind,
    IncomeBand,
    LetterChannel,
    LetterSubject,
    LpjStatus,
    Met,
    SelfActivity,
)
from trainings.monitoring.findings.models import Finding, ReminderLetter
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.tours.models import Tour, TourStop
from trainings.monitoring.visits import models


class SettingFactory(RowFactory):
    class Meta:
        model = models.MonitoringSetting
        django_get_or_create = ("agency",)  # one for each office

    agency = factory.SubFactory(AgencyFactory)


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
            met=Met.RECIPIENT,
            officer=factory.SubFactory(UserFactory),
            equipment_use=EquipmentUse.IN_USE,
            business_running=True,
            income_band=IncomeBand.UNDER_2,
        )


class VisitLineFactory(RowFactory):
    class Meta:
        model = models.VisitLine

    visit = factory.SubFactory(VisitFactory, done=True)
    handover_line = factory.SubFactory(HandoverLineFactory, handover=factory.SelfAttribute("..visit.handover"))
    use = EquipmentUse.IN_USE
    condition = Condition.GOOD
    seen = 1


class TourFactory(RowFactory):
    """Today's, without a stop."""

    class Meta:
        model = Tour

    agency = factory.SubFactory(AgencyFactory)
    officer = factory.SubFactory(UserFactory)
    day = days(0)


class TourStopFactory(RowFactory):
    class Meta:
        model = TourStop

    tour = factory.SubFactory(TourFactory)
    visit = factory.SubFactory(VisitFactory)
    position = factory.Sequence(lambda n: n)


class FindingFactory(RowFactory):
    """Open, with two weeks left."""

    class Meta:
        model = Finding

    handover = factory.SubFactory(HandoverFactory)
    kind = FindingKind.LENT
    text = "Mesin las dipinjamkan kepada tetangga"
    found_on = days(-20)
    found_by = factory.SubFactory(UserFactory)
    deadline = days(14)

    class Params:
        overdue = factory.Trait(deadline=days(-1))
        resolved = factory.Trait(
            resolved_on=days(-2), resolved_by=factory.SubFactory(UserFactory), resolution="Mesin sudah kembali"
        )


class LetterFactory(RowFactory):
    class Meta:
        model = ReminderLetter

    handover = factory.SubFactory(HandoverFactory)
    document = factory.SubFactory(IssuedDocumentFactory, kind=IssuedKind.LETTER)
    level = 1
    subject = LetterSubject.REPORT
    answer_by = days(14)
    channel = LetterChannel.HAND
    sent_by = factory.SubFactory(UserFactory)


class UseReportFactory(RowFactory):
    """Nothing sent yet, three months left."""

    class Meta:
        model = UseReport

    handover = factory.SubFactory(HandoverFactory)
    due_on = days(90)

    class Params:
        overdue = factory.Trait(due_on=days(-1))
        sent = factory.Trait(status=LpjStatus.SENT, sent_on=days(-1), file=paper("lpj.pdf"))
        received = factory.Trait(
            status=LpjStatus.RECEIVED,
            received_on=days(-1),
            received_by=factory.SubFactory(UserFactory),
            file=paper("lpj.pdf"),
        )


class SelfReportFactory(RowFactory):
    class Meta:
        model = SelfReport

    participant = factory.SubFactory(ParticipantFactory, passed=True)
    activity = SelfActivity.SELF_EMPLOYED
    income_band = IncomeBand.UNDER_2


class HelpFactory(RowFactory):
    class Meta:
        model = HelpRequest

    participant = factory.SubFactory(ParticipantFactory, passed=True)
    kind = HelpKind.TOOLS
    text = "Mesin jahit saya macet"

    class Params:
        answered = factory.Trait(
            answer="Bawa ke kantor hari Kamis.",
            answered_at=moment(-1),
            answered_by=factory.SubFactory(UserFactory),
        )
