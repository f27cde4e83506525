"""A graduate takes over the record that the school has."""

import datetime as dt
import re
import threading

import pytest
from django.db import connections
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind, ConsentPurpose
from bkk_portal.accounts.models import AuditEvent, Consent, User
from bkk_portal.kit.errors import AlreadyDone
from bkk_portal.notifications.models import Notification
from bkk_portal.people.models import Person
from placements.alumni.claiming import actions
from placements.alumni.enums import Tracing
from placements.alumni.models import ClaimLock
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import PersonFactory

STEP_ONE, STEP_TWO = "/daftar/alumni/", "/daftar/alumni/akun/"
PASSWORD = "flobamora-permai-88"
BORN = dt.date(2005, 5, 17)
ACCOUNT = {"login": "maria@contoh.test", "password": PASSWORD, f"consent_{ConsentPurpose.ACCOUNT}": "on"}


@pytest.fixture
def alumnus(smkn1):
    return AlumnusFactory(school=smkn1, person__nisn="0051234567", person__birth_date=BORN)


def find(client, nisn="0051234567", born=BORN):
    return client.post(STEP_ONE, {"nisn": nisn, "birth_date": born.isoformat()})


def wrong(client, nisn="0051234567", times=1):
    for _ in range(times):
        response = find(client, nisn, dt.date(2004, 1, 1))
    return response


def said(response):
    return list(response.context["form"].non_field_errors())


def test_claim_links_account_and_record_and_signs_in(client, alumnus):
    assert find(client).url == STEP_TWO
    response = client.post(STEP_TWO, ACCOUNT)
    assert response.url == "/saya/"
    alumnus.refresh_from_db()
    user = User.objects.get(email="maria@contoh.test")
    assert (alumnus.person.user, alumnus.person.email, user.nisn) == (user, user.email, "0051234567")
    assert (alumnus.claimed_at is not None, alumnus.tracing) == (True, Tracing.TRACED)
    assert client.session["_auth_user_id"] == str(user.pk)
    assert [c.purpose for c in Consent.objects.filter(user=user)] == [ConsentPurpose.ACCOUNT]
    assert AuditEvent.objects.filter(kind=AuditKind.CLAIMED, user=user).count() == 1


def test_claim_with_a_phone_number(client, alumnus):
    find(client)
    client.post(STEP_TWO, ACCOUNT | {"login": "0812-3456-7890"})
    assert Person.objects.get(pk=alumnus.person_id).phone == "+6281234567890"


def test_answer_is_the_same_whether_or_not_the_nisn_exists(client, alumnus):
    known, unknown = wrong(client), wrong(client, "0059999999")
    assert said(known) == said(unknown) == [actions.MISMATCH]
    hide = re.compile(r'(name="csrfmiddlewaretoken" value=|value="00)[^>]*')
    assert hide.sub("", known.content.decode()) == hide.sub("", unknown.content.decode())


@pytest.mark.parametrize("nisn", ["0051234567", "0059999999"])
def test_three_wrong_tries_lock_the_nisn_for_an_hour(client, alumnus, nisn, time_machine_at):
    locked = said(wrong(client, nisn, times=3))
    assert locked[0].startswith("Terlalu banyak percobaan yang salah")
    assert said(find(client, nisn))[0].startswith("Terlalu banyak percobaan yang salah")
    time_machine_at(minutes=61)
    response = find(client, nisn)
    assert (response.status_code == 302) is (nisn == "0051234567")


def test_lock_tells_the_coordinators_of_that_school_without_naming_anybody(
    client, alumnus, coordinator, other_coordinator
):
    wrong(client, times=3)
    (line,) = Notification.objects.all()
    assert (line.user, line.url) == (coordinator.user, f"/bkk/alumni/{alumnus.pk}/")
    assert alumnus.person.name not in line.title + line.body
    assert "0051234567" not in line.title + line.body
    assert AuditEvent.objects.filter(kind=AuditKind.CLAIM_LOCKED).count() == 1


def test_lock_of_a_nisn_that_is_nobodys_tells_nobody(client, alumnus, coordinator):
    wrong(client, "0059999999", times=3)
    assert Notification.objects.count() == 0


def test_lock_keeps_no_nisn_in_the_clear(client, alumnus):
    wrong(client)
    assert "0051234567" not in repr(ClaimLock.objects.values().get())


