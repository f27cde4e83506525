from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from trainings.programmes.actions import start_by_itself
from trainings.programmes.models import Training


def start_trainings(dry_run):
    """Announced trainings whose first day has come begin, if somebody was accepted; a plan stays a plan."""
    due = Training.objects.to_start().with_counts().filter(seated__gt=0).order_by("pk")
    if dry_run:
        return f"{due.count()} pelatihan akan dimulai karena tanggal mulainya tiba."
    keys = list(due.values_list("pk", flat=True))
    return f"{sum(start_by_itself(pk=pk) for pk in keys)} pelatihan dimulai karena tanggal mulainya tiba."


def remind_to_finish(dry_run):
    """Once, to whoever made it: the last day is past, and results or the end are still missing."""
    waiting = Training.objects.to_finish().select_related("programme", "created_by").order_by("pk")
    due = [training for training in waiting if not _was_reminded(training)]
    if not dry_run:
        for training in due:
            _remind(training)
    return f"{len(due)} pelatihan yang sudah lewat belum diselesaikan; pembuatnya diingatkan sekali."


def _was_reminded(training):
    return Notification.objects.filter(user_id=training.created_by_id, url=_desk_url(training)).exists()


def _desk_url(training):
    return reverse("dinas:training_page", args=[training.pk])


def _remind(training):
    notify(
        user=training.created_by,
        topic=Topic.TRAINING,
        title=f"{training} sudah lewat tanggal selesainya"[:150],
        body="Isi hasil peserta, selesaikan pelatihannya, lalu terbitkan sertifikat.",
        url=_desk_url(training),
    )
