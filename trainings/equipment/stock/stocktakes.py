"""Stok opname: count a place, explain what differs, book the differences as entries of the ledger."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import angka
from trainings.equipment.enums import MovementKind, StocktakeStatus
from trainings.equipment.stock import ledger
from trainings.equipment.stock.models import StockLot, Stocktake, StocktakeLine

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.stock.models import StockLocation


@dataclasses.dataclass(frozen=True)
class Counted:
    """What somebody counted of one StocktakeLine; `missing`: the serial numbers that were not found."""

    line: StocktakeLine
    quantity: int
    reason: str = ""
    missing: tuple[str, ...] = ()


def start(*, location: StockLocation, counted_on: datetime.date, actor: Actor) -> Stocktake:
    """Opens the stocktake of a place with a line for everything that was ever kept there."""
    if location.agency_id != actor.agency_id:
        raise Refused("Gudang ini milik dinas lain.")
    if counted_on > timezone.localdate():
        raise Refused("Tanggal hitung belum tiba.")
    with transaction.atomic():
        locked(location)
        if Stocktake.objects.open().filter(location=location).exists():
            raise AlreadyDone(f"Sudah dimulai: stok opname {location} masih berjalan.")
        balances = _balances(location.pk)
        if not balances:
            raise Refused(f"Belum ada barang di {location}, jadi tidak ada yang dihitung.")
        take = Stocktake.objects.create(
            agency_id=actor.agency_id, location=location, counted_on=counted_on, counted_by_id=actor.signed_in_id
        )
        StocktakeLine.objects.bulk_create(
            StocktakeLine(stocktake=take, item_id=item_id, expected=left) for item_id, left in balances.items()
        )
    return take


def write_counts(*, stocktake: Stocktake, counts: list[Counted], actor: Actor) -> Stocktake:
    """Saves [Counted]; what was expected is read from the ledger at this very moment. Raises Refused."""
    with transaction.atomic():
        take = _locked(stocktake, actor)
        ledger.lock_items({count.line.item_id for count in counts})
        balances = _balances(take.location_id)
        for count in counts:
            _write(count, balances.get(count.line.item_id, 0))
    return take


def book(*, stocktake: Stocktake, actor: Actor) -> Stocktake:
    """The differences become entries: the ledger says what is on the shelf. Only the head books a difference."""
    with transaction.atomic():
        take = _locked(stocktake, actor)
        lines = list(take.lines.select_related("item").order_by("item_id"))
        if any(line.counted is None for line in lines):
            raise Refused("Masih ada barang yang belum dihitung.")
        differing = [line for line in lines if line.difference]
        if differing and not actor.is_agency_head:
            raise Refused("Ada selisih. Hanya kepala dinas yang membukukan selisih stok opname.")
        lots = ledger.locked_lots(take.agency_id, [line.item_id for line in differing], take.location_id)
        for line in differing:
            _book_line(take, line, lots.get(line.item_id, []), actor)
        take.status, take.booked_by_id, take.booked_at = StocktakeStatus.BOOKED, actor.user_id, timezone.now()
        take.save()
    return take


def drop(*, stocktake: Stocktake, actor: Actor) -> Stocktake:
    """Gives a stocktake up; nothing of it was booked."""
    with transaction.atomic():
        take = _locked(stocktake, actor)
        take.status = StocktakeStatus.DROPPED
        take.save()
    return take


def _locked(stocktake: Stocktake, actor: Actor) -> Stocktake:
    take = locked(stocktake, "location")
    if take.agency_id != actor.agency_id:
        raise Refused("Stok opname ini milik dinas lain.")
    if not take.is_open:
        raise AlreadyDone(f"Sudah selesai: stok opname ini {take.get_status_display().lower()}.")
    return take


def _balances(location_id: int) -> dict[int, int]:
    """{item id: pieces} of everything that was ever kept there."""
    lots = StockLot.objects.filter(location_id=location_id)
    return dict(lots.order_by().values_list("item").annotate(left=Sum("balance")))


def _write(count: Counted, expected: int) -> None:
    line, reason = count.line, count.reason.strip()[:200]
    if count.quantity < 0:
        raise Refused(f"{line.item}: hasil hitung tidak boleh kurang dari nol.")
    if count.quantity != expected and not reason:
        raise Refused(
            f"{line.item}: dihitung {angka(count.quantity)}, menurut catatan {angka(expected)}. Jelaskan selisihnya."
        )
    if len(count.missing) > max(0, expected - count.quantity) or len(set(count.missing)) != len(count.missing):
        raise Refused(f"{line.item}: nomor seri yang tidak ada lebih banyak daripada kekurangannya.")
    line.expected, line.counted, line.serials = expected, count.quantity, list(count.missing)
    line.reason = reason if count.quantity != expected else ""
    line.save()


def _book_line(take: Stocktake, line: StocktakeLine, lots: list[StockLot], actor: Actor) -> None:
    if line.difference > 0:
        lot = _newest_lot(take, line)
        ledger.move(lot, MovementKind.COUNTED_MORE, line.difference, actor, note=line.reason, stocktake_line=line)
        return
    missing = -line.difference
    taken = ledger.pieces_out(line.item, lots, missing, line.serials)
    ledger.check_free(line.item, missing)
    ledger.mark_out(line.item, taken)
    for lot, pieces, _ in taken:
        ledger.move(lot, MovementKind.COUNTED_LESS, -pieces, actor, note=line.reason, stocktake_line=line)


def _newest_lot(take: Stocktake, line: StocktakeLine) -> StockLot:
    """Found pieces are of the latest delivery, at its price."""
    lots = StockLot.objects.select_for_update().filter(location_id=take.location_id, item_id=line.item_id)
    return lots.order_by("-received_on", "-pk")[0]
