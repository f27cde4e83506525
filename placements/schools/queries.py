from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from bkk_portal.accounts.queries import MembershipQuerySet
from bkk_portal.kit.models import PublicQuerySet
from bkk_portal.offices.models import Agency
from placements.schools.enums import RequestStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.regions.models import District


class SchoolQuerySet(PublicQuerySet):
    """Schools are public; only their own coordinator may edit one (rules.py)."""

    def matching(self, *, q: str = "", status: str = "", kecamatan: District | None = None) -> Self:
        rows = self.filter(status=status) if status else self.all()
        rows = rows.filter(district=kecamatan) if kecamatan else rows
        for word in q.split():
            rows = rows.filter(Q(name__icontains=word) | Q(npsn=word))
        return rows

    def registered(self) -> Self:
        return self.exclude(registration_number="")

    def needing_reissue(self) -> Self:
        """Whose tanda daftar names another head, as School.needs_reissue."""
        return self.registered().exclude(registered_head="").exclude(registered_head=F("bkk_head"))

    def registration_ending(self) -> Self:
        """Whose tanda daftar names an end that is near or past (RULES["registration_ends_days"])."""
        soon = timezone.localdate() + dt.timedelta(days=settings.RULES["registration_ends_days"])
        return self.registered().filter(registered_until__lte=soon)

    def with_coordinator(self) -> Self:
        """Those where somebody answers what is sent to the BKK."""
        from placements.schools.models import SchoolMembership

        members = SchoolMembership.objects.current().filter(school=OuterRef("pk"))
        return self.filter(Exists(members.order_by()))


class SchoolMembershipQuerySet(MembershipQuerySet):
    pass


class ForumMembershipQuerySet(MembershipQuerySet):
    pass


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser or actor.is_forum:
            return self.all()
        if actor.school_id:
            return self.filter(Q(school_id=actor.school_id) | Q(school__isnull=True))
        return self.none()

    def of_forum(self) -> Self:
        return self.filter(school__isnull=True)

    def of_school(self, school_id: int) -> Self:
        return self.filter(school_id=school_id)

    def in_calendar(self) -> Self:
        """What its makers marked for everyone."""
        return self.filter(is_public=True)

    def with_schools_present(self) -> Self:
        """`present`: number of BKKs that came."""
        return self.annotate(present=Count("schools_present"))


class _OfActivity(models.QuerySet):
    """What hangs on an activity: seen by its school; the forum's by every BKK. The forum sees no school's photos."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        if actor.is_forum:
            return self.filter(activity__school__isnull=True)
        if actor.school_id:
            return self.filter(Q(activity__school_id=actor.school_id) | Q(activity__school__isnull=True))
        return self.none()


class PhotoQuerySet(_OfActivity):
    pass


class DecisionQuerySet(_OfActivity):
    def open(self) -> Self:
        return self.filter(done_on__isnull=True)


class RegistrationRequestQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The BKK that asks, and the office that supervises BKKs."""
        if actor.is_superuser or (actor.is_agency and Agency.objects.supervising(actor.agency_id).exists()):
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()

    def waiting(self) -> Self:
        return self.filter(status=RequestStatus.SENT)


class PlanQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The BKK's own; the office that supervises BKKs and the forum read all."""
        if actor.is_superuser or actor.is_forum:
            return self.all()
        if actor.is_agency and Agency.objects.supervising(actor.agency_id).exists():
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()

    def with_targets(self) -> Self:
        """For PlacementPlan.rows() without a query a plan."""
        return self.prefetch_related("targets")


class TargetQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Whoever sees the plan."""
        from placements.schools.models import PlacementPlan

        return self.filter(plan__in=PlacementPlan.objects.visible_to(actor))
