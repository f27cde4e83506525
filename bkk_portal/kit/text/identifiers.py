"""NIK, NISN, NPSN and phone numbers: their form, and what is wrong with one that has not got it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import phonenumbers
from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal

SEPARATORS = re.compile(r"[\s.\-'’`\u200b\ufeff]+")
WOMEN_ADD_TO_DAY = 40
# First two digits of a region code, Kemendagri, 38 provinces.
PROVINCES = frozenset(
    [
        *range(11, 20),
        21,
        *range(31, 37),
        *range(51, 54),
        *range(61, 66),
        *range(71, 77),
        81,
        82,
        *range(91, 97),
    ]
)


def digits_only(text: str) -> str:
    """The text without the blanks, dots, dashes and apostrophes people put between digits."""
    return SEPARATORS.sub("", text)


@dataclasses.dataclass(frozen=True)
class Nik:
    region: str
    birth_date: dt.date
    sex: str
    serial: str


def _birth_date(day: int, month: int, two_digit_year: int, today: dt.date) -> dt.date:
    """The latest date of that day that is not in the future: 08 is 2008, 97 is 1997. Raises ValueError."""
    date = dt.date(2000 + two_digit_year, month, day)
    return date if date <= today else date.replace(year=1900 + two_digit_year)


def today_here() -> dt.date:
    """Today in the portal's zone, worked out fast enough to be asked for every row of an import."""
    return dt.datetime.now(timezone.get_default_timezone()).date()


def parse_nik(nik: str, today: dt.date | None = None) -> Nik:
    """Nik of 16 digits: region (6), DDMMYY with DD + 40 for women, serial (4). ValueError if it is none."""
    if not (len(nik) == 16 and nik.isascii() and nik.isdigit()):
        raise ValueError("NIK harus 16 angka.")
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    sex, day = ("P", day - WOMEN_ADD_TO_DAY) if day > WOMEN_ADD_TO_DAY else ("L", day)
    born = _birth_date(day, month, year, today or today_here())
    return Nik(nik[:6], born, sex, nik[12:])


def nik_problems(nik: str) -> list[str]:
    """Why this cannot be a NIK; an empty list if it can. The region never counts."""
    if not (nik.isascii() and nik.isdigit()):
        return ["NIK hanya berisi angka, tanpa huruf atau tanda lain."]
    if len(nik) != 16:
        return [f"NIK harus 16 angka; yang diisi {len(nik)} angka. Periksa di KTP atau kartu keluarga."]
    try:
        parse_nik(nik)
    except ValueError:
        return [f"Angka ke-7 sampai ke-12 NIK ({nik[6:12]}) bukan tanggal lahir yang ada. Periksa di KTP."]
    return []


def nik_warnings(nik: str, birth_date: dt.date | None = None, sex: str | None = None) -> list[str]:
    """What looks odd about a well-formed NIK beside what else is known. Never a reason to refuse it."""
    parsed = parse_nik(nik)
    warnings = []
    if int(nik[:2]) not in PROVINCES:
        warnings.append(f"Dua angka pertama NIK ({nik[:2]}) bukan kode provinsi.")
    if parsed.serial == "0000":
        warnings.append("Empat angka terakhir NIK 0000; biasanya mulai dari 0001.")
    if birth_date and (birth_date.day, birth_date.month, birth_date.year % 100) != _day_month_year(parsed):
        warnings.append(f"Tanggal lahir menurut NIK {tanggal(parsed.birth_date)}, menurut data {tanggal(birth_date)}.")
    if sex and sex != parsed.sex:
        words = {"L": "laki-laki", "P": "perempuan"}
        warnings.append(f"Menurut NIK {words[parsed.sex]}, menurut data {words.get(sex, sex)}.")
    return warnings


def _day_month_year(parsed: Nik) -> tuple[int, int, int]:
    born = parsed.birth_date
    return born.day, born.month, born.year % 100


def nisn_problems(nisn: str) -> list[str]:
    if not (nisn.isascii() and nisn.isdigit()):
        return ["NISN hanya berisi angka, tanpa huruf atau tanda lain."]
    if len(nisn) < 10:
        return [f"NISN harus 10 angka; yang diisi {len(nisn)} angka. Tulis juga nol di depan."]
    if len(nisn) > 10:
        return [f"NISN harus 10 angka; yang diisi {len(nisn)} angka."]
    return [] if int(nisn) else ["NISN tidak boleh nol semua."]


def npsn_problems(npsn: str) -> list[str]:
    if re.fullmatch(r"[A-Z0-9]{8}", npsn):
        return []
    return ["NPSN harus 8 huruf atau angka, misalnya 50304998."]


PHONE_REFUSED = "Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890."
# What nearly every number here looks like; anything else is worked out by phonenumbers, 20 times as slowly.
MOBILE = re.compile(r"(?:(?:\+|00)?620?|0)?(8[1-35-9][0-9]{7,10})")
PHONE_SEPARATORS = re.compile(r"[\s.\-()/'’\u200b\ufeff]+")


def normalise_phone(text: str) -> str:
    """+6281234567890 of 0812-3456-7890, 62812…, +62 812 …, 812…; foreign numbers need their +.

    Raises ValueError with a sentence for the person.
    """
    compact = PHONE_SEPARATORS.sub("", text)
    if mobile := MOBILE.fullmatch(compact):
        return f"+62{mobile[1]}"
    if any(letter.isalpha() for letter in compact):  # phonenumbers would read them as a telephone's keys
        raise ValueError(PHONE_REFUSED)
    try:
        number = phonenumbers.parse(f"+{compact}" if compact.startswith("62") else compact, "ID")
    except phonenumbers.NumberParseException as error:
        raise ValueError(PHONE_REFUSED) from error
    if not phonenumbers.is_valid_number(number):
        raise ValueError(PHONE_REFUSED)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
