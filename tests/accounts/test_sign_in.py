import pytest
from django.core import mail
from django.test import Client

from bkk_portal.accounts.entrance.adapter import MISMATCH, TOO_MANY
from bkk_portal.accounts.entrance.middleware import SignInMiddleware
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.notifications.models import OutboxMessage
from bkk_portal.notifications.sending import send_due
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "gong-timor-2031"


@pytest.fixture
def user():
    return UserFactory(email="maria@contoh.test", phone="+6281234567890", nisn="0051234567")


def sign_in(login, password=PASSWORD, client=None, **more):
    return (client or Client()).post("/masuk/", {"login": login, "password": password, **more})


def errors(response):
    return response.context["form"].non_field_errors()


def kinds():
    return list(AuditEvent.objects.order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize(
    "login",
    [
        "maria@contoh.test",
        " Maria@Contoh.test ",
        "081234567890",
        "0812-3456-7890",
        "62 812 3456 7890",
        "+6281234567890",
        "0051234567",
    ],
)
def test_one_box_takes_every_login(user, login):
    response = sign_in(login)
    assert (response.status_code, response["Location"]) == (302, "/saya/")


def test_after_sign_in_comes_the_first_desk(coordinator):
    assert sign_in(coordinator.user.email)["Location"] == "/bkk/"


def test_next_is_honoured(coordinator):
    assert sign_in(coordinator.user.email, next="/bkk/alumni/")["Location"] == "/bkk/alumni/"


@pytest.mark.parametrize("url", ["https://jahat.test/", "//jahat.test/", "javascript:alert(1)"])
def test_next_never_leaves_the_portal(coordinator, url):
    assert sign_in(coordinator.user.email, next=url)["Location"] == "/bkk/"


@pytest.mark.parametrize("login", ["maria@contoh.test", "tidak.ada@contoh.test", "0899-0000-0000", "bukan apa-apa"])
def test_wrong_sign_in_says_nothing_about_who_exists(user, login):
    assert errors(sign_in(login, "salah-sekali")) == [MISMATCH]


def test_inactive_account_cannot_sign_in(user):
    user.is_active = False
    user.save()
    assert errors(sign_in(user.email)) == [MISMATCH]


def test_sixth_wrong_try_locks_the_login_however_it_is_written(user):
    for login in ["081234567890", "0812-3456-7890", "+6281234567890", "62812 34567890", "6281234567890"]:
        sign_in(login, "salah-sekali")
    assert errors(sign_in("081234567890")) == [TOO_MANY]


def test_lockout_of_one_login_leaves_others_alone(user):
    other = UserFactory()
    for _ in range(6):
        sign_in(user.email, "salah-sekali")
    assert sign_in(other.email).status_code == 302


def test_signed_in_visitor_is_sent_on(coordinator):
    assert coordinator.client.get("/masuk/")["Location"] == "/bkk/"


def test_closed_page_sends_to_sign_in_with_next():
    assert Client().get("/akun/undangan/?hal=2")["Location"] == "/masuk/?next=/akun/undangan/%3Fhal%3D2"


@pytest.mark.parametrize(
    ("page", "back"),
    [("/lowongan/?q=las", "/lowongan/%3Fq%3Dlas"), ("", "/"), ("https://lain.test/lowongan/", "/")],
)
def test_what_was_sent_signed_out_leads_back_to_the_page_with_the_button(page, back):
    client = Client(headers={"Referer": f"http://testserver{page}" if page[:1] == "/" else page})
    path = f"/masuk/?next={back}"
    answer = client.post("/saya/tersimpan/1/simpan/")
    assert (answer.status_code, answer["Location"]) == (302, path)
    assert SignInMiddleware.UNSENT in client.get(path).content.decode()
    answer = client.post("/saya/tersimpan/1/simpan/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_sign_out_takes_a_post(coordinator):
    assert coordinator.client.get("/keluar/").status_code == 200
    assert coordinator.client.get("/akun/").status_code == 200
    assert coordinator.client.post("/keluar/")["Location"] == "/"
    assert coordinator.client.get("/akun/")["Location"] == "/masuk/?next=/akun/"


@pytest.mark.parametrize("address", ["/akun/signup/", "/akun/email/", "/akun/login/", "/accounts/login/"])
def test_pages_of_allauth_that_nobody_needs_are_not_there(participant_user, address):
    assert participant_user.client.get(address).status_code == 404


# the admin's own sign-in -------------------------------------------------------------------------------------


def test_admin_sign_in_is_the_portals():
    response = Client().get("/admin/", follow=True)
    assert response.redirect_chain == [("/admin/login/?next=/admin/", 302), ("/masuk/?next=%2Fadmin%2F", 302)]


def test_admin_sign_in_takes_no_password(superuser):
    response = Client().post("/admin/login/", {"username": superuser.user.email, "password": PASSWORD})
    assert response["Location"] == "/masuk/?next=%2Fadmin%2F"


def test_admin_sign_in_is_not_found_for_the_wrong_audience(coordinator):
    assert coordinator.client.get("/admin/login/?next=/admin/").status_code == 404


# the log ----------------------------------------------------------------------------------------------------


def test_sign_in_and_out_are_logged_for_the_office(officer):
    client = Client()
    sign_in(officer.user.email, client=client)
    client.post("/keluar/")
    first, *_, last = AuditEvent.objects.filter(user=officer.user).order_by("pk")
    assert [first.kind, last.kind] == [AuditKind.SIGNED_IN, AuditKind.SIGNED_OUT]
    assert {first.agency_id, last.agency_id} == {officer.agency.pk}


def test_failed_sign_in_is_logged_without_what_was_typed(user):
    sign_in("kata-sandi-di-kotak-yang-salah", "x")
    sign_in(user.email, "salah-sekali")
    events = AuditEvent.objects.order_by("pk").values_list("kind", "user_id", "target", "detail")
    assert list(events) == [
        (AuditKind.SIGN_IN_FAILED, None, "", "akun tidak dikenal"),
        (AuditKind.SIGN_IN_FAILED, user.pk, "", ""),
    ]


# forgotten and changed passwords ----------------------------------------------------------------------------


def ask_for_link(email):
    return Client().post("/lupa-sandi/", {"email": email})


def link_in_letter():
    letter = OutboxMessage.objects.get()
    return next(line for line in letter.body.splitlines() if "/lupa-sandi/" in line).removeprefix(
        "http://127.0.0.1:8000"
    )


def test_forgotten_password_is_made_anew_by_letter(user):
    assert ask_for_link("Maria@contoh.test")["Location"] == "/lupa-sandi/terkirim/"
    client = Client()
    page = client.get(link_in_letter(), follow=True)
    passwords = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    done = client.post(page.request["PATH_INFO"], passwords)
    assert done["Location"] == "/lupa-sandi/selesai/"
    assert sign_in(user.email, NEW_PASSWORD)["Location"] == "/saya/"
    assert AuditKind.PASSWORD_CHANGED in kinds()


def test_link_of_a_forgotten_password_works_once(user):
    ask_for_link(user.email)
    link = link_in_letter()
    user.set_password(NEW_PASSWORD)
    user.save()
    assert Client().get(link).context["token_fail"] is True


def test_unknown_address_gets_the_same_page_and_no_letter(user):
    assert ask_for_link("tidak.ada@contoh.test")["Location"] == "/lupa-sandi/terkirim/"
    assert OutboxMessage.objects.count() == 0


def test_letter_leaves_with_the_portals_own_address(user):
    ask_for_link(user.email)
    send_due()
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        ([user.email], "Buat kata sandi baru untuk Portal BKK Kota Kupang")
    ]
    assert f"Halo {user.name}," in mail.outbox[0].body


def test_password_change_needs_the_present_one():
    client = Client()
    person = PersonFactory(with_user=True)
    client.force_login(person.user)
    new = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    refused = client.post("/akun/sandi/", new | {"oldpassword": "salah"})
    assert refused.context["form"].errors["oldpassword"] == ["Kata sandi yang sekarang salah."]
    assert client.post("/akun/sandi/", new | {"oldpassword": PASSWORD})["Location"] == "/akun/keamanan/"
    assert sign_in(person.user.email, NEW_PASSWORD).status_code == 302


def test_password_that_is_a_login_is_refused(user):
    client = Client()
    client.force_login(user)
    new = {"oldpassword": PASSWORD, "password1": "+6281234567890", "password2": "+6281234567890"}
    faults = client.post("/akun/sandi/", new).context["form"].errors["password1"]
    assert faults == ["Kata sandi tidak boleh sama dengan surel, nomor HP, NISN atau nama Anda."]
