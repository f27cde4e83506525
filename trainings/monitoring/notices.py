"""Telling recipients; names no other person, since letters are read on other people's telephones too."""

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic


def tell_recipient(handover, title, body):
    tell(handover.participant, title, body)


def tell(participant, title, body):
    """Who has no account is reached by the officer on the way."""
    user = participant.person.user
    if user:
        url = reverse("saya:participation", args=[participant.pk])
        notify(user=user, topic=Topic.HANDOVER, title=title, body=body, url=url)
