"""The few words about a vacancy that lists, pages and the feed share. What a list asks for 20 times is remembered."""

from functools import lru_cache

from django.utils.text import slugify

from bkk_portal.kit.formatting import rentang_rupiah

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
