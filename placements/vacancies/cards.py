"""The few words about a vacancy that lists, pages, the feed and the API share; asked for 20 times, they are kept."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from functools import lru_cache
from typing import Any, Self

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from ninja import Schema
from pydantic import Field

from bkk_portal.kit.text.formatting import rentang_rupiah, sejak, tanggal
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
    """What templates/vacancies/card.html shows. Every field but `reasons` is read from the vacancy (READ)."""

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

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """The card of a row of queries.as_cards()."""
        return cls(**{name: row[source] for name, source in READ.items()})

    def get_absolute_url(self) -> str:
        return f"{_list_address()}{self.pk}-{slug_of(self.title, self.employer)}/"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """(icon, text) in the order of the card; what is not known is left out."""
        facts = [
            ("pin", place_text(self.village, self.regency, is_overseas=self.is_overseas)),
            ("money", pay_text(self.pay_min, self.pay_max)),
            ("briefcase", KINDS[self.kind]),
            ("clock", f"ditutup {sejak(self.closes_on)}"),
        ]
        return [(icon, text) for icon, text in facts if text]

    @property
    def html(self) -> str:
        return _written(self, timezone.localdate())


RELATED = {"employer": "employer__name", "regency": "regency__name", "village": "village__name"}
READ = {
    field.name: RELATED.get(field.name, field.name) for field in dataclasses.fields(Card) if field.name != "reasons"
}


class VacancyOut(Schema):  # in /api/v1/lowongan; a docstring would stand in the published description
    id: int
    jabatan: str = Field(alias="title")
    perusahaan: str = Field(alias="employer.name")
    jenis: str = Field(alias="get_kind_display")
    jumlah: int = Field(alias="headcount")
    uraian: str = Field(alias="description")
    gaji_dari: int | None = Field(alias="pay_min")
    gaji_sampai: int | None = Field(alias="pay_max")
    kelurahan: str | None = Field(None, alias="village.name")
    berlaku_mulai: datetime.date = Field(alias="opens_on")
    ditutup: datetime.date = Field(alias="closes_on")


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
