import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.notifications.models import Notification
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


@pytest.fixture
def required(settings):
    settings.STAFF_MFA_REQUIRED = True


def has_app(user):
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)


def sign_in(user):
    client = Client()
    return client, client.post("/masuk/", {"login": user.email, "password": PASSWORD, "next": "/akun/"})


@pytest.mark.parametrize("seat", ["officer", "head", "superuser"])
def test_staff_without_a_second_factor_get_nowhere_else(required, request, seat):
    client = request.getfixturevalue(seat).client
    for url in ("/akun/", "/dinas/audit/", "/akun/undangan/", "/bertindak-sebagai/"):
        assert client.get(url)["Location"] == "/akun/keamanan/"


def test_admin_needs_a_second_factor(required, superuser):
    assert superuser.client.get("/admin/")["Location"] == "/akun/keamanan/"
    has_app(superuser.user)
    assert superuser.client.get("/admin/").status_code == 200


@pytest.mark.parametrize("url", ["/akun/keamanan/", "/akun/sandi/", "/keluar/", "/privasi/", "/lowongan/"])
def test_pages_to_set_it_up_and_public_ones_stay_open(required, officer, url):
    assert officer.client.get(url).status_code == 200


@pytest.mark.parametrize("seat", ["coordinator", "forum_chair", "employer_user", "alumnus_user"])
def test_other_roles_need_none(required, request, seat):
    assert request.getfixturevalue(seat).client.get("/akun/").status_code == 200


def test_demo_asks_nobody(officer):
    assert officer.client.get("/akun/").status_code == 200


def test_app_is_set_up_after_the_password_and_gives_recovery_codes(officer, django_capture_on_commit_callbacks):
    asked = officer.client.get("/akun/keamanan/aplikasi/")
    assert asked["Location"] == "/akun/konfirmasi/?next=%2Fakun%2Fkeamanan%2Faplikasi%2F"
    officer.client.post(asked["Location"], {"password": PASSWORD})
    secret = officer.client.get("/akun/keamanan/aplikasi/").context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        done = officer.client.post("/akun/keamanan/aplikasi/", {"code": code_of(secret)})
    assert done["Location"] == "/akun/keamanan/kode-cadangan/"
    assert len(officer.client.get(done["Location"]).context["unused_codes"]) == 10
    assert set(Authenticator.objects.values_list("type", flat=True)) == {"totp", "recovery_codes"}
    events = AuditEvent.objects.filter(kind=AuditKind.SECOND_FACTOR).order_by("pk")
    assert sorted(event.detail for event in events) == ["recovery_codes dipasang", "totp dipasang"]
    assert [row.title for row in Notification.objects.order_by("pk")] == ["Pengaman tambahan dipasang"]


def test_wrong_password_does_not_open_the_set_up(officer):
    answer = officer.client.post("/akun/konfirmasi/", {"password": "salah"})
    assert answer.context["form"].errors["password"] == ["Kata sandi salah."]


def test_sign_in_asks_for_the_code_and_then_goes_on(officer):
    has_app(officer.user)
    client, answer = sign_in(officer.user)
    assert answer["Location"] == "/masuk/kode/"
    assert client.get("/akun/")["Location"] == "/masuk/?next=/akun/"
    assert client.get("/masuk/kode/").status_code == 200
    assert client.post("/masuk/kode/", {"code": code_of(SECRET)})["Location"] == "/akun/"
    assert client.get("/akun/").status_code == 200


def test_wrong_code_does_not_sign_in(officer):
    has_app(officer.user)
    client, _ = sign_in(officer.user)
    answer = client.post("/masuk/kode/", {"code": "000000"})
    assert answer.context["form"].errors["code"][0].startswith("Kode salah atau sudah lewat waktunya.")
    assert client.get("/akun/")["Location"] == "/masuk/?next=/akun/"


def test_recovery_code_signs_in_once(officer):
    has_app(officer.user)
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    client, _ = sign_in(officer.user)
    assert client.post("/masuk/kode/", {"code": codes[0]})["Location"] == "/akun/"
    client, _ = sign_in(officer.user)
    assert client.post("/masuk/kode/", {"code": codes[0]}).status_code == 200


def test_passkey_pages_open(officer):
    officer.client.post("/akun/konfirmasi/", {"password": PASSWORD})
    for url in ("/akun/keamanan/kunci/", "/akun/keamanan/kunci/tambah/"):
        assert officer.client.get(url).status_code == 200


def test_passkey_of_somebody_else_is_not_found(officer, head):
    key = Authenticator.objects.create(user=head.user, type="webauthn", data={"name": "Kunci", "credential": {}})
    officer.client.post("/akun/konfirmasi/", {"password": PASSWORD})
    for url in (f"/akun/keamanan/kunci/{key.pk}/", f"/akun/keamanan/kunci/{key.pk}/hapus/"):
        assert officer.client.get(url).status_code == 404


def test_passkey_sign_in_offers_a_challenge(db):
    answer = Client().get("/masuk/kunci/", headers={"accept": "application/json"})
    assert set(answer.json()) == {"request_options"}
