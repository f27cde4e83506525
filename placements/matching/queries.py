from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from placements.matching.enums import InvitationStatus
from placements.vacancies.enums import VacancyStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.matching.models import FitWeights


class FitWeightsQuerySet(models.QuerySet):
    """What counts how much is told to everyone."""

    def visible_to(self, actor: Actor):
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
        vacancies = self.model._meta.get_field("vacancy").related_model.objects
        return self.filter(vacancy__in=vacancies.open().order_by().values("pk"))

    def of_closed(self) -> Self:
        """Those whose vacancy takes no applications any more: closed, or past its last day. Pauses are waited out."""
        today = timezone.localdate()
        return self.filter(Q(vacancy__status=VacancyStatus.CLOSED) | Q(vacancy__closes_on__lt=today))

    def with_outcomes(self) -> Self:
        """`applied`: an application came after the invitation; `placed`: and a placement that stands came of it."""
        applications = self._applications().filter(
            alumnus=OuterRef("alumnus"), vacancy=OuterRef("vacancy"), applied_at__gte=OuterRef("invited_at")
        )
        placed = applications.filter(placement__isnull=False, placement__cancelled_at__isnull=True)
        return self.annotate(applied=Exists(applications), placed=Exists(placed))

    def conversion(self) -> dict[str, int]:
        """{invited, opened, accepted, declined, unanswered, has_applied, has_placed}: numbers, in one query."""
        statuses = {"accepted": InvitationStatus.ACCEPTED, "declined": InvitationStatus.DECLINED}
        statuses["unanswered"] = InvitationStatus.EXPIRED
        return self.with_outcomes().aggregate(
            invited=Count("pk"),
            opened=Count("pk", filter=Q(opened_at__isnull=False)),
            has_applied=Count("pk", filter=Q(applied=True)),
            has_placed=Count("pk", filter=Q(placed=True)),
            **{name: Count("pk", filter=Q(status=status)) for name, status in statuses.items()},
        )

    def _applications(self) -> Self:
        """The room of applications lies to the right of this one, so it is reached through the model."""
        vacancy = self.model._meta.get_field("vacancy").related_model
        return vacancy._meta.get_field("applications").related_model.objects.order_by()
