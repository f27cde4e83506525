"""The permission matrix: what every page answers to everyone, with an own row and with somebody else's.

Signed out, a closed page sends to /masuk/; the wrong audience gets 404, to GET and to POST alike; so does the right
audience for a row that is not its own. The audience follows from the address (architecture.md), not from the view.
"""

import pytest
from django.db import transaction
from django.test import Client

from tests.factories.accounts import UserFactory
from tests.factories.offices import AgencyFactory
from tests.factories.schools import SchoolFactory
from tests.harness import example_rows  # noqa: F401  (registers them)
from tests.harness.examples import example_for
from tests.harness.seats import alumnus_of, chair, coordinator_of, member_of, member_of_some_employer, no_alumnus, sit
from tests.harness.urlconf import our_pages

EVERYONE = {"alumnus", "participant", "coordinator", "forum_chair", "officer", "head", "employer", "superuser"}
DESKS = {
    "saya/": {"alumnus", "participant"},
    "bkk/": {"coordinator"},
    "forum/": {"forum_chair"},
    "dinas/": {"officer", "head"},
    "perusahaan/": {"employer"},
    "akun/": EVERYONE,
}
TEAMS = {"coordinator", "officer", "head", "employer"}
INVITERS = {"coordinator", "head", "employer", "superuser"}
# Pages whose audience is not that of their prefix.
AUDIENCES = {
    "switch_hat": EVERYONE,
    "members": TEAMS,
    "member_end": TEAMS,
    "invitations": INVITERS,
    "invitation_revoke": INVITERS,
    "reveal_nik": {"coordinator", "officer", "head"},
    "password_link": {"coordinator", "officer", "head"},
    "document_download": EVERYONE,
}
# What a page answers to those it is for, where that is not 200: to a stranger, to everyone signed in, or to one seat.
AWAY = {"stranger": 302, "signed_in": 302}
ASKS_AGAIN = {"signed_in": 302}  # for the password or the code, before a second factor is touched
ANSWERS = {
    "login": {"signed_in": 302},
    "account_login": {"signed_in": 302},
    "mfa_authenticate": AWAY,  # only in the middle of a sign-in
    "mfa_login_webauthn": AWAY,
    "logout": {"stranger": 302},
    "account_logout": {"stranger": 302},
    "account_set_password": {"signed_in": 302},  # they have one
    "mfa_reauthenticate": ASKS_AGAIN,
    "mfa_reauthenticate_webauthn": ASKS_AGAIN,
    "mfa_activate_totp": ASKS_AGAIN,
    "mfa_generate_recovery_codes": ASKS_AGAIN,
    "mfa_add_webauthn": ASKS_AGAIN,
    "mfa_edit_webauthn": ASKS_AGAIN,
    "mfa_remove_webauthn": ASKS_AGAIN,
    "mfa_deactivate_totp": {"signed_in": 404},  # none to deactivate
    "mfa_view_recovery_codes": {"signed_in": 404},
    "mfa_download_recovery_codes": {"signed_in": 404},
    "member_end": {"officer": 404},  # only the head ends a membership
    "register_general": {"alumnus": 302, "participant": 302},
    "training_register": {"signed_in": 302, "alumnus": 200, "participant": 200},  # others first take off their hat
    "document_download": {"forum_chair": 404, "employer": 404},  # neither issue papers nor are given any
    "claim_account": AWAY,  # only after the first step
    "bkk:bulk_new": {"coordinator": 302},  # nothing was chosen to be done
    "bkk:import_refused": {"coordinator": 404},  # nor anything to correct
    "bkk:import_mapping": {"coordinator": 302},  # an import that is over has nothing left to map
    "bkk:registration_file": {"coordinator": 404},  # the office has issued none yet
    "dinas:monitoring_settings": {"officer": 404},  # the head's
    "dinas:handover_class_acts": {"signed_in": 302},  # no act to join yet
    "dinas:certificate_class": {"signed_in": 302},  # the example's file is no PDF to join
    "api:api-root": {"stranger": 404, "signed_in": 404},
}


def audience_of(page):
    """The seats a page is for; None when it is open to strangers too."""
    if page.name in AUDIENCES:
        return AUDIENCES[page.name]
    return next((seats for prefix, seats in DESKS.items() if page.route.startswith(prefix)), None)


@pytest.fixture(scope="module")
def seated(django_db_setup, django_db_blocker):
    """One of each seat for the whole matrix, taken back at its end: a test's own rows go when the test ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {
            "alumnus": alumnus_of(SchoolFactory(smkn1=True)),
            "participant": no_alumnus(),
            "coordinator": coordinator_of(SchoolFactory(smkn1=True)),
            "forum_chair": chair(),
            "officer": member_of(AgencyFactory()),
            "head": member_of(AgencyFactory(), head=True),
            "employer": member_of_some_employer(),
            "superuser": sit(UserFactory(superuser=True)),
        }
        transaction.set_rollback(True)


@pytest.fixture
def seats(seated, db):
    return seated


def address(page, seat, own=True):
    """The page's URL with a row of this seat's (or not); None where no row could be foreign."""
    if not page.parameters:
        return page.url() if own else None
    values = example_for(page.name)(seat, own)
    return None if values is None else page.url(**values)


def right_answer(page, seat):
    answers = ANSWERS.get(page.name, {})
    return answers.get(seat, 200 if seat == "stranger" else answers.get("signed_in", 200))


def answer(response):
    """The status, with where a stranger is sent; a page that only takes POST counts as answering."""
    if response.status_code == 302 and response["Location"].startswith("/masuk/?next="):
        return "to sign-in"
    return 200 if response.status_code == 405 else response.status_code


def test_matrix_knows_only_pages_that_exist():
    names = {page.name for page in our_pages()}
    assert (set(AUDIENCES) | set(ANSWERS)) - names == set()


@pytest.mark.one_database
@pytest.mark.parametrize("page", our_pages(), ids=lambda page: page.name)
def test_page_answers_each_role(page, seats):
    audience = audience_of(page)
    owner = None if audience is None else seats[sorted(audience)[0]]
    url = address(page, owner)
    expected, given = {}, {}
    expected["stranger"] = right_answer(page, "stranger") if audience is None else "to sign-in"
    given["stranger"] = answer(Client().get(url))
    for name in sorted(EVERYONE - (audience or EVERYONE)):
        for method in ("get", "post"):
            expected[name, method] = 404
            given[name, method] = answer(getattr(seats[name].client, method)(url))
    for name in sorted(audience or EVERYONE):
        expected[name] = right_answer(page, name)
        given[name] = answer(seats[name].client.get(address(page, seats[name] if audience else None)))
    assert given == expected


@pytest.mark.one_database
@pytest.mark.parametrize("page", [page for page in our_pages() if page.parameters], ids=lambda page: page.name)
def test_somebody_elses_row_is_not_found(page, seats):
    audience = audience_of(page)
    for name in sorted(audience or EVERYONE):
        url = address(page, seats[name] if audience else None, own=False)
        if url is not None:
            statuses = {seats[name].client.get(url).status_code, seats[name].client.post(url).status_code}
            assert (name, statuses - {405}) == (name, {404})
