"""What is done at selection days, for their tests."""

import datetime as dt

from placements.applications.selection import actions, attendance
from placements.applications.selection import attendance as results
from placements.applications.selection.enums import CallStatus, Presence
from placements.applications.selection.models import SelectionInvitation
from tests.factories.applications import ApplicationFactory
from tests.factories.selection import DayFactory, SelectionCallFactory, SessionFactory
from tests.factories.vacancies import VacancyFactory

EIGHT, TEN = dt.time(8), dt.time(10)


def session_of(seat, *, capacity=20, vacancies=None, **fields):
    """A session of a day that this seat's school holds."""
    day = DayFactory(school=seat.school, vacancies=vacancies or [VacancyFactory()], **fields)
    return SessionFactory(day=day, capacity=capacity)


def applicant(seat, session, name="Maria Lay", **fields):
    """An application of the seat's own alumnus for a vacancy of the session's day."""
    vacancy = fields.pop("vacancy", None) or session.day.vacancies.first()
    return ApplicationFactory(
        alumnus__school=seat.school,
        alumnus__person__name=name,
        alumnus__person__with_user=True,
        vacancy=vacancy,
        **fields,
    )


def call_of(seat, session, name="Maria Lay", **fields):
    """The seat's own alumnus called to that session."""
    fields = {"application__vacancy": session.day.vacancies.first(), "application__status": "test"} | fields
    return SelectionCallFactory(
        session=session,
        application__alumnus__school=seat.school,
        application__alumnus__person__name=name,
        application__alumnus__person__with_user=True,
        **fields,
    )


def invite(seat, session, *applications):
    keys = [application.pk for application in applications]
    return actions.invite(session=session, application_ids=keys, actor=seat.actor)


def answer(seat, call, to=CallStatus.ACCEPTED, reason=""):
    return actions.answer(call=call, to=to, reason=reason, actor=seat.actor)


def note(seat, day, **presences):
    """note(seat, day, present=[call, …], absent=[…])"""
    chosen = {call.pk: Presence(kind) for kind, calls in presences.items() for call in calls}
    return attendance.record_attendance(day=day, presences=chosen, actor=seat.actor)


def judge(seat, day, verdicts, next_stage="interview"):
    """`verdicts`: {call: (outcome, reason)}"""
    found = {call.pk: results.Verdict(*said) for call, said in verdicts.items()}
    return results.record_results(day=day, verdicts=found, next_stage=next_stage, actor=seat.actor)


def called(session):
    """Names of those called to the session, in their order."""
    rows = SelectionInvitation.objects.filter(session=session).order_by("application__alumnus__person__name")
    return list(rows.values_list("application__alumnus__person__name", flat=True))


def lines_of(call):
    """[(title, body, url)] in the mailbox of who is called, oldest first."""
    user = call.application.alumnus.person.user
    return list(user.notifications.order_by("created_at", "pk").values_list("title", "body", "url"))
