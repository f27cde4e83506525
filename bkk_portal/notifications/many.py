"""Telling many people at once: the lines are written together, the letters by a task once the lines stand."""

from django.db import transaction

from bkk_portal.notifications.models import Notification
from bkk_portal.notifications.tasks import write_letters

TOGETHER = 500


def notify_many(*, lines):
    """`lines`: unsaved Notifications, written in the caller's transaction as notify() does. Returns how many.

    No personal data of others in any of it: letters are read on other people's telephones too.
    """
    with transaction.atomic():
        rows = Notification.objects.bulk_create(lines, batch_size=TOGETHER)
        keys = [row.pk for row in rows]
        for start in range(0, len(keys), TOGETHER):
            chunk = keys[start : start + TOGETHER]
            transaction.on_commit(lambda chunk=chunk: write_letters.enqueue(chunk))
    return len(keys)
