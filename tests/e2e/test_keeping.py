"""Keeping a vacancy and a search, and an application that survives a lost page, on a phone."""

import pytest
from playwright.sync_api import expect

from placements.vacancies.saved.models import SavedVacancy
from tests.e2e.acts import field, fill, follow, heading, press, rows, said, tick
from tests.e2e.conftest import PHONE
from tests.factories.alumni import AlumnusFactory
from tests.factories.vacancies import VacancyFactory, VacancyQuestionFactory
from tests.vacancies.acts import found_by_search


@pytest.fixture
def alumnus(open_page, city, login):
    """On the desk of an alumnus."""
    page = open_page(**PHONE)
    login(page, AlumnusFactory(claimed=True).person.user.email)
    return page


def test_vacancy_is_kept_and_let_go_without_leaving_its_page(alumnus, shots):
    vacancy = VacancyFactory(title="Kasir Toko")
    alumnus.goto(vacancy.get_absolute_url())
    for name, after, number in [("Simpan", "Hapus dari tersimpan", 1), ("Hapus dari tersimpan", "Simpan", 0)]:
        press(alumnus, name)
        expect(alumnus.get_by_role("button", name=after, exact=True)).to_be_enabled()
        assert SavedVacancy.objects.count() == number
    press(alumnus, "Simpan")
    expect(alumnus.get_by_role("button", name="Hapus dari tersimpan")).to_be_enabled()
    alumnus.goto("/saya/tersimpan/")
    assert [row[0] for row in rows(alumnus, "Tersimpan")] == ["Kasir Toko"]
    shots(alumnus, "k1-tersimpan")


def test_search_is_kept_with_its_filters(alumnus, shots):
    found_by_search(title="Kasir Toko")
    alumnus.goto("/lowongan/?q=kasir&jenis=permanent")
    follow(alumnus, "Simpan pencarian ini")
    heading(alumnus, "Simpan pencarian")
    expect(field(alumnus, "Nama")).to_have_value("Kasir, tetap")
    tick(alumnus, "Begitu tayang")
    press(alumnus, "Simpan")
    said(alumnus, "Pencarian disimpan.")
    shots(alumnus, "k2-pencarian")
    follow(alumnus, "Kasir, tetap")
    heading(alumnus, "Lowongan kerja")
    assert alumnus.url.endswith("/lowongan/?jenis=permanent&q=kasir")


def test_what_was_typed_survives_a_lost_page(alumnus, shots):
    question = VacancyQuestionFactory(text="Punya SIM C?", vacancy__title="Kurir")
    alumnus.goto(f"/saya/lamar/{question.vacancy_id}/")
    fill(alumnus, {"Pesan singkat (boleh kosong)": "Siap mulai besok."})
    field(alumnus, "Pesan singkat (boleh kosong)").blur()
    expect(alumnus.locator("#draf")).to_contain_text("Draf tersimpan pukul")
    alumnus.goto("/saya/lamaran/")
    shots(alumnus, "k3-draf")
    follow(alumnus, "Kurir")
    expect(field(alumnus, "Pesan singkat (boleh kosong)")).to_have_value("Siap mulai besok.")
    tick(alumnus, "Ya", "Hanya BKK sekolah saya yang melihatnya")
    press(alumnus, "Kirim lamaran")
    said(alumnus, "Lamaran terkirim ke BKK sekolah Anda.")
    expect(alumnus.locator("#dikirim + dl")).to_contain_text("Siap mulai besok.")
    shots(alumnus, "k4-terkirim")
