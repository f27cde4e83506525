"""Dates, money and numbers as people here write them. The filters of the same names call these.

None and "" come out as an en dash, so that a table cell is never mysteriously empty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Literal, TypeVar

import phonenumbers
from django.utils import timezone

if TYPE_CHECKING:
    from typing_extensions import TypeIs

NOTHING = "–"
MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni"]
MONTHS += ["Juli", "Agustus", "September", "Oktober", "November", "Desember"]
MONTHS_SHORT = [name[:3] for name in MONTHS]
ROMAN = ["", "I", "II", "III", "IV"]  # as offices number quarters and half-years
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
Nothing = Literal[""] | None
Number = int | float | Decimal
Moment = TypeVar("Moment", bound=dt.date | dt.time)
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def _local(value: Moment) -> Moment:
    """An aware datetime in the portal's zone; dates and naive datetimes as they are."""
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return value.astimezone(timezone.get_current_timezone())
    return value


def _is_nothing(value: object) -> TypeIs[Nothing]:
    """None, or the empty text that a template has where a row is missing."""
    return value is None or value == ""


# dates ------------------------------------------------------------------------------------------------------


def tanggal(value: dt.date | Nothing) -> str:
    """24 November 2026"""
    if _is_nothing(value):
        return NOTHING
    value = _local(value)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def hari_tanggal(value: dt.date) -> str:
    """Selasa, 24 November 2026"""
    return NOTHING if _is_nothing(value) else f"{DAYS[_local(value).weekday()]}, {tanggal(value)}"


def tanggal_pendek(value: dt.date | Nothing) -> str:
    """24 Nov 2026"""
    if _is_nothing(value):
        return NOTHING
    value = _local(value)
    return f"{value.day} {MONTHS_SHORT[value.month - 1]} {value.year}"


def bulan_tahun(value: dt.date | Nothing) -> str:
    """November 2026"""
    if _is_nothing(value):
        return NOTHING
    value = _local(value)
    return f"{MONTHS[value.month - 1]} {value.year}"


def jam(value: dt.datetime | dt.time | Nothing) -> str:
    """14.30 (of a time or a datetime)"""
    return NOTHING if _is_nothing(value) else f"{_local(value):%H.%M}"


def waktu(value: dt.datetime | Nothing) -> str:
    """24 November 2026 pukul 14.30 WITA"""
    if _is_nothing(value):
        return NOTHING
    value = _local(value)
    offset = value.utcoffset() or timezone.localtime().utcoffset() or dt.timedelta()
    hours = offset // dt.timedelta(hours=1)
    return f"{tanggal(value)} pukul {jam(value)} {ZONES.get(hours, '')}".rstrip()


def tanggal_terbilang(value: dt.date | Nothing) -> str:
    """Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam: the opening of a BAST"""
    if _is_nothing(value):
        return NOTHING
    value = _local(value)
    day, year = terbilang(value.day), terbilang(value.year)
    return f"{DAYS[value.weekday()]}, tanggal {day} bulan {MONTHS[value.month - 1]} tahun {year}"


def rentang_tanggal(start: dt.date | Nothing, end: dt.date | Nothing) -> str:
    """3–14 Maret 2026; 28 Februari – 3 Maret 2026; mulai 3 Maret 2026; sampai 14 Maret 2026"""
    if _is_nothing(start) or _is_nothing(end):
        return _open_range(start, end, tanggal)
    start, end = _local(start), _local(end)
    if (start.year, start.month, start.day) == (end.year, end.month, end.day):
        return tanggal(end)
    if start.year != end.year:
        return f"{tanggal(start)} – {tanggal(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} – {tanggal(end)}"
    return f"{start.day}–{tanggal(end)}"


def _open_range(start: object, end: object, shown: Callable[..., str]) -> str:
    if not _is_nothing(start):
        return f"mulai {shown(start)}"
    return NOTHING if _is_nothing(end) else f"sampai {shown(end)}"


SPANS = [(60, 1, "detik"), (3600, 60, "menit"), (86400, 3600, "jam")]
DAY_SPANS = [(14, 1, "hari"), (60, 7, "minggu"), (730, 30.44, "bulan"), (float("inf"), 365.25, "tahun")]
NEAR_DAYS = {-1: "kemarin", 0: "hari ini", 1: "besok"}


def sejak(value: dt.date | Nothing, now: dt.datetime | None = None) -> str:
    """How far from now: 5 menit lalu, kemarin, 3 hari lagi, 2 bulan lalu.

    A datetime of today is counted in minutes and hours; all else in calendar days of the portal's zone.
    """
    if _is_nothing(value):
        return NOTHING
    now, value = timezone.localtime(now), _local(value)
    days = ((value.date() if isinstance(value, dt.datetime) else value) - now.date()).days
    if isinstance(value, dt.datetime) and days == 0:
        return _moment_today((value - now).total_seconds())
    return NEAR_DAYS.get(days) or _span(days, DAY_SPANS)


def _moment_today(seconds: float) -> str:
    return "baru saja" if abs(seconds) < 60 else _span(seconds, SPANS)


def _span(amount: float, spans: Sequence[tuple[float, float, str]]) -> str:
    size, unit = next((size, unit) for limit, size, unit in spans if abs(amount) < limit)
    return f"{int(abs(amount) / size)} {unit} {'lagi' if amount > 0 else 'lalu'}"


