import datetime as dt

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkk_portal.kit.text import identifiers as ids

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("nik", "born", "sex"),
    [
        ("5371040101080001", dt.date(2008, 1, 1), "L"),
        ("5371044101080001", dt.date(2008, 1, 1), "P"),
        ("5371042411260001", dt.date(2026, 11, 24), "L"),
        ("5371042511260001", dt.date(1926, 11, 25), "L"),
        ("5371047112970001", dt.date(1997, 12, 31), "P"),
        ("5371042902000001", dt.date(2000, 2, 29), "L"),
    ],
)
def test_nik_tells_birth_date_and_sex(nik, born, sex):
    assert ids.parse_nik(nik, today=TODAY) == ids.Nik("537104", born, sex, "0001")


@given(st.dates(dt.date(1930, 1, 1), dt.date(2026, 11, 24)), st.sampled_from("LP"), st.integers(1, 9999))
def test_every_birth_date_of_the_living_comes_back(born, sex, serial):
    day = born.day + (40 if sex == "P" else 0)
    parsed = ids.parse_nik(f"537104{day:02d}{born:%m%y}{serial:04d}", today=TODAY)
    assert (parsed.birth_date, parsed.sex) == (born, sex)


@pytest.mark.parametrize(
    ("nik", "part"),
    [
        ("537104010108000", "yang diisi 15 angka"),
        ("53710401010800011", "yang diisi 17 angka"),
        ("5371O40101080001", "tanpa huruf"),
        ("5371043202080001", "(320208)"),
        ("5371043102080001", "(310208)"),
        ("5371047202080001", "(720208)"),
        ("5371048102080001", "(810208)"),
        ("5371040113080001", "(011308)"),
        ("5371042902070001", "(290207)"),
    ],
)
def test_nik_problems(nik, part):
    (problem,) = ids.nik_problems(nik)
    assert part in problem


@pytest.mark.parametrize("nik", ["5371040101080001", "9971040101080000"])
def test_nik_without_problems_wherever_it_is_from(nik):
    assert ids.nik_problems(nik) == []


def test_nik_warnings_are_silent_when_all_agrees():
    assert ids.nik_warnings("5371044101080001", dt.date(2008, 1, 1), "P") == []
    assert ids.nik_warnings("5371044101080001", None, "") == []


def test_nik_warnings_name_what_disagrees():
    assert ids.nik_warnings("9971044101080000", dt.date(2008, 1, 2), "L") == [
        "Dua angka pertama NIK (99) bukan kode provinsi.",
        "Empat angka terakhir NIK 0000; biasanya mulai dari 0001.",
        "Tanggal lahir menurut NIK 1 Januari 2008, menurut data 2 Januari 2008.",
        "Menurut NIK perempuan, menurut data laki-laki.",
    ]


def test_a_centenarian_is_no_warning():
    assert ids.nik_warnings("5371040101080001", dt.date(1908, 1, 1), "L") == []


@pytest.mark.parametrize(
    ("nisn", "problems"),
    [
        ("0071000001", []),
        ("71000001", ["NISN harus 10 angka; yang diisi 8 angka. Tulis juga nol di depan."]),
        ("00710000011", ["NISN harus 10 angka; yang diisi 11 angka."]),
        ("007100000A", ["NISN hanya berisi angka, tanpa huruf atau tanda lain."]),
        ("0000000000", ["NISN tidak boleh nol semua."]),
    ],
)
def test_nisn_problems(nisn, problems):
    assert ids.nisn_problems(nisn) == problems


@pytest.mark.parametrize(("npsn", "fine"), [("50304998", True), ("P9984512", True), ("5030499", False)])
def test_npsn_problems(npsn, fine):
    assert (ids.npsn_problems(npsn) == []) is fine


@pytest.mark.parametrize(
    "text",
    ["081234567890", "6281234567890", "+6281234567890", "81234567890", "0812-3456-7890", "0812 3456 7890"]
    + [
        "0812.3456.7890",
        "+62 812-3456-7890",
        "(+62) 812 3456 7890",
        "+62 (0)812 3456 7890",
        "006281234567890",
    ]
    + ["'081234567890", "\u200b081234567890\u00a0"],
)
def test_one_number_in_every_form(text):
    assert ids.normalise_phone(text) == "+6281234567890"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("(0380) 833123", "+62380833123"), ("+65 9876 5432", "+6598765432"), ("62380833123", "+62380833123")],
)
def test_other_numbers(text, expected):
    assert ids.normalise_phone(text) == expected


@pytest.mark.parametrize("text", ["", "-", "0", "0812", "08123456789012345", "08123abc890", "84123456789", "112"])
def test_no_phone_number(text):
    with pytest.raises(ValueError, match="Nomor telepon tidak dikenali"):
        ids.normalise_phone(text)


@given(st.from_regex(r"\A08[0-9]{6,13}\Z"))
def test_the_short_way_for_mobiles_agrees_with_phonenumbers(text):
    valid = phonenumbers.is_valid_number(phonenumbers.parse(text, "ID"))
    try:
        assert ids.normalise_phone(text) == f"+62{text[1:]}"
        assert valid
    except ValueError:
        assert not valid
