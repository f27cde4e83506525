import factory

from placements.applications import models
from placements.applications.enums import ApplicationStatus
from placements.applications.nomination.models import NominationLetter
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import RowFactory, add_to, moment
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.people import PersonDocumentFactory, PersonFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory


class ApplicationFactory(RowFactory):
    class Meta:
        model = models.Application

    alumnus = factory.SubFactory(AlumnusFactory)
    vacancy = factory.SubFactory(VacancyFactory)
    applied_at = moment(-5)
    status_changed_at = factory.SelfAttribute("applied_at")

    class Params:
        nominated = factory.Trait(status=ApplicationStatus.NOMINATED)
        accepted = factory.Trait(status=ApplicationStatus.ACCEPTED)
        hired = factory.Trait(status=ApplicationStatus.HIRED)
        rejected = factory.Trait(status=ApplicationStatus.REJECTED, reason="Belum punya SIM C")
        withdrawn = factory.Trait(status=ApplicationStatus.WITHDRAWN)


class ApplicationStatusLogFactory(RowFactory):
    class Meta:
        model = models.ApplicationStatusLog

    application = factory.SubFactory(ApplicationFactory)
    to_status = ApplicationStatus.APPLIED
    by = factory.SubFactory(UserFactory)


class ApplicationAnswerFactory(RowFactory):
    class Meta:
        model = models.ApplicationAnswer

    application = factory.SubFactory(ApplicationFactory)
    position = 1
    question = "Punya SIM C?"
    answer = "Ya"


class ApplicationDocumentFactory(RowFactory):
    class Meta:
        model = models.ApplicationDocument

    application = factory.SubFactory(ApplicationFactory)
    document = factory.SubFactory(PersonDocumentFactory, person=factory.SelfAttribute("..application.alumnus.person"))
    title = factory.SelfAttribute("document.title")


class ApplicationDraftFactory(RowFactory):
    class Meta:
        model = models.ApplicationDraft

    person = factory.SubFactory(PersonFactory)
    vacancy = factory.SubFactory(VacancyFactory)
    data = {"note": "Saya siap mulai"}


class NominationLetterFactory(RowFactory):
    class Meta:
        model = NominationLetter

    school = factory.SubFactory(SchoolFactory)
    vacancy = factory.SubFactory(VacancyFactory)
    document = factory.SubFactory(IssuedDocumentFactory)
    recipient = "Bagian SDM"
    applications = add_to("applications")
