from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from trainings.equipment.models import ContractLine, EquipmentItem, Handover, ProcurementContract, StockLot
from trainings.participants.enums import ParticipantStatus


def balances():
    """The balance of every lot is the sum of its ledger."""
    lots = StockLot.objects.annotate(ledger=Coalesce(Sum("movements__quantity"), 0)).exclude(ledger=F("balance"))
    for lot in lots.select_related("item", "contract").iterator():
        yield f"Stok {lot.pk} ({lot}): sisa {lot.balance}, padahal jumlah mutasinya {lot.ledger}."


def recipients():
    """Equipment goes only to a participant who passed (domain rule 8)."""
    wrong = Handover.objects.standing().exclude(participant__status=ParticipantStatus.PASSED)
    for row in wrong.iterator():
        yield f"Serah terima {row.pk}: penerimanya tidak lulus pelatihan."


def unmoved():
    """What was handed over left the stock."""
    for row in Handover.objects.exclude(lines__movements__isnull=False).iterator():
        yield f"Serah terima {row.pk}: tidak ada mutasi stoknya."


def without_act():
    """A handover that stands has a BAST that stands."""
    standing = Handover.objects.standing()
    for row in standing.filter(document__isnull=True).iterator():
        yield f"Serah terima {row.pk}: belum ada BAST."
    for row in standing.filter(document__revoked_at__isnull=False).iterator():
        yield f"Serah terima {row.pk}: BAST-nya sudah dicabut."


def contracts():
    """Unit price × count is the contract's value, or somebody said why not; nothing came that was not ordered."""
    rows = ProcurementContract.objects.with_totals().filter(mismatch_reason="").exclude(ordered_value=F("value"))
    for row in rows.iterator():
        yield f"Kontrak {row.pk} ({row}): rincian {row.ordered_value}, nilai kontrak {row.value}, tanpa penjelasan."
    for line in ContractLine.objects.with_received().filter(received__gt=F("ordered")).iterator():
        yield f"Rincian kontrak {line.pk}: diterima {line.received}, dipesan {line.ordered}."


def promises():
    """No more is kept for classes than is there; no more serial numbers are there than pieces."""
    for item in EquipmentItem.objects.with_balance().with_reserved().filter(reserved__gt=F("balance")).iterator():
        yield f"Barang {item.pk} ({item}): dipesan {item.reserved}, sisa {item.balance}."
    numbered = StockLot.objects.annotate(numbers=Count("serial_numbers", filter=Q(serial_numbers__in_stock=True)))
    for lot in numbered.filter(numbers__gt=F("balance")).iterator():
        yield f"Stok {lot.pk}: {lot.numbers} nomor seri, sisa {lot.balance}."


def disputes():
    """A recipient says that nothing arrived."""
    for row in Handover.objects.disputed().iterator():
        yield f"Serah terima {row.pk}: penerima menyatakan tidak menerima barangnya."


def never_present():
    """Equipment for somebody who was at no day of the training, without the head's reason."""
    rows = Handover.objects.standing().filter(override_reason="")
    rows = rows.filter(participant__attendances__isnull=False).exclude(participant__attendances__presence="present")
    for row in rows.distinct().iterator():
        yield f"Serah terima {row.pk}: penerimanya tidak pernah hadir di pelatihan."
