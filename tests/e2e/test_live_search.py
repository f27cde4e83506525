"""Searching while typing: the list follows, the box keeps the cursor, and the address can be shared."""

import pytest
from playwright.sync_api import expect

from tests.vacancies.acts import found_by_search

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.mark.usefixtures("city")
def test_the_list_follows_what_is_typed(page_phone, page_desk):
    for title in ("Tukang las", "Kasir toko"):
        found_by_search(title=title)
    for page in (page_phone, page_desk):
        page.goto("/lowongan/")
        page.get_by_label("Cari").press_sequentially("kas", delay=30)
        titles = page.locator("#temuan .card-title")
        expect(titles).to_have_text(["Kasir toko"])
        expect(page.get_by_label("Cari")).to_be_focused()
        assert "q=kas" in page.url
        page.get_by_label("Cari").press_sequentially("ri", delay=30)
        expect(page.locator("#temuan .alert")).to_contain_text("Menampilkan hasil untuk kasir")


@pytest.mark.usefixtures("city")
def test_without_script_the_button_searches_and_a_chip_takes_a_filter_away(open_page):
    found_by_search(title="Kasir toko")
    found_by_search(title="Kasir magang", kind="internship")
    page = open_page(java_script_enabled=False)
    page.goto("/lowongan/?jenis=internship")
    page.get_by_label("Cari").fill("kasir")
    page.get_by_role("button", name="Cari").click()
    expect(page.locator("#temuan .card-title")).to_have_text(["Kasir magang"])
    page.get_by_role("link", name="Hapus saringan Magang").click()
    expect(page.locator("#temuan .card-title")).to_have_count(2)
