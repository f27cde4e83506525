"""What must hold of equipment: of everything each night, of one training or contract in its audit pack."""

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse

from bkk_portal.kit.faults import Fault
from bkk_portal.kit.formatting import nama_singkat, rupiah, tanggal
from trainings.equipment.models import ContractLine, EquipmentItem, Handover, ProcurementContract, StockLot
from trainings.participants.enums import ParticipantStatus


def about(handover, sentence, page="handover_page"):
    """A Fault that names a handover as its paper does. `handover` has document and participant__person at hand."""
    name = f"BAST {handover.document}" if handover.document else f"Serah terima {tanggal(handover.handed_on)}"
    who = nama_singkat(handover.participant.person.name)
    return Fault(f"{name}: {sentence}", reverse(f"dinas:{page}", args=[handover.pk]), who)


def _told(handovers, sentence):
    for row in handovers.select_related("document", "participant__person").iterator():
        yield about(row, sentence)


def balances(lots=StockLot.objects):
    """The balance of every lot is the sum of its ledger."""
    wrong = lots.annotate(ledger=Coalesce(Sum("movements__quantity"), 0)).exclude(ledger=F("balance"))
    for lot in wrong.select_related("item", "contract").iterator():
        yield _of_lot(lot, f"Stok {lot}: sisa {lot.balance}, padahal jumlah mutasinya {lot.ledger}.")


def _of_lot(lot, sentence):
    return Fault(sentence, reverse("dinas:lot_page", args=[lot.pk]))


def recipients(handovers=Handover.objects):
    """Equipment goes only to a participant who passed (domain rule 8)."""
    wrong = handovers.standing().exclude(participant__status=ParticipantStatus.PASSED)
    yield from _told(wrong, "penerimanya tidak lulus pelatihan.")


def unmoved(handovers=Handover.objects):
    """What was handed over left the stock."""
    yield from _told(handovers.exclude(lines__movements__isnull=False), "tidak ada mutasi stoknya.")


def without_act(handovers=Handover.objects):
    """A handover that stands has a BAST that stands."""
    standing = handovers.standing()
    yield from _told(standing.filter(document__isnull=True), "belum ada BAST.")
    yield from _told(standing.filter(document__revoked_at__isnull=False), "BAST-nya sudah dicabut.")


def contracts(rows=ProcurementContract.objects, lines=ContractLine.objects):
    """Unit price × count is the contract's value, or somebody said why not; nothing came that was not ordered."""
    wrong = rows.with_totals().filter(mismatch_reason="").exclude(ordered_value=F("value"))
    for row in wrong.iterator():
        amounts = f"rincian {rupiah(row.ordered_value)}, nilai kontrak {rupiah(row.value)}"
        yield _of_contract(row.pk, f"Kontrak {row}: {amounts}, tanpa penjelasan.")
    over = lines.with_received().filter(received__gt=F("ordered")).select_related("contract", "item")
    for line in over.iterator():
        came = f"{line} diterima {line.received}, dipesan {line.ordered}."
        yield _of_contract(line.contract_id, f"Kontrak {line.contract}: {came}")


def _of_contract(pk, sentence):
    return Fault(sentence, reverse("dinas:contract_page", args=[pk]))


def promises(items=EquipmentItem.objects, lots=StockLot.objects):
    """No more is kept for classes than is there; no more serial numbers are there than pieces."""
    for item in items.with_balance().with_reserved().filter(reserved__gt=F("balance")).iterator():
        page = reverse("dinas:item_page", args=[item.pk])
        yield Fault(f"Barang {item}: dipesan {item.reserved}, sisa {item.balance}.", page)
    numbered = lots.annotate(numbers=Count("serial_numbers", filter=Q(serial_numbers__in_stock=True)))
    for lot in numbered.filter(numbers__gt=F("balance")).select_related("item", "contract").iterator():
        yield _of_lot(lot, f"Stok {lot}: {lot.numbers} nomor seri, sisa {lot.balance}.")


def disputes(handovers=Handover.objects):
    """A recipient says that nothing arrived."""
    yield from _told(handovers.disputed(), "penerima menyatakan tidak menerima barangnya.")


def never_present(handovers=Handover.objects):
    """Equipment for somebody who was at no day of the training, without the head's reason."""
    rows = handovers.standing().filter(override_reason="")
    rows = rows.filter(participant__attendances__isnull=False).exclude(participant__attendances__presence="present")
    yield from _told(rows.distinct(), "penerimanya tidak pernah hadir di pelatihan.")
