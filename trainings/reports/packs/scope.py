"""Which rows a pack is about."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from bkk_portal.kit.text.formatting import rentang_tanggal, rupiah, tanggal
from trainings.equipment.contracts.models import ContractLine, ProcurementContract
from trainings.equipment.handovers.models import Handover, HandoverLine
from trainings.equipment.stock.models import StockLot, StockMovement
from trainings.programmes.models import Training

if TYPE_CHECKING:
    from bkk_portal.offices.models import Agency
    from trainings.equipment.queries import (
        ContractLineQuerySet,
        ContractQuerySet,
        HandoverLineQuerySet,
        HandoverQuerySet,
        LotQuerySet,
        MovementQuerySet,
    )
    from trainings.programmes.queries import TrainingQuerySet
    from trainings.reports.models import AuditPack


@dataclasses.dataclass(frozen=True)
class Scope:
    """`facts`: ((heading, text), …) for the cover. `training` and `contract`: one of them, the other is None."""

    title: str
    facts: tuple[tuple[str, str], ...]
    agency: Agency
    trainings: TrainingQuerySet
    handovers: HandoverQuerySet
    lines: HandoverLineQuerySet
    lots: LotQuerySet
    movements: MovementQuerySet
    contracts: ContractQuerySet
    contract_lines: ContractLineQuerySet
    training: Training | None = None
    contract: ProcurementContract | None = None


def scope_of(pack: AuditPack) -> Scope:
    subject = pack.subject
    return _of_training(subject) if isinstance(subject, Training) else _of_contract(subject)


def _of_training(training: Training) -> Scope:
    handovers = Handover.objects.filter(participant__training=training)
    lines = HandoverLine.objects.filter(handover__participant__training=training)
    lots = StockLot.objects.filter(pk__in=lines.order_by().values("lot"))
    contracts = ProcurementContract.objects.filter(pk__in=lots.order_by().values("contract"))
    return Scope(
        title=f"Pelatihan {training}, {training.village}",
        facts=(
            ("Pelatihan", str(training)),
            ("Kelurahan", f"{training.village.name}, Kecamatan {training.village.district.name}"),
            ("Tempat", training.venue),
            ("Waktu", rentang_tanggal(training.starts_on, training.ends_on)),
            ("Keadaan", training.get_status_display()),
            ("Anggaran", str(training.budget or "")),
        ),
        agency=training.agency,
        trainings=Training.objects.filter(pk=training.pk),
        handovers=handovers,
        lines=lines,
        lots=lots,
        movements=StockMovement.objects.filter(handover_line__in=lines.order_by().values("pk")),
        contracts=contracts,
        contract_lines=ContractLine.objects.filter(contract__in=contracts.order_by().values("pk")),
        training=training,
    )


def _of_contract(contract: ProcurementContract) -> Scope:
    lines = HandoverLine.objects.filter(lot__contract=contract)
    handovers = Handover.objects.filter(pk__in=lines.order_by().values("handover"))
    return Scope(
        title=f"Kontrak {contract.number}",
        facts=(
            ("Nomor kontrak", contract.number),
            ("Penyedia", contract.supplier),
            ("Tanggal kontrak", tanggal(contract.signed_on)),
            ("Sumber dana, tahun", f"{contract.get_funding_display()}, {contract.budget_year}"),
            ("Anggaran", str(contract.budget or "")),
            ("Nilai kontrak", rupiah(contract.value)),
        ),
        agency=contract.agency,
        trainings=Training.objects.filter(pk__in=handovers.order_by().values("participant__training")),
        handovers=handovers,
        lines=lines,
        lots=StockLot.objects.filter(contract=contract),
        movements=StockMovement.objects.filter(lot__contract=contract),
        contracts=ProcurementContract.objects.filter(pk=contract.pk),
        contract_lines=ContractLine.objects.filter(contract=contract),
        contract=contract,
    )
