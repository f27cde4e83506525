"""The service worker: what can be read without network, what is refused, and what is gone after signing out."""

import pytest
from playwright.sync_api import expect

from tests.e2e.acts import heading
from tests.e2e.conftest import PHONE
from tests.factories.vacancies import VacancyFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.console("ERR_INTERNET_DISCONNECTED")]
NOTE = "Anda sedang luring. Yang tampil adalah simpanan terakhir."
REFUSED = "Anda sedang luring, jadi belum ada yang terkirim."
TYPED = "Saya dapat mulai bulan depan."
KEPT = "caches.open('halaman').then((c) => c.keys()).then((keys) => keys.map((key) => new URL(key.url).pathname))"
# A telephone that believes it is connected: only the request itself tells.
BELIEVES = "Object.defineProperty(navigator, 'onLine', { get: () => true })"


@pytest.fixture
def phone(open_page):
    page = open_page(**PHONE, service_workers="allow")
    page.goto("/lowongan/")
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


@pytest.fixture
def vacancies():
    return [VacancyFactory(title=title) for title in ("Kasir", "Teknisi")]


def test_the_list_and_opened_vacancies_can_be_read_without_network(vacancies, phone, shots):
    opened, other = vacancies
    phone.goto(opened.get_absolute_url())
    phone.goto("/lowongan/?q=kasir")
    phone.goto("/lowongan/")
    phone.context.set_offline(True)
    phone.goto("/lowongan/")
    heading(phone, "Lowongan kerja")
    expect(phone.get_by_text(NOTE)).to_be_visible()
    expect(phone.get_by_role("link", name="Teknisi")).to_be_visible()
    phone.goto(opened.get_absolute_url())
    heading(phone, "Kasir")
    phone.goto(other.get_absolute_url())
    heading(phone, "Anda sedang luring")
    kept = phone.locator("[data-kept] a")
    expect(kept).to_have_text(["Lowongan kerja", "Lowongan kerja: kasir", "Kasir"])
    shots(phone, "luring")
    phone.context.set_offline(False)
    phone.goto("/lowongan/")
    expect(phone.get_by_text(NOTE)).to_have_count(0)


def test_an_application_without_network_is_refused_and_keeps_what_was_typed(
    vacancies, phone, alumnus_user, login, shots
):
    login(phone, alumnus_user.user.email)
    phone.goto(f"/saya/lamar/{vacancies[0].pk}/")
    phone.locator("textarea").first.fill(TYPED)
    phone.context.set_offline(True)
    send = phone.get_by_role("button", name="Kirim lamaran")
    send.tap()
    expect(phone.get_by_role("alert")).to_contain_text(REFUSED)
    expect(phone.locator("textarea").first).to_have_value(TYPED)
    shots(phone, "luring-lamaran")
    assert vacancies[0].applications.count() == 0
    phone.context.set_offline(False)
    send.tap()
    phone.wait_for_url("**/saya/lamaran/**")
    assert vacancies[0].applications.count() == 1


def test_when_the_network_dies_unnoticed_it_is_refused_too(vacancies, phone, alumnus_user, login, shots):
    login(phone, alumnus_user.user.email)
    phone.add_init_script(BELIEVES)
    phone.goto(f"/saya/lamar/{vacancies[0].pk}/")
    phone.locator("textarea").first.fill(TYPED)
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Kirim lamaran").tap()
    heading(phone, "Belum terkirim")
    shots(phone, "belum-terkirim")
    phone.context.set_offline(False)
    phone.get_by_role("button", name="Kembali ke isian").tap()
    expect(phone.locator("textarea").first).to_have_value(TYPED)
    assert vacancies[0].applications.count() == 0


def test_desks_are_not_kept_and_signing_out_takes_everything(vacancies, phone, alumnus_user, login):
    login(phone, alumnus_user.user.email)
    phone.goto("/saya/")
    phone.goto("/lowongan/")
    phone.wait_for_function(f"{KEPT}.then((paths) => paths.length === 1)")
    assert phone.evaluate(KEPT) == ["/lowongan/"]
    phone.context.set_offline(True)
    phone.goto("/saya/")
    heading(phone, "Anda sedang luring")
    phone.context.set_offline(False)
    phone.goto("/lowongan/")
    phone.locator(".bar-more summary").tap()
    phone.locator(".bar-more").get_by_role("button", name="Keluar").tap()
    phone.wait_for_function(f"{KEPT}.then((paths) => !paths.includes('/lowongan/'))")
