from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor


class TimeStamped(models.Model):
    created_at = models.DateTimeField("dibuat", auto_now_add=True, db_index=False)
    updated_at = models.DateTimeField("diubah", auto_now=True)

    class Meta:
        abstract = True


class PublicQuerySet(models.QuerySet):
    """Reference data: the same for everyone."""

    def visible_to(self, actor: Actor) -> Self:
        return self.all()
