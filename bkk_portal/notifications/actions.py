"""Telling people: a line in the portal's mailbox, and a letter if they want one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.letters import ALWAYS, letter_for
from bkk_portal.notifications.models import Notification, OutboxMessage, Preference
from bkk_portal.notifications.sending import send_outbox, write_letters

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User
    from bkk_portal.notifications.letters import LetterItem


def notify(
    *,
    user: User,
    topic: str,
    title: str,
    body: str = "",
    url: str = "",
    items: tuple[Any, ...] | list[LetterItem] = (),
    by_letter: bool = True,
) -> Notification:
    """A Notification, and a letter if the user has an e-mail address and wants letters on this topic.

    Written in the caller's transaction; letters leave after it. `url`: a path of the portal. `items`: LetterItems,
    shown in the letter only. No personal data of others in any of it: letters are read on other people's telephones
    too. `by_letter`: False keeps it in the portal, as for employers that nobody has verified.
    """
    with transaction.atomic():
        notification = Notification.objects.create(user=user, topic=topic, title=title, body=body, url=url)
        if by_letter and user.email and user.is_active and wants_letters(user, topic):
            letter = letter_for(user, topic=topic, title=title, body=body, url=url, items=items)
            queue_letter(
                address=user.email,
                subject=title,
                body=letter.text,
                html=letter.html,
                unsubscribe_url=letter.unsubscribe_url,
                user=user,
            )
    return notification


def wants_letters(user: User, topic: str) -> bool:
    return topic in ALWAYS or not Preference.objects.filter(user=user, topic=topic, by_email=False).exists()


def queue_letter(
    *, address: str, subject: str, body: str, html: str = "", unsubscribe_url: str = "", user: User | None = None
) -> OutboxMessage:
    """Into the outbox, in the caller's transaction; a task sends what waits once that is through."""
    with transaction.atomic():
        message = OutboxMessage.objects.create(
            user=user,
            address=address,
            subject=" ".join(subject.split())[:200],
            body=body,
            html=html,
            unsubscribe_url=unsubscribe_url,
        )
        _send_after_commit()
    return message


def queue_letters(messages: list[OutboxMessage]) -> None:
    """Many unsaved OutboxMessages at once, else as queue_letter."""
    with transaction.atomic():
        OutboxMessage.objects.bulk_create(messages, batch_size=500)
        _send_after_commit()


def _send_after_commit() -> None:
    """Once a transaction, however many letters it wrote."""
    waiting = transaction.get_connection().run_on_commit
    if not any(entry[1] is _start_sending for entry in waiting):
        transaction.on_commit(_start_sending)


def _start_sending() -> None:
    send_outbox.enqueue()


def mark_read(*, notification: Notification) -> None:
    """AlreadyDone when it was read before."""
    changed = Notification.objects.filter(pk=notification.pk).unread().update(read_at=timezone.now())
    if not changed:
        raise AlreadyDone("Sudah dibaca.")


def mark_all_read(*, user_id: int) -> int:
    """How many lines were unread."""
    return Notification.objects.of_user(user_id).unread().update(read_at=timezone.now())


def set_preferences(*, user: User, topics: list[str], offered: tuple[Topic, ...] | list[Topic] = tuple(Topic)) -> None:
    """`topics`: those of `offered` that also come by e-mail; the others of `offered` stay in the portal only."""
    with transaction.atomic():
        for topic in set(offered) - ALWAYS:
            Preference.objects.update_or_create(user=user, topic=topic, defaults={"by_email": topic in topics})


def stop_letters(*, user_id: int, topic: Topic) -> Preference:
    """No more letters on this topic; the lines in the portal stay. AlreadyDone when it was so."""
    with transaction.atomic():
        made = {"user_id": user_id, "topic": topic}
        preference, _ = Preference.objects.select_for_update().get_or_create(**made, defaults={"by_email": True})
        if not preference.by_email:
            raise AlreadyDone(f"Sudah berhenti. Surel “{topic.label}” tidak dikirim lagi.")
        preference.by_email = False
        preference.save(update_fields=["by_email"])
    return preference


def resume_letters(*, user_id: int, topic: Topic) -> None:
    """Undoes stop_letters."""
    changed = Preference.objects.filter(user_id=user_id, topic=topic, by_email=False).update(by_email=True)
    if not changed:
        raise AlreadyDone(f"Sudah aktif. Surel “{topic.label}” tetap dikirim.")


TOGETHER = 500


def notify_many(*, lines: list[Notification]) -> int:
    """`lines`: unsaved Notifications, written in the caller's transaction as notify() does. Returns how many.

    No personal data of others in any of it: letters are read on other people's telephones too.
    """
    with transaction.atomic():
        rows = Notification.objects.bulk_create(lines, batch_size=TOGETHER)
        keys = [row.pk for row in rows]
        for start in range(0, len(keys), TOGETHER):
            chunk = keys[start : start + TOGETHER]
            transaction.on_commit(functools.partial(write_letters.enqueue, chunk))
    return len(keys)
