import datetime

import factory
from django.utils import timezone

from placements.applications.selection import models
from placements.applications.selection.enums import CallStatus, Outcome, Presence
from tests.factories.accounts import UserFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.base import RowFactory, add_to, days, moment
from tests.factories.schools import SchoolFactory


class DayFactory(RowFactory):
    """In three days, without vacancies: DayFactory(vacancies=[…])."""

    class Meta:
        model = models.SelectionDay

    school = factory.SubFactory(SchoolFactory)
    title = "Tes tertulis PT Flobamora"
    held_on = days(3)
    place = "Aula SMK, Jalan Tamrin 1, Oebobo"
    bring = "KTP, pulpen"
    contact_name = "Rut Benu"
    contact_phone = "+6281234567890"
    created_by = factory.SubFactory(UserFactory)
    vacancies = add_to("vacancies")

    class Params:
        today = factory.Trait(held_on=days(0))
        past = factory.Trait(held_on=days(-3))
        cancelled = factory.Trait(cancelled_at=moment(-1), cancel_reason="Perusahaan menunda tes.")


class SessionFactory(RowFactory):
    class Meta:
        model = models.SelectionSession

    day = factory.SubFactory(DayFactory)
    starts_at = datetime.time(8)
    ends_at = datetime.time(10)
    capacity = 20


class SelectionCallFactory(RowFactory):
    """Sent and not answered; its vacancy is one of the day's, and its place is taken."""

    class Meta:
        model = models.SelectionInvitation

    session = factory.SubFactory(SessionFactory)
    day = factory.SelfAttribute("session.day")
    application = factory.SubFactory(ApplicationFactory, status="test")
    invited_by = factory.SubFactory(UserFactory)

    class Params:
        accepted = factory.Trait(status=CallStatus.ACCEPTED, answered_at=moment(-1))
        declined = factory.Trait(status=CallStatus.DECLINED, answered_at=moment(-1), reason="Sakit")
        came = factory.Trait(presence=Presence.PRESENT, presence_at=factory.LazyFunction(timezone.now))
        absent = factory.Trait(presence=Presence.ABSENT, presence_at=factory.LazyFunction(timezone.now))
        passed = factory.Trait(came=True, result=Outcome.PASSED, result_at=factory.LazyFunction(timezone.now))

    @factory.post_generation
    def place(row, create, extracted, **kwargs):
        row.day.vacancies.add(row.application.vacancy)
        session = row.session
        session.taken = models.SelectionInvitation.objects.filter(session=session).holding().count()
        models.SelectionSession.objects.filter(pk=session.pk).update(taken=session.taken)
