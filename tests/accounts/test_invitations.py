import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from bkk_portal.accounts.access import may_invite
from bkk_portal.accounts.enums import INVITED_ROLES, STAFF_WORDING, AuditKind, ConsentPurpose, Role
from bkk_portal.accounts.models import AuditEvent, Consent, Invitation, User
from bkk_portal.accounts.queries import token_hash
from bkk_portal.accounts.teams.actions import accept_invitation, invite, join_by_invitation, revoke_invitation
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import OutboxMessage
from bkk_portal.offices.models import AgencyMembership
from placements.employers.models import EmployerMembership
from placements.schools.models import ForumMembership, SchoolMembership
from tests.factories.accounts import ConsentFactory, InvitationFactory, UserFactory
from tests.factories.employers import EmployerFactory
from tests.factories.offices import AgencyFactory
from tests.factories.regions import RegencyFactory
from tests.factories.schools import SchoolFactory
from tests.harness.threads import overlapping, raised

pytestmark = pytest.mark.django_db
ACCOUNT = {
    "name": "Yohana Lay",
    "login": "yohana@contoh.test",
    "password": "gong-timor-2031",
    "consent_staff": "on",
}


def invitation_of(seat, **changes):
    values = {
        "actor": seat.actor,
        "role": Role.SCHOOL_COORDINATOR,
        "scope_id": seat.school and seat.school.pk,
        "scope_label": "BKK SMKN 1 Kupang",
        "name": "Yohana Lay",
        "login": "yohana@contoh.test",
    }
    return invite(**values | changes)


def who_agreed(user=None):
    """Somebody with an account who agreed to work here."""
    return ConsentFactory(user=user or UserFactory(), purpose=ConsentPurpose.STAFF).user


# who may invite whom ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seat", "allowed"),
    [
        ("coordinator", {Role.SCHOOL_COORDINATOR}),
        ("head", {Role.AGENCY_OFFICER}),
        ("employer_user", {Role.EMPLOYER_MEMBER}),
        ("superuser", set(INVITED_ROLES)),
        ("officer", set()),
        ("forum_chair", set()),
        ("alumnus_user", set()),
    ],
)
def test_roles_that_may_be_given(request, seat, allowed):
    actor = request.getfixturevalue(seat).actor
    own = actor.school_id or actor.agency_id or actor.employer_id
    assert {role for role in Role if may_invite(actor, role, own)} == allowed


@pytest.mark.parametrize("seat", ["coordinator", "head", "employer_user"])
def test_nobody_invites_into_another_organisation(request, seat):
    actor = request.getfixturevalue(seat).actor
    own = actor.school_id or actor.agency_id or actor.employer_id
    assert [role for role in Role if may_invite(actor, role, own + 1)] == []


def test_invite_is_refused_outside_ones_own_school(coordinator):
    with pytest.raises(Refused, match="tidak dapat mengundang"):
        invitation_of(coordinator, scope_id=coordinator.school.pk + 1)


# making and revoking ----------------------------------------------------------------------------------------


def test_only_the_hash_of_the_token_is_stored(coordinator):
    invitation, token = invitation_of(coordinator)
    assert invitation.token_hash == token_hash(token)
    assert token not in str(Invitation.objects.values().get())
    assert invitation.expires_at.date() == (timezone.now() + datetime.timedelta(days=14)).date()


def test_invitation_by_e_mail_is_sent_with_the_public_address(coordinator):
    _, token = invitation_of(coordinator)
    letter = OutboxMessage.objects.get()
    assert letter.address == "yohana@contoh.test"
    assert f"http://127.0.0.1:8000/undangan/{token}/" in letter.body


def test_invitation_by_phone_is_not_sent(coordinator):
    invitation, _ = invitation_of(coordinator, login="0812 3456 7890")
    assert invitation.login == "+6281234567890"
    assert OutboxMessage.objects.count() == 0