def test_right_answer_forgets_the_wrong_ones(client, alumnus):
    wrong(client, times=2)
    find(client)
    assert ClaimLock.objects.count() == 0


def test_wrong_tries_of_an_hour_ago_no_longer_count(client, alumnus, time_machine_at):
    wrong(client, times=2)
    time_machine_at(minutes=61)
    assert said(wrong(client)) == [actions.MISMATCH]


def test_record_with_an_account_sends_to_sign_in(client, smkn1):
    AlumnusFactory(school=smkn1, claimed=True, person__nisn="0051234567", person__birth_date=BORN)
    response = client.post(STEP_ONE, {"nisn": "0051234567", "birth_date": BORN.isoformat()}, follow=True)
    assert response.redirect_chain == [("/masuk/", 302)]
    assert [str(message) for message in response.context["messages"]] == [actions.CLAIMED]


def test_participant_who_is_no_alumnus_cannot_be_claimed(client, db):
    PersonFactory(nisn="0051234567", birth_date=BORN)
    assert said(find(client)) == [actions.MISMATCH]


def test_step_two_needs_step_one(client, alumnus):
    assert client.get(STEP_TWO).url == STEP_ONE
    assert client.post(STEP_TWO, ACCOUNT | {"person": alumnus.person_id}).url == STEP_ONE
    assert User.objects.filter(email="maria@contoh.test").count() == 0


def test_step_two_is_open_for_half_an_hour(client, alumnus, time_machine_at):
    find(client)
    time_machine_at(minutes=31)
    assert client.post(STEP_TWO, ACCOUNT).url == STEP_ONE


def test_minor_needs_a_guardian(client, smkn1):
    young = timezone.localdate() - dt.timedelta(days=17 * 365)
    AlumnusFactory(school=smkn1, person__nisn="0051234567", person__birth_date=young)
    find(client, born=young)
    assert list(client.post(STEP_TWO, ACCOUNT).context["form"].errors) == ["guardian_name"]
    client.post(STEP_TWO, ACCOUNT | {"guardian_name": "Ana Lay", "guardian_agrees": "on"})
    assert Consent.objects.get().given_by == "Ana Lay"


def test_login_of_somebody_else_is_refused_and_nothing_is_linked(client, alumnus):
    PersonFactory(with_user=True, user__email="maria@contoh.test")
    find(client)
    response = client.post(STEP_TWO, ACCOUNT)
    assert list(response.context["form"].errors) == ["login"]
    assert Person.objects.get(pk=alumnus.person_id).user is None


def test_too_many_requests_from_one_address_are_slowed(client, alumnus, settings):
    settings.ACCOUNT_RATE_LIMITS = {"claim": "2/m/ip"}
    statuses = [client.post(STEP_ONE, {}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


def test_old_counts_are_forgotten_by_the_chore(client, alumnus, time_machine_at):
    wrong(client)
    assert actions.forget_old_locks(dry_run=False) == "Klaim alumni: 0 catatan percobaan lama dihapus."
    time_machine_at(minutes=61)
    assert actions.forget_old_locks(dry_run=True) == "Klaim alumni: 1 catatan percobaan lama dihapus."
    assert ClaimLock.objects.count() == 1
    actions.forget_old_locks(dry_run=False)
    assert ClaimLock.objects.count() == 0


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_of_two_claims_at_once_one_wins():
    person = AlumnusFactory(person__nisn="0051234567", person__birth_date=BORN).person
    results, barrier = [], threading.Barrier(2)

    def claim(number):
        account = {"email": f"orang{number}@contoh.test", "password": PASSWORD, "consents": [ConsentPurpose.ACCOUNT]}
        barrier.wait()
        try:
            actions.claim(person_id=person.pk, account=account)
            results.append("won")
        except AlreadyDone as answer:
            results.append(answer.message)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=claim, args=[number]) for number in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(results) == [actions.CLAIMED, "won"]
    assert User.objects.filter(person__isnull=False).count() == 1


@pytest.fixture
def time_machine_at():
    import time_machine

    travellers = []

    def travel(**span):
        traveller = time_machine.travel(timezone.now() + dt.timedelta(**span), tick=True)
        traveller.start()
        travellers.append(traveller)

    yield travel
    for traveller in travellers:
        traveller.stop()
