import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from bkk_portal.kit.text import formatting as f

DAY = dt.date(2026, 11, 24)
MOMENT = dt.datetime(2026, 11, 24, 6, 30, tzinfo=dt.UTC)  # 14.30 in Kupang


@pytest.mark.parametrize(
    ("function", "value", "expected"),
    [
        (f.tanggal, DAY, "24 November 2026"),
        (f.tanggal, dt.datetime(2026, 11, 24, 20, tzinfo=dt.UTC), "25 November 2026"),
        (f.kecil, "Diperiksa BKK", "diperiksa BKK"),
        (f.kecil, "WhatsApp", "WhatsApp"),
        (f.kecil, "BKK berganti", "BKK berganti"),
        (f.kecil, "Rp 1–2 juta", "Rp 1–2 juta"),
        (f.tanggal_pendek, dt.date(2026, 8, 1), "1 Agu 2026"),
        (f.bulan_tahun, DAY, "November 2026"),
        (f.jam, dt.time(8, 5), "08.05"),
        (f.jam, MOMENT, "14.30"),
        (f.waktu, MOMENT, "24 November 2026 pukul 14.30 WITA"),
        (f.waktu, dt.datetime(2026, 11, 24, 14, 30), "24 November 2026 pukul 14.30 WITA"),
        (
            f.tanggal_terbilang,
            DAY,
            "Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam",
        ),
        (f.rupiah, 5505193, "Rp 5.505.193"),
        (f.rupiah, Decimal("2500000.00"), "Rp 2.500.000"),
        (f.rupiah, Decimal("1250.5"), "Rp 1.250,50"),
        (f.rupiah, -75000, "-Rp 75.000"),
        (f.rupiah, 0, "Rp 0"),
        (f.rupiah_singkat, 104_915_000, "Rp 104,9 juta"),
        (f.rupiah_singkat, 25_000_000, "Rp 25 juta"),
        (f.rupiah_singkat, 1_250_000_000, "Rp 1,2 miliar"),
        (f.rupiah_singkat, 999_999, "Rp 999.999"),
        (f.angka, 12779, "12.779"),
        (f.angka, Decimal("-0.4"), "0"),
        (f.persen, 5.65, "5,7%"),
        (f.persen, 100, "100,0%"),
        (f.telepon, "+6281234567890", "0812-3456-7890"),
        (f.telepon, "+62380833123", "(0380) 833123"),
        (f.telepon, "+6598765432", "+65 9876 5432"),
        (f.telepon, "bukan nomor", "bukan nomor"),
        (f.samarkan_nik, "5371040101080001", "5371••••••••0001"),
        (f.nama_singkat, "Maria Yuliana Nenobais", "Maria Y. N."),
        (f.nama_singkat, "MARIA YULIANA NENOBAIS", "Maria Y. N."),
        (f.nama_singkat, "Melkianus", "Melkianus"),
        (f.nama_singkat, "", "–"),
    ],
)
def test_written_as_people_here_write_it(function, value, expected):
    assert function(value) == expected


@pytest.mark.parametrize(
    "function",
    [f.tanggal, f.tanggal_pendek, f.bulan_tahun, f.jam, f.waktu, f.tanggal_terbilang, f.sejak]
    + [f.rupiah, f.angka, f.persen, f.terbilang, f.telepon, f.samarkan_nik],
)
def test_nothing_is_an_en_dash(function):
    assert function(None) == "–"
    assert function("") == "–"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (dt.date(2026, 3, 3), dt.date(2026, 3, 14), "3–14 Maret 2026"),
        (dt.date(2026, 3, 3), dt.date(2026, 3, 3), "3 Maret 2026"),
        (dt.date(2026, 2, 28), dt.date(2026, 3, 3), "28 Februari – 3 Maret 2026"),
        (dt.date(2025, 12, 28), dt.date(2026, 1, 3), "28 Desember 2025 – 3 Januari 2026"),
        (dt.date(2026, 3, 3), None, "mulai 3 Maret 2026"),
        (None, dt.date(2026, 3, 3), "sampai 3 Maret 2026"),
        (None, None, "–"),
    ],
)
def test_rentang_tanggal(start, end, expected):
    assert f.rentang_tanggal(start, end) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (2500000, 3000000, "Rp 2.500.000 – Rp 3.000.000"),
        (2500000, 2500000, "Rp 2.500.000"),
        (2500000, None, "mulai Rp 2.500.000"),
        (None, 3000000, "sampai Rp 3.000.000"),
        (None, None, "–"),
    ],
)
def test_rentang_rupiah(low, high, expected):
    assert f.rentang_rupiah(low, high) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DAY, "hari ini"),
        (DAY + dt.timedelta(1), "besok"),
        (DAY - dt.timedelta(1), "kemarin"),
        (DAY + dt.timedelta(3), "3 hari lagi"),
        (DAY - dt.timedelta(13), "13 hari lalu"),
        (DAY - dt.timedelta(14), "2 minggu lalu"),
        (DAY + dt.timedelta(62), "2 bulan lagi"),
        (DAY - dt.timedelta(800), "2 tahun lalu"),
        (MOMENT - dt.timedelta(seconds=30), "baru saja"),
        (MOMENT - dt.timedelta(minutes=5), "5 menit lalu"),
        (MOMENT + dt.timedelta(hours=2, minutes=59), "2 jam lagi"),
        (MOMENT - dt.timedelta(hours=15), "kemarin"),
    ],
)
def test_sejak(value, expected):
    assert f.sejak(value, now=MOMENT.astimezone(ZoneInfo("Asia/Jakarta"))) == expected


def test_persen_dari_says_nothing_where_there_is_no_whole():
    assert f.persen_dari(5, 25) == "20,0%"
    assert f.persen_dari(0, 0) == "–"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (21000, "dua puluh satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (5505193, "lima juta lima ratus lima ribu seratus sembilan puluh tiga"),
        (10**15, "satu kuadriliun"),
        (-7, "minus tujuh"),
        (Decimal("2500000.00"), "dua juta lima ratus ribu"),
        (Decimal("1.05"), "satu koma nol lima"),
    ],
)
def test_terbilang(number, words):
    assert f.terbilang(number) == words


def test_terbilang_too_large():
    with pytest.raises(ValueError, match="terlalu besar"):
        f.terbilang(10**18)


DIGITS = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
POWERS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}
FUSED = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus", "seribu": "satu ribu"}


def heard(words):
    """The number a listener understands, word by word."""
    total = group = digit = 0
    for word in " ".join(FUSED.get(word, word) for word in words.split()).split():
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "belas":
            group, digit = group + 10 + digit, 0
        elif word in {"puluh", "ratus"}:
            group, digit = group + digit * (10 if word == "puluh" else 100), 0
        else:
            total, group, digit = total + (group + digit) * POWERS[word], 0, 0
    return total + group + digit


@given(st.one_of(st.integers(1, 10**15), st.integers(1, 9999)))
def test_terbilang_is_heard_as_the_same_number(number):
    assert heard(f.terbilang(number)) == number


@given(st.integers(-(10**12), 10**12))
def test_rupiah_reads_back(number):
    sign, digits = f.rupiah(number).split("Rp ")
    assert int(sign + digits.replace(".", "")) == number


def test_filters_are_there_without_load():
    template = engines["django"].from_string(
        "{{ day|tanggal }}; {{ day|rentang_tanggal:day }}; {{ pay|rupiah }}; {{ part|persen_dari:8 }}"
    )
    assert (
        template.render({"day": DAY, "pay": 1500, "part": 2}) == "24 November 2026; 24 November 2026; Rp 1.500; 25,0%"
    )
