from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from trainings.businesses.enums import BusinessStatus
from trainings.participants.queries import ParticipantRowQuerySet

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

PLACES = ("name", "trade", "description", "village__name")


class BusinessQuerySet(ParticipantRowQuerySet):
    """visible_to is the desk's and the owner's; the world sees published() only."""

    def published(self) -> Self:
        """With a consent that stands (the database keeps it so) and checked by the office."""
        return self.filter(status=BusinessStatus.PUBLISHED)

    def waiting(self) -> Self:
        return self.filter(status=BusinessStatus.WAITING)

    def to_check(self) -> Self:
        """New or changed pages, and new photographs on pages that stand."""
        from trainings.businesses.models import BusinessPhoto

        photos = BusinessPhoto.objects.unchecked().filter(business=OuterRef("pk"))
        return self.filter(Q(status=BusinessStatus.WAITING) | Q(Exists(photos), status=BusinessStatus.PUBLISHED))

    def for_list(self) -> Self:
        path = "participant"
        return self.select_related("village__district", f"{path}__person", f"{path}__training__programme")

    def matching(self, words: str) -> Self:
        """Each word begins a word of the name, the trade, what is done or the kelurahan."""
        rows = self
        for word in words.split():
            begins = [(f"{place}__istartswith", word) for place in PLACES]
            begins += [(f"{place}__icontains", f" {word}") for place in PLACES]
            rows = rows.filter(Q(*begins, _connector=Q.OR))
        return rows


class BusinessPhotoQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from trainings.businesses.models import Business

        return self.filter(business__in=Business.objects.visible_to(actor).order_by().values("pk"))

    def public(self) -> Self:
        return self.filter(checked_at__isnull=False, business__status=BusinessStatus.PUBLISHED)

    def unchecked(self) -> Self:
        return self.filter(checked_at__isnull=True)
