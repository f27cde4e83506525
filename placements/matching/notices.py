"""Who is told of an invitation. Letters name no person but the one they go to."""

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic

FREE_CHOICE = "Terima atau tolak di portal; melamar tetap pilihan Anda dan selalu gratis."


def invited(invitation):
    vacancy = invitation.vacancy
    notify(
        user=invitation.alumnus.person.user,
        topic=Topic.VACANCY,
        title=f"BKK mengundang Anda melamar: {vacancy}"[:150],
        body=f"{vacancy.employer.name}. Terima atau tolak di portal; melamar tetap pilihan Anda dan selalu gratis."[
            :500
        ],
        url=reverse("saya:invitation_page", args=[invitation.pk]),
    )
