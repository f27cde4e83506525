from django.db.models import F, Q
from django.urls import reverse

from bkk_portal.kit.faults import Fault
from bkk_portal.kit.formatting import rupiah, tanggal
from trainings.programmes.budgets import uses_of
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Budget, Training, TrainingSession


def about(training, sentence, page="training_page"):
    """A Fault about a training, mended on this page of its desk. `training` has programme and village at hand."""
    return Fault(f"Pelatihan {training}, {training.village}: {sentence}", reverse(f"dinas:{page}", args=[training.pk]))


def finished_without_results(trainings=Training.objects):
    """A training ends when everyone in it has a result (actions.change_state)."""
    finished = trainings.filter(state=TrainingState.FINISHED).order_by("pk")
    open_people = Training.participants.rel.related_model.objects.accepted()
    unfinished = finished.filter(pk__in=open_people.order_by().values("training"))
    for training in unfinished.select_related("programme", "village"):
        yield about(training, "sudah selesai, padahal ada peserta tanpa hasil.", "training_results")


def days_outside(sessions=TrainingSession.objects):
    outside = Q(held_on__lt=F("training__starts_on")) | Q(held_on__gt=F("training__ends_on"))
    rows = sessions.filter(outside).select_related("training__programme", "training__village").order_by("pk")
    for session in rows.iterator():
        yield about(session.training, f"hari {tanggal(session.held_on)} di luar masanya.", "training_schedule")


def over_the_ceiling(lines=Budget.objects):
    """More planned or spent on a budget line than it holds."""
    budgets = list(lines.order_by("pk"))
    uses = uses_of(budget.pk for budget in budgets)
    for budget in budgets:
        for word, amount in (("rencana", uses[budget.pk].planned), ("realisasi", uses[budget.pk].spent)):
            if amount > budget.ceiling:
                page = reverse("dinas:budget_page", args=[budget.pk])
                yield Fault(f"Anggaran {budget}: {word} {rupiah(amount)}, pagu {rupiah(budget.ceiling)}.", page)


def outside_the_budget_year(trainings=Training.objects):
    outside = ~Q(starts_on__year=F("budget__year")) | ~Q(ends_on__year=F("budget__year"))
    rows = trainings.filter(outside, budget__isnull=False).select_related("budget", "programme", "village")
    for training in rows.order_by("pk"):
        yield about(training, f"di luar tahun anggarannya ({training.budget.year}).")
