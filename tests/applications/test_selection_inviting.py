"""Calling applicants to a session, their answers, moving and taking back."""

import pytest
from django.db import IntegrityError

from bkk_portal.accounts.audit.changes import CREATED, changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications.selection import actions
from placements.applications.selection.enums import CallResult, CallStatus
from placements.applications.selection.models import SelectionInvitation, SelectionSession
from tests.applications.acts import steps
from tests.applications.selection_acts import (
    answer,
    applicant,
    call_of,
    called,
    invite,
    lines_of,
    session_of,
)
from tests.factories.applications import ApplicationFactory
from tests.factories.selection import SelectionCallFactory, SessionFactory
from tests.factories.vacancies import VacancyFactory
from tests.harness.seats import sit
from tests.harness.threads import at_once, raised

pytestmark = pytest.mark.django_db


def taken(session):
    return SelectionSession.objects.get(pk=session.pk).taken


def seat_of(call):
    return sit(call.application.alumnus.person.user)


def test_invited_are_called_told_and_moved_to_the_stage(coordinator):
    session = session_of(coordinator)
    application = applicant(coordinator, session)
    assert invite(coordinator, session, application) == [(application, CallResult.INVITED)]
    application.refresh_from_db()
    call = SelectionInvitation.objects.get()
    assert (application.status, taken(session), called(session)) == ("test", 1, ["Maria Lay"])
    reason = f"Diundang ke {session.day.title}."
    assert steps(application) == [("applied", "test", reason, coordinator.actor.label)]
    assert [(line.action, line.actor) for line in changes_of(call)] == [(CREATED, coordinator.user)]
    [(title, body, url)] = lines_of(call)
    assert title == f"Undangan tes: {application.vacancy}"
    assert all(text in body for text in (call.when, session.day.place, "0812-3456-7890", session.day.bring))
    assert url == f"/saya/seleksi/{call.pk}/"


def test_who_stands_there_already_is_not_moved(coordinator):
    session = session_of(coordinator, stage="interview")
    application = applicant(coordinator, session, status="interview")
    invite(coordinator, session, application)
    assert steps(application) == []


def test_a_session_over_capacity_is_refused_as_a_whole(coordinator):
    session = session_of(coordinator, capacity=2)
    three = [applicant(coordinator, session, name) for name in ("Ana", "Budi", "Citra")]
    with pytest.raises(Refused, match="tinggal 2 tempat, Anda memilih 3 orang"):
        invite(coordinator, session, *three)
    assert (called(session), taken(session)) == ([], 0)
    assert {application.status_log.count() for application in three} == {0}


def test_a_person_is_invited_once(coordinator):
    session = session_of(coordinator)
    application = applicant(coordinator, session)
    other = SessionFactory(day=session.day, starts_at="13:00", ends_at="15:00")
    invite(coordinator, session, application)
    assert invite(coordinator, other, application) == [(application, CallResult.BEFORE)]
    assert SelectionInvitation.objects.count() == 1


def test_nobody_sits_two_tests_at_once(coordinator):
    session, same_time = session_of(coordinator), session_of(coordinator)
    application = applicant(coordinator, session)
    second = ApplicationFactory(alumnus=application.alumnus, vacancy=same_time.day.vacancies.first())
    invite(coordinator, session, application)
    assert invite(coordinator, same_time, second) == [(second, CallResult.CLASH)]


def test_without_an_account_one_is_called_and_the_coordinator_hears_it(coordinator):
    session = session_of(coordinator)
    application = ApplicationFactory(alumnus__school=coordinator.school, vacancy=session.day.vacancies.first())
    assert invite(coordinator, session, application) == [(application, CallResult.UNREACHABLE)]


def test_only_own_applicants_of_the_days_vacancies_before_its_end_can_be_chosen(coordinator):
    session = session_of(coordinator)
    foreign = ApplicationFactory(vacancy=session.day.vacancies.first())
    elsewhere = applicant(coordinator, session, vacancy=VacancyFactory())
    offered = applicant(coordinator, session, status="offered")
    withdrawn = applicant(coordinator, session, withdrawn=True)
    with pytest.raises(Refused, match="Pilih dulu pelamar"):
        invite(coordinator, session, foreign, elsewhere, offered, withdrawn)
    assert list(actions.candidates(coordinator.actor, session.day)) == []


