"""Reading dates and whole numbers as people write them, or as an address carries them."""

import datetime as dt
import functools
import re

from bkk_portal.kit.text.formatting import MONTHS

ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
NUMBERS = re.compile(r"(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4})(?: 0?0[:.]00(?:[:.]00)?)?")
WORDS = re.compile(r"(\d{1,2})[ \-/]+([A-Za-z]+)\.?,?[ \-/]+(\d{4})")
SHORT_YEAR = re.compile(r"\d{1,2}[/\-. ]+(?:\d{1,2}|[A-Za-z]+)[/\-. ]+\d{2}")
OTHER_NAMES = {"agt": 8, "agust": 8, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2, "sept": 9}
MONTH_NUMBERS = (
    {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
    | OTHER_NAMES
)
NOT_UNDERSTOOD = "Tanggal tidak dikenali. Tulis misalnya 24/11/2026 atau 24 November 2026."

MONTH_FORMS = (
    (re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})"), int),
    (re.compile(r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})"), int),
    (re.compile(r"(?P<month>[A-Za-z]+)\.?[ \-/]+(?P<year>\d{4})"), lambda name: MONTH_NUMBERS.get(name.lower(), 0)),
)


def parse_month(text: str) -> dt.date:
    """First day of 2026-11, 11/2026, November 2026, Nov 2026, or of the month of any date parse_date() knows.

    Raises ValueError with a sentence for the person.
    """
    text = " ".join(text.split())
    for form, number in MONTH_FORMS:
        if match := form.fullmatch(text):
            year, month = int(match["year"]), number(match["month"])
            if 1 <= month <= 12 and year:
                return dt.date(year, month, 1)
            raise ValueError("Bulan tidak dikenali. Tulis misalnya 09/2025 atau September 2025.")
    return parse_date(text).replace(day=1)


@functools.lru_cache(maxsize=4096)
def parse_date(text: str) -> dt.date:
    """date of 2026-11-24, 24/11/2026, 24-11-2026, 24.11.2026, 24 November 2026 or 24 Nov 2026.

    Raises ValueError with a sentence for the person.
    """
    text = " ".join(text.split())
    if match := ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := NUMBERS.fullmatch(text):
        day, month, year = match.groups()
    elif (match := WORDS.fullmatch(text)) and match[2].lower() in MONTH_NUMBERS:
        day, month, year = match[1], MONTH_NUMBERS[match[2].lower()], match[3]
    elif SHORT_YEAR.fullmatch(text):
        raise ValueError("Tahun harus ditulis 4 angka, misalnya 24/11/2026.")
    else:
        raise ValueError(NOT_UNDERSTOOD)
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError as error:
        raise ValueError(_impossible(int(day), int(month))) from error


def _impossible(day: int, month: int) -> str:
    if not 1 <= month <= 12:
        return f"Bulan {month} tidak ada; tulis hari dulu, lalu bulan, lalu tahun, misalnya 24/11/2026."
    return f"Tanggal {day} {MONTHS[month - 1]} tidak ada di kalender tahun itu. Periksa tanggalnya."


def whole_number(text: str | None, most: int = 2**63 - 1) -> int | None:
    """0 to `most` from ASCII digits alone, as addresses and hidden fields carry keys; None for everything else."""
    if not (text and text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        return None
    return int(text) if int(text) <= most else None


def years_later(day: dt.date, years: int) -> dt.date:
    """The same day so many years on; 1 March where 29 February is not: then somebody born on it is a year older."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


def years_before(day: dt.date, years: int) -> dt.date:
    """The latest day of birth of somebody who is so many years old on that day: 28 February where 29 is not."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return dt.date(day.year - years, 2, 28)
