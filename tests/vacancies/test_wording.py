import pytest

from placements.vacancies.cards import age_text, pay_text, place_text, slug_of


@pytest.mark.parametrize(
    ("title", "employer", "slug"),
    [
        ("Kasir", "Toko Rukun", "kasir-toko-rukun"),
        ("Guru / Instruktur (TKJ)", "Ćakap", "guru-instruktur-tkj-cakap"),
        ("x" * 59, "Toko", "x" * 59),
        ("x" * 80, "Toko", "x" * 60),
        ("…", "!", "lowongan"),
    ],
)
def test_slug(title, employer, slug):
    assert slug_of(title, employer) == slug


@pytest.mark.parametrize(
    ("village", "regency", "abroad", "text"),
    [
        ("Oetete", "Kota Kupang", False, "Oetete, Kota Kupang"),
        (None, "Kota Kupang", False, "Kota Kupang"),
        (None, None, False, ""),
        ("Oetete", "Kota Kupang", True, "Luar negeri"),
    ],
)
def test_place(village, regency, abroad, text):
    assert place_text(village, regency, is_overseas=abroad) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (2_300_000, 3_000_000, "Rp 2.300.000 – Rp 3.000.000"),
        (2_300_000, None, "mulai Rp 2.300.000"),
        (None, 3_000_000, "sampai Rp 3.000.000"),
        (None, None, "Gaji dibicarakan saat wawancara"),
    ],
)
def test_pay(low, high, text):
    assert pay_text(low, high) == text


@pytest.mark.parametrize(
    ("youngest", "oldest", "text"),
    [(18, 30, "18–30 tahun"), (18, None, "mulai 18 tahun"), (None, 30, "sampai 30 tahun"), (None, None, "")],
)
def test_age(youngest, oldest, text):
    assert age_text(youngest, oldest) == text
