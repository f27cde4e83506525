"""What comes back from a recipient, and what the recipient says about it."""

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import angka
from trainings.equipment import ledger
from trainings.equipment.enums import MovementKind, RecipientAnswer
from trainings.equipment.models import Handover, HandoverLine, StockLot

LONGEST_REASON = 300


def take_back(*, line, quantity, reason, actor):
    """`quantity` pieces of a HandoverLine come back into the lot they came from. Raises Refused."""
    reason = reason.strip()
    if not reason:
        raise Refused("Tulis alasan pengembalian, misalnya cacat atau penerima pindah kota.")
    with transaction.atomic():
        Handover.objects.select_for_update().get(pk=line.handover_id)
        row = HandoverLine.objects.select_related("handover", "item").get(pk=line.pk)
        _check_return(row, quantity, actor)
        ledger.lock_items([row.item_id])
        lot = StockLot.objects.select_for_update().get(pk=row.lot_id)
        row.returned += quantity
        row.put_back = row.returned == row.given
        row.save()
        ledger.mark_in(row.item, row.serial_number)
        ledger.move(lot, MovementKind.RETURNED, quantity, actor, note=reason, handover_line=row)
    return row


def answer(*, handover, received, note, actor):
    """The recipient says whether the kit arrived; the office sees a "no" first of all. Said again, the last stands."""
    said = RecipientAnswer.RECEIVED if received else RecipientAnswer.NOT_RECEIVED
    with transaction.atomic():
        row = Handover.objects.select_for_update(of=("self",)).select_related("participant").get(pk=handover.pk)
        if actor.person_id != row.participant.person_id:
            raise Refused("Hanya penerima sendiri yang dapat menjawab.")
        if row.is_cancelled:
            raise Refused("Serah terima ini sudah dibatalkan.")
        if row.recipient_answer == said:
            raise AlreadyDone("Sudah dijawab begitu. Terima kasih.")
        row.recipient_answer, row.recipient_note = said, note.strip()[:LONGEST_REASON]
        row.answered_at = timezone.now()
        row.save()
    return row


def _check_return(line, quantity, actor):
    if line.handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    if line.handover.is_cancelled:
        raise Refused("Serah terima ini sudah dibatalkan; barangnya sudah kembali.")
    if quantity < 1:
        raise Refused("Jumlah yang dikembalikan paling sedikit 1.")
    if quantity > line.kept:
        raise Refused(
            f"{line.item}: penerima memegang {angka(line.kept)}; tidak dapat mengembalikan {angka(quantity)}."
        )
