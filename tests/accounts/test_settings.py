import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from bkk_portal.environment import BASE_DIR, DEVELOPMENT_NIK_KEY, DEVELOPMENT_SECRET, MAIL_FAULT, Environment, mail

# A server as it should be: what each test spoils is all that is wrong with it.
SERVER = {
    "SECRET_KEY": "acak-panjang-dan-rahasia-untuk-uji",
    "NIK_KEYS": "a3VuY2ktdWppLWt1bmNpLXVqaS1rdW5jaS11amktMzI=",
    "DATABASE_URL": "postgresql://portal@db.test/portal",
    "PUBLIC_URL": "https://bkk.test",
}
SECRET = "SECRET_KEY belum diisi (masih nilai bawaan)."
KEY = "NIK_KEYS belum diisi (masih kunci bawaan)."
SQLITE = "DATABASE_URL menunjuk ke SQLite. Isi alamat PostgreSQL, atau tulis ALLOW_SQLITE=1 bila memang disengaja."
DEBUG = "DEBUG=1 hanya untuk pengembangan, sedangkan PUBLIC_URL alamat umum. Tulis DEBUG=0."


def refusal(**changes):
    """The lines of the one message with which the portal refuses this environment."""
    with pytest.raises(ImproperlyConfigured) as refused:
        Environment.read(SERVER | changes)
    first, *faults = str(refused.value).split("\n- ")
    assert first == "Portal tidak dapat dijalankan:"
    return faults


# what may not serve real people -----------------------------------------------------------------------------


def test_server_that_is_filled_in_starts_with_debug_off():
    env = Environment.read(SERVER)
    assert (env.debug, env.staff_mfa_required, env.faults()) == (False, True, [])


@pytest.mark.parametrize(
    ("changes", "required"),
    [({}, False), ({"STAFF_MFA_REQUIRED": "1"}, True), ({"DEBUG": "0", "ALLOW_SQLITE": "1"} | SERVER, True)],
)
def test_second_factor_is_off_in_the_demo_unless_asked_for(changes, required):
    assert Environment.read({"DEBUG": "1"} | changes).staff_mfa_required is required


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"SECRET_KEY": ""}, [SECRET]),
        ({"SECRET_KEY": DEVELOPMENT_SECRET}, [SECRET]),
        ({"NIK_KEYS": ""}, [KEY]),
        ({"NIK_KEYS": f"{SERVER['NIK_KEYS']}, {DEVELOPMENT_NIK_KEY}"}, [KEY]),
        ({"DATABASE_URL": ""}, [SQLITE]),
        ({"DATABASE_URL": "sqlite:///portal.sqlite3"}, [SQLITE]),
        ({"DEBUG": "1"}, [DEBUG]),
        ({"EMAIL_URL": "surel.test"}, [MAIL_FAULT]),
    ],
)
def test_server_is_refused_for(changes, faults):
    assert refusal(**changes) == faults


def test_every_fault_is_told_in_one_message():
    spoiled = {"SECRET_KEY": "", "NIK_KEYS": "", "DATABASE_URL": "", "DEBUG": "1", "EMAIL_URL": "surel.test"}
    assert refusal(**spoiled) == [MAIL_FAULT, DEBUG, SECRET, KEY, SQLITE]


def test_sqlite_is_allowed_when_told_so():
    env = Environment.read(SERVER | {"DATABASE_URL": "", "ALLOW_SQLITE": "1"})
    assert env.database()["ENGINE"] == "django.db.backends.sqlite3"


def test_development_needs_nothing_but_debug():
    assert Environment.read({"DEBUG": "1"}).faults() == []


def test_portal_itself_does_not_start_on_a_refused_environment(tmp_path):
    """The check stands in the way of every command, not only of this test."""
    names = [name.upper() for name in Environment.__dataclass_fields__]
    clean = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=BASE_DIR,
        env=clean | {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "bkk_portal.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip().endswith("\n- ".join(["Portal tidak dapat dijalankan:", SECRET, KEY, SQLITE]))


# EMAIL_URL --------------------------------------------------------------------------------------------------


def test_mail_server_with_starttls():
    made = mail("smtp://bkk%40kupang.test:s%2Fandi@surel.test", debug=False)
    assert {name: made[name] for name in made if name != "EMAIL_TIMEOUT"} == {
        "MAIL_IS_ON": True,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "surel.test",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "bkk@kupang.test",
        "EMAIL_HOST_PASSWORD": "s/andi",
        "EMAIL_USE_SSL": False,
        "EMAIL_USE_TLS": True,
    }


def test_mail_server_with_tls_from_the_start():
    made = mail("smtps://surel.test", debug=False)
    assert (made["EMAIL_PORT"], made["EMAIL_USE_SSL"], made["EMAIL_USE_TLS"]) == (465, True, False)


def test_mail_server_on_this_machine_needs_no_tls():
    made = mail("smtp://localhost:1025", debug=False)
    assert (made["EMAIL_PORT"], made["EMAIL_USE_TLS"]) == (1025, False)


@pytest.mark.parametrize(("debug", "is_on"), [(True, True), (False, False)])
def test_without_a_mail_server_letters_leave_only_while_developing(debug, is_on):
    assert mail("", debug)["MAIL_IS_ON"] is is_on


@pytest.mark.parametrize(
    "url", ["surel.test", "http://surel.test", "smtp://", "smtp://surel.test:lima", "smtp://surel.test:99999"]
)
def test_address_that_is_no_mail_server_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        mail(url, debug=False)
    assert refusal(EMAIL_URL=url) == [MAIL_FAULT]


# PRIVACY_CONTACT --------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("contact", "shown"), [("", "belum diisi"), ("Yohana Lay, 0380-123456", "Yohana Lay, 0380-123456")]
)
def test_privacy_page_names_the_officer_or_says_that_nobody_is_named(settings, contact, shown):
    settings.PRIVACY_CONTACT = contact
    assert f"<b>{shown}</b>" in Client().get("/privasi/").content.decode()
