"""Inviting several at once, answering, and counting what came of it."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification, OutboxMessage
from placements.applications.models import Application
from placements.matching import actions, offers
from placements.matching.enums import InvitationStatus, InviteResult
from placements.matching.models import FitWeights, VacancyInvitation
from placements.outcomes.queries import invitation_conversion
from placements.vacancies.models import Vacancy
from tests.factories.accounts import ConsentFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.base import moment
from tests.factories.matching import VacancyInvitationFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.vacancies import VacancyFactory
from tests.harness.threads import overlapping

pytestmark = pytest.mark.django_db


@pytest.fixture
def vacancy():
    return VacancyFactory(title="Teknisi Jaringan")


def mine(coordinator, **fields):
    return AlumnusFactory(school=coordinator.school, **{"claimed": True} | fields)


def invite(coordinator, vacancy, *alumni):
    results = actions.invite(
        vacancy=vacancy,
        alumni_ids=[row.pk for row in alumni],
        applications=Application.objects.open().filter(vacancy=vacancy),
        actor=coordinator.actor,
    )
    return {row.pk: result for row, result in results}


def test_each_gets_a_result_and_only_the_new_ones_a_letter(coordinator, vacancy, django_capture_on_commit_callbacks):
    new, before, applied, silent = (mine(coordinator) for _ in range(4))
    nobody = mine(coordinator, claimed=False)
    foreign = AlumnusFactory(claimed=True)
    VacancyInvitationFactory(alumnus=before, vacancy=vacancy, declined=True)
    ApplicationFactory(alumnus=applied, vacancy=vacancy)
    ConsentFactory(user=silent.person.user, purpose=ConsentPurpose.ACCOUNT, withdrawn_at=moment(-1))
    with django_capture_on_commit_callbacks(execute=True):
        results = invite(coordinator, vacancy, new, before, applied, silent, nobody, foreign)
    assert results == {
        new.pk: InviteResult.INVITED,
        before.pk: InviteResult.BEFORE,
        applied.pk: InviteResult.APPLIED,
        nobody.pk: InviteResult.NO_ACCOUNT,
    }
    row = VacancyInvitation.objects.get(status=InvitationStatus.SENT)
    assert (row.alumnus, row.invited_by, changes_of(row).count()) == (new, coordinator.user, 1)
    told = Notification.objects.get()
    assert (told.user, told.title, told.url) == (
        new.person.user,
        "BKK mengundang Anda melamar: Teknisi Jaringan",
        f"/saya/undangan/{row.pk}/",
    )
    assert [message.to for message in mail.outbox] == [[new.person.user.email]]


def test_twice_says_so_and_sends_nothing(coordinator, vacancy):
    alumnus = mine(coordinator)
    assert invite(coordinator, vacancy, alumnus) == {alumnus.pk: InviteResult.INVITED}
    assert invite(coordinator, vacancy, alumnus) == {alumnus.pk: InviteResult.BEFORE}
    assert (VacancyInvitation.objects.count(), OutboxMessage.objects.count()) == (1, 1)


@pytest.mark.parametrize("status", ["draft", "closed", "expired", "hidden", "overseas", "for_schools"])
def test_nobody_is_invited_to_what_they_cannot_apply_to(coordinator, status):
    row = VacancyFactory(school=coordinator.school, **{status: True})
    with pytest.raises(Refused):
        invite(coordinator, row, mine(coordinator))
    assert VacancyInvitation.objects.count() == 0


def test_nobody_chosen_is_said(coordinator, vacancy):
    with pytest.raises(Refused, match="Pilih dulu"):
        invite(coordinator, vacancy)


def test_database_keeps_one_invitation_each(vacancy):
    first = VacancyInvitationFactory(vacancy=vacancy)
    with pytest.raises(IntegrityError), transaction.atomic():
        VacancyInvitationFactory(vacancy=vacancy, alumnus=first.alumnus)


# answering


def own(seat, **fields):
    return VacancyInvitationFactory(alumnus=seat.alumnus, **fields)


def test_accepting_opens_and_answers(alumnus_user):
    row = actions.accept(invitation=own(alumnus_user), actor=alumnus_user.actor)
    assert (row.status, row.opened_at, row.answered_at is None) == (InvitationStatus.ACCEPTED, row.answered_at, False)
    with pytest.raises(AlreadyDone, match="Sudah diterima"):
        actions.accept(invitation=row, actor=alumnus_user.actor)


def test_declining_keeps_the_reason_and_can_be_thought_over(alumnus_user):
    row = own(alumnus_user)
    actions.decline(invitation=row, actor=alumnus_user.actor, reason=" Terlalu jauh ")
    row.refresh_from_db()
    assert (row.status, row.reason) == (InvitationStatus.DECLINED, "Terlalu jauh")
    with pytest.raises(AlreadyDone):
        actions.decline(invitation=row, actor=alumnus_user.actor)
    row = actions.accept(invitation=row, actor=alumnus_user.actor)
    assert (row.status, row.reason) == (InvitationStatus.ACCEPTED, "")
    with pytest.raises(Refused, match="tidak dapat dijawab lain"):
        actions.decline(invitation=row, actor=alumnus_user.actor)


@pytest.mark.parametrize("action", [actions.accept, actions.decline, actions.open_invitation])
def test_nobody_answers_for_another(other_alumnus_user, coordinator, action):
    row = VacancyInvitationFactory()
    for seat in (other_alumnus_user, coordinator):
        with pytest.raises(Refused, match="bukan untuk Anda"):
            action(invitation=row, actor=seat.actor)


def test_closed_vacancy_is_not_accepted_any_more(alumnus_user):
    row = own(alumnus_user, vacancy=VacancyFactory(closed=True))
    with pytest.raises(Refused):
        actions.accept(invitation=row, actor=alumnus_user.actor)


def test_opening_is_noted_once(alumnus_user):
    row = actions.open_invitation(invitation=own(alumnus_user), actor=alumnus_user.actor)
    with pytest.raises(AlreadyDone):
        actions.open_invitation(invitation=row, actor=alumnus_user.actor)
    assert VacancyInvitation.objects.get().opened_at == row.opened_at


# time


def test_chore_ends_what_nobody_answered_before_closing():
    for trait in ({}, {"closed": True}, {"expired": True}):
        VacancyInvitationFactory(vacancy=VacancyFactory(title=str(trait), **trait))
    answered = VacancyInvitationFactory(vacancy=VacancyFactory(closed=True), declined=True)
    assert offers.expire_invitations(True) == "2 undangan yang tidak dijawab akan diakhiri."
    assert offers.expire_invitations(False) == "2 undangan yang tidak dijawab diakhiri."
    assert offers.expire_invitations(False) == "0 undangan yang tidak dijawab diakhiri."
    waiting = VacancyInvitation.objects.waiting().get()
    assert (waiting.vacancy.is_open, answered.status) == (True, InvitationStatus.DECLINED)


# counting


def test_conversion_is_computed_from_the_rows(coordinator, vacancy):
    sent, opened, declined, ended = (
        VacancyInvitationFactory(alumnus=mine(coordinator), vacancy=vacancy, **trait)
        for trait in ({}, {"opened": True}, {"declined": True}, {"expired": True})
    )
    accepted = [VacancyInvitationFactory(alumnus=mine(coordinator), vacancy=vacancy, accepted=True) for _ in range(4)]
    since = {"vacancy": vacancy, "applied_at": moment(-1)}
    ApplicationFactory(alumnus=accepted[0].alumnus, **since)
    for row, cancelled in ((accepted[1], {}), (accepted[2], {"cancelled_at": moment(0), "cancel_reason": "Batal"})):
        application = ApplicationFactory(alumnus=row.alumnus, **since)
        PlacementFactory(alumnus=row.alumnus, application=application, **cancelled)
    before = ApplicationFactory(alumnus=accepted[3].alumnus, vacancy=vacancy, applied_at=moment(-9))
    other = VacancyInvitationFactory(alumnus=mine(coordinator), accepted=True)
    ApplicationFactory(alumnus=other.alumnus, vacancy=other.vacancy, applied_at=moment(-1))
    assert Application.objects.count() == 5
    assert before.applied_at < accepted[3].invited_at
    rows = VacancyInvitation.objects.visible_to(coordinator.actor).filter(vacancy=vacancy)
    assert invitation_conversion(rows) == {
        "invited": 8,
        "opened": 6,
        "accepted": 4,
        "declined": 1,
        "unanswered": 1,
        "has_applied": 3,
        "has_placed": 1,
    }


def test_only_the_own_school_and_the_invited_see_an_invitation(
    coordinator, other_coordinator, employer_user, forum_chair, alumnus_user
):
    row = own(alumnus_user)
    assert row.alumnus.school == coordinator.school
    seats = [coordinator, alumnus_user, other_coordinator, employer_user, forum_chair]
    seen = [VacancyInvitation.objects.visible_to(seat.actor).count() for seat in seats]
    assert seen == [1, 1, 0, 0, 0]


# weights


@pytest.mark.parametrize(
    "wrong",
    [{"same_program": 60}, {"same_field": 31}, {"same_district": 11}, {"same_regency": 7}, {"skills": 101}, {"pk": 2}],
)
def test_database_refuses_weights_that_make_no_sense(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        FitWeights.objects.create(**{"pk": 1} | wrong)


def test_vacancy_stays_when_it_has_invitations(vacancy):
    VacancyInvitationFactory(vacancy=vacancy)
    assert Vacancy.objects.get().invitations.count() == 1


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_invited_by_two_at_once_it_is_one_invitation(coordinator, vacancy):
    alumnus = mine(coordinator)
    outcomes = overlapping(lambda: invite(coordinator, vacancy, alumnus), lambda: invite(coordinator, vacancy, alumnus))
    assert outcomes == [{alumnus.pk: InviteResult.INVITED}, {alumnus.pk: InviteResult.BEFORE}]
    assert VacancyInvitation.objects.count() == 1
