"""The stock ledger. A lot's balance is the sum of its movements, kept under a row lock; it never goes below zero."""

from django.db import transaction

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.formatting import angka
from trainings.equipment.enums import MovementKind
from trainings.equipment.models import StockLot, StockMovement


def receive(*, lot, quantity, actor, note=""):
    """Takes an unsaved StockLot of `quantity` pieces into stock. Raises Refused for another office's goods."""
    if {lot.item.agency_id, lot.contract.agency_id} != {actor.agency_id}:
        raise Refused("Barang dan kontrak harus milik dinas Anda sendiri.")
    if quantity < 1:
        raise Refused("Jumlah barang yang diterima paling sedikit 1.")
    with transaction.atomic():
        lot.agency_id, lot.balance = actor.agency_id, 0
        lot.save()
        _move(lot, MovementKind.RECEIVED, quantity, actor, note=note)
    return lot


def write_off(*, lot, quantity, reason, actor):
    """Takes broken or lost pieces out of stock, with the reason."""
    if not reason.strip():
        raise Refused("Tulis alasan penghapusan, misalnya rusak atau hilang.")
    if quantity < 1:
        raise Refused("Jumlah yang dihapuskan paling sedikit 1.")
    with transaction.atomic():
        row = StockLot.objects.select_for_update(of=("self",)).select_related("item").get(pk=lot.pk)
        if row.agency_id != actor.agency_id:
            raise Refused("Stok ini milik dinas lain.")
        if row.balance < quantity:
            raise Refused(f"Stok {row.item} tinggal {angka(row.balance)}; tidak dapat mengeluarkan {angka(quantity)}.")
        _move(row, MovementKind.WRITTEN_OFF, -quantity, actor, note=reason.strip())
    return row


def locked_lots(agency_id, item_ids):
    """{item id: [StockLot]} with something left, oldest first (FIFO), locked in one order so that nobody deadlocks."""
    lots = StockLot.objects.select_for_update().filter(agency_id=agency_id, item_id__in=item_ids, balance__gt=0)
    by_item = {}
    for lot in sorted(lots.order_by("pk"), key=lambda lot: (lot.received_on, lot.pk)):
        by_item.setdefault(lot.item_id, []).append(lot)
    return by_item


def take(item, lots, quantity):
    """[(lot, pieces)] for `quantity` pieces from locked lots, oldest first. Raises Refused when they do not suffice."""
    taken, missing = [], quantity
    for lot in lots:
        pieces = min(lot.balance, missing)
        if pieces:
            taken.append((lot, pieces))
            missing -= pieces
    if missing:
        left = angka(quantity - missing)
        raise Refused(f"Stok {item} tinggal {left} {item.unit}; tidak cukup untuk {angka(quantity)}.")
    return taken


def hand_out(line, actor):
    """The entry of a saved HandoverLine; its lot must be locked."""
    _move(line.lot, MovementKind.HANDED_OVER, -line.given, actor, line=line)


def put_back(line, actor):
    """The counter-entry of a line whose handover is cancelled. Its serial number may be given again."""
    lot = StockLot.objects.select_for_update().get(pk=line.lot_id)
    line.put_back = True
    line.save()
    _move(lot, MovementKind.CANCELLED, line.given, actor, line=line)


def _move(lot, kind, quantity, actor, *, line=None, note=""):
    lot.balance += quantity
    lot.save()
    StockMovement.objects.create(
        lot=lot, kind=kind, quantity=quantity, handover_line=line, note=note[:300], by_id=actor.user_id
    )
