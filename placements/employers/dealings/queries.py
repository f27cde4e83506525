from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(activity__school_id=actor.school_id) if actor.school_id else self.none()

    def to_follow_up(self) -> Self:
        """What was to be done by today, and no later visit of that school has taken up."""
        from placements.employers.dealings.models import EmployerVisit

        later = EmployerVisit.objects.filter(
            employer=OuterRef("employer"),
            activity__school=OuterRef("activity__school"),
            activity__held_on__gt=OuterRef("activity__held_on"),
        )
        return self.filter(next_on__lte=timezone.localdate()).exclude(Exists(later))


class NoteQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()
