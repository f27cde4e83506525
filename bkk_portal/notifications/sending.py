"""The outbox on its way out. A letter is claimed before it is sent, so that two workers never send it twice."""

import datetime
import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from bkk_portal.notifications.letters import ALWAYS, letter_for, mail_headers
from bkk_portal.notifications.models import Notification, OutboxMessage, Preference

logger = logging.getLogger(__name__)
BATCH = 200
WAITS = [datetime.timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720)]  # after the 1st … 5th try
KEPT = datetime.timedelta(days=30)


def send_due(limit: int = BATCH) -> tuple[int, int]:
    """(sent, failed) of at most `limit` letters that are due. What failed waits longer each time, five times.

    Without a mail server (EMAIL_URL) everything waits.
    """
    if not settings.MAIL_IS_ON:
        return 0, 0
    numbers = list(OutboxMessage.objects.due().values_list("pk", flat=True)[:limit])
    results = [_send(message) for number in numbers if (message := _claim(number))]
    return results.count(True), results.count(False)


def _claim(number: int) -> OutboxMessage:
    """The letter, counted as tried; None when somebody else has taken it meanwhile."""
    with transaction.atomic():
        message = OutboxMessage.objects.select_for_update(skip_locked=True).due().filter(pk=number).first()
        if message is None:
            return None
        message.next_try_at = timezone.now() + WAITS[message.attempts]
        message.attempts += 1
        message.save(update_fields=["attempts", "next_try_at"])
    return message


def _send(message: OutboxMessage) -> bool:
    try:
        _mail_of(message).send()
    except (smtplib.SMTPException, OSError) as error:
        message.last_error = type(error).__name__  # its text may hold addresses
        message.save(update_fields=["last_error"])
        logger.warning("outbox %s: attempt %s failed: %s", message.pk, message.attempts, message.last_error)
        return False
    message.sent_at, message.body, message.html, message.last_error = timezone.now(), "", "", ""
    message.save(update_fields=["sent_at", "body", "html", "last_error"])
    return True


def _mail_of(message: OutboxMessage) -> EmailMultiAlternatives:
    headers = mail_headers(message.unsubscribe_url)
    mail = EmailMultiAlternatives(message.subject, message.body, to=[message.address], headers=headers)
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail


def forget_sent() -> int:
    """Rows of letters sent more than 30 days ago; how many were deleted."""
    return OutboxMessage.objects.filter(sent_at__lt=timezone.now() - KEPT).delete()[0]


@task()
def send_outbox() -> None:
    """Sends what waits; what fails stays for the chore of the same name."""
    send_due()


@task()
def write_letters(keys) -> None:
    """The letters that belong to these lines (primary keys), for those who want letters on the topic."""
    with transaction.atomic():
        OutboxMessage.objects.bulk_create([_letter_of(line) for line in _wanted(keys)])
    send_due()


def _wanted(keys: list[int]) -> list[Notification]:
    lines = list(Notification.objects.filter(pk__in=keys).select_related("user").order_by("pk"))
    unwanted = Preference.objects.filter(user__in={line.user_id for line in lines}, by_email=False)
    unwanted = unwanted.exclude(topic__in=ALWAYS)
    unwanted = set(unwanted.order_by().values_list("user_id", "topic"))
    return [
        line for line in lines if line.user.email and line.user.is_active and (line.user_id, line.topic) not in unwanted
    ]


def _letter_of(line: Notification) -> OutboxMessage:
    letter = letter_for(line.user, topic=line.topic, title=line.title, body=line.body, url=line.url)
    return OutboxMessage(
        user=line.user,
        address=line.user.email,
        subject=" ".join(line.title.split())[:200],
        body=letter.text,
        html=letter.html,
        unsubscribe_url=letter.unsubscribe_url,
    )
