"""A graduate answers the tracer study on a phone, through the link: questions follow answers, all is saved."""

import pytest
from playwright.sync_api import expect

from placements.outcomes.tracer.notices import path_of
from tests.e2e.acts import follow, heading, press, said
from tests.outcomes.tracer.acts import EMPLOYEE, asking, response_to, sent


@pytest.fixture
def response(live_server):
    return response_to(asking())


def question(page, number):
    return page.locator(f"[data-question='{number}']")


def pick(page, **choices):
    for number, words in choices.items():
        question(page, number.removeprefix("q")).get_by_label(words, exact=True).check()


def write(page, **texts):
    for number, text in texts.items():
        question(page, number.removeprefix("q")).locator("input").fill(text)


def work(page):
    pick(page, q22="Tidak", q24="Luar Negeri")
    write(page, q23="2025-09-01", q26="Timor-Leste", q27="Kasir", q28="Toko Rukun")
    pick(page, q29="Kurang dari Rp. 5.000.000", q31="Sangat selaras")
    pick(page, q30="Melalui ikatan alumni")
    pick(page, q30="Lainnya")


def test_the_form_is_filled_in_on_a_phone(page_phone, response, shots):
    page = page_phone
    page.goto(path_of(response))
    heading(page, f"Apa kabar, {response.alumnus.person.name.split()[0]}?")
    shots(page, "tracer-1")
    follow(page, "Mulai")
    expect(question(page, 3)).to_be_hidden()
    pick(page, q1="Tidak", q2="Ya")
    expect(question(page, 3)).to_be_visible()
    expect(question(page, 4)).to_be_hidden()
    pick(page, q3="Buruh/karyawan/pegawai")
    expect(page.locator("[data-saved]")).to_have_text("Tersimpan")
    page.reload()  # as if the phone had gone off: it goes on where it stood
    heading(page, "Bekerja")
    work(page)
    shots(page, "tracer-2")
    press(page, "Lanjut")
    heading(page, "Periksa lalu kirim")
    shots(page, "tracer-3")
    press(page, "Kirim jawaban")
    said(page, "Terima kasih. Jawaban Anda sudah kami terima.")
    assert sent(response) == EMPLOYEE
    page.goto(path_of(response))
    expect(page.get_by_text("Tautan ini sudah dipakai")).to_be_visible()


def test_the_form_is_filled_in_without_javascript(open_page, response):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(path_of(response))
    follow(page, "Mulai")
    pick(page, q1="Tidak", q2="Ya")
    press(page, "Lanjut")
    pick(page, q3="Buruh/karyawan/pegawai")
    press(page, "Lanjut")
    pick(page, q22="Tidak", q24="Luar Negeri")
    press(page, "Lanjut")  # says what is missing, and brings the question on where abroad
    work(page)
    press(page, "Lanjut")
    press(page, "Kirim jawaban")
    said(page, "Terima kasih. Jawaban Anda sudah kami terima.")
    assert sent(response) == EMPLOYEE
