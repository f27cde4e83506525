from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.kit.models import PublicQuerySet

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.outcomes.models import (
        Placement,
        PlacementFollowUp,
    )


class WageQuerySet(PublicQuerySet):
    """The same for everyone."""


class PlacementQuerySet(models.QuerySet["Placement"]):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(alumnus__school_id=actor.school_id)
        if actor.employer_id:
            return self.filter(employer_id=actor.employer_id)
        return self.filter(alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def standing(self) -> Self:
        return self.filter(cancelled_at__isnull=True)

    def unverified(self) -> Self:
        return self.standing().filter(spell__verified_at__isnull=True)

    def at_work(self) -> Self:
        """Those still there as far as is known today."""
        today = timezone.localdate()
        return self.standing().filter(Q(spell__until__isnull=True) | Q(spell__until__gte=today))


class FollowUpQuerySet(models.QuerySet["PlacementFollowUp"]):
    def visible_to(self, actor: Actor) -> Self:
        """The BKK's own work; neither employers nor graduates see it."""
        if actor.is_superuser:
            return self.all()
        return self.filter(placement__alumnus__school_id=actor.school_id) if actor.school_id else self.none()

    def due(self) -> Self:
        """To be asked now: nobody has answered yet, and the placement stands."""
        today = timezone.localdate()
        return self.filter(done_at__isnull=True, due_on__lte=today, placement__cancelled_at__isnull=True)