@pytest.mark.parametrize(("status", "sentence"), [("past", "sudah lewat"), ("cancelled", "dibatalkan")])
def test_a_day_that_is_over_or_cancelled_takes_nobody(coordinator, status, sentence):
    session = session_of(coordinator, **{status: True})
    with pytest.raises(Refused, match=sentence):
        invite(coordinator, session, applicant(coordinator, session))


def test_other_schools_invite_where_it_is_shared(coordinator, other_coordinator):
    closed, shared = session_of(coordinator), session_of(coordinator, is_shared=True)
    with pytest.raises(Refused, match="BKK sekolah lain"):
        invite(other_coordinator, closed, applicant(other_coordinator, closed))
    application = applicant(other_coordinator, shared)
    assert invite(other_coordinator, shared, application) == [(application, CallResult.INVITED)]


# answers


def test_declining_frees_the_place_and_tells_the_bkk(coordinator):
    session = session_of(coordinator)
    call = call_of(coordinator, session)
    answer(seat_of(call), call, CallStatus.DECLINED, " Sakit ")
    call.refresh_from_db()
    assert (call.status, call.reason, taken(session)) == ("declined", "Sakit", 0)
    title = coordinator.user.notifications.get().title
    assert title == f"Satu undangan tidak dapat datang: {session.day.title}"


def test_accepting_twice_says_so(coordinator):
    call = call_of(coordinator, session_of(coordinator))
    answer(seat_of(call), call)
    with pytest.raises(AlreadyDone, match="Sudah dijawab: akan datang"):
        answer(seat_of(call), call)


def test_a_declined_place_that_is_gone_cannot_be_taken_back(coordinator):
    session = session_of(coordinator, capacity=1)
    call = call_of(coordinator, session, declined=True)
    call_of(coordinator, session, "Budi")
    with pytest.raises(Refused, match="sudah penuh"):
        answer(seat_of(call), call)


@pytest.mark.parametrize(("status", "sentence"), [("past", "sudah berlangsung"), ("cancelled", "dibatalkan")])
def test_no_answer_once_it_is_over_or_cancelled(coordinator, status, sentence):
    call = call_of(coordinator, session_of(coordinator, **{status: True}))
    with pytest.raises(Refused, match=sentence):
        answer(seat_of(call), call)


def test_a_stranger_cannot_answer(coordinator, other_coordinator, alumnus_user):
    call = call_of(coordinator, session_of(coordinator))
    for seat in (other_coordinator, alumnus_user):
        with pytest.raises(Refused, match="bukan untuk Anda"):
            answer(seat, call)


def test_moving_to_another_session_keeps_both_counts_and_asks_again(coordinator):
    session = session_of(coordinator)
    other = SessionFactory(day=session.day, starts_at="13:00", ends_at="15:00", capacity=1)
    call = call_of(coordinator, session, accepted=True)
    actions.reseat(call=call, session=other, actor=coordinator.actor)
    call.refresh_from_db()
    assert (call.session, call.status, taken(session), taken(other)) == (other, "sent", 0, 1)
    assert "13.00–15.00" in lines_of(call)[-1][1]
    second = call_of(coordinator, session, "Budi")
    with pytest.raises(Refused, match="sudah penuh"):
        actions.reseat(call=second, session=other, actor=coordinator.actor)


def test_taking_a_call_back_tells_and_frees(coordinator):
    session = session_of(coordinator)
    call = call_of(coordinator, session)
    actions.uninvite(call=call, actor=coordinator.actor)
    assert (taken(session), called(session)) == (0, [])
    assert lines_of(call)[-1][0].startswith("Undangan tes ditarik")
    with pytest.raises(AlreadyDone, match="Sudah ditarik"):
        actions.uninvite(call=call, actor=coordinator.actor)


# the database's own word


def test_the_database_refuses_more_than_there_are_places():
    session = SessionFactory(capacity=1)
    SelectionCallFactory(session=session)
    with pytest.raises(IntegrityError):
        SelectionSession.objects.filter(pk=session.pk).update(taken=2)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_coordinators_do_not_give_away_one_place_twice(coordinator, other_coordinator):
    session = session_of(coordinator, capacity=1, is_shared=True)
    seats = [(coordinator, "Ana"), (other_coordinator, "Budi")]
    calls = [(seat, applicant(seat, session, name)) for seat, name in seats]
    outcomes = at_once(*(lambda seat=seat, one=one: invite(seat, session, one) for seat, one in calls))
    assert [type(fault) for fault in raised(outcomes)] == [Refused]
    assert (SelectionInvitation.objects.count(), taken(session)) == (1, 1)
