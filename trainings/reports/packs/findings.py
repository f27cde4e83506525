"""Every inconsistency of one training or contract: the checks of the night, on these rows only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from bkk_portal.kit.errors import Fault
from bkk_portal.kit.text.formatting import angka
from trainings.equipment import offers as equipment
from trainings.monitoring import offers as monitoring
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.reports.models import UseReport
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.participants import offers as participants
from trainings.participants.certificates.models import Certificate
from trainings.participants.models import Attendance
from trainings.programmes import offers as programmes
from trainings.programmes.models import Budget, TrainingSession
from trainings.reports.packs.totals import sentences

if TYPE_CHECKING:
    from trainings.equipment.contracts.models import ProcurementContract
    from trainings.participants.queries import AttendanceQuerySet
    from trainings.programmes.models import Training
    from trainings.reports.packs.scope import Scope
    from trainings.reports.packs.totals import Total


def findings_of(scope: Scope, totals: list[Total]) -> list[Fault]:
    """[Fault], each once; where a check knows no better page, it is mended from that of the training or contract."""
    own = _of_training(scope, scope.training) if scope.training else _of_contract(scope)
    found = [*sentences(totals), *own, *_of_equipment(scope), *_of_monitoring(scope), *_gaps(scope)]
    return list(dict.fromkeys(at_home(scope, sentence) for sentence in found))


def at_home(scope: Scope, sentence: str) -> Fault:
    """A Fault that has a page in any case."""
    page = reverse("dinas:training_page", args=[scope.training.pk]) if scope.training else ""
    page = _contract(scope.contract) if scope.contract else page
    return Fault(getattr(sentence, "told", sentence), getattr(sentence, "url", "") or page)


def _contract(contract: ProcurementContract) -> str:
    return reverse("dinas:contract_page", args=[contract.pk])


def _of_training(scope: Scope, training: Training) -> Iterator[Fault]:
    certificates = Certificate.objects.filter(participant__training=training)
    yield from participants.finished_without_results(scope.trainings)
    yield from programmes.days_outside(TrainingSession.objects.filter(training=training))
    yield from programmes.outside_the_budget_year(scope.trainings)
    yield from programmes.over_the_ceiling(Budget.objects.filter(trainings=training))
    attendances = _attended(training)
    yield from participants.attendance_of_strangers(attendances)
    yield from participants.attendance_on_days_not_held(attendances)
    yield from participants.overfilled(scope.trainings)
    yield from participants.certificates_without_pass(certificates)
    yield from participants.certificates_that_disagree(certificates)


def _of_contract(scope: Scope) -> Iterator[Fault]:
    yield from programmes.over_the_ceiling(Budget.objects.filter(contracts=scope.contract))


def _of_equipment(scope: Scope) -> Iterator[Fault]:
    yield from equipment.contracts(scope.contracts, scope.contract_lines)
    yield from equipment.balances(scope.lots)
    yield from equipment.recipients(scope.handovers)
    yield from equipment.unmoved(scope.handovers)
    yield from equipment.without_act(scope.handovers)
    yield from equipment.disputes(scope.handovers)
    yield from equipment.never_present(scope.handovers)


def _of_monitoring(scope: Scope) -> Iterator[Fault]:
    of_these = {"handover__in": scope.handovers.order_by().values("pk")}
    visits = MonitoringVisit.objects.filter(**of_these)
    yield from monitoring.never_received(Finding.objects.filter(**of_these))
    yield from monitoring.answers_that_disagree(visits)
    yield from monitoring.one_voice_for_many(visits)
    overdue = UseReport.objects.overdue().filter(**of_these).count()
    if overdue:
        text = f"{angka(overdue)} penerima belum menyerahkan LPJ yang sudah jatuh tempo."
        yield Fault(text, reverse("dinas:lpj_list"))


def _attended(training: Training) -> AttendanceQuerySet:
    return Attendance.objects.filter(session__training=training)


def _gaps(scope: Scope) -> Iterator[str]:
    """Papers that an auditor asks for and nobody has put on file."""
    if scope.training and not scope.training.decree_number:
        yield "Nomor SK pelatihan belum diisi."
    if scope.training and scope.training.is_finished and not _attended(scope.training).exists():
        page = reverse("dinas:attendance_overview", args=[scope.training.pk])
        yield Fault("Pelatihan sudah selesai, tetapi tidak ada kehadiran yang dicatat.", page)
    for contract in scope.contracts.filter(file="").order_by("pk"):
        yield Fault(f"Berkas kontrak {contract.number} belum diunggah.", _contract(contract))
    unproven = scope.handovers.standing().filter(proxy_letter="").exclude(proxy_name="").order_by("pk")
    for row in unproven.select_related("document", "participant__person"):
        yield equipment.about(row, "diwakili, tetapi surat kuasanya tidak ada.")
