from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from bkk_portal.kit.models import PublicQuerySet
from placements.applications.models import Application
from placements.matching.enums import InvitationStatus
from placements.vacancies.enums import LeadStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.matching.queries import InvitationQuerySet
    from placements.outcomes.models import (
        Placement,
        PlacementFollowUp,
    )
    from placements.vacancies.queries import LeadQuerySet


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


def with_placements(leads: LeadQuerySet) -> LeadQuerySet:
    """`placed`: how many placements that stand came of each lead, whatever school they are of."""
    from placements.outcomes.models import Placement

    counted = Placement.objects.standing().filter(application__vacancy=OuterRef("vacancy_id")).order_by()
    numbers = counted.values("application__vacancy").annotate(number=Count("pk")).values("number")
    return leads.annotate(placed=Coalesce(Subquery(numbers), 0))


def lead_totals(leads: LeadQuerySet) -> dict[str, int]:
    """{"leads", "used", "placed"}: from what was heard to who works."""
    from placements.outcomes.models import Placement

    ours = leads.filter(vacancy__isnull=False).order_by().values("vacancy_id")
    used = Count("pk", filter=Q(status=LeadStatus.USED))
    found = leads.order_by().aggregate(leads=Count("pk"), used=used)
    return found | {"placed": Placement.objects.standing().filter(application__vacancy_id__in=ours).count()}


def with_invitation_outcomes(invitations: InvitationQuerySet) -> InvitationQuerySet:
    """`applied`: an application came after the invitation; `placed`: and a placement that stands came of it."""
    applications = Application.objects.order_by().filter(
        alumnus=OuterRef("alumnus"), vacancy=OuterRef("vacancy"), applied_at__gte=OuterRef("invited_at")
    )
    placed = applications.filter(placement__isnull=False, placement__cancelled_at__isnull=True)
    return invitations.annotate(applied=Exists(applications), placed=Exists(placed))


def invitation_conversion(invitations: InvitationQuerySet) -> dict[str, int]:
    """{invited, opened, accepted, declined, unanswered, has_applied, has_placed}: numbers, in one query."""
    statuses = {"accepted": InvitationStatus.ACCEPTED, "declined": InvitationStatus.DECLINED}
    statuses["unanswered"] = InvitationStatus.EXPIRED
    return with_invitation_outcomes(invitations).aggregate(
        invited=Count("pk"),
        opened=Count("pk", filter=Q(opened_at__isnull=False)),
        has_applied=Count("pk", filter=Q(applied=True)),
        has_placed=Count("pk", filter=Q(placed=True)),
        **{name: Count("pk", filter=Q(status=status)) for name, status in statuses.items()},
    )
