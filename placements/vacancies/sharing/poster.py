"""The poster of a vacancy for a notice board: A4, read from two metres, with a QR to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from bkk_portal.kit.pdf import qr, render
from bkk_portal.kit.text.formatting import tanggal
from placements.vacancies.cards import NO_PAY

if TYPE_CHECKING:
    from placements.vacancies.models import Vacancy

MOST_CHIPS = 6
MOST_LINES = 6
LONGEST_LINE = 110
LONGEST_TEXT = 260


def poster_pdf(vacancy: Vacancy, *, school: str, page_url: str) -> bytes:
    """PDF bytes. `vacancy` with employer, regency and village; `school`: whose notice board it hangs on."""
    data = {
        "title": f"Lowongan {vacancy.title}",
        "author": f"BKK {school}",
        "date": timezone.localdate().isoformat(),
        "kicker": "Lowongan kerja",
        "headline": vacancy.title,
        "by": vacancy.employer.name,
        "facts": _facts(vacancy),
        "work": _short(" ".join(vacancy.description.split()), LONGEST_TEXT),
        "wanted": [konsentrasi.name for konsentrasi in vacancy.konsentrasi.all()[:MOST_CHIPS]],
        "lines": _lines(vacancy),
        "closes": tanggal(vacancy.closes_on),
        "how": _how(vacancy),
        "address": page_url,
        "qr": "qr.svg",
        "sender": f"BKK {school}",
        "note": "Gratis. Jangan membayar siapa pun untuk melamar.",
    }
    return render("poster", data, files={"qr.svg": qr.svg_bytes(page_url)})


def _facts(vacancy: Vacancy) -> list[tuple[str, str]]:
    pay = "Dibicarakan" if vacancy.pay == NO_PAY else vacancy.pay
    return [
        ("Gaji per bulan", pay),
        ("Tempat kerja", vacancy.place or "Indonesia"),
        ("Jenis pekerjaan", vacancy.get_kind_display()),
        ("Dibutuhkan", vacancy.headcount_text),
        ("Pendidikan", vacancy.get_education_display()),
        ("Pengalaman", vacancy.experience_text),
    ]


def _lines(vacancy: Vacancy) -> list[str]:
    """What is asked for beside, a line each; long ones are cut at a word."""
    lines = [line.strip(" -•*\t") for line in vacancy.requirements.splitlines()]
    return [_short(line) for line in lines if line][:MOST_LINES]


def _short(text: str, longest: int = LONGEST_LINE) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"


def _how(vacancy: Vacancy) -> str:
    if vacancy.is_overseas:
        return "Hanya informasi: lamar lewat jalur resmi yang tertulis di halaman ini."
    return "Pindai untuk membaca selengkapnya dan melamar, atau datang ke BKK sekolah Anda."
