"""Who is told of an invitation. Letters name no person but the one they go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic

if TYPE_CHECKING:
    from placements.matching.models import VacancyInvitation

FREE_CHOICE = "Terima atau tolak di portal; melamar tetap pilihan Anda dan selalu gratis."


def invited(invitation: VacancyInvitation) -> None:
    vacancy = invitation.vacancy
    notify(
        user=invitation.alumnus.person.user,
        topic=Topic.VACANCY,
        title=f"BKK mengundang Anda melamar: {vacancy}"[:150],
        body=f"{vacancy.employer.name}. {FREE_CHOICE}"[:500],
        url=reverse("saya:invitation_page", args=[invitation.pk]),
    )