def test_login_that_is_none_is_refused(coordinator):
    with pytest.raises(Refused, match="Isi surel atau nomor HP"):
        invitation_of(coordinator, login="0051234567")


def test_second_invitation_for_the_same_person_and_place_is_already_done(coordinator):
    invitation_of(coordinator)
    with pytest.raises(AlreadyDone, match=r"^Sudah diundang: undangan untuk yohana@contoh\.test berlaku sampai"):
        invitation_of(coordinator, login="Yohana@contoh.test")
    assert Invitation.objects.count() == 1


def test_revoked_invitation_cannot_be_accepted_and_is_revoked_once(coordinator):
    invitation, token = invitation_of(coordinator)
    revoke_invitation(invitation=invitation, actor=coordinator.actor)
    with pytest.raises(AlreadyDone):
        revoke_invitation(invitation=invitation, actor=coordinator.actor)
    with pytest.raises(Refused, match="tidak berlaku"):
        accept_invitation(token=token, user=UserFactory())


# accepting --------------------------------------------------------------------------------------------------


def scope_of(role):
    """(scope of the invitation, memberships it should make)."""
    if role in (Role.AGENCY_OFFICER, Role.AGENCY_HEAD):
        agency = AgencyFactory()
        return agency.pk, AgencyMembership.objects.filter(agency=agency, role=role)
    if role == Role.SCHOOL_COORDINATOR:
        school = SchoolFactory()
        return school.pk, SchoolMembership.objects.filter(school=school)
    if role == Role.FORUM_CHAIR:
        regency = RegencyFactory()
        return int(regency.code.replace(".", "")), ForumMembership.objects.filter(regency=regency)
    employer = EmployerFactory()
    return employer.pk, EmployerMembership.objects.filter(employer=employer)


@pytest.mark.parametrize("role", sorted(INVITED_ROLES))
def test_accepting_makes_the_membership_and_logs_it(superuser, role):
    scope_id, made = scope_of(role)
    _, token = invitation_of(superuser, role=role, scope_id=scope_id)
    user = who_agreed()
    membership = accept_invitation(token=token, user=user)
    assert list(made.filter(user=user, invited_by=superuser.user)) == [membership]
    event = AuditEvent.objects.get(kind=AuditKind.ROLE_CHANGED)
    assert (event.user, event.target) == (user, f"{membership._meta.model_name} {membership.pk}")
    assert event.detail == f"mulai: {Role(role).label}"


@pytest.mark.parametrize("role", sorted(INVITED_ROLES))
def test_every_invited_role_has_a_maker_and_a_way_to_find_its_place(role):
    assert (role in registry.membership_makers, role in registry.membership_scopes) == (True, True)


def test_accepting_twice_is_already_done(coordinator):
    _, token = invitation_of(coordinator)
    user = who_agreed()
    accept_invitation(token=token, user=user)
    with pytest.raises(AlreadyDone):
        accept_invitation(token=token, user=user)
    with pytest.raises(Refused, match="sudah dipakai"):
        accept_invitation(token=token, user=UserFactory())
    assert SchoolMembership.objects.filter(user=user).count() == 1


def test_colleague_who_is_a_member_already_changes_nothing(coordinator):
    _, token = invitation_of(coordinator)
    with pytest.raises(AlreadyDone, match="Sudah menjadi anggota"):
        accept_invitation(token=token, user=who_agreed(coordinator.user))
    assert Invitation.objects.get().accepted_at is None


def test_invitation_is_not_accepted_without_the_consent_of_those_who_work_here(coordinator):
    _, token = invitation_of(coordinator)
    user = ConsentFactory(purpose=ConsentPurpose.ACCOUNT).user
    with pytest.raises(Refused, match="tanpa persetujuan"):
        join_by_invitation(token=token, user=user)
    assert (SchoolMembership.objects.filter(user=user).count(), Invitation.objects.get().accepted_at) == (0, None)


