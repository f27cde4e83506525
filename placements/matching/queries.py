from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from placements.matching.enums import InvitationStatus
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.matching.models import FitWeights


class FitWeightsQuerySet(models.QuerySet["FitWeights"]):
    """What counts how much is told to everyone."""

    def visible_to(self, actor: Actor) -> Self:
        return self.all()

    def current(self) -> FitWeights:
        """The one row; before the reference data is loaded, an unsaved one with the defaults."""
        return self.first() or self.model()


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The school that invited, and who is invited."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(alumnus__school_id=actor.school_id)
        return self.filter(alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def waiting(self) -> Self:
        return self.filter(status=InvitationStatus.SENT)

    def of_open(self) -> Self:
        """Those whose vacancy takes applications now."""
        return self.filter(vacancy__in=Vacancy.objects.open().order_by().values("pk"))

    def of_closed(self) -> Self:
        """Those whose vacancy takes no applications any more: closed, or past its last day. Pauses are waited out."""
        today = timezone.localdate()
        return self.filter(Q(vacancy__status=VacancyStatus.CLOSED) | Q(vacancy__closes_on__lt=today))
