import pytest
from django.db import transaction

from bkk_portal.accounts.actions import create_account, give_consent, give_consents, withdraw_consent
from bkk_portal.accounts.entrance.logins import find_login
from bkk_portal.accounts.enums import BY_PURPOSE, NEEDED, STAFF_WORDING, VERSION, WORDINGS, ConsentPurpose
from bkk_portal.accounts.models import AuditEvent, Consent, User
from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def make(**changes):
    values = {
        "name": "Maria Nenobais",
        "email": "maria@contoh.test",
        "password": "gong-timor-2031",
        "consents": [ConsentPurpose.ACCOUNT],
    }
    return create_account(**values | changes)


def test_account_can_sign_in_with_what_was_given():
    user = make(phone="+6281234567890", nisn="0051234567", email="Maria@Contoh.test")
    assert (user.email, user.phone, user.nisn) == ("maria@contoh.test", "+6281234567890", "0051234567")
    assert user.check_password("gong-timor-2031")


def test_consents_are_kept_word_for_word_with_their_version():
    user = make(consents=[ConsentPurpose.ACCOUNT, ConsentPurpose.TRACER], guardian_name="Yosep Nenobais")
    kept = (
        Consent.objects.filter(user=user).order_by("purpose").values_list("purpose", "version", "wording", "given_by")
    )
    assert list(kept) == [
        (purpose, VERSION, BY_PURPOSE[purpose].text, "Yosep Nenobais")
        for purpose in (ConsentPurpose.ACCOUNT, ConsentPurpose.TRACER)
    ]


@pytest.mark.parametrize(
    ("taken", "sentence"),
    [
        ({"email": "maria@contoh.test"}, "Surel ini sudah dipakai akun lain."),
        ({"phone": "+6281234567890"}, "Nomor HP ini sudah dipakai akun lain."),
        ({"nisn": "0051234567"}, "NISN ini sudah dipakai akun lain."),
    ],
)
def test_taken_login_is_refused_and_nothing_is_made(taken, sentence):
    UserFactory(**taken)
    with pytest.raises(Refused, match=sentence):
        make(phone="+6281234567890", nisn="0051234567")
    assert (User.objects.count(), Consent.objects.count()) == (1, 0)


def test_login_taken_in_another_case_is_refused():
    UserFactory(email="maria@contoh.test")
    with pytest.raises(Refused):
        make(email="MARIA@contoh.test")


def test_account_without_a_login_is_refused():
    with pytest.raises(Refused, match="Isi surel atau nomor HP"):
        make(email="")


def test_account_without_the_needed_consent_is_refused():
    with pytest.raises(Refused, match="tanpa persetujuan"):
        make(consents=[ConsentPurpose.TRACER])


def test_consent_is_given_once():
    user = make()
    with pytest.raises(AlreadyDone, match=r"^Sudah"), transaction.atomic():
        give_consent(user=user, purpose=ConsentPurpose.ACCOUNT)


def test_withdrawn_consent_stays_on_record_and_can_be_given_again():
    user = make(consents=list(ConsentPurpose))
    withdraw_consent(user=user, purpose=ConsentPurpose.TRACER)
    with pytest.raises(AlreadyDone):
        withdraw_consent(user=user, purpose=ConsentPurpose.TRACER)
    give_consent(user=user, purpose=ConsentPurpose.TRACER)
    rows = Consent.objects.filter(user=user, purpose=ConsentPurpose.TRACER).order_by("pk")
    assert [row.withdrawn_at is None for row in rows] == [False, True]
    assert AuditEvent.objects.count() == 0


def test_consents_that_stand_are_not_given_twice():
    user = make()
    give_consents(user=user, purposes=[ConsentPurpose.ACCOUNT, ConsentPurpose.TRACER])
    assert sorted(Consent.objects.values_list("purpose", flat=True)) == [ConsentPurpose.ACCOUNT, ConsentPurpose.TRACER]


def test_every_purpose_has_one_wording():
    assert sorted(BY_PURPOSE) == sorted(ConsentPurpose)


def test_job_seekers_need_one_consent_and_are_never_asked_that_of_staff():
    assert [wording.purpose for wording in WORDINGS if wording.needed] == [ConsentPurpose.ACCOUNT]
    assert STAFF_WORDING not in WORDINGS
    assert {ConsentPurpose.ACCOUNT, ConsentPurpose.STAFF} == NEEDED


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maria@Contoh.test", ("email", "maria@contoh.test")),
        ("0051234567", ("nisn", "0051234567")),
        ("998 123 4567", ("nisn", "9981234567")),
        ("0812-3456-7890", ("phone", "+6281234567890")),
        ("0812345678", ("phone", "+62812345678")),
        ("halo", (None, "")),
        ("", (None, "")),
    ],
)
def test_find_login_knows_what_was_typed(text, found):
    assert find_login(text) == found
