"""The stock ledger's one pen: locks, what is free, which pieces leave, and the entry itself.

Every writer first locks the items (in one order, so that nobody deadlocks), then their lots. Balances, reservations and
serial numbers of an item therefore change one after another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import Q, Sum

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka
from trainings.equipment.catalogue.models import EquipmentItem
from trainings.equipment.stock.models import Reservation, SerialNumber, StockLot, StockMovement

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.enums import MovementKind

OTHER_OFFICE = "Stok ini milik dinas lain."
LONGEST_NOTE = 300


def lock_items(item_ids: Iterable[int]) -> dict[int, EquipmentItem]:
    """{item id: EquipmentItem}, locked until the transaction ends."""
    rows = EquipmentItem.objects.select_for_update(no_key=True).filter(pk__in=item_ids)
    return {item.pk: item for item in rows.order_by("pk")}


def locked_lots(agency_id: int, item_ids: Iterable[int], location_id: int | None = None) -> dict[int, list[StockLot]]:
    """{item id: [StockLot]} with something left, oldest first (FIFO); items and lots are locked."""
    lock_items(item_ids)
    lots = StockLot.objects.select_for_update().filter(agency_id=agency_id, item_id__in=item_ids, balance__gt=0)
    if location_id:
        lots = lots.filter(location_id=location_id)
    by_item: dict[int, list[StockLot]] = {}
    for lot in sorted(lots.order_by("pk"), key=lambda lot: (lot.received_on, lot.pk)):
        by_item.setdefault(lot.item_id, []).append(lot)
    return by_item


def locked_lot(pk: int, actor: Actor) -> StockLot:
    """The StockLot with its item, both locked. Raises Refused for another office's."""
    item_id = StockLot.objects.values_list("item_id", flat=True).get(pk=pk)
    lock_items([item_id])
    lot = StockLot.objects.select_for_update(of=("self",)).select_related("item", "location", "contract").get(pk=pk)
    if lot.agency_id != actor.agency_id:
        raise Refused(OTHER_OFFICE)
    return lot


def reserved(item_ids: list[int], *, but_for: int | None = None) -> dict[int, int]:
    """{item id: pieces} kept for classes, without those of the training `but_for`."""
    rows = Reservation.objects.filter(item_id__in=item_ids, quantity__gt=0).filter(~Q(training_id=but_for))
    return dict(rows.order_by().values_list("item").annotate(pieces=Sum("quantity")))


def check_free(item: EquipmentItem, quantity: int, *, but_for: int | None = None) -> None:
    """Refused when taking that many pieces would take what is kept for (other) classes. The item must be locked."""
    kept = reserved([item.pk], but_for=but_for).get(item.pk, 0)
    if not kept:
        return
    left = StockLot.objects.filter(item=item).aggregate(sum=Sum("balance"))["sum"] or 0
    if left - kept < quantity:
        whose = "pelatihan lain" if but_for else "pelatihan"
        raise Refused(
            f"Stok {item} {angka(left)} {item.unit}, tetapi {angka(kept)} sudah dipesan untuk {whose}; "
            f"{angka(quantity)} tidak dapat dikeluarkan. Lepaskan dulu pesanannya bila kelas itu batal."
        )


def pieces_out(
    item: EquipmentItem, lots: list[StockLot], quantity: int, serials: tuple[str, ...] | list[str] = ()
) -> list[tuple[StockLot, int, str]]:
    """[(lot, pieces, serial number or "")] that make up `quantity`, from locked lots, oldest first.

    A piece whose serial number was registered at its receipt comes from the lot it came with: its contract and price
    are known. All others, also with a number first seen now, come from the oldest lot (FIFO). Raises Refused.
    """
    known = _registered(item, lots)
    taken = [(known[serial], 1, serial) for serial in serials if serial in known]
    unknown = [serial for serial in serials if serial not in known]
    _check_not_elsewhere(item, unknown)
    rest = quantity - len(taken)
    free = _slack(lots, known)
    _check_enough(item, lots, quantity, rest, sum(pieces for _, pieces in free))
    for lot, pieces in _oldest(free, rest):
        ours, unknown = unknown[:pieces], unknown[pieces:]
        taken += [(lot, 1, serial) for serial in ours]
        if pieces > len(ours):
            taken.append((lot, pieces - len(ours), ""))
    return taken


