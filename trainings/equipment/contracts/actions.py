"""Writing down contracts: what they order, what it costs, and their papers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, ProtectedError, Sum

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import angka, rupiah
from trainings.equipment.contracts.models import ContractLine, ContractPaper, ProcurementContract
from trainings.equipment.enums import DELIVERED
from trainings.equipment.stock.models import StockMovement
from trainings.programmes.budgets.actions import check_ceiling, hold

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

OTHER_OFFICE = "Kontrak ini milik dinas lain, jadi tidak dapat Anda ubah."
LONGEST_REASON = 300


def save_contract(
    *, contract: ProcurementContract, lines: list[ContractLine], removed: list[ContractLine], actor: Actor
) -> ProcurementContract:
    """A ProcurementContract, new or changed, with its ContractLines to save and to remove.

    A sum that is not the contract's value is saved, but shown loudly; nothing can be received before it is explained.
    Raises Refused: another office's, value over a ceiling, signed outside the budget year, less ordered than came.
    """
    if contract.agency_id != actor.agency_id:
        raise Refused(OTHER_OFFICE)
    _check_contract(contract)
    with transaction.atomic():
        budget = contract.budget and hold(contract.budget, actor.agency_id, contract.signed_on)
        if contract.pk:
            locked(contract)
        contract.save()
        for line in removed:
            _remove(line)
        for line in lines:
            line.contract = contract
            _check_line(line, actor)
            line.save()
        if not contract.lines.exists():
            raise Refused("Isi rincian kontrak dengan paling sedikit satu barang.")
        if not mismatch_of(contract) and contract.mismatch_reason:
            contract.mismatch_reason = ""
            contract.save()
        if budget:
            check_ceiling(budget)
    return contract


def budget_uses(keys: Iterable[int]) -> dict[int, tuple[int, int]]:
    """{budget key: (planned, spent)} in rupiah: contracts' values, and what was delivered on them."""
    contracts = ProcurementContract.objects.filter(budget__in=keys).with_totals().order_by()
    uses: dict[int, tuple[int, int]] = {}
    for key, value, received in contracts.values_list("budget", "value", F("received_value")):
        planned, spent = uses.get(key, (0, 0))
        uses[key] = (planned + value, spent + received)
    return uses


def explain_mismatch(*, contract: ProcurementContract, reason: str, actor: Actor) -> ProcurementContract:
    """Why unit price × count is not the contract's value. Kept in the history with who wrote it."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis mengapa jumlah rinciannya berbeda dari nilai kontrak.")
    with transaction.atomic():
        row = locked(contract)
        if row.agency_id != actor.agency_id:
            raise Refused(OTHER_OFFICE)
        if not mismatch_of(row):
            raise Refused("Jumlah rincian sudah sama dengan nilai kontrak; tidak ada yang perlu dijelaskan.")
        row.mismatch_reason = reason
        row.save()
    return row


def add_paper(*, paper: ContractPaper, actor: Actor) -> ContractPaper:
    """An unsaved ContractPaper."""
    if paper.contract.agency_id != actor.agency_id:
        raise Refused(OTHER_OFFICE)
    paper.by_id = actor.signed_in_id
    paper.save()
    return paper


def remove_paper(*, paper: ContractPaper, actor: Actor) -> None:
    if paper.contract.agency_id != actor.agency_id:
        raise Refused(OTHER_OFFICE)
    ContractPaper.objects.get(pk=paper.pk).delete()


def ordered_value(contract: ProcurementContract) -> int:
    """Unit price × count of all lines, in rupiah."""
    total = ContractLine.objects.filter(contract=contract).aggregate(total=Sum(F("ordered") * F("unit_price")))
    return total["total"] or 0


def mismatch_of(contract: ProcurementContract) -> int:
    """Rupiah by which the lines exceed (or, negative, miss) the contract's value."""
    return ordered_value(contract) - contract.value


def check_explained(contract: ProcurementContract) -> None:
    """Refused while unit price × count is not the contract's value and nobody said why."""
    difference = mismatch_of(contract)
    if difference and not contract.mismatch_reason:
        raise Refused(
            f"Jumlah rincian kontrak {contract} berbeda {rupiah(abs(difference))} dari nilai kontraknya. "
            "Betulkan rinciannya atau jelaskan selisihnya di halaman kontrak, baru barang dapat diterima."
        )


def _check_contract(contract: ProcurementContract) -> None:
    if contract.value < 1:
        raise Refused("Nilai kontrak harus lebih dari nol.")
    if contract.ceiling is not None and contract.value > contract.ceiling:
        raise Refused(
            f"Nilai kontrak {rupiah(contract.value)} melebihi pagu anggaran {rupiah(contract.ceiling)}. "
            "Periksa kedua angkanya."
        )
    if contract.signed_on.year != contract.budget_year:
        raise Refused(f"Tanggal kontrak di luar tahun anggaran {contract.budget_year}. Periksa tanggal dan tahunnya.")


def _check_line(line: ContractLine, actor: Actor) -> None:
    if line.item.agency_id != actor.agency_id:
        raise Refused(f"{line.item} ada di katalog dinas lain.")
    if line.ordered < 1 or line.unit_price < 1:
        raise Refused(f"{line.item}: jumlah dan harga satuan harus lebih dari nol.")
    if line.pk is None:
        return
    before = ContractLine.objects.get(pk=line.pk)
    received = _received(line)
    if received and (before.item_id, before.unit_price, before.brand) != (line.item_id, line.unit_price, line.brand):
        raise Refused(f"{before}: barangnya sudah diterima, jadi barang, merek, dan harganya tidak dapat diubah lagi.")
    if line.ordered < received:
        raise Refused(f"{line}: sudah diterima {angka(received)}; jumlah pesanan tidak dapat kurang dari itu.")


def _received(line: ContractLine) -> int:
    rows = StockMovement.objects.filter(lot__contract_line_id=line.pk, kind__in=DELIVERED)
    return rows.aggregate(sum=Sum("quantity"))["sum"] or 0


def _remove(line: ContractLine) -> None:
    try:
        line.delete()
    except ProtectedError as error:
        raise Refused(f"{line}: barangnya sudah diterima, jadi tidak dapat dikeluarkan dari kontrak.") from error
