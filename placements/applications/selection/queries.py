from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from placements.applications.enums import ApplicationStatus
from placements.applications.selection.enums import GOOD_OUTCOMES, CallStatus, Presence

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.selection.models import (
        SelectionDay,
        SelectionInvitation,
        SelectionSession,
    )

HOLDS_A_PLACE = ~Q(status=CallStatus.DECLINED)
CAME = Q(presence=Presence.PRESENT)
HIRED = CAME & Q(application__status=ApplicationStatus.HIRED)
PASSED = Q(result__in=GOOD_OUTCOMES) | HIRED


class DayQuerySet(models.QuerySet["SelectionDay"]):
    def visible_to(self, actor: Actor) -> Self:
        """The school that holds it, other BKKs where it is open to them, employers taking part, and who is invited."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(Q(school_id=actor.school_id) | Q(is_shared=True))
        if actor.employer_id:
            links = self.model.vacancies.through.objects.filter(vacancy__employer_id=actor.employer_id)
            return self.filter(Exists(links.filter(selectionday=OuterRef("pk"))))
        return self._inviting(actor.person_id) if actor.person_id else self.none()

    def _inviting(self, person_id: int) -> Self:
        from placements.applications.selection.models import SelectionInvitation

        mine = SelectionInvitation.objects.filter(day=OuterRef("pk"), application__alumnus__person_id=person_id)
        return self.filter(Exists(mine))

    def held_by(self, actor: Actor) -> Self:
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()

    def standing(self) -> Self:
        return self.filter(cancelled_at__isnull=True)

    def coming(self) -> Self:
        return self.filter(held_on__gte=timezone.localdate())

    def past(self) -> Self:
        return self.filter(held_on__lt=timezone.localdate())

    def in_calendar(self) -> Self:
        return self.filter(is_public=True)

    def with_numbers(self) -> Self:
        """`capacity` and `taken`: places of all sessions, and how many of them are given."""
        from placements.applications.selection.models import SelectionSession

        total = SelectionSession.objects.filter(day=OuterRef("pk")).order_by().values("day")
        return self.annotate(
            capacity=Coalesce(
                models.Subquery(total.annotate(n=Sum("capacity")).values("n"), output_field=IntegerField()), 0
            ),
            taken=Coalesce(models.Subquery(total.annotate(n=Sum("taken")).values("n"), output_field=IntegerField()), 0),
        )

    def attendance_due(self) -> Self:
        """Over, and somebody who did not decline is noted neither as present nor as absent."""
        return self.standing().past().filter(self._has_call(HOLDS_A_PLACE & Q(presence="")))

    def results_due(self) -> Self:
        """Over, and somebody who came has no result."""
        return self.standing().past().filter(self._has_call(CAME & Q(result="")))

    def _has_call(self, condition: models.Q) -> Exists:
        from placements.applications.selection.models import SelectionInvitation

        return Exists(SelectionInvitation.objects.filter(condition, day=OuterRef("pk")))


class SelectionSessionQuerySet(models.QuerySet["SelectionSession"]):
    def visible_to(self, actor: Actor) -> Self:
        from placements.applications.selection.models import SelectionDay

        return self.filter(day__in=SelectionDay.objects.visible_to(actor).order_by().values("pk"))

    def miscounted(self) -> Self:
        """Whose `taken` is not what their invitations say."""
        from placements.applications.selection.models import SelectionInvitation

        calls = SelectionInvitation.objects.filter(HOLDS_A_PLACE, session=OuterRef("pk"))
        counted = calls.order_by().values("session").annotate(n=Count("pk")).values("n")
        return self.annotate(counted=Coalesce(models.Subquery(counted, output_field=IntegerField()), 0)).exclude(
            taken=F("counted")
        )


class CallQuerySet(models.QuerySet["SelectionInvitation"]):
    def visible_to(self, actor: Actor) -> Self:
        """The alumnus' own school and the one that holds the day, the vacancy's employer, and who is invited."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(Q(application__alumnus__school_id=actor.school_id) | Q(day__school_id=actor.school_id))
        if actor.employer_id:
            return self.filter(application__vacancy__employer_id=actor.employer_id)
        return self.filter(application__alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def handled_by(self, actor: Actor) -> Self:
        """Whose application is this school's to move."""
        return self.filter(application__alumnus__school_id=actor.school_id) if actor.school_id else self.none()

    def holding(self) -> Self:
        return self.filter(HOLDS_A_PLACE)

    def came(self) -> Self:
        return self.filter(CAME)

    def ahead(self) -> Self:
        """Days that stand and are not over."""
        return self.filter(day__cancelled_at__isnull=True, day__held_on__gte=timezone.localdate())

    def to_remind(self) -> Self:
        """Of tomorrow, not declined, and not reminded yet."""
        tomorrow = timezone.localdate() + dt.timedelta(days=1)
        return self.ahead().holding().filter(day__held_on=tomorrow, reminded_at__isnull=True)

    def with_people(self) -> Self:
        return self.select_related(
            "application__alumnus__person",
            "application__alumnus__school",
            "application__alumnus__konsentrasi",
            "application__vacancy__employer",
            "session",
            "day__school",
        )

    def numbers(self) -> dict[str, int]:
        """{invited, accepted, declined, came, absent, passed, hired, undecided}, in one query."""
        return self.aggregate(
            invited=Count("pk"),
            accepted=Count("pk", filter=Q(status=CallStatus.ACCEPTED)),
            declined=Count("pk", filter=Q(status=CallStatus.DECLINED)),
            came=Count("pk", filter=CAME),
            absent=Count("pk", filter=Q(presence=Presence.ABSENT)),
            unrecorded=Count("pk", filter=HOLDS_A_PLACE & Q(presence="")),
            passed=Count("pk", filter=PASSED),
            hired=Count("pk", filter=HIRED),
            undecided=Count("pk", filter=CAME & Q(result="")),
        )
