"""Planning, changing and cancelling a selection day."""

from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.history import record_history
from placements.applications.selection import notices, rules
from placements.applications.selection.enums import CallStatus
from placements.applications.selection.locking import calls_of, lock_day
from placements.applications.selection.models import SelectionInvitation

TOLD_OF_DAY = ("held_on", "place", "bring", "contact_name", "contact_phone", "notes")
TOLD_OF_SESSION = ("starts_at", "ends_at", "room")
NOT_YOURS = "Hari seleksi ini diselenggarakan BKK sekolah lain."


def create_day(*, form, sessions, actor):
    """`form`: a valid DayForm; `sessions`: a valid SessionFormSet of its instance."""
    if actor.school_id is None:
        raise Refused("Hanya BKK sekolah yang dapat membuat hari seleksi.")
    with transaction.atomic():
        form.instance.school_id, form.instance.created_by_id = actor.school_id, actor.user_id
        day = form.save()
        sessions.instance = day
        sessions.save()
    return day


def change_day(*, form, sessions, actor):
    """Those invited are told what is new; where date or hours moved, who had said yes is asked again."""
    with transaction.atomic():
        before = lock_day(form.instance.pk)
        _check(before, actor)
        hours = _hours(before)
        day = form.save()
        sessions.save()
        _tell_changes(day, calls_of(day).holding().order_by("pk"), before, hours, actor)
    return day


def _check(day, actor):
    if not rules.holds(actor, day):
        raise Refused(NOT_YOURS)
    if sentence := rules.obstacle_to_changing(day):
        raise Refused(sentence)


def _hours(day):
    """{session primary key: what the invited are told of it}"""
    return {row[0]: row[1:] for row in day.sessions.order_by().values_list("pk", *TOLD_OF_SESSION)}


def _tell_changes(day, calls, before, hours, actor):
    day_is_new = any(getattr(day, name) != getattr(before, name) for name in TOLD_OF_DAY)
    after = _hours(day)
    moved = {pk for pk, facts in after.items() if pk in hours and hours[pk][:2] != facts[:2]}
    told = {pk for pk, facts in after.items() if pk in hours and hours[pk] != facts}
    concerned = [call for call in calls if day_is_new or call.session_id in told]
    ask = [call for call in concerned if day.held_on != before.held_on or call.session_id in moved]
    _ask_again([call for call in ask if call.is_accepted], actor)
    asked = {call.pk for call in ask}
    notices.changed(concerned, asked_again=asked)


def _ask_again(calls, actor):
    for call in calls:
        call.status, call.answered_at, call.reminded_at = CallStatus.SENT, None, None
    SelectionInvitation.objects.bulk_update(calls, ["status", "answered_at", "reminded_at"], batch_size=100)
    user = User.objects.get(pk=actor.user_id)
    record_history(SelectionInvitation, [call.pk for call in calls], kind="~", user=user)


def cancel_day(*, day, reason, actor):
    """Everyone invited who has not declined is told why. Twice raises AlreadyDone."""
    if not reason.strip():
        raise Refused("Tulis alasan pembatalan; yang diundang membacanya.")
    with transaction.atomic():
        row = lock_day(day.pk)
        if not rules.holds(actor, row):
            raise Refused(NOT_YOURS)
        if row.is_cancelled:
            raise AlreadyDone(f"Sudah dibatalkan: {row.cancel_reason}")
        if row.is_over or SelectionInvitation.objects.filter(day=row).exclude(presence="").exists():
            raise Refused("Hari seleksi ini sudah berlangsung; tidak dapat dibatalkan lagi.")
        row.cancelled_at, row.cancel_reason = timezone.now(), _sentence(reason)
        row.save()
        notices.cancelled(row, calls_of(row).holding().order_by("pk"))
    return row


def _sentence(text):
    """With its full stop."""
    text = text.strip()[:199]
    return text if text.endswith((".", "!", "?")) else f"{text}."
