"""/akun/cara-masuk/: changing one's own e-mail or phone for signing in."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from bkk_portal.accounts.actions import change_logins, make_password_link
from bkk_portal.accounts.entrance.adapter import TOO_MANY
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent, User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification, OutboxMessage
from bkk_portal.notifications.sending import send_due
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.people import PersonFactory
from tests.harness.seats import sit

pytestmark = pytest.mark.django_db
URL = "/akun/cara-masuk/"
OLD, NEW = "maria@contoh.test", "maria.baru@contoh.test"
PHONE, NEW_PHONE = "+6281234567890", "+6281298765432"


@pytest.fixture
def seat():
    return sit(UserFactory(name="Maria Nenobais", email=OLD, phone=PHONE))


def change(seat, **changes):
    return seat.client.post(URL, {"email": OLD, "phone": PHONE, "password": PASSWORD} | changes)


def logins(seat):
    return User.objects.values_list("email", "phone", "nisn").get(pk=seat.user.pk)


def events(seat):
    rows = AuditEvent.objects.filter(user=seat.user, kind=AuditKind.LOGIN_CHANGED)
    return list(rows.values_list("target", "detail"))


def letters():
    return list(OutboxMessage.objects.order_by("pk").values_list("address", "subject"))


def lines(seat):
    return list(Notification.objects.filter(user=seat.user).values_list("title", "url"))


# what is asked, and what becomes of it ----------------------------------------------------------------------


def test_page_shows_what_is_used_now(seat):
    form = seat.client.get(URL).context["form"]
    assert list(form.fields) == ["email", "phone", "password"]
    assert (form["email"].value(), form["phone"].value()) == (OLD, "0812-3456-7890")


def test_new_address_signs_in_and_the_old_one_does_not(seat):
    assert change(seat, email=NEW.upper())["Location"] == "/akun/"
    assert logins(seat) == (NEW, PHONE, None)
    signed_in = [Client().post("/masuk/", {"login": login, "password": PASSWORD}).status_code for login in (NEW, OLD)]
    assert signed_in == [302, 200]
    assert seat.client.get("/akun/").status_code == 200


def test_old_address_is_told_by_letter_and_the_owner_in_the_portal(seat):
    change(seat, email=NEW)
    assert letters() == [(NEW, "Surel untuk masuk diganti"), (OLD, "Surel untuk masuk diganti")]
    told = OutboxMessage.objects.get(address=OLD).body
    assert "surel ini tidak" in told
    assert NEW not in told
    assert "http://127.0.0.1:8000/privasi/" in told
    assert lines(seat) == [("Surel untuk masuk diganti", "/akun/")]


def test_change_is_logged_without_the_addresses(seat):
    change(seat, email=NEW, phone=NEW_PHONE)
    assert events(seat) == [(f"user {seat.user.pk}", "surel dan nomor HP")]


def test_new_phone_may_be_written_in_any_way(seat):
    change(seat, phone="0812 9876 5432")
    assert logins(seat) == (OLD, NEW_PHONE, None)
    assert (events(seat), letters()) == (
        [(f"user {seat.user.pk}", "nomor HP")],
        [(OLD, "Nomor HP untuk masuk diganti")],
    )


def test_first_address_is_added_without_a_letter_to_an_old_one():
    seat = sit(UserFactory(by_phone=True))
    change(seat, email=NEW, phone=seat.user.phone)
    assert (logins(seat)[0], letters()) == (NEW, [(NEW, "Surel untuk masuk diganti")])


def test_address_may_be_taken_away_while_another_login_is_left(seat):
    change(seat, email="")
    assert logins(seat) == (None, PHONE, None)
    assert letters() == [(OLD, "Surel untuk masuk diganti")]


def test_nisn_is_enough_to_be_left():
    seat = sit(UserFactory(email=OLD, nisn="0051234567"))
    change(seat, email="", phone="")
    assert logins(seat) == (None, None, "0051234567")


def test_contact_in_the_profile_stays():
    person = PersonFactory(with_user=True, email="kontak@contoh.test")
    seat = sit(person.user, person=person)
    change(seat, email=NEW, phone="")
    person.refresh_from_db()
    assert person.email == "kontak@contoh.test"
    assert "ubah di <a" in seat.client.get(URL).content.decode()


# what is refused --------------------------------------------------------------------------------------------


def test_wrong_password_changes_nothing(seat):
    answer = change(seat, email=NEW, password="salah-sekali")
    assert answer.context["form"].errors == {"password": ["Kata sandi salah."]}
    assert (logins(seat), events(seat), letters()) == ((OLD, PHONE, None), [], [])


def test_password_is_asked_right_after_signing_in_too(seat):
    client = Client()
    client.post("/masuk/", {"login": OLD, "password": PASSWORD})
    answer = client.post(URL, {"email": NEW, "phone": PHONE})
    assert "password" in answer.context["form"].errors
    assert logins(seat) == (OLD, PHONE, None)


def test_sixth_wrong_password_locks_even_the_right_one(seat):
    for _ in range(5):
        change(seat, email=NEW, password="salah-sekali")
    assert change(seat, email=NEW).context["form"].errors["password"] == [TOO_MANY]


@pytest.mark.parametrize(
    ("taken", "sentence"),
    [
        ({"email": NEW}, "Surel ini sudah dipakai akun lain. Pakai surel lain, atau hubungi pengelola portal."),
        (
            {"phone": NEW_PHONE},
            "Nomor HP ini sudah dipakai akun lain. Pakai nomor lain, atau hubungi pengelola portal.",
        ),
    ],
)
def test_taken_login_is_told_and_what_was_typed_stays(seat, taken, sentence):
    UserFactory(**taken)
    form = change(seat, email=NEW, phone=NEW_PHONE).context["form"]
    assert form.non_field_errors() == [sentence]
    assert (form["email"].value(), form["phone"].value()) == (NEW, NEW_PHONE)
    assert (logins(seat), events(seat), letters()) == ((OLD, PHONE, None), [], [])


def test_no_login_at_all_is_refused(seat):
    form = change(seat, email="", phone="").context["form"]
    assert form.non_field_errors() == ["Isi surel atau nomor HP supaya akun dapat dipakai masuk."]
    assert logins(seat) == (OLD, PHONE, None)


@pytest.mark.parametrize(("field", "text"), [("email", "maria@contoh"), ("phone", "12345")])
def test_what_is_no_address_or_phone_is_told_at_its_field(seat, field, text):
    assert list(change(seat, **{field: text}).context["form"].errors) == [field]


def test_same_again_changes_nothing(seat):
    with pytest.raises(AlreadyDone, match=r"^Sudah begitu"):
        change_logins(user=seat.user, email=OLD.upper(), phone=PHONE, actor=seat.actor)
    assert (events(seat), letters()) == ([], [])


def test_refused_change_leaves_no_half(seat):
    UserFactory(phone=NEW_PHONE)
    with pytest.raises(Refused):
        change_logins(user=seat.user, email=NEW, phone=NEW_PHONE, actor=seat.actor)
    assert logins(seat) == (OLD, PHONE, None)


# what was sent to the old address ---------------------------------------------------------------------------


def test_old_address_no_longer_gets_password_links(seat):
    EmailAddress.objects.create(user=seat.user, email=OLD)
    change(seat, email=NEW)
    assert EmailAddress.objects.filter(email=OLD).count() == 0
    OutboxMessage.objects.all().delete()
    Client().post("/lupa-sandi/", {"email": OLD})
    assert letters() == []
    Client().post("/lupa-sandi/", {"email": NEW})
    send_due()
    assert [letter.to for letter in mail.outbox] == [[NEW]]


def test_address_that_only_allauth_remembers_opens_nothing(seat):
    """An address changed in the admin leaves allauth's row behind."""
    EmailAddress.objects.create(user=seat.user, email="lama.sekali@contoh.test", verified=True)
    Client().post("/lupa-sandi/", {"email": "lama.sekali@contoh.test"})
    assert letters() == []


def test_link_sent_before_the_change_is_dead(seat, superuser):
    link = make_password_link(user=seat.user, actor=superuser.actor).removeprefix("http://127.0.0.1:8000")
    change(seat, email=NEW)
    assert Client().get(link).context["token_fail"] is True
