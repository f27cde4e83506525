"""What a training's page tells an officer: how it stands, and the one thing to do next."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal
from trainings.equipment.queries import without_kit
from trainings.participants.queries import missing_certificates, unrecorded
from trainings.programmes.enums import (
    BEFORE_START,
    ENROLLING,
    NEXT_STEP,
    STEP_LABELS,
    TRAINING_TRANSITIONS,
    TrainingStatus,
)

if TYPE_CHECKING:
    from trainings.programmes.models import Training, TrainingSession
    from trainings.programmes.queries import TrainingQuerySet


@dataclasses.dataclass(frozen=True)
class Step:
    """A link, or with `to` a button that moves the training into that status. `count`: how many it concerns."""

    label: str
    url: str = ""
    to: str = ""
    count: int | None = None


@dataclasses.dataclass(frozen=True)
class Standing:
    """Numbers the page shows and decides by; `first_unrecorded` is a session or None."""

    held: int
    recorded: int
    without_result: int
    without_certificate: int
    without_kit: int
    first_unrecorded: TrainingSession | None


def standing_of(training: Training) -> Standing:
    held = training.sessions.held()
    passed = training.participants.passed()
    return Standing(
        held=held.count(),
        recorded=held.filter(attendances__isnull=False).distinct().count(),
        without_result=training.participants.accepted().count(),
        without_certificate=passed.without_certificate().count(),
        without_kit=without_kit(passed).count(),
        first_unrecorded=unrecorded(held).order_by("held_on").first(),
    )


def waiting(training: Training, standing: Standing) -> list[Step]:
    """Steps that concern somebody, for the list at the top of the page."""
    steps = []
    if training.status in ENROLLING and training.undecided:
        steps.append(
            Step("pendaftar menunggu keputusan", _url("training_selection", training), count=training.undecided)
        )
    if training.status == TrainingStatus.RUNNING:
        steps += _waiting_while_running(training, standing)
    if training.status == TrainingStatus.FINISHED:
        steps += _waiting_afterwards(training, standing)
    return steps


def _waiting_while_running(training: Training, standing: Standing) -> Iterator[Step]:
    unrecorded = standing.held - standing.recorded
    if unrecorded:
        yield Step("hari belum dicatat kehadirannya", _url("training_schedule", training), count=unrecorded)
    if standing.without_result and _last_day_has_come(training):
        yield Step("peserta belum punya hasil", _url("training_results", training), count=standing.without_result)


def _waiting_afterwards(training: Training, standing: Standing) -> Iterator[Step]:
    if standing.without_certificate:
        url = _url("certificates", training)
        yield Step("peserta lulus belum bersertifikat", url, count=standing.without_certificate)
    if standing.without_kit:
        yield Step("peserta lulus belum menerima paket", _handovers(training), count=standing.without_kit)


def primary_step(training: Training, standing: Standing) -> Step | None:
    """The one button of the page; None when nothing is left to do."""
    if training.status == TrainingStatus.PLANNED:
        return _move(TrainingStatus.OPEN)
    if training.status in BEFORE_START:
        can_start = training.seated and training.starts_on <= timezone.localdate()
        return _move(TrainingStatus.RUNNING) if can_start else _enrol(training)
    if training.status == TrainingStatus.RUNNING:
        return _primary_while_running(training, standing)
    if training.status == TrainingStatus.FINISHED and standing.without_certificate:
        return Step("Terbitkan sertifikat", _url("certificates", training))
    return None


def _primary_while_running(training: Training, standing: Standing) -> Step | None:
    if standing.first_unrecorded:
        day = standing.first_unrecorded
        return Step(f"Catat kehadiran {tanggal(day.held_on)}", reverse("dinas:attendance", args=[day.pk]))
    if not _last_day_has_come(training):
        return _enrol(training) if training.seats_left else None
    if standing.without_result:
        return Step("Isi hasil peserta", _url("training_results", training))
    return _move(TrainingStatus.FINISHED)


def other_moves(training: Training, primary: Step | None) -> list[Step]:
    """Further steps this status allows, but for cancelling, which asks for a reason."""
    allowed = TRAINING_TRANSITIONS[TrainingStatus(training.status)] - {TrainingStatus.CANCELLED}
    order = [status for status in NEXT_STEP.values() if status in allowed]
    return [_move(status) for status in order if not (primary and primary.to == status)]


def may_enrol(training: Training, primary: Step | None) -> bool:
    """Whether the page offers enrolling beside its primary step."""
    offered = primary is not None and primary.url == _enrol(training).url
    return training.status in ENROLLING and not offered


def may_cancel(training: Training) -> bool:
    return TrainingStatus.CANCELLED in TRAINING_TRANSITIONS[TrainingStatus(training.status)]


def status_timeline(training: Training) -> list[dict[str, Any]]:
    """Changes of status from the history, newest first, as parts/timeline.html shows them."""
    entries: list[dict[str, Any]] = []
    before = None
    for row in training.history.select_related("history_user").order_by("history_date", "history_id"):
        if row.status != before:
            entries.append(_entry(row))
            before = row.status
    entries[-1:] = [entry | {"kind": "now"} for entry in entries[-1:]]
    return entries[::-1]


def _entry(row: Any) -> dict[str, Any]:
    return {
        "label": row.get_status_display(),
        "at": row.history_date,
        "by": row.history_user,
        "reason": row.cancel_reason,
        "kind": "",
    }


def _move(status: TrainingStatus) -> Step:
    return Step(STEP_LABELS[status], to=status.value)


def _enrol(training: Training) -> Step:
    return Step("Tambah peserta", _url("participant_add", training))


def _url(name: str, training: Training) -> str:
    return reverse(f"dinas:{name}", args=[training.pk])


def _handovers(training: Training) -> str:
    return f"{reverse('dinas:handover_list')}?pelatihan={training.pk}"


def _last_day_has_come(training: Training) -> bool:
    return training.ends_on <= timezone.localdate()


def lacking(trainings: TrainingQuerySet, name: str, what: str) -> TrainingQuerySet:
    """A filter of the list: those that lack their end, or certificates."""
    return trainings.to_finish() if what == "hasil" else missing_certificates(trainings)


def reason_of(request: HttpRequest) -> dict[str, str]:
    """For the `given` of kit's act(): what stands in a form of one button and one reason."""
    return {"reason": request.POST.get("reason", "")}
