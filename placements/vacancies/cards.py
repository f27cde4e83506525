"""The few words about a vacancy that lists, pages and the feed share. What a list asks for 20 times is remembered."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from functools import lru_cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from bkk_portal.kit.text.formatting import rentang_rupiah, tanggal
from placements.vacancies.enums import VacancyKind, VacancyStatus

DESK_ONLY = "Halaman ini hanya terlihat oleh BKK dan dinas: {}."
STANDINGS: dict[str, str] = {
    VacancyStatus.CLOSED: "Lowongan ini sudah ditutup. Alasan: {reason}.",
    VacancyStatus.PAUSED: "Lowongan ini sedang ditunda dan belum menerima lamaran. Coba lihat lagi nanti.",
    VacancyStatus.DRAFT: DESK_ONLY.format("masih draf"),
    VacancyStatus.REVIEW: DESK_ONLY.format("menunggu persetujuan"),
    VacancyStatus.HIDDEN: DESK_ONLY.format("disembunyikan dinas"),
}
NO_PAY = "Gaji dibicarakan saat wawancara"


@lru_cache(maxsize=4096)
def slug_of(title: str, employer_name: str) -> str:
    return slugify(f"{title} {employer_name}")[:60].strip("-") or "lowongan"


def place_text(village: str | None, regency: str | None, *, is_overseas: bool = False) -> str:
    """Oebobo, Kota Kupang"""
    if is_overseas:
        return "Luar negeri"
    return ", ".join(name for name in (village, regency) if name)


@lru_cache(maxsize=4096)
def pay_text(low: int | None, high: int | None) -> str:
    """Rp 2.300.000 – Rp 3.000.000; a sentence when nothing was said"""
    return rentang_rupiah(low, high) if low or high else NO_PAY


def age_text(youngest: int | None, oldest: int | None) -> str:
    """18–30 tahun; mulai 18 tahun; sampai 30 tahun; empty without a limit"""
    if youngest and oldest:
        return f"{youngest}–{oldest} tahun"
    if youngest or oldest:
        return f"mulai {youngest} tahun" if youngest else f"sampai {oldest} tahun"
    return ""


def standing_by_date(opens_on: datetime.date, closes_on: datetime.date) -> str:
    """Of a public vacancy that is not open today."""
    if opens_on > timezone.localdate():
        return f"Lowongan ini baru dibuka mulai {tanggal(opens_on)}."
    return f"Masa berlaku lowongan ini sudah habis ({tanggal(closes_on)})."


KINDS = dict(VacancyKind.choices)


@dataclasses.dataclass(frozen=True, slots=True)
class Card:
    """What templates/vacancies/card.html shows of a row of queries.as_cards(), in the order of queries.ROW_FIELDS."""

    pk: int
    title: str
    kind: str
    pay_min: int | None
    pay_max: int | None
    closes_on: datetime.date
    is_overseas: bool
    employer: str
    regency: str | None
    village: str | None
    reasons: tuple = ()

    def get_absolute_url(self) -> str:
        return f"{_list_address()}{self.pk}-{slug_of(self.title, self.employer)}/"

    def get_kind_display(self) -> str:
        return KINDS[self.kind]

    @property
    def place(self) -> str:
        return place_text(self.village, self.regency, is_overseas=self.is_overseas)

    @property
    def pay(self) -> str:
        return pay_text(self.pay_min, self.pay_max)

    @property
    def html(self) -> str:
        return _written(self, timezone.localdate())


@functools.lru_cache(maxsize=2_000)
def _written(card: Card, today: datetime.date) -> str:
    """Kept: the same cards stand on many pages, and writing 20 of them takes longer than finding them.

    `today`: the card says how many days are left.
    """
    return render_to_string("vacancies/card.html", {"vacancy": card})


@functools.cache
def _list_address() -> str:
    """A vacancy's page lies under the list; looking its address up 20 times would take as long as the query."""
    return reverse("vacancy_list")
