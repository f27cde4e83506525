from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic


def tell_cancelled(training):
    """Everyone with an account who was waiting for it or in it. Names nobody else."""
    people = training.participants.counting_on_it().filter(person__user__isnull=False)
    for participant in people.select_related("person__user").order_by("pk"):
        notify(
            user=participant.person.user,
            topic=Topic.TRAINING,
            title=f"Pelatihan {training} dibatalkan"[:150],
            body=f"Alasan: {training.cancel_reason}",
            url=reverse("saya:trainings"),
        )
