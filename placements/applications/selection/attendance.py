"""Who came: one by one from the QR of their invitation, or everybody at once from the list."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.accounts.audit.changes import record_changes
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications import actions as applications
from placements.applications.enums import PIPELINE, ApplicationStatus
from placements.applications.selection import rules
from placements.applications.selection.actions import NOT_INVITED, calls_of, lock_day, recount
from placements.applications.selection.enums import NEXT_STAGES, CallStatus, Outcome, Presence, Stage
from placements.applications.selection.models import SelectionInvitation

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.models import Application
    from placements.applications.selection.models import SelectionDay

SALT = "selection attendance"


def token_of(call: SelectionInvitation) -> str:
    """What the QR holds; says nothing about the person, and nobody can make one up."""
    return signing.Signer(salt=SALT).sign_object(call.pk)


def call_key(token: str) -> int | None:
    """The primary key in a token, or None where it is not ours."""
    try:
        return signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return None


def check_in(*, call: SelectionInvitation, actor: Actor) -> SelectionInvitation:
    """One person has come. Twice raises AlreadyDone."""
    with transaction.atomic():
        day = lock_day(call.day_id)
        row = _visible(day, actor, [call.pk])[call.pk]
        if row.came:
            raise AlreadyDone("Sudah tercatat hadir.")
        _note([row], Presence.PRESENT, actor)
    return row


def record_attendance(*, day: SelectionDay, presences: dict[int, Presence], actor: Actor) -> dict[Presence, int]:
    """{Presence: how many were changed} of {invitation primary key: Presence}; all of it or, when refused, nothing.

    Raises Refused before the day, for somebody who is not invited, and for an absence where a result stands.
    """
    with transaction.atomic():
        row = lock_day(day.pk)
        calls = _visible(row, actor, presences)
        changed = {kind: [] for kind in Presence}
        for pk, call in calls.items():
            if call.presence != presences[pk]:
                changed[presences[pk]].append(call)
        for kind, some in changed.items():
            _note(some, kind, actor)
    return {kind: len(some) for kind, some in changed.items()}


def _visible(day: SelectionDay, actor: Actor, keys: list[int] | dict[int, Presence]) -> dict[int, SelectionInvitation]:
    """{primary key: invitation}; Refused unless every one of them is this actor's to note."""
    if sentence := rules.obstacle_to_noting(day):
        raise Refused(sentence)
    calls = calls_of(day).visible_to(actor).order_by("pk").in_bulk(list(keys))
    if actor.school_id is None or len(calls) < len(set(keys)):
        raise Refused(NOT_INVITED)
    return calls


def _note(calls: list[SelectionInvitation], kind: Presence, actor: Actor) -> None:
    if not calls:
        return
    _refuse_absence_with_result(calls, kind)
    came = kind == Presence.PRESENT
    declined = [call for call in calls if came and call.is_declined]
    before = {call.pk: {"presence": (call.presence, kind)} for call in calls}
    for call in calls:
        call.presence, call.presence_at, call.presence_by_id = kind, timezone.now(), actor.user_id
    for call in declined:  # who comes after all needs a place again
        call.status, call.reason = CallStatus.ACCEPTED, ""
    fields = ["presence", "presence_at", "presence_by", "status", "reason"]
    SelectionInvitation.objects.bulk_update(calls, fields, batch_size=100)
    record_changes(SelectionInvitation, before, by_id=actor.user_id)
    _give_places({call.session_id: call.session for call in declined}.values())


def _refuse_absence_with_result(calls: list[SelectionInvitation], kind: Presence) -> None:
    decided = next((call for call in calls if call.result and kind == Presence.ABSENT), None)
    if decided:
        name = decided.application.alumnus.person.name
        raise Refused(f"{name} sudah punya hasil ({decided.get_result_display().lower()}), jadi tercatat hadir.")


def _give_places(sessions: Any) -> None:
    for session in sessions:
        try:
            with transaction.atomic():
                recount(session)
        except IntegrityError as error:
            raise Refused(f"Sesi {session.hours} sudah penuh. Tambah tempatnya dulu, lalu catat lagi.") from error


NOT_CAME = "belum tercatat hadir; catat kehadirannya dulu"


@dataclasses.dataclass(frozen=True)
class Verdict:
    outcome: Outcome
    reason: str = ""


def record_results(
    *, day: SelectionDay, verdicts: dict[int, Verdict], next_stage: str, actor: Actor
) -> tuple[int, list[tuple[str, str]]]:
    """(how many were noted, [(name, why not)]) of {invitation primary key: Verdict}.

    `next_stage`: the ApplicationStatus of those who passed. What cannot be done is told by name; the rest is done.
    Raises Refused before the day, for invitations that are not this school's, and for a stage that does not follow.
    """
    with transaction.atomic():
        row = lock_day(day.pk)
        if sentence := rules.obstacle_to_noting(row) or _wrong_stage(row, next_stage):
            raise Refused(sentence)
        calls = calls_of(row).handled_by(actor).order_by("application__alumnus__person__name", "pk")
        calls = list(calls.filter(pk__in=list(verdicts)))
        if len(calls) < len(verdicts):
            raise Refused("Hasil hanya dapat diisi untuk alumni sekolah Anda yang diundang.")
        said = [(call, _one(call, verdicts[call.pk], next_stage, actor)) for call in calls]
    refused = [(call.application.alumnus.person.name, why) for call, why in said if why]
    return sum(why == "" for _, why in said), refused


def _wrong_stage(day: SelectionDay, next_stage: str) -> str:
    return "" if next_stage in NEXT_STAGES[Stage(day.stage)] else "Pilih tahap berikutnya bagi yang lulus."


def _one(call: SelectionInvitation, verdict: Verdict, next_stage: str, actor: Actor) -> str | None:
    """Why not, as part of a sentence; empty when it was noted, None where nothing changes."""
    if not call.came:
        return NOT_CAME
    if (call.result, call.result_reason) == (verdict.outcome, verdict.reason):
        return None
    try:
        _move(call.application, verdict, next_stage, actor)
    except Refused as answer:
        return answer.message
    call.result, call.result_reason = verdict.outcome, verdict.reason[:300]
    call.result_at, call.result_by_id = timezone.now(), actor.user_id
    call.save()
    return ""


def _move(application: Application, verdict: Verdict, next_stage: str, actor: Actor) -> None:
    to = {Outcome.HIRED: ApplicationStatus.HIRED, Outcome.REJECTED: ApplicationStatus.REJECTED}
    status = to.get(verdict.outcome, next_stage)
    if verdict.outcome == Outcome.PASSED and _stands_there_or_further(application, status):
        return
    try:
        applications.move(application=application, to=status, reason=verdict.reason, actor=actor)
    except AlreadyDone:
        return


def _stands_there_or_further(application: Application, status: str) -> bool:
    before_it = PIPELINE[: PIPELINE.index(status)]
    return application.is_open and application.status not in before_it or application.status == ApplicationStatus.HIRED
