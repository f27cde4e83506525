from django.db.models import F, Q

from bkk_portal.kit.formatting import rupiah
from trainings.programmes.budgets import uses_of
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Budget, Training, TrainingSession


def finished_without_results(trainings=Training.objects):
    """A training ends when everyone in it has a result (actions.change_state)."""
    finished = trainings.filter(state=TrainingState.FINISHED).order_by("pk")
    open_people = Training.participants.rel.related_model.objects.accepted()
    for training in finished.filter(pk__in=open_people.order_by().values("training")).select_related("programme"):
        yield f"Pelatihan {training.pk} ({training}) selesai, padahal ada peserta tanpa hasil."


def days_outside(sessions=TrainingSession.objects):
    outside = Q(held_on__lt=F("training__starts_on")) | Q(held_on__gt=F("training__ends_on"))
    for session in sessions.filter(outside).order_by("pk").iterator():
        yield f"Hari {session.held_on} di luar masa pelatihan {session.training_id}."


def over_the_ceiling(lines=Budget.objects):
    """More planned or spent on a budget line than it holds."""
    budgets = list(lines.order_by("pk"))
    uses = uses_of(budget.pk for budget in budgets)
    for budget in budgets:
        for word, amount in (("rencana", uses[budget.pk].planned), ("realisasi", uses[budget.pk].spent)):
            if amount > budget.ceiling:
                yield f"Anggaran {budget.pk} ({budget.code}): {word} {rupiah(amount)}, pagu {rupiah(budget.ceiling)}."


def outside_the_budget_year(trainings=Training.objects):
    outside = ~Q(starts_on__year=F("budget__year")) | ~Q(ends_on__year=F("budget__year"))
    for training in trainings.filter(outside, budget__isnull=False).select_related("budget").order_by("pk"):
        yield f"Pelatihan {training.pk} di luar tahun anggarannya ({training.budget.year})."
