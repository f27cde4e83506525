"""From a cell to a value. A cell is what calamine or csv gives: str, float, int, bool, date, datetime, time."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bkk_portal.kit.spreadsheets.columns import CellProblem, heading_key, shown
from bkk_portal.kit.text.dates import parse_date
from bkk_portal.kit.text.identifiers import SEPARATORS, nik_problems, nisn_problems, normalise_phone, today_here

if TYPE_CHECKING:
    from re import Match

AS_TEXT = "ubah kolom menjadi Teks di Excel lalu ketik ulang."
LOST_ZEROS = range(7, 10)  # digits left of a NISN whose leading zeros a spreadsheet dropped; fewer were never ten
SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+")
FRACTION = re.compile(r"\d+[.,]\d+")
QUOTED_FORMULA = re.compile(r'="(.*)"')
LETTERS = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
NAME = re.compile(r"[^\W\d_][^\d_=<>@#%*\\{}\[\]|;:!?\"]*")
NUMERALS = frozenset({"II", "III", "IV"})
SEXES = {
    **dict.fromkeys(["l", "lakilaki", "laki", "lk", "pria", "m", "male"], "L"),
    **dict.fromkeys(["p", "perempuan", "pr", "wanita", "f", "female"], "P"),
}
SEVERAL = re.compile(r"\s*(?:[/;,&]|\batau\b|\bdan\b)\s*")
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")
OLDEST_BIRTH = dt.date(1920, 1, 1)


# The same villages, classes and places of birth come thousands of times. Typed: 1.0 and True are equal to 1.
remembered = functools.lru_cache(maxsize=2048, typed=True)


def is_number(value: str | float | int) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def text_of(cell: str | float | dt.date | bool) -> str:
    """The cell as one line of text without invisible signs; 12.0 is "12", a date is written day first."""
    if not isinstance(cell, str):
        return shown(cell)
    if not cell.isprintable():
        cell = "".join(letter if letter.isprintable() else " " for letter in cell)
    return " ".join(cell.split())


def text_cleaner(max_length: int) -> Callable[[Any], str]:
    """A cleaner for text of at most that many letters."""

    @remembered
    def clean(cell: Any) -> str:
        text = text_of(cell).lstrip("'")
        if len(text) > max_length:
            raise CellProblem(f"Terlalu panjang ({len(text)} huruf). Paling banyak {max_length} huruf.")
        return text

    return clean


clean_text = text_cleaner(255)


def clean_name(cell: str | float) -> str:
    """A person's name; one written ALL IN CAPITALS comes back as Maria D'Rozari."""
    if not isinstance(cell, str):
        raise CellProblem("Nama harus berupa tulisan, bukan angka atau tanggal.")
    name = text_of(cell).lstrip("'")
    if not NAME.fullmatch(name):
        raise CellProblem("Nama hanya boleh berisi huruf, titik, koma, tanda hubung, dan petik. Tulis ulang namanya.")
    if len(name) > 150:
        raise CellProblem("Nama terlalu panjang. Paling banyak 150 huruf.")
    return LETTERS.sub(_capitalised, name) if name.isupper() or name.islower() else name


def _capitalised(match: Match) -> str:
    word = match[0]
    if word in NUMERALS:
        return word
    head, mark, tail = word[:1], word[1:2], word[2:]
    if mark and not mark.isalpha():  # D'Rozari, but Ma'ruf
        return f"{head.upper()}{mark}{tail.capitalize()}"
    return word.capitalize()


@remembered
def clean_sex(cell: str) -> str:
    sex = SEXES.get(heading_key(text_of(cell)))
    if sex is None:
        raise CellProblem("Jenis kelamin tidak dikenali. Tulis L atau P.")
    return sex


def _digits(cell: Any, what: str) -> str:
    """The digits of a text cell. Raises CellProblem where Excel has turned them into a number's notation."""
    text = text_of(cell)
    if formula := QUOTED_FORMULA.fullmatch(text):
        text = formula[1]
    if SCIENTIFIC.fullmatch(text):
        raise CellProblem(f"{what} tersimpan dalam bentuk singkat ({text}) sehingga angkanya hilang; {AS_TEXT}")
    if FRACTION.fullmatch(text):
        raise CellProblem(f"{what} tersimpan sebagai pecahan; {AS_TEXT}")
    return SEPARATORS.sub("", text)


def clean_nisn(cell: str | float | int) -> str:
    """10 digits. A number is taken only where no leading zero can have been lost."""
    if isinstance(cell, float) and not cell.is_integer():
        raise CellProblem(f"NISN tersimpan sebagai pecahan; {AS_TEXT}")
    digits = shown(cell) if is_number(cell) else _digits(cell, "NISN")
    if digits.isdigit() and len(digits) in LOST_ZEROS:
        raise CellProblem(f"NISN harus 10 angka. Nol di depan hilang; {AS_TEXT}")
    if problems := nisn_problems(digits):
        raise CellProblem(problems[0])
    return digits


def clean_nik(cell: str | float) -> str:
    """16 digits as text: a number keeps only 15 of them."""
    if is_number(cell):
        raise CellProblem(f"NIK tersimpan sebagai angka, sehingga angka terakhirnya dapat hilang; {AS_TEXT}")
    digits = _digits(cell, "NIK")
    if problems := nik_problems(digits):
        raise CellProblem(problems[0])
    return digits


def clean_date(cell: str | dt.date | float) -> dt.date:
    """date of an Excel date or of text such as 2007-03-01, 01/03/2007, 1 Maret 2007."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if not isinstance(cell, str):
        raise CellProblem("Tanggal tersimpan sebagai angka. Tulis ulang, misalnya 01/03/2007 atau 1 Maret 2007.")
    try:
        return parse_date(text_of(cell).lstrip("'"))
    except ValueError as error:
        raise CellProblem(str(error)) from error


def clean_birth_date(cell: str | dt.date) -> dt.date:
    date = clean_date(cell)
    if not OLDEST_BIRTH <= date <= today_here():
        raise CellProblem("Tanggal lahir harus antara tahun 1920 dan hari ini. Periksa tahunnya.")
    return date


def _first_phone(text: str) -> str:
    try:
        return normalise_phone(text)
    except ValueError as error:
        parts = SEVERAL.split(text)
        if len(parts) == 1:
            raise CellProblem(str(error)) from error
    for part in parts:
        try:
            return normalise_phone(part)
        except ValueError:
            continue
    raise CellProblem("Tidak ada nomor telepon yang dikenali. Tulis satu nomor, misalnya 0812-3456-7890.")


def clean_phone(cell: str | float) -> str:
    """ "+62…"; of several numbers in one cell the first that is one."""
    return _first_phone(text_of(cell))


def clean_email(cell: str) -> str:
    email = text_of(cell).lower()
    if not EMAIL.fullmatch(email) or len(email) > 254:
        raise CellProblem("Alamat e-mail tidak lengkap. Tulis misalnya nama@contoh.com, atau kosongkan.")
    return email
