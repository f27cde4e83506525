from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.documents.models import (
        IssuedDocument,
        NumberSeries,
    )


def issuer_keys(actor: Actor) -> list[str]:
    """The issuer keys in whose name this actor may issue and read."""
    keys = []
    if actor.agency_id:
        keys.append(f"agency:{actor.agency_id}")
    if actor.school_id:
        keys.append(f"school:{actor.school_id}")
    return keys


class NumberSeriesQuerySet(models.QuerySet["NumberSeries"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.all() if actor.is_superuser else self.filter(issuer_key__in=issuer_keys(actor))


class IssuedDocumentQuerySet(models.QuerySet["IssuedDocument"]):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        mine = Q(issuer_key__in=issuer_keys(actor))
        if actor.person_id:
            mine |= Q(person_id=actor.person_id)
        return self.filter(mine)

    def valid(self) -> Self:
        return self.filter(revoked_at__isnull=True)
