"""What must hold of equipment, and what a person is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse

from bkk_portal.kit import registry
from bkk_portal.kit.errors import Fault
from bkk_portal.kit.text.formatting import nama_singkat, rupiah, tanggal, waktu
from trainings.equipment.catalogue.models import EquipmentItem
from trainings.equipment.contracts.actions import budget_uses
from trainings.equipment.contracts.models import ContractLine, ProcurementContract
from trainings.equipment.handovers.models import Handover
from trainings.equipment.stock.models import StockLot
from trainings.participants.enums import ParticipantStatus

if TYPE_CHECKING:
    from bkk_portal.people.models import Person
    from trainings.equipment.queries import (
        ContractLineQuerySet,
        ContractQuerySet,
        HandoverQuerySet,
        ItemQuerySet,
        LotQuerySet,
    )

# What a check looks at: all of them, or those of one audit pack.
ITEMS, LOTS, HANDOVERS = EquipmentItem.objects.all(), StockLot.objects.all(), Handover.objects.all()
CONTRACTS, CONTRACT_LINES = ProcurementContract.objects.all(), ContractLine.objects.all()


def about(handover: Handover, sentence: str, page: str = "handover_page") -> Fault:
    """A Fault that names a handover as its paper does. `handover` has document and participant__person at hand."""
    name = f"BAST {handover.document}" if handover.document else f"Serah terima {tanggal(handover.handed_on)}"
    who = nama_singkat(handover.participant.person.name)
    return Fault(f"{name}: {sentence}", reverse(f"dinas:{page}", args=[handover.pk]), who)


def _told(handovers: HandoverQuerySet, sentence: str) -> Iterator[Fault]:
    for row in handovers.select_related("document", "participant__person").iterator():
        yield about(row, sentence)


def balances(lots: LotQuerySet = LOTS) -> Iterator[Fault]:
    """The balance of every lot is the sum of its ledger."""
    wrong = lots.annotate(ledger=Coalesce(Sum("movements__quantity"), 0)).exclude(ledger=F("balance"))
    for lot in wrong.select_related("item", "contract").iterator():
        yield _of_lot(lot, f"Stok {lot}: sisa {lot.balance}, padahal jumlah mutasinya {lot.ledger}.")


def _of_lot(lot: StockLot, sentence: str) -> Fault:
    return Fault(sentence, reverse("dinas:lot_page", args=[lot.pk]))


def recipients(handovers: HandoverQuerySet = HANDOVERS) -> Iterator[Fault]:
    """Equipment goes only to a participant who passed (domain rule 8)."""
    wrong = handovers.standing().exclude(participant__status=ParticipantStatus.PASSED)
    yield from _told(wrong, "penerimanya tidak lulus pelatihan.")


def unmoved(handovers: HandoverQuerySet = HANDOVERS) -> Iterator[Fault]:
    """What was handed over left the stock."""
    yield from _told(handovers.exclude(lines__movements__isnull=False), "tidak ada mutasi stoknya.")


def without_act(handovers: HandoverQuerySet = HANDOVERS) -> Iterator[Fault]:
    """A handover that stands has a BAST that stands."""
    standing = handovers.standing()
    yield from _told(standing.filter(document__isnull=True), "belum ada BAST.")
    yield from _told(standing.filter(document__revoked_at__isnull=False), "BAST-nya sudah dicabut.")


def contracts(
    rows: ContractQuerySet = CONTRACTS,
    lines: ContractLineQuerySet = CONTRACT_LINES,
) -> Iterator[Fault]:
    """Unit price × count is the contract's value, or somebody said why not; nothing came that was not ordered."""
    wrong = rows.with_totals().filter(mismatch_reason="").exclude(ordered_value=F("value"))
    for row in wrong.iterator():
        amounts = f"rincian {rupiah(row.ordered_value)}, nilai kontrak {rupiah(row.value)}"
        yield _of_contract(row.pk, f"Kontrak {row}: {amounts}, tanpa penjelasan.")
    over = lines.with_received().filter(received__gt=F("ordered")).select_related("contract", "item")
    for line in over.iterator():
        came = f"{line} diterima {line.received}, dipesan {line.ordered}."
        yield _of_contract(line.contract_id, f"Kontrak {line.contract}: {came}")


def _of_contract(pk: int, sentence: str) -> Fault:
    return Fault(sentence, reverse("dinas:contract_page", args=[pk]))


def promises(items: ItemQuerySet = ITEMS, lots: LotQuerySet = LOTS) -> Iterator[Fault]:
    """No more is kept for classes than is there; no more serial numbers are there than pieces."""
    for item in items.with_balance().with_reserved().filter(reserved__gt=F("balance")).iterator():
        page = reverse("dinas:item_page", args=[item.pk])
        yield Fault(f"Barang {item}: dipesan {item.reserved}, sisa {item.balance}.", page)
    numbered = lots.annotate(numbers=Count("serial_numbers", filter=Q(serial_numbers__in_stock=True)))
    for lot in numbered.filter(numbers__gt=F("balance")).select_related("item", "contract").iterator():
        yield _of_lot(lot, f"Stok {lot}: {lot.numbers} nomor seri, sisa {lot.balance}.")


def disputes(handovers: HandoverQuerySet = HANDOVERS) -> Iterator[Fault]:
    """A recipient says that nothing arrived."""
    yield from _told(handovers.disputed(), "penerima menyatakan tidak menerima barangnya.")


def never_present(handovers: HandoverQuerySet = HANDOVERS) -> Iterator[Fault]:
    """Equipment for somebody who was at no day of the training, without the head's reason."""
    rows = handovers.standing().filter(override_reason="")
    rows = rows.filter(participant__attendances__isnull=False).exclude(participant__attendances__presence="present")
    yield from _told(rows.distinct(), "penerimanya tidak pernah hadir di pelatihan.")


def export_handovers(person: Person) -> tuple[str, list[dict[str, str | dict[Any, Any]]]]:
    rows = Handover.objects.filter(participant__person=person).select_related("kit", "agency", "document")
    rows = rows.prefetch_related("lines__item").order_by("handed_on", "pk")
    return "Serah terima peralatan", [
        {
            "paket": str(row.kit),
            "dari": row.agency.name,
            "tanggal": tanggal(row.handed_on),
            "tempat": row.place,
            "keadaan": row.get_status_display(),
            "BAST": row.document.number if row.document else "",
            "barang": {line.item.name: line.given for line in row.lines.all()},
            "diwakili oleh": row.proxy_name,
            "lokasi foto": f"{row.latitude}, {row.longitude}" if row.latitude is not None else "",
            "jawaban Anda": f"{row.get_recipient_answer_display()} {row.recipient_note}".strip(),
            "dibatalkan": waktu(row.cancelled_at) if row.cancelled_at else "",
        }
        for row in rows
    ]


def register() -> None:
    registry.person_exports.register("handovers", export_handovers, order=53)
    registry.consistency_checks.register("stock balances", balances)
    registry.consistency_checks.register("recipients", recipients)
    registry.consistency_checks.register("handovers without movements", unmoved)
    registry.consistency_checks.register("handovers without BAST", without_act)
    registry.consistency_checks.register("contracts", contracts)
    registry.consistency_checks.register("reservations and serial numbers", promises)
    registry.consistency_checks.register("recipients who deny", disputes)
    registry.consistency_checks.register("recipients never present", never_present)
    registry.budget_uses.register("contracts", budget_uses)
