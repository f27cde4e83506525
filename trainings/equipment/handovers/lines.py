"""What is given of each item of a kit, from which lots, beside what was planned."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka
from trainings.equipment.handovers.models import HandoverLine
from trainings.equipment.stock import ledger

if TYPE_CHECKING:
    from trainings.equipment.catalogue.models import EquipmentItem, KitLine
    from trainings.equipment.handovers.models import Handover
    from trainings.equipment.stock.models import StockLot


@dataclasses.dataclass(frozen=True)
class Given:
    """What is given of one KitLine; `serials`: one per piece where the item has them."""

    line: KitLine
    quantity: int
    reason: str = ""
    serials: tuple[str, ...] = ()


def lines_of(handover: Handover, part: Given, lots: list[StockLot]) -> list[HandoverLine]:
    """[HandoverLine], unsaved: one per lot, or per piece where pieces have serial numbers; what stays away is one too.

    `lots`: locked StockLots of the item, oldest first. Raises Refused.
    """
    _check(part)
    item = part.line.item
    taken = ledger.pieces_out(item, lots, part.quantity, part.serials) if part.quantity else []
    ledger.check_free(item, part.quantity, but_for=handover.participant.training_id)
    lines = [_line(handover, part, *piece) for piece in sorted(taken, key=_order(part, lots))]
    planned = part.line.quantity
    for line in lines:
        line.planned = min(planned, line.given)
        planned -= line.planned
    if planned:
        lines.append(HandoverLine(handover=handover, item=item, planned=planned))
    for line in lines:
        line.difference_reason = part.reason.strip()[:200] if line.planned != line.given else ""
    return lines


def _order(part: Given, lots: list[StockLot]) -> Callable:
    """As the officer wrote the serial numbers; without numbers, oldest lot first."""
    places = {serial: at for at, serial in enumerate(part.serials)}
    ages = {lot.pk: at for at, lot in enumerate(lots)}
    return lambda piece: (places.get(piece[2], 0), ages[piece[0].pk])


def _line(handover: Handover, part: Given, lot: StockLot, pieces: int, serial: str) -> HandoverLine:
    return HandoverLine(
        handover=handover,
        item=part.line.item,
        lot=lot,
        given=pieces,
        unit_price=lot.unit_price,
        brand=lot.brand,
        serial_number=serial,
    )


def _check(part: Given) -> None:
    item, planned = part.line.item, part.line.quantity
    if part.quantity != planned and not part.reason.strip():
        raise Refused(
            f"{item}: diserahkan {angka(part.quantity)}, isi paketnya {angka(planned)}. Tulis alasan selisihnya."
        )
    if item.has_serial:
        _check_serials(part, item)


def _check_serials(part: Given, item: EquipmentItem) -> None:
    if not ledger.one_each(part.serials, part.quantity):
        raise Refused(f"{item}: {ledger.serials_wanted(part.quantity)}")
    taken = HandoverLine.objects.kept().filter(item=item, serial_number__in=part.serials).first()
    if taken:
        raise Refused(f"{item}: nomor seri {taken.serial_number} sudah pernah diserahkan. Periksa nomor di barangnya.")
