"""The list of a stocktake: blank to count with, filled to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.kit.pdf.forms import Column, OfficialList, Signatory, official_list
from bkk_portal.kit.text.formatting import angka
from trainings.participants.certificates.actions import letterhead_of

if TYPE_CHECKING:
    from trainings.equipment.stock.models import Stocktake, StocktakeLine


def stocktake_pdf(take: Stocktake) -> bytes:
    """PDF bytes. What the ledger says stands on it only after the count, so that nobody copies it."""
    lines = take.lines.select_related("item").order_by("item__name", "pk")
    agency = take.agency
    return official_list(
        OfficialList(
            letterhead=letterhead_of(agency),
            title="Berita Acara Stok Opname",
            number="",
            date=take.counted_on,
            facts=(("Gudang", str(take.location)), ("Keadaan", take.get_status_display())),
            columns=(
                Column(title="No.", align="right", width=0),
                Column(title="Barang", width=3),
                Column(title="Satuan"),
                Column(title="Catatan", align="right"),
                Column(title="Hasil hitung", align="right"),
                Column(title="Selisih", align="right"),
                Column(title="Penjelasan", width=3),
            ),
            rows=tuple(_row(number, line) for number, line in enumerate(lines, 1)),
            signatories=(
                Signatory(title="Yang menghitung", name=take.counted_by.name),
                Signatory(title=agency.head_title, name=agency.head_name, nip=agency.head_nip),
            ),
            row_height=7,
        )
    )


def _row(number: int, line: StocktakeLine) -> tuple[str, ...]:
    if line.counted is None:
        return (str(number), line.item.name, line.item.unit, "", "", "", "")
    missing = f" Nomor seri: {', '.join(line.serials)}." if line.serials else ""
    return (
        str(number),
        line.item.name,
        line.item.unit,
        angka(line.expected),
        angka(line.counted),
        angka(line.difference),
        f"{line.reason}{missing}",
    )
