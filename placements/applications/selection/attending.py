"""Who came: one by one from the QR of their invitation, or everybody at once from the list."""

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.history import record_history
from placements.applications.selection import rules
from placements.applications.selection.enums import CallStatus, Presence
from placements.applications.selection.locking import NOT_INVITED, calls_of, lock_day, recount
from placements.applications.selection.models import SelectionInvitation

SALT = "selection attendance"


def token_of(call):
    """What the QR holds; says nothing about the person, and nobody can make one up."""
    return signing.Signer(salt=SALT).sign_object(call.pk)


def call_key(token):
    """The primary key in a token, or None where it is not ours."""
    try:
        return signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return None


def check_in(*, call, actor):
    """One person has come. Twice raises AlreadyDone."""
    with transaction.atomic():
        day = lock_day(call.day_id)
        row = _visible(day, actor, [call.pk])[call.pk]
        if row.came:
            raise AlreadyDone("Sudah tercatat hadir.")
        _note([row], Presence.PRESENT, actor)
    return row


def record_attendance(*, day, presences, actor):
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


def _visible(day, actor, keys):
    """{primary key: invitation}; Refused unless every one of them is this actor's to note."""
    if sentence := rules.obstacle_to_noting(day):
        raise Refused(sentence)
    calls = calls_of(day).visible_to(actor).order_by("pk").in_bulk(list(keys))
    if actor.school_id is None or len(calls) < len(set(keys)):
        raise Refused(NOT_INVITED)
    return calls


def _note(calls, kind, actor):
    if not calls:
        return
    _refuse_absence_with_result(calls, kind)
    came = kind == Presence.PRESENT
    declined = [call for call in calls if came and call.is_declined]
    for call in calls:
        call.presence, call.presence_at, call.presence_by_id = kind, timezone.now(), actor.user_id
    for call in declined:  # who comes after all needs a place again
        call.status, call.reason = CallStatus.ACCEPTED, ""
    fields = ["presence", "presence_at", "presence_by", "status", "reason"]
    SelectionInvitation.objects.bulk_update(calls, fields, batch_size=100)
    user = User.objects.get(pk=actor.user_id)
    record_history(SelectionInvitation, [call.pk for call in calls], kind="~", user=user)
    _give_places({call.session_id: call.session for call in declined}.values())


def _refuse_absence_with_result(calls, kind):
    decided = next((call for call in calls if call.result and kind == Presence.ABSENT), None)
    if decided:
        name = decided.application.alumnus.person.name
        raise Refused(f"{name} sudah punya hasil ({decided.get_result_display().lower()}), jadi tercatat hadir.")


def _give_places(sessions):
    for session in sessions:
        try:
            with transaction.atomic():
                recount(session)
        except IntegrityError as error:
            raise Refused(f"Sesi {session.hours} sudah penuh. Tambah tempatnya dulu, lalu catat lagi.") from error