def test_consent_that_stands_is_kept_as_it_was_given(coordinator):
    _, token = invitation_of(coordinator)
    given = ConsentFactory(purpose=ConsentPurpose.STAFF, version="2025-1")
    join_by_invitation(token=token, user=given.user, consents=[ConsentPurpose.STAFF])
    assert Consent.objects.get() == given


def test_expired_invitation_is_refused(coordinator):
    _, token = invitation_of(coordinator)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=15)), pytest.raises(Refused):
        accept_invitation(token=token, user=UserFactory())


# pages ------------------------------------------------------------------------------------------------------


def make_by_page(seat, **data):
    seat.client.post("/akun/undangan/", {"name": "Yohana Lay", "login": "0812-3456-7890"} | data)
    return seat.client.get("/akun/undangan/")


def test_link_is_shown_once(coordinator):
    link = make_by_page(coordinator).context["new"]["link"]
    assert Client().get(link.removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert coordinator.client.get("/akun/undangan/").context["new"] is None


def test_invitation_of_a_colleague_goes_to_the_actors_own_place(head):
    invitation = make_by_page(head).context["new"]["invitation"]
    assert (invitation.role, invitation.scope_id) == (Role.AGENCY_OFFICER, head.agency.pk)


def test_superuser_finds_the_place_by_npsn(superuser):
    school = SchoolFactory(smkn1=True)
    page = make_by_page(superuser, role=Role.SCHOOL_COORDINATOR, place="50304998")
    invitation = page.context["new"]["invitation"]
    assert (invitation.scope_id, invitation.scope_label) == (school.pk, "BKK SMKN 1 Kupang")


def test_superuser_is_told_when_a_name_is_not_enough(superuser):
    SchoolFactory(smkn1=True)
    SchoolFactory(smkn2=True)
    answer = superuser.client.post(
        "/akun/undangan/", {"name": "Y", "login": "y@contoh.test", "role": Role.SCHOOL_COORDINATOR, "place": "smkn"}
    )
    faults = answer.context["form"].errors["place"]
    assert faults == ["Ada beberapa yang cocok: BKK SMKN 1 Kupang; BKK SMKN 2 Kupang. Tulis lebih lengkap."]


def test_superuser_is_told_when_nothing_fits(superuser):
    data = {"name": "Y", "login": "y@contoh.test", "role": Role.EMPLOYER_MEMBER, "place": "tidak ada"}
    answer = superuser.client.post("/akun/undangan/", data)
    assert answer.context["form"].errors["place"] == ["Tidak ada yang bernama begitu. Periksa ejaannya."]


def test_list_shows_ones_own_invitations_only(coordinator, other_coordinator):
    mine = InvitationFactory(invited_by=coordinator.user)
    InvitationFactory(invited_by=other_coordinator.user)
    assert list(coordinator.client.get("/akun/undangan/").context["rows"]) == [mine]


def test_list_takes_the_same_queries_for_more_rows(coordinator, same_queries):
    def make_rows(count):
        InvitationFactory.create_batch(count, invited_by=coordinator.user)

    same_queries(coordinator.client, "/akun/undangan/", make_rows, 9)


def test_somebody_elses_invitation_cannot_be_revoked(coordinator, other_coordinator):
    invitation = InvitationFactory(invited_by=other_coordinator.user)
    assert coordinator.client.post(f"/akun/undangan/{invitation.pk}/batal/").status_code == 404


def test_own_invitation_is_revoked_by_its_button(coordinator):
    invitation = InvitationFactory(invited_by=coordinator.user)
    coordinator.client.post(f"/akun/undangan/{invitation.pk}/batal/")
    assert coordinator.client.get("/akun/undangan/").context["rows"].rows[0].status == ("dibatalkan", "stopped")


def test_stranger_makes_an_account_and_is_in(coordinator):
    _, token = invitation_of(coordinator)
    client = Client()
    assert client.post(f"/undangan/{token}/", ACCOUNT)["Location"] == "/bkk/"
    user = User.objects.get(email="yohana@contoh.test")
    assert SchoolMembership.objects.get(user=user).school == coordinator.school
    kept = Consent.objects.values_list("purpose", "version", "wording").get(user=user)
    assert kept == (ConsentPurpose.STAFF, STAFF_WORDING.version, STAFF_WORDING.text)
    assert client.get("/akun/").context["actor"].school_id == coordinator.school.pk


def test_stranger_is_asked_to_agree_to_work_here_and_to_nothing_else(coordinator):
    _, token = invitation_of(coordinator)
    page = Client().get(f"/undangan/{token}/")
    assert list(page.context["form"].fields) == ["name", "login", "password", "consent_staff"]


def test_stranger_who_does_not_agree_gets_no_account(coordinator):
    _, token = invitation_of(coordinator)
    answer = Client().post(f"/undangan/{token}/", ACCOUNT | {"consent_staff": "", "consent_account": "on"})
    assert answer.context["form"].errors == {"consent_staff": ["Tanpa persetujuan ini akun tidak dapat dibuat."]}
    assert not User.objects.filter(email=ACCOUNT["login"]).exists()


def test_stranger_whose_login_is_taken_is_told_and_nothing_is_made(coordinator):
    UserFactory(email="yohana@contoh.test")
    _, token = invitation_of(coordinator)
    answer = Client().post(f"/undangan/{token}/", ACCOUNT)
    assert answer.context["form"].errors["login"] == [
        "Surel ini sudah dipakai akun lain. Masuk dengan surel itu, atau atur ulang kata sandinya."
    ]
    assert Invitation.objects.get().accepted_at is None


def test_signed_in_user_takes_the_new_role(coordinator, participant_user):
    _, token = invitation_of(coordinator)
    url = f"/undangan/{token}/"
    assert list(participant_user.client.get(url).context["form"].fields) == ["consent_staff"]
    refused = {"consent_staff": ["Tanpa persetujuan ini undangan tidak dapat diterima."]}
    assert participant_user.client.post(url).context["form"].errors == refused
    assert participant_user.client.post(url, {"consent_staff": "on"})["Location"] == "/bertindak-sebagai/"
    assert Consent.objects.get(user=participant_user.user).purpose == ConsentPurpose.STAFF
    keys = [hat.key for hat in participant_user.client.get("/akun/").context["hats"]]
    assert keys == [f"school:{coordinator.school.pk}", f"person:{participant_user.person.pk}"]


def test_colleague_who_agreed_once_is_not_asked_again(coordinator, other_coordinator):
    who_agreed(other_coordinator.user)
    _, token = invitation_of(coordinator)
    url = f"/undangan/{token}/"
    assert list(other_coordinator.client.get(url).context["form"].fields) == []
    assert other_coordinator.client.post(url)["Location"] == "/bertindak-sebagai/"


@pytest.mark.parametrize("status", ["expired", "revoked"])
def test_dead_link_makes_no_account(status):
    invitation = InvitationFactory(**{status: True}, token="mati")
    page = Client().post("/undangan/mati/", ACCOUNT)
    assert page.status_code == 200
    assert "Undangan ini sudah tidak berlaku." in page.content.decode()
    assert not User.objects.filter(email=ACCOUNT["login"]).exists()
    assert Invitation.objects.get().pk == invitation.pk


def test_unknown_link_is_not_found():
    assert Client().get("/undangan/tidak-ada/").status_code == 404


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_accepted_twice_at_once_it_is_used_once(coordinator):
    _, token = invitation_of(coordinator)
    one, other = who_agreed(), who_agreed()
    outcomes = overlapping(
        lambda: accept_invitation(token=token, user=one), lambda: accept_invitation(token=token, user=other)
    )
    assert [type(fault) for fault in raised(outcomes)] == [Refused]
    assert list(SchoolMembership.objects.exclude(user=coordinator.user).values_list("user", flat=True)) == [one.pk]