def _registered(item: EquipmentItem, lots: list[StockLot]) -> dict[str, StockLot]:
    """{serial number: lot} of the pieces in these lots that have one."""
    by_pk = {lot.pk: lot for lot in lots}
    rows = SerialNumber.objects.in_stock().filter(item=item, lot__in=by_pk) if item.has_serial and by_pk else ()
    return {row.number: by_pk[row.lot_id] for row in rows}


def _slack(lots: list[StockLot], known: dict[str, StockLot]) -> list[tuple[StockLot, int]]:
    """[(lot, pieces without a registered number)], oldest first."""
    numbered = [lot.pk for lot in known.values()]
    return [(lot, lot.balance - numbered.count(lot.pk)) for lot in lots]


def _oldest(free: list[tuple[StockLot, int]], quantity: int) -> Iterator[tuple[StockLot, int]]:
    for lot, pieces in free:
        part = min(pieces, quantity)
        if part > 0:
            yield lot, part
            quantity -= part


def _check_not_elsewhere(item: EquipmentItem, serials: list[str]) -> None:
    elsewhere = SerialNumber.objects.filter(item=item, number__in=serials).first()
    if elsewhere:
        where = "ada di gudang lain atau kiriman lain" if elsewhere.in_stock else "sudah keluar dari gudang"
        raise Refused(f"{item}: nomor seri {elsewhere.number} {where}. Periksa nomor di barangnya.")


def _check_enough(item: EquipmentItem, lots: list[StockLot], quantity: int, rest: int, free: int) -> None:
    left = sum(lot.balance for lot in lots)
    if left < quantity:
        raise Refused(f"Stok {item} tinggal {angka(left)} {item.unit}; tidak cukup untuk {angka(quantity)}.")
    if free < rest:
        raise Refused(f"{item}: nomor seri barang ini sudah dicatat waktu diterima. Tulis nomor yang dikeluarkan.")


def mark_out(item: EquipmentItem, taken: list[tuple[StockLot, int, str]]) -> None:
    """The serial numbers among these pieces are no longer in stock; a number first seen now is registered as gone."""
    for lot, _, serial in taken:
        if serial:
            SerialNumber.objects.update_or_create(
                item=item, number=serial, defaults={"in_stock": False}, create_defaults={"lot": lot, "in_stock": False}
            )


def mark_in(item: EquipmentItem, serial: str) -> None:
    """A numbered piece is back on its shelf."""
    for row in SerialNumber.objects.filter(item=item, number=serial):
        row.in_stock = True
        row.save()


def move(
    lot: StockLot, kind: MovementKind, quantity: int, actor: Actor, *, note: str = "", **cause: Any
) -> StockMovement:
    """The entry: `quantity` is signed, the lot is locked. `cause`: handover_line, write_off or stocktake_line."""
    lot.balance += quantity
    lot.save()
    return StockMovement.objects.create(
        lot=lot, kind=kind, quantity=quantity, note=note[:LONGEST_NOTE], by_id=actor.user_id, **cause
    )


def one_each(serials: tuple[str, ...], quantity: int) -> bool:
    """Whether there is a serial number of its own for every piece."""
    return len(serials) == quantity == len(set(serials))


def serials_wanted(quantity: int) -> str:
    """The end of a sentence about an item."""
    if quantity == 0:
        return "kosongkan nomor serinya, karena tidak ada barangnya."
    if quantity == 1:
        return "isi satu nomor seri."
    return f"isi {angka(quantity)} nomor seri yang berbeda, satu untuk tiap barang."
