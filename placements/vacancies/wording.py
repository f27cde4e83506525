"""The few words about a vacancy that lists, pages and the feed share. What a list asks for 20 times is remembered."""

from functools import lru_cache

from django.utils import timezone
from django.utils.text import slugify

from bkk_portal.kit.formatting import rentang_rupiah, tanggal
from placements.vacancies.enums import VacancyStatus

DESK_ONLY = "Halaman ini hanya terlihat oleh BKK dan dinas: {}."
STANDINGS = {
    VacancyStatus.CLOSED: "Lowongan ini sudah ditutup. Alasan: {reason}.",
    VacancyStatus.PAUSED: "Lowongan ini sedang ditunda dan belum menerima lamaran. Coba lihat lagi nanti.",
    VacancyStatus.DRAFT: DESK_ONLY.format("masih draf"),
    VacancyStatus.REVIEW: DESK_ONLY.format("menunggu persetujuan"),
    VacancyStatus.HIDDEN: DESK_ONLY.format("disembunyikan dinas"),
}
NO_PAY = "Gaji dibicarakan saat wawancara"


@lru_cache(maxsize=4096)
def slug_of(title, employer_name):
    return slugify(f"{title} {employer_name}")[:60].strip("-") or "lowongan"


def place_text(village, regency, *, is_overseas=False):
    """Oebobo, Kota Kupang"""
    if is_overseas:
        return "Luar negeri"
    return ", ".join(name for name in (village, regency) if name)


@lru_cache(maxsize=4096)
def pay_text(low, high):
    """Rp 2.300.000 – Rp 3.000.000; a sentence when nothing was said"""
    return rentang_rupiah(low, high) if low or high else NO_PAY


def age_text(youngest, oldest):
    """18–30 tahun; mulai 18 tahun; sampai 30 tahun; empty without a limit"""
    if youngest and oldest:
        return f"{youngest}–{oldest} tahun"
    if youngest or oldest:
        return f"mulai {youngest} tahun" if youngest else f"sampai {oldest} tahun"
    return ""


def standing_by_date(opens_on, closes_on):
    """Of a public vacancy that is not open today."""
    if opens_on > timezone.localdate():
        return f"Lowongan ini baru dibuka mulai {tanggal(opens_on)}."
    return f"Masa berlaku lowongan ini sudah habis ({tanggal(closes_on)})."
