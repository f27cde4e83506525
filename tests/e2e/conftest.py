"""Walks through the portal in the machine's own Chromium, against a live server with threads.

A walk fails on any console error, violation of the content security policy or uncaught page error, and
`shot` fails on a page that is wider than its screen. Pictures are kept in .artefacts/pictures/.
"""

import io
import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import expect, sync_playwright

from tests.factories.accounts import PASSWORD

# Playwright keeps an event loop in the thread of the test, which Django would refuse to query from.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

HERE = Path(__file__).parent
PICTURES = settings.BASE_DIR / ".artefacts" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER = (
    "Chromium tidak ditemukan, pengujian peramban dilewati. "
    "No Chromium found, browser tests are skipped (Debian: apt-get install chromium)."
)
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PATIENCE = 30_000  # milliseconds: a walk says what must come, never how fast a shared machine is
expect.set_options(timeout=PATIENCE)
# Waited for, not evaluated: a page that is just being left cannot be asked.
LOADED_SIZE = """() => document.readyState === "complete" &&
  [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"""
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 800}}


def pytest_configure(config):
    config.addinivalue_line("markers", "console(text, …): console errors that the walk expects")


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser():
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not executable:
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=OPTIONS)
        yield chromium
        chromium.close()


def _watch(page, faults):
    page.on("console", lambda message: message.type == "error" and faults.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))


@pytest.fixture
def open_page(request, browser, live_server):
    """open_page(**options) -> a page of its own (own cookies) on the live server."""
    contexts, faults = [], []

    def open_it(service_workers="block", **options):
        context = browser.new_context(
            base_url=live_server.url,
            locale="id-ID",
            timezone_id=settings.TIME_ZONE,
            reduced_motion="reduce",
            service_workers=service_workers,
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        _watch(page, faults)
        return page

    yield open_it
    for context in contexts:
        context.close()
    marker = request.node.get_closest_marker("console")
    expected = marker.args if marker else ()
    assert [fault for fault in faults if not any(text in fault for text in expected)] == []


@pytest.fixture
def page_phone(open_page):
    return open_page(**PHONE)


@pytest.fixture
def page_desk(open_page):
    return open_page(**DESK)


@pytest.fixture
def shot():
    """shot(page, name) keeps a picture of the whole page as <name>-<width>.png.

    The screen grows to the page's length: a bar that sticks to the bottom would else lie across the picture.
    """

    def take(page, name):
        screen = page.viewport_size
        PICTURES.mkdir(parents=True, exist_ok=True)
        width, height = page.wait_for_function(LOADED_SIZE).json_value()
        page.set_viewport_size({"width": screen["width"], "height": max(height, screen["height"])})
        page.screenshot(path=PICTURES / f"{name}-{screen['width']}.png")
        page.set_viewport_size(screen)
        assert width <= screen["width"], f"{page.url} needs {width} px at a width of {screen['width']} px"

    return take


@pytest.fixture
def shots(shot):
    """shots(page, name): as `shot`, on a phone's and on a desk's width."""

    def take(page, name):
        own = page.viewport_size
        for screen in (PHONE, DESK):
            page.set_viewport_size(screen["viewport"])
            shot(page, name)
        page.set_viewport_size(own)

    return take


@pytest.fixture
def city(live_server):
    """The reference data that every portal starts with: regions, spectrum, schools, the labour force's series."""
    call_command("load_reference", stdout=io.StringIO())


@pytest.fixture
def login():
    """login(page, email) signs in through the form, as a person would."""

    def sign_in(page, email, password=PASSWORD):
        page.goto("/masuk/")
        page.locator("[name=login]").fill(email)
        page.locator("[name=password]").fill(password)
        page.locator("[name=password]").press("Enter")
        page.wait_for_url(lambda url: "/masuk/" not in url)

    return sign_in
