from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.nomination.models import (
        NominationLetter,
    )

LETTERS_SHOWN = 5  # on a page about something else


class NominationLetterQuerySet(models.QuerySet["NominationLetter"]):
    def visible_to(self, actor: Actor) -> Self:
        """The BKK that wrote it, and the employer it was written to."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        return self.filter(vacancy__employer_id=actor.employer_id) if actor.employer_id else self.none()

    def standing(self) -> Self:
        return self.filter(document__revoked_at__isnull=True)

    def with_counts(self) -> Self:
        """`named`: how many people a letter puts forward."""
        return self.select_related("document", "vacancy__employer").annotate(named=Count("applications"))
