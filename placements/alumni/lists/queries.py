from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor


class SavedListQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Of one's own, in the school one acts for."""
        if actor.is_superuser:
            return self.all()
        return self.filter(user_id=actor.user_id, school_id=actor.school_id) if actor.school_id else self.none()


class BulkRunQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """What a BKK did, all its coordinators see."""
        if actor.is_superuser:
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()