# numbers and money ------------------------------------------------------------------------------------------


def _rounded(value: Number, places: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0  # no -0


def _with_dots(value: Number, places: int) -> str:
    return f"{_rounded(value, places):,.{places}f}".translate(str.maketrans(",.", ".,"))


def angka(value: Number | Nothing, places: int = 0) -> str:
    """12.779; with places=1 12.779,5"""
    if type(value) is int and not places:
        return f"{value:,}".replace(",", ".")  # lists of choices carry hundreds of these
    return NOTHING if _is_nothing(value) else _with_dots(value, places)


def rupiah(value: Number | Nothing) -> str:
    """Rp 5.505.193; sen are shown only where there are any"""
    if _is_nothing(value):
        return NOTHING
    amount = _rounded(value, 2)
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp {_with_dots(abs(amount), 0 if amount == amount.to_integral_value() else 2)}"


MAGNITUDES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def rupiah_singkat(value: int) -> str:
    """Rp 104,9 juta; below a million in full"""
    if _is_nothing(value):
        return NOTHING
    for size, word in MAGNITUDES:
        if abs(value) >= size:
            tenths = round(10 * value / size)
            return f"Rp {angka(tenths / 10, 1 if tenths % 10 else 0)} {word}"
    return rupiah(value)


def rentang_rupiah(low: int | None, high: int | None) -> str:
    """Rp 2.500.000 – Rp 3.000.000; mulai Rp 2.500.000; sampai Rp 3.000.000"""
    if _is_nothing(low) or _is_nothing(high):
        return _open_range(low, high, rupiah)
    return rupiah(low) if low == high else f"{rupiah(low)} – {rupiah(high)}"


def persen(value: Number | Nothing, places: int = 1) -> str:
    """5,7% of the number 5.7 (a percentage already, not a fraction)"""
    return NOTHING if _is_nothing(value) else f"{_with_dots(value, places)}%"


def persen_dari(part: Number | Nothing, whole: Number | Nothing) -> str:
    """20,0% of 5 in 25; an en dash where there is no whole"""
    return NOTHING if _is_nothing(part) or not whole else persen(Decimal(part) * 100 / Decimal(whole))


SMALL = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
SMALL += ["sepuluh", "sebelas"]
GROUPS = ["", "ribu", "juta", "miliar", "triliun", "kuadriliun"]
TERBILANG_LIMIT = 10**18


def terbilang(value: int | str | Decimal | None) -> str:
    """lima juta lima ratus lima ribu seratus sembilan puluh tiga; minus and koma are read out.

    Raises ValueError at 10^18 and beyond.
    """
    if _is_nothing(value):
        return NOTHING
    number = Decimal(str(value))
    if abs(number) >= TERBILANG_LIMIT:
        raise ValueError(f"terbilang: {value} terlalu besar")
    whole, _, fraction = f"{abs(number):f}".partition(".")
    digits = [SMALL[int(digit)] for digit in fraction.rstrip("0")]
    words = [_whole_words(int(whole)), *(["koma", *digits] if digits else [])]
    return " ".join(["minus", *words] if number < 0 else words)


def _whole_words(number: int) -> str:
    if number == 0:
        return SMALL[0]
    parts = []
    for group in GROUPS:
        number, below = divmod(number, 1000)
        if below:
            parts.append("seribu" if (below, group) == (1, "ribu") else f"{_hundreds(below)} {group}".rstrip())
    return " ".join(reversed(parts))


def _hundreds(number: int) -> str:
    """Words of 1–999."""
    hundreds, rest = divmod(number, 100)
    head = {0: "", 1: "seratus"}.get(hundreds, f"{SMALL[hundreds]} ratus")
    return f"{head} {_tens(rest)}".strip()


def _tens(number: int) -> str:
    """Words of 0–99; nothing for 0."""
    if number < 12:
        return SMALL[number] if number else ""
    if number < 20:
        return f"{SMALL[number - 10]} belas"
    return f"{SMALL[number // 10]} puluh {_tens(number % 10)}".strip()


# people -----------------------------------------------------------------------------------------------------


def telepon(value: str | None) -> str:
    """0812-3456-7890 of +6281234567890; anything else as it is"""
    if not value:
        return NOTHING
    try:
        number = phonenumbers.parse(value, "ID")
    except phonenumbers.NumberParseException:
        return value
    is_ours = number.country_code == 62
    style = phonenumbers.PhoneNumberFormat.NATIONAL if is_ours else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def samarkan_nik(value: str | None) -> str:
    """5371••••••••0001"""
    return f"{value[:4]}{'•' * 8}{value[-4:]}" if value else NOTHING


def nama_singkat(value: str) -> str:
    """Maria Y. N. of Maria Yuliana Nenobais: enough to confirm a document, too little to look someone up"""
    first, *others = (value or "").split() or [NOTHING]
    initials = [f"{name[0].upper()}." for name in others if name[0].isalpha()]
    return " ".join([first.title() if first.isupper() else first, *initials])


# words ------------------------------------------------------------------------------------------------------


def kecil(value: str) -> str:
    """A label inside a sentence: "diperiksa BKK", "melamar"; "WhatsApp" and "Rp 1–2 juta" stay as they are."""
    text = str(value)
    first = text.split(" ", 1)[0]
    return text if first == "Rp" or first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
