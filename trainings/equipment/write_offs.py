"""Pieces that are broken or lost: proposed with minutes by an officer, booked when the head approves."""

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import angka
from trainings.equipment import ledger, stock
from trainings.equipment.enums import MovementKind, WriteOffState
from trainings.equipment.models import WriteOff

LONGEST_REASON = 300


def propose(*, write_off, actor):
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
        write_off.agency_id, write_off.proposed_by_id = actor.agency_id, actor.user_id
        write_off.save()
    return write_off


def approve(*, write_off, actor):
    """The head approves: the pieces leave the ledger. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        lot = ledger.locked_lot(write_off.lot_id, actor)
        row = _decided(write_off, actor, WriteOffState.APPROVED, "")
        stock.take_out(lot, row.quantity, row.serials, MovementKind.WRITTEN_OFF, actor, note=row.reason, write_off=row)
    return row


def refuse(*, write_off, reason, actor):
    """The head refuses, with the reason; the stock stays as it is."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis alasan penolakan. Petugas yang mengusulkan membacanya.")
    with transaction.atomic():
        return _decided(write_off, actor, WriteOffState.REFUSED, reason)


def _decided(write_off, actor, state, note):
    row = WriteOff.objects.select_for_update().get(pk=write_off.pk)
    if row.agency_id != actor.agency_id:
        raise Refused(ledger.OTHER_OFFICE)
    if not actor.is_agency_head:
        raise Refused("Hanya kepala dinas yang memutuskan penghapusan barang.")
    if not row.is_open:
        raise AlreadyDone(f"Sudah diputuskan: {row.get_state_display().lower()}.")
    row.state, row.decision_note = state, note
    row.decided_by_id, row.decided_at = actor.user_id, timezone.now()
    row.save()
    return row
