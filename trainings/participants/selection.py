"""Choosing among those who put themselves down: points by criterion, a ranking, one decision for all."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from django.db import transaction

from bkk_portal.kit.errors import Refused
from trainings.participants.actions import Result, may_be_seated, take_step
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant, SelectionScore
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import BEFORE_START

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.programmes.models import Training

LEFT_OUT = (ParticipantStatus.WITHDRAWN, ParticipantStatus.DROPPED)
UNDECIDED_NOW = (ParticipantStatus.REGISTERED, ParticipantStatus.WAITING)


@dataclasses.dataclass(frozen=True)
class Ranked:
    """One applicant: `place` counts from 1, `points` by criterion primary key; participant.total is 0–100 or None."""

    place: int
    participant: Participant
    points: dict[int, int]


@dataclasses.dataclass(frozen=True)
class Decision:
    accepted: int
    others: int
    left: int  # office staff, for the head to decide


def ranking_of(training: Training) -> list[Ranked]:
    """[Ranked] of everyone who applied and did not withdraw, best first. Two queries."""
    people = training.participants.exclude(status__in=LEFT_OUT).select_related("person", "origin_village").in_line()
    scores = SelectionScore.objects.filter(participant__training=training)
    points: dict[int, dict[int, int]] = {}
    for participant, criterion, value in scores.values_list("participant_id", "criterion_id", "points"):
        points.setdefault(participant, {})[criterion] = value
    return [Ranked(place, row, points.get(row.pk, {})) for place, row in enumerate(people, 1)]


def save_points(*, training: Training, points: dict[int, dict[int, int | None]], actor: Actor) -> int:
    """`points`: {participant id: {criterion id: 0–100 or None}}; None takes a value away. Returns how many changed.

    Raises Refused when selection is over, or for a name or criterion of another training.
    """
    with transaction.atomic():
        training = lock_training(training.pk, actor)
        _check_open(training)
        known = set(training.participants.exclude(status__in=LEFT_OUT).values_list("pk", flat=True))
        criteria = set(training.programme.criteria.values_list("pk", flat=True))
        if not set(points) <= known or any(not set(row) <= criteria for row in points.values()):
            raise Refused("Ada pendaftar atau kriteria yang bukan dari pelatihan ini. Muat ulang halaman.")
        stored = {
            (row.participant_id, row.criterion_id): row
            for row in SelectionScore.objects.filter(participant__training=training)
        }
        wanted = {(pk, criterion): value for pk, row in points.items() for criterion, value in row.items()}
        return sum(_write(stored.get(key), key, value, actor) for key, value in wanted.items())


def _write(row: SelectionScore | None, key: tuple[int, int], value: int | None, actor: Actor) -> bool:
    """Whether anything is different now."""
    if (row.points if row else None) == value:
        return False
    if row and value is None:
        row.delete()
        return True
    row = row or SelectionScore(participant_id=key[0], criterion_id=key[1])
    row.points, row.given_by_id = value, actor.signed_in_id
    row.save()
    return True


def _check_open(training: Training) -> None:
    if training.status not in BEFORE_START:
        raise Refused(f"Pelatihan ini {training.get_status_display().lower()}; seleksi dilakukan sebelum hari pertama.")


def decide(*, training: Training, reason: str, actor: Actor) -> Decision:
    """Takes in the best placed while seats are left; the others wait, or with a `reason` are turned down.

    Everyone is told, those turned down with the reason and their place. Office staff are left for the head. Raises
    Refused while somebody lacks points for a criterion, or nobody is undecided.
    """
    with transaction.atomic():
        training = lock_training(training.pk, actor)
        _check_open(training)
        ranking = ranking_of(training)
        undecided = [row for row in ranking if row.participant.status in UNDECIDED_NOW]
        if not undecided:
            raise Refused("Tidak ada pendaftar yang menunggu keputusan.")
        _check_complete(training, undecided)
        return _carry_out(training, undecided, len(ranking), reason.strip()[:200], actor)


def _check_complete(training: Training, undecided: list[Ranked]) -> None:
    wanted = set(training.programme.criteria.values_list("pk", flat=True))
    lacking = [row.participant.person.name for row in undecided if wanted - set(row.points)]
    if lacking:
        raise Refused(f"{len(lacking)} pendaftar belum dinilai lengkap, misalnya {lacking[0]}. Isi dulu nilainya.")


def _carry_out(training: Training, undecided: list[Ranked], applicants: int, reason: str, actor: Actor) -> Decision:
    free = training.quota - training.participants.seated().count()
    suitable = [row for row in undecided if may_be_seated(row.participant)]
    taken, others = suitable[: max(0, free)], suitable[max(0, free) :]
    for row in taken:
        take_step(row.participant, training, Result(status=ParticipantStatus.ACCEPTED), actor)
    for row in others:
        _put_off(row, training, applicants, reason, actor)
    return Decision(len(taken), len(others), len(undecided) - len(suitable))


def _put_off(row: Ranked, training: Training, applicants: int, reason: str, actor: Actor) -> None:
    if reason:
        told = f"{reason} Peringkat {row.place} dari {applicants} pendaftar, kuota {training.quota}."
        take_step(row.participant, training, Result(status=ParticipantStatus.REFUSED, reason=told), actor)
    elif row.participant.status != ParticipantStatus.WAITING:
        take_step(row.participant, training, Result(status=ParticipantStatus.WAITING), actor)
