"""Every page of every audience in a browser, first without rows and then with: it fits a phone and a desk, says nothing
to the console, breaks no security policy (open_page), what is to be filled in or pressed is named and large enough, and
axe finds nothing, in light and in dark.

Which status a page answers to whom is the matrix's matter (tests/test_matrix.py); here only pages that show something.
"""

import pytest
from django.conf import settings
from django.test import Client

from bkk_portal.kit.web import navigation
from tests.e2e.audits import axe_faults
from tests.e2e.conftest import DESK, PHONE
from tests.harness import example_rows  # noqa: F401  (registers them)
from tests.harness.examples import example_for
from tests.harness.urlconf import our_pages

SEATS = {
    "": None,
    "saya/": "alumnus_user",
    "bkk/": "coordinator",
    "forum/": "forum_chair",
    "dinas/": "officer",
    "perusahaan/": "employer_user",
    "akun/": "head",
}
HARDWARE = "mfa_"  # a security key that no device made breaks the list of keys
FAULTS = """() => {
    const seen = (element) => element.checkVisibility() && !element.disabled && element.getClientRects().length;
    const main = document.querySelector("main");
    const fields = [...main.querySelectorAll("input:not([type=hidden]), select, textarea")].filter(seen);
    const pressed = [...main.querySelectorAll("button, .btn, input:not([type]), select")].filter(seen);
    const named = (field) => field.labels.length || field.ariaLabel || field.getAttribute("aria-labelledby");
    return [
        ...fields.filter((field) => !named(field)).map((field) => `no label: ${field.name}`),
        ...pressed.filter((element) => element.getBoundingClientRect().height < 43.5)
            .map((element) => `too small: ${element.outerHTML.slice(0, 60)}`),
        ...(document.querySelectorAll("h1").length === 1 ? [] : ["not exactly one h1"]),
    ];
}"""


def audience_of(page):
    """The desk of a page; outside the desks "" for the public and "akun/" for whoever is signed in."""
    desk = next((prefix for prefix in SEATS if prefix and page.route.startswith(prefix)), None)
    return desk or ("" if page.view.access_rule == "public" else "akun/")


def addresses(prefix, seat, filled):
    """The URLs of an audience's pages, those that show a row only where there are some (`filled`)."""
    for page in our_pages():
        if audience_of(page) != prefix or page.parameters and (not filled or page.name.startswith(HARDWARE)):
            continue
        yield page.url(**(example_for(page.name)(seat, True) if page.parameters else {}))


def shows_a_page(client, url):
    """False for what is none: a file, a part of a page, a form's target, a way to somewhere else."""
    response = client.get(url)
    return response.status_code == 200 and not response.streaming and b"<main" in response.content


def too_wide(page):
    """{width of the screen: width needed} where the page does not fit."""
    needed = {}
    for screen in (DESK, PHONE):
        page.set_viewport_size(screen["viewport"])
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > screen["viewport"]["width"]:
            needed[screen["viewport"]["width"]] = width
    return needed


def sign_in(page, seat, origin):
    cookie = seat.client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": origin}])


@pytest.mark.parametrize("filled", [False, True], ids=["empty", "filled"])
@pytest.mark.parametrize("prefix", SEATS, ids=lambda prefix: prefix.strip("/") or "public")
def test_every_page_fits_and_is_named(request, live_server, page_phone, prefix, filled):
    seat = request.getfixturevalue(SEATS[prefix]) if prefix else None
    client = seat.client if seat else Client()
    if seat:
        sign_in(page_phone, seat, live_server.url)
    urls = [url for url in list(addresses(prefix, seat, filled)) if shows_a_page(client, url)]
    faults = {}
    for url in urls:
        page_phone.goto(url)
        found = [*page_phone.evaluate(FAULTS), *too_wide(page_phone).items()]
        found += axe_faults(page_phone) if filled else []  # without rows a page shows less of the same
        if found:
            faults[url] = found
    assert faults == {}
    assert menu_of(seat) <= set(urls) or prefix == "akun/"


def menu_of(seat):
    """What the audience's own menu offers: none of it may be missing from the walk."""
    items = (
        navigation.desk_items(seat.actor.role)
        if seat
        else (*navigation.lines("public"), *navigation.lines("public_more"))
    )
    return {item.url for item in items}
