from django.db import transaction
from django.utils import timezone

from placements.applications.selection import notices
from placements.applications.selection.locking import calls_of, lock_day
from placements.applications.selection.models import SelectionInvitation, SelectionSession


def remind_of_tomorrow(dry_run):
    """Everyone called to a session of tomorrow who has not declined, once."""
    due = SelectionInvitation.objects.to_remind()
    if dry_run:
        return f"{due.count()} orang akan diingatkan tentang seleksi besok."
    days = list(due.order_by("day_id").values_list("day_id", flat=True).distinct())
    reminded = sum(_remind(day_id) for day_id in days)
    return f"{reminded} orang diingatkan tentang seleksi besok."


def _remind(day_id):
    """How many of one day were told; a day cancelled or moved meanwhile has none left."""
    with transaction.atomic():
        day = lock_day(day_id)
        calls = list(calls_of(day).to_remind().order_by("pk"))
        notices.reminded(calls)
        keys = [call.pk for call in calls]
        SelectionInvitation.objects.filter(pk__in=keys).update(reminded_at=timezone.now())
    return len(calls)


def check_places():
    """Sessions whose count of taken places is not what their invitations say."""
    for session in SelectionSession.objects.miscounted().select_related("day").order_by("pk"):
        yield f"Sesi seleksi {session.pk} ({session.day}): terisi {session.taken}, undangan {session.counted}."
