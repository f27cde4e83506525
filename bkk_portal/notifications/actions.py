"""Telling people: a line in the portal's mailbox, and a letter if they want one."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification, OutboxMessage, Preference
from bkk_portal.notifications.tasks import send_outbox

LETTER = """Halo {name},

{title}
{body}
Selengkapnya: {link}

--
Portal BKK Kota Kupang
Pilih pemberitahuan mana yang dikirim lewat surel: {preferences}
"""


def notify(*, user, topic, title, body="", url=""):
    """A Notification, and a letter if the user has an e-mail address and wants letters on this topic.

    Written in the caller's transaction; letters leave after it. `url`: a path of the portal. No personal data of
    others in `title` or `body`: letters are read on other people's telephones too.
    """
    with transaction.atomic():
        notification = Notification.objects.create(user=user, topic=topic, title=title, body=body, url=url)
        if user.email and user.is_active and _wants_letters(user, topic):
            queue_letter(address=user.email, subject=title, body=_letter(user, title, body, url), user=user)
    return notification


def _wants_letters(user, topic):
    return not Preference.objects.filter(user=user, topic=topic, by_email=False).exists()


def _letter(user, title, body, url):
    return LETTER.format(
        name=user.name,
        title=title,
        body=f"{body}\n" if body else "",
        link=f"{settings.PUBLIC_URL}{url or '/'}",
        preferences=f"{settings.PUBLIC_URL}/akun/pemberitahuan/",
    )


def queue_letter(*, address, subject, body, user=None):
    """Into the outbox, in the caller's transaction; a task sends what waits once that is through."""
    with transaction.atomic():
        message = OutboxMessage.objects.create(user=user, address=address, subject=subject[:200], body=body)
        _send_after_commit()
    return message


def _send_after_commit():
    """Once a transaction, however many letters it wrote."""
    waiting = transaction.get_connection().run_on_commit
    if not any(entry[1] is _start_sending for entry in waiting):
        transaction.on_commit(_start_sending)


def _start_sending():
    send_outbox.enqueue()


def mark_read(*, notification):
    """AlreadyDone when it was read before."""
    changed = Notification.objects.filter(pk=notification.pk).unread().update(read_at=timezone.now())
    if not changed:
        raise AlreadyDone("Sudah dibaca.")


def mark_all_read(*, user_id):
    """How many lines were unread."""
    return Notification.objects.of_user(user_id).unread().update(read_at=timezone.now())


def set_preferences(*, user, topics):
    """`topics`: those that also come by e-mail; every other topic stays in the portal only."""
    with transaction.atomic():
        for topic in Topic:
            Preference.objects.update_or_create(user=user, topic=topic, defaults={"by_email": topic in topics})
