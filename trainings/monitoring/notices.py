"""Telling recipients; names no other person, since letters are read on other people's telephones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic

if TYPE_CHECKING:
    from trainings.equipment.handovers.models import Handover
    from trainings.participants.models import Participant


def tell_recipient(handover: Handover, title: str, body: str) -> None:
    tell(handover.participant, title, body)


def tell(participant: Participant, title: str, body: str) -> None:
    """Who has no account is reached by the officer on the way."""
    user = participant.person.user
    if user:
        url = reverse("saya:participation", args=[participant.pk])
        notify(user=user, topic=Topic.HANDOVER, title=title, body=body, url=url)
