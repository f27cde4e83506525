from django.db.models import F, Q

from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training, TrainingSession


def finished_without_results():
    """A training ends when everyone in it has a result (actions.change_state)."""
    finished = Training.objects.filter(state=TrainingState.FINISHED).order_by("pk")
    open_people = Training.participants.rel.related_model.objects.accepted()
    for training in finished.filter(pk__in=open_people.order_by().values("training")).select_related("programme"):
        yield f"Pelatihan {training.pk} ({training}) selesai, padahal ada peserta tanpa hasil."


def days_outside():
    outside = Q(held_on__lt=F("training__starts_on")) | Q(held_on__gt=F("training__ends_on"))
    for session in TrainingSession.objects.filter(outside).order_by("pk").iterator():
        yield f"Hari {session.held_on} di luar masa pelatihan {session.training_id}."
