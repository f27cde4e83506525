from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.errors import Fault
from bkk_portal.kit.registry import TrainingOffer
from bkk_portal.kit.text.formatting import rupiah, tanggal
from bkk_portal.kit.web.cache import watch
from bkk_portal.kit.web.sitemaps import InParts
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from trainings.programmes.budgets.actions import uses_of
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Budget, Training, TrainingProgramme, TrainingSession

if TYPE_CHECKING:
    from trainings.programmes.queries import BudgetQuerySet, SessionQuerySet, TrainingQuerySet

MOST_OPEN = 200  # more are never open at once; a page shows two
MOST_SKILLS = 12
# What a check looks at: all of them, or those of one audit pack.
TRAININGS, DAYS, BUDGETS = Training.objects.all(), TrainingSession.objects.all(), Budget.objects.all()


def about(training: Training, sentence: str, page: str = "training_page") -> Fault:
    """A Fault about a training, mended on this page of its desk. `training` has programme and village at hand."""
    return Fault(f"Pelatihan {training}, {training.village}: {sentence}", reverse(f"dinas:{page}", args=[training.pk]))


def days_outside(sessions: SessionQuerySet = DAYS) -> Iterator[Fault]:
    outside = Q(held_on__lt=F("training__starts_on")) | Q(held_on__gt=F("training__ends_on"))
    rows = sessions.filter(outside).select_related("training__programme", "training__village").order_by("pk")
    for session in rows.iterator():
        yield about(session.training, f"hari {tanggal(session.held_on)} di luar masanya.", "training_schedule")


def over_the_ceiling(lines: BudgetQuerySet = BUDGETS) -> Iterator[Fault]:
    """More planned or spent on a budget line than it holds."""
    budgets = list(lines.order_by("pk"))
    uses = uses_of(budget.pk for budget in budgets)
    for budget in budgets:
        for word, amount in (("rencana", uses[budget.pk].planned), ("realisasi", uses[budget.pk].spent)):
            if amount > budget.ceiling:
                page = reverse("dinas:budget_page", args=[budget.pk])
                yield Fault(f"Anggaran {budget}: {word} {rupiah(amount)}, pagu {rupiah(budget.ceiling)}.", page)


def outside_the_budget_year(trainings: TrainingQuerySet = TRAININGS) -> Iterator[Fault]:
    outside = ~Q(starts_on__year=F("budget__year")) | ~Q(ends_on__year=F("budget__year"))
    rows = trainings.filter(outside, budget__isnull=False).select_related("budget", "programme", "village")
    for training in rows.order_by("pk"):
        yield about(training, f"di luar tahun anggarannya ({training.budget and training.budget.year}).")


def remind_to_finish(dry_run: bool) -> str:
    """Once, to whoever made it: the last day is past, and results or the end are still missing."""
    waiting = Training.objects.to_finish().select_related("programme", "created_by").order_by("pk")
    due = [training for training in waiting if not _was_reminded(training)]
    if not dry_run:
        for training in due:
            _remind(training)
    return f"{len(due)} pelatihan yang sudah lewat belum diselesaikan; pembuatnya diingatkan sekali."


def _was_reminded(training: Training) -> bool:
    return Notification.objects.filter(user_id=training.created_by_id, url=_desk_url(training)).exists()


def _desk_url(training: Training) -> str:
    return reverse("dinas:training_page", args=[training.pk])


def _remind(training: Training) -> None:
    notify(
        user=training.created_by,
        topic=Topic.TRAINING,
        title=f"{training} sudah lewat tanggal selesainya"[:150],
        body="Isi hasil peserta, selesaikan pelatihannya, lalu terbitkan sertifikat.",
        url=_desk_url(training),
    )


def trainings_that_teach(skills: Collection[int], konsentrasi: Collection[int]) -> list[TrainingOffer]:
    """[TrainingOffer], the soonest first, of those that take registrations and teach any of it (primary keys)."""
    teaches = Exists(_links("skills", skill__in=skills)) | Exists(_links("konsentrasi", konsentrasi__in=konsentrasi))
    rows = Training.objects.filter(teaches, status=TrainingStatus.OPEN, ends_on__gte=timezone.localdate())
    rows = rows.select_related("programme", "village").prefetch_related("programme__skills", "programme__konsentrasi")
    return [_offer(row) for row in rows.order_by("starts_on", "pk")[:MOST_OPEN]]


def _links(what: str, **wanted: Any) -> models.QuerySet:
    through = getattr(TrainingProgramme, what).through
    return through.objects.filter(trainingprogramme=OuterRef("programme_id"), **wanted)


def _offer(row: Training) -> TrainingOffer:
    return TrainingOffer(
        name=row.programme.name,
        url=row.get_absolute_url(),
        place=row.village.name,
        starts_on=row.starts_on,
        skills=frozenset(skill.pk for skill in row.programme.skills.all()),
        konsentrasi=frozenset(konsentrasi.pk for konsentrasi in row.programme.konsentrasi.all()),
    )


def _public() -> TrainingQuerySet:
    return Training.objects.announced().select_related("programme", "village")


training_pages = InParts(_public, lambda row: (row.get_absolute_url(), row.updated_at))


def skills_in_programmes(konsentrasi: Iterable[int]) -> list[int]:
    """[Skill primary key] of the programmes that serve these konsentrasi (primary keys)."""
    serving = TrainingProgramme.konsentrasi.through.objects.filter(konsentrasi__in=konsentrasi)
    taught = TrainingProgramme.skills.through.objects.filter(
        trainingprogramme__in=serving.values("trainingprogramme")
    ).order_by("skill")
    return list(taught.values_list("skill", flat=True).distinct()[:MOST_SKILLS])


def register() -> None:
    watch(Training)
    registry.konsentrasi_skills.register("trainings", skills_in_programmes, order=20)
    registry.chores.register("remind to finish trainings", remind_to_finish)
    registry.consistency_checks.register("training days", days_outside)
    registry.consistency_checks.register("budget ceilings", over_the_ceiling)
    registry.consistency_checks.register("budget years", outside_the_budget_year)
    registry.sitemap_pages.register("trainings", training_pages)
    registry.gap_trainings.register("trainings", trainings_that_teach)
