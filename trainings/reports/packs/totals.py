"""The sums of a pack, each counted twice: from the rows of one kind and from those of another."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q, Sum

from bkk_portal.kit.text.formatting import angka, rupiah
from trainings.equipment.enums import DELIVERED, MovementKind
from trainings.equipment.handovers.models import Handover
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.participants.certificates.models import Certificate
from trainings.participants.models import Attendance, Participant

if TYPE_CHECKING:
    from django.db.models.expressions import CombinedExpression

    from trainings.equipment.contracts.models import ProcurementContract
    from trainings.programmes.models import Training
    from trainings.reports.packs.scope import Scope

OUT = (MovementKind.HANDED_OVER, MovementKind.RETURNED, MovementKind.CANCELLED)


@dataclasses.dataclass(frozen=True)
class Total:
    """`must_agree`: a difference is an inconsistency, not a fact of life. Amounts are whole rupiah."""

    first: str
    number: int
    second: str
    other: int
    must_agree: bool = True
    is_money: bool = False

    @property
    def difference(self) -> int:
        return self.other - self.number

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        say = rupiah if self.is_money else angka
        verdict = "cocok" if not self.difference else say(self.difference)
        return (self.first, say(self.number), self.second, say(self.other), verdict)


def totals_of(scope: Scope) -> list[Total]:
    """[Total]: of people where the pack is about a training; of goods and visits always."""
    people = _of_people(scope.training) if scope.training else []
    contract = _of_contract(scope, scope.contract) if scope.contract else []
    return [*people, *contract, *_of_goods(scope), *_of_visits(scope)]


def sentences(totals: list[Total]) -> list[str]:
    """What disagrees and must not."""
    return [
        f"{total.first} {total.cells[1]}, tetapi {total.second.lower()} {total.cells[3]}."
        for total in totals
        if total.must_agree and total.difference
    ]


def _of_people(training: Training) -> list[Total]:
    people = Participant.objects.filter(training=training)
    named = Attendance.objects.filter(session__training=training).values("participant").distinct().count()
    held = training.sessions.held().filter(attendances__isnull=False).exists()
    passed = people.passed().count()
    certified = Certificate.objects.standing().filter(participant__training=training).count()
    enrolled = people.enrolled().count()
    return [
        Total("Kuota", training.quota, "Peserta diterima", people.seated().count(), must_agree=False),
        Total("Peserta diterima", enrolled, "Nama di daftar hadir", named, must_agree=held),
        Total("Peserta lulus", passed, "Sertifikat berlaku", certified, must_agree=certified > passed),
        Total(
            "Peserta lulus",
            passed,
            "Paket yang diserahkan",
            people.filter(handovers__in=Handover.objects.standing()).distinct().count(),
            must_agree=False,
        ),
    ]


def _of_goods(scope: Scope) -> list[Total]:
    lines = scope.lines.standing()
    planned, given, value = _sums(lines, "planned", "given", F("given") * F("unit_price"))
    kept = _sum(lines, F("given") - F("returned"))
    gone = -_sum(scope.movements.filter(kind__in=OUT), "quantity")
    at_contract = _sum(lines.filter(lot__isnull=False), F("given") * F("lot__contract_line__unit_price"))
    return [
        Total("Barang direncanakan", planned, "Barang diserahkan", given, must_agree=False),
        Total("Barang di tangan penerima", kept, "Barang keluar dari stok", gone),
        Total("Nilai menurut BAST", value, "Nilai menurut harga kontrak", at_contract, is_money=True),
    ]


def _of_contract(scope: Scope, contract: ProcurementContract) -> list[Total]:
    worth = _sum(scope.contract_lines, F("ordered") * F("unit_price"))
    ordered = _sum(scope.contract_lines, "ordered")
    delivered = _sum(scope.movements.filter(kind__in=DELIVERED), "quantity")
    return [
        Total("Nilai kontrak", contract.value, "Harga × jumlah", worth, must_agree=False, is_money=True),  # a check's
        Total("Barang dipesan", ordered, "Barang diterima", delivered, must_agree=delivered > ordered),
        Total("Sisa menurut stok", _sum(scope.lots, "balance"), "Jumlah mutasi", _sum(scope.movements, "quantity")),
    ]


def _of_visits(scope: Scope) -> list[Total]:
    visits = MonitoringVisit.objects.filter(handover__in=scope.handovers.order_by().values("pk"))
    due = visits.filter(Q(visited_on__isnull=False) | Q(pk__in=visits.due().order_by().values("pk"))).count()
    return [Total("Kunjungan jatuh tempo", due, "Kunjungan dilakukan", visits.done().count(), must_agree=False)]


def _sum(rows: models.QuerySet, amount: CombinedExpression | str) -> int:
    return _sums(rows, amount)[0]


def _sums(rows: models.QuerySet, *amounts: Any) -> list[int]:
    """Zero where there is no row."""
    names = [f"amount_{place}" for place in range(len(amounts))]
    sums = rows.order_by().aggregate(**{name: Sum(amount) for name, amount in zip(names, amounts, strict=True)})
    return [sums[name] or 0 for name in names]
