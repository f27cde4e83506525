"""Results of a selection day: each moves the application, as its own BKK does (domain rule 1)."""

import dataclasses

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications import actions as applications
from placements.applications.enums import PIPELINE, ApplicationStatus
from placements.applications.selection import rules
from placements.applications.selection.enums import NEXT_STAGES, Outcome, Stage
from placements.applications.selection.locking import calls_of, lock_day

NOT_CAME = "belum tercatat hadir; catat kehadirannya dulu"


@dataclasses.dataclass(frozen=True)
class Verdict:
    outcome: Outcome
    reason: str = ""


def record_results(*, day, verdicts, next_stage, actor):
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


def _wrong_stage(day, next_stage):
    return "" if next_stage in NEXT_STAGES[Stage(day.stage)] else "Pilih tahap berikutnya bagi yang lulus."


def _one(call, verdict, next_stage, actor):
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


def _move(application, verdict, next_stage, actor):
    to = {Outcome.HIRED: ApplicationStatus.HIRED, Outcome.REJECTED: ApplicationStatus.REJECTED}
    status = to.get(verdict.outcome, next_stage)
    if verdict.outcome == Outcome.PASSED and _stands_there_or_further(application, status):
        return
    try:
        applications.move(application=application, to=status, reason=verdict.reason, actor=actor)
    except AlreadyDone:
        return


def _stands_there_or_further(application, status):
    before_it = PIPELINE[: PIPELINE.index(status)]
    return application.is_open and application.status not in before_it or application.status == ApplicationStatus.HIRED
