"""What must hold of equipment: of everything each night, of one training or contract in its audit pack."""

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from trainings.equipment.models import ContractLine, EquipmentItem, Handover, ProcurementContract, StockLot
from trainings.participants.enums import ParticipantStatus


def balances(lots=StockLot.objects):
    """The balance of every lot is the sum of its ledger."""
    wrong = lots.annotate(ledger=Coalesce(Sum("movements__quantity"), 0)).exclude(ledger=F("balance"))
    for lot in wrong.select_related("item", "contract").iterator():
        yield f"Stok {lot.pk} ({lot}): sisa {lot.balance}, padahal jumlah mutasinya {lot.ledger}."


def recipients(handovers=Handover.objects):
    """Equipment goes only to a participant who passed (domain rule 8)."""
    wrong = handovers.standing().exclude(participant__status=ParticipantStatus.PASSED)
    for row in wrong.iterator():
        yield f"Serah terima {row.pk}: penerimanya tidak lulus pelatihan."


def unmoved(handovers=Handover.objects):
    """What was handed over left the stock."""
    for row in handovers.exclude(lines__movements__isnull=False).iterator():
        yield f"Serah terima {row.pk}: tidak ada mutasi stoknya."


def without_act(handovers=Handover.objects):
    """A handover that stands has a BAST that stands."""
    standing = handovers.standing()
    for row in standing.filter(document__isnull=True).iterator():
        yield f"Serah terima {row.pk}: belum ada BAST."
    for row in standing.filter(document__revoked_at__isnull=False).iterator():
        yield f"Serah terima {row.pk}: BAST-nya sudah dicabut."


def contracts(rows=ProcurementContract.objects, lines=ContractLine.objects):
    """Unit price × count is the contract's value, or somebody said why not; nothing came that was not ordered."""
    wrong = rows.with_totals().filter(mismatch_reason="").exclude(ordered_value=F("value"))
    for row in wrong.iterator():
        yield f"Kontrak {row.pk} ({row}): rincian {row.ordered_value}, nilai kontrak {row.value}, tanpa penjelasan."
    for line in lines.with_received().filter(received__gt=F("ordered")).iterator():
        yield f"Rincian kontrak {line.pk}: diterima {line.received}, dipesan {line.ordered}."


def promises(items=EquipmentItem.objects, lots=StockLot.objects):
    """No more is kept for classes than is there; no more serial numbers are there than pieces."""
    for item in items.with_balance().with_reserved().filter(reserved__gt=F("balance")).iterator():
        yield f"Barang {item.pk} ({item}): dipesan {item.reserved}, sisa {item.balance}."
    numbered = lots.annotate(numbers=Count("serial_numbers", filter=Q(serial_numbers__in_stock=True)))
    for lot in numbered.filter(numbers__gt=F("balance")).iterator():
        yield f"Stok {lot.pk}: {lot.numbers} nomor seri, sisa {lot.balance}."


def disputes(handovers=Handover.objects):
    """A recipient says that nothing arrived."""
    for row in handovers.disputed().iterator():
        yield f"Serah terima {row.pk}: penerima menyatakan tidak menerima barangnya."


def never_present(handovers=Handover.objects):
    """Equipment for somebody who was at no day of the training, without the head's reason."""
    rows = handovers.standing().filter(override_reason="")
    rows = rows.filter(participant__attendances__isnull=False).exclude(participant__attendances__presence="present")
    for row in rows.distinct().iterator():
        yield f"Serah terima {row.pk}: penerimanya tidak pernah hadir di pelatihan."
