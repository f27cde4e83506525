"""Receiving, moving and sending back what contracts bring; writing off what is no more."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import angka, tanggal
from trainings.equipment.contracts.actions import check_explained
from trainings.equipment.contracts.models import ContractLine
from trainings.equipment.enums import DELIVERED, MovementKind, WriteOffStatus
from trainings.equipment.stock import ledger
from trainings.equipment.stock.models import (
    MAIN_LOCATION,
    SerialNumber,
    StockLocation,
    StockLot,
    StockMovement,
    WriteOff,
)

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.catalogue.models import EquipmentItem
    from trainings.equipment.contracts.models import ProcurementContract

LONGEST_REASON = 300


def receive(
    *,
    line: ContractLine,
    location: StockLocation | None,
    quantity: int,
    received_on: datetime.date,
    actor: Actor,
    serials: tuple[str, ...] = (),
    note: str = "",
) -> StockLot:
    """Takes `quantity` pieces of a ContractLine into stock at a StockLocation; returns their StockLot.

    Without a location: into the office's only store, which is made when there is none.
    Raises Refused: another office's, a contract whose sum is not explained, more than ordered, a day outside the budget
    year without a note, a serial number that exists.
    """
    if quantity < 1:
        raise Refused("Jumlah barang yang diterima paling sedikit 1.")
    with transaction.atomic():
        ledger.lock_items([line.item_id])
        rows = ContractLine.objects.select_for_update(of=("self", "contract")).select_related("contract", "item")
        row = rows.get(pk=line.pk)
        location = location or _main_location(actor)
        if {row.contract.agency_id, row.item.agency_id, location.agency_id} != {actor.agency_id}:
            raise Refused("Barang, kontrak, dan gudang harus milik dinas Anda sendiri.")
        check_explained(row.contract)
        _check_ordered(row, quantity)
        _check_day(row.contract, received_on, note)
        _check_new_serials(row.item, quantity, serials)
        lot = _lot_of(row, location, received_on)
        SerialNumber.objects.bulk_create(SerialNumber(item=row.item, lot=lot, number=number) for number in serials)
        ledger.move(lot, MovementKind.RECEIVED, quantity, actor, note=note.strip())
    return lot


def transfer(
    *, lot: StockLot, to: StockLocation, quantity: int, actor: Actor, serials: tuple[str, ...] = (), note: str = ""
) -> StockLot:
    """Moves pieces of a lot to another place of the same office; returns the lot there."""
    _check_positive(quantity)
    with transaction.atomic():
        row = ledger.locked_lot(lot.pk, actor)
        if to.agency_id != actor.agency_id:
            raise Refused("Gudang tujuan milik dinas lain.")
        if to.pk == row.location_id:
            raise Refused("Barang ini sudah ada di gudang itu. Pilih gudang lain.")
        taken = _one_lots_pieces(row, quantity, serials)
        there = _lot_of(row.contract_line, to, row.received_on)
        numbers = SerialNumber.objects.filter(item=row.item, number__in=[serial for _, _, serial in taken if serial])
        for number in numbers:
            number.lot = there
            number.save()
        ledger.move(row, MovementKind.MOVED_OUT, -quantity, actor, note=note.strip() or f"Ke {to}")
        ledger.move(there, MovementKind.MOVED_IN, quantity, actor, note=note.strip() or f"Dari {row.location}")
    return there


def return_to_supplier(
    *, lot: StockLot, quantity: int, reason: str, actor: Actor, serials: tuple[Any, ...] = ()
) -> StockLot:
    """Sends pieces back; the contract then has that many still to deliver."""
    _check_positive(quantity)
    if not reason.strip():
        raise Refused("Tulis alasan pengembalian ke penyedia, misalnya cacat atau salah merek.")
    with transaction.atomic():
        row = ledger.locked_lot(lot.pk, actor)
        take_out(row, quantity, serials, MovementKind.TO_SUPPLIER, actor, note=reason.strip())
    return row


def take_out(
    lot: StockLot, quantity: int, serials: list[Any] | tuple[Any, ...], kind: MovementKind, actor: Actor, **entry: Any
) -> None:
    """Pieces of one locked lot leave for good. Raises Refused when they are not there or kept for a class."""
    taken = _one_lots_pieces(lot, quantity, serials)
    ledger.check_free(lot.item, quantity)
    ledger.mark_out(lot.item, taken)
    ledger.move(lot, kind, -quantity, actor, **entry)


def _main_location(actor: Actor) -> StockLocation:
    rows = StockLocation.objects.workable_by(actor)
    return rows.first() or StockLocation.objects.create(agency_id=actor.own("agency_id"), name=MAIN_LOCATION)


def _one_lots_pieces(
    lot: StockLot, quantity: int, serials: tuple[str, ...] | list[Any]
) -> list[tuple[StockLot, int, str]]:
    if len(set(serials)) > quantity or len(set(serials)) != len(serials):
        raise Refused(f"{lot.item}: tulis paling banyak {angka(quantity)} nomor seri, masing-masing satu kali.")
    return ledger.pieces_out(lot.item, [lot], quantity, serials)


def _lot_of(line: ContractLine, location: StockLocation, received_on: datetime.date) -> StockLot:
    """The lot of this line, place and day, locked; made when it is the first of them."""
    same = {"contract_line": line, "location": location, "received_on": received_on}
    lot = StockLot.objects.select_for_update().filter(**same).order_by("pk").first()
    return lot or StockLot.objects.create(
        agency_id=location.agency_id,
        item_id=line.item_id,
        contract_id=line.contract_id,
        brand=line.brand,
        unit_price=line.unit_price,
        **same,
    )


def _check_ordered(line: ContractLine, quantity: int) -> None:
    came = StockMovement.objects.filter(lot__contract_line=line, kind__in=DELIVERED)
    received = came.aggregate(sum=Sum("quantity"))["sum"] or 0
    if received + quantity > line.ordered:
        raise Refused(
            f"Kontrak memesan {angka(line.ordered)} {line.item.unit} {line.item}, sudah diterima {angka(received)}; "
            f"{angka(quantity)} lagi melebihi pesanan. Ubah dulu kontraknya bila ada addendum."
        )


def _check_day(contract: ProcurementContract, day: datetime.date, note: str) -> None:
    if day > timezone.localdate():
        raise Refused("Tanggal terima belum tiba.")
    if day < contract.signed_on:
        raise Refused(f"Tanggal terima lebih awal daripada kontraknya ({tanggal(contract.signed_on)}).")
    if day > datetime.date(contract.budget_year, 12, 31) and not note.strip():
        raise Refused(
            f"Tanggal terima di luar tahun anggaran {contract.budget_year}. "
            "Tulis di keterangan dasar keterlambatannya, misalnya nomor addendum."
        )


def _check_new_serials(item: EquipmentItem, quantity: int, serials: tuple[str, ...]) -> None:
    if not serials:
        return
    if not item.has_serial:
        raise Refused(f"{item} tidak bernomor seri. Ubah dulu di katalog.")
    if not ledger.one_each(serials, quantity):
        raise Refused(f"{item}: {ledger.serials_wanted(quantity)}")
    twice = SerialNumber.objects.filter(item=item, number__in=serials).order_by("pk").first()
    if twice:
        raise Refused(f"{item}: nomor seri {twice} sudah tercatat. Satu nomor hanya untuk satu barang.")


def _check_positive(quantity: int) -> None:
    if quantity < 1:
        raise Refused("Jumlahnya paling sedikit 1.")


def propose(*, write_off: WriteOff, actor: Actor) -> WriteOff:
    """An unsaved WriteOff (lot, quantity, serials, reason, minutes). The stock does not change yet."""
    if not write_off.reason.strip():
        raise Refused("Tulis alasan penghapusan, misalnya rusak atau hilang.")
    if write_off.quantity < 1:
        raise Refused("Jumlah yang dihapuskan paling sedikit 1.")
    if not write_off.minutes:
        raise Refused("Unggah berita acara penghapusan yang sudah ditandatangani.")
    with transaction.atomic():
        lot = ledger.locked_lot(write_off.lot_id, actor)
        waiting = sum(WriteOff.objects.open().filter(lot=lot).values_list("quantity", flat=True))
        if lot.balance - waiting < write_off.quantity:
            raise Refused(
                f"Stok {lot.item} tinggal {angka(lot.balance)}, {angka(waiting)} di antaranya sudah diusulkan; "
                f"tidak dapat menghapuskan {angka(write_off.quantity)}."
            )
        write_off.agency_id, write_off.proposed_by_id = actor.own("agency_id"), actor.signed_in_id
        write_off.save()
    return write_off


def approve(*, write_off: WriteOff, actor: Actor) -> WriteOff:
    """The head approves: the pieces leave the ledger. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        lot = ledger.locked_lot(write_off.lot_id, actor)
        row = _decided(write_off, actor, WriteOffStatus.APPROVED, "")
        take_out(lot, row.quantity, row.serials, MovementKind.WRITTEN_OFF, actor, note=row.reason, write_off=row)
    return row


def refuse(*, write_off: WriteOff, reason: str, actor: Actor) -> WriteOff:
    """The head refuses, with the reason; the stock stays as it is."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis alasan penolakan. Petugas yang mengusulkan membacanya.")
    with transaction.atomic():
        return _decided(write_off, actor, WriteOffStatus.REFUSED, reason)


def _decided(write_off: WriteOff, actor: Actor, status: WriteOffStatus, note: str) -> WriteOff:
    row = locked(write_off)
    if row.agency_id != actor.agency_id:
        raise Refused(ledger.OTHER_OFFICE)
    if not actor.is_agency_head:
        raise Refused("Hanya kepala dinas yang memutuskan penghapusan barang.")
    if not row.is_open:
        raise AlreadyDone(f"Sudah diputuskan: {row.get_status_display().lower()}.")
    row.status, row.decision_note = status, note
    row.decided_by_id, row.decided_at = actor.user_id, timezone.now()
    row.save()
    return row
