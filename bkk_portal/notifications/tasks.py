from django.db import transaction
from django_tasks import task

from bkk_portal.notifications.letters import ALWAYS, letter_for
from bkk_portal.notifications.models import Notification, OutboxMessage, Preference
from bkk_portal.notifications.sending import send_due


@task()
def send_outbox():
    """Sends what waits; what fails stays for the chore of the same name."""
    send_due()


@task()
def write_letters(keys):
    """The letters that belong to these lines (primary keys), for those who want letters on the topic."""
    with transaction.atomic():
        OutboxMessage.objects.bulk_create([_letter_of(line) for line in _wanted(keys)])
    send_due()


def _wanted(keys):
    lines = list(Notification.objects.filter(pk__in=keys).select_related("user").order_by("pk"))
    unwanted = Preference.objects.filter(user__in={line.user_id for line in lines}, by_email=False)
    unwanted = unwanted.exclude(topic__in=ALWAYS)
    unwanted = set(unwanted.order_by().values_list("user_id", "topic"))
    return [
        line for line in lines if line.user.email and line.user.is_active and (line.user_id, line.topic) not in unwanted
    ]


def _letter_of(line):
    letter = letter_for(line.user, topic=line.topic, title=line.title, body=line.body, url=line.url)
    return OutboxMessage(
        user=line.user,
        address=line.user.email,
        subject=" ".join(line.title.split())[:200],
        body=letter.text,
        html=letter.html,
        unsubscribe_url=letter.unsubscribe_url,
    )
