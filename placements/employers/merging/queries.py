from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, Q, When

from placements.employers.enums import MergeStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.merging.models import EmployerMergeProposal
    from placements.employers.models import Employer


class MergeProposalQuerySet(models.QuerySet["EmployerMergeProposal"]):
    def waiting_first(self) -> Self:
        is_decided = Case(When(status=MergeStatus.WAITING, then=0), default=1)
        return self.order_by(is_decided, "-created_at", "-pk")

    def visible_to(self, actor: Actor) -> Self:
        """The register is shared: every BKK reads what is proposed about it, and the forum decides."""
        return self.all() if actor.is_superuser or actor.is_forum or actor.school_id else self.none()

    def waiting(self) -> Self:
        return self.filter(status=MergeStatus.WAITING)

    def leading_from(self, key: int) -> EmployerMergeProposal | None:
        """The merge in which the employer of this number became another; None when it never did."""
        merged = self.filter(status=MergeStatus.MERGED, dropped_key=key).select_related("kept")
        return merged.order_by("-pk").first()

    def about(self, employer: Employer) -> Self:
        return self.filter(Q(kept=employer) | Q(dropped=employer))
