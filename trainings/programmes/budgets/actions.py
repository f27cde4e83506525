"""Money: what is planned and spent on a budget line, and that neither goes beyond its ceiling or its year."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from bkk_portal.kit import registry
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import rupiah
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Budget, Training
from trainings.programmes.rules import may_edit

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

NOT_YOURS = "Anggaran ini milik dinas lain."
COUNTED = ~Q(status=TrainingStatus.CANCELLED)


@dataclasses.dataclass(frozen=True)
class Use:
    """In whole rupiah. A cancelled training plans nothing; what it had cost by then stays spent."""

    planned: int = 0
    spent: int = 0

    def __add__(self, other: Use) -> Use:
        return Use(self.planned + other.planned, self.spent + other.spent)


def uses_of(keys: Iterable[int]) -> dict[int, Use]:
    """{budget primary key: Use} over trainings and whatever else draws on these lines (registry.budget_uses)."""
    keys = list(keys)
    uses = dict.fromkeys(keys, Use())
    rows = Training.objects.filter(budget__in=keys).order_by().values_list("budget")
    sums = rows.annotate(
        planned=Coalesce(Sum("planned_cost", filter=COUNTED), 0), spent=Coalesce(Sum("actual_cost"), 0)
    )
    for key, planned, spent in sums:
        uses[key] += Use(planned, spent)
    for entry in registry.budget_uses:
        for key, (planned, spent) in entry.function(keys).items():
            uses[key] += Use(planned, spent)
    return uses


def hold(budget: Budget, agency_id: int, *days: dt.date | None) -> Budget:
    """The Budget's row, locked; Refused when it is another office's or a day lies outside its year.

    Call it before changing what draws on the line, and check_ceiling() after, in the same transaction.
    """
    row = locked(budget)
    if row.agency_id != agency_id:
        raise Refused(NOT_YOURS)
    outside = next((day for day in days if day and day.year != row.year), None)
    if outside:
        raise Refused(
            f"Tahun {outside.year} di luar tahun anggaran {row.year}. Pilih anggaran lain, atau periksa tanggalnya."
        )
    return row


def check_ceiling(budget: Budget) -> None:
    """Refused when more is planned or spent on this line now than its ceiling; the caller's transaction goes back."""
    use = uses_of([budget.pk])[budget.pk]
    for word, amount in (("rencana", use.planned), ("realisasi", use.spent)):
        if amount > budget.ceiling:
            raise Refused(
                f"Melewati pagu {budget.code}: {word} menjadi {rupiah(amount)}, pagunya {rupiah(budget.ceiling)}, "
                f"jadi lebih {rupiah(amount - budget.ceiling)}. Kurangi biayanya, atau perbaiki pagunya dulu."
            )


@transaction.atomic
def save_budget(*, budget: Budget, actor: Actor) -> Budget:
    """`budget`: new or changed, not saved yet. A ceiling or year that its own trainings contradict is refused."""
    if budget.pk is None:
        budget.agency_id = actor.agency_id
    if not may_edit(actor, budget):
        raise Refused(NOT_YOURS)
    if budget.pk:
        locked(budget)
        _refuse_other_year(budget)
    budget.save()
    check_ceiling(budget)
    return budget


def _refuse_other_year(budget: Budget) -> None:
    other = budget.trainings.exclude(starts_on__year=budget.year).select_related("programme").first()
    if other:
        raise Refused(f"Pelatihan {other} dimulai tahun {other.starts_on.year} dan memakai anggaran ini.")
