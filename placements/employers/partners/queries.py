from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Sum, When
from django.utils import timezone

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.models import Employer
    from placements.employers.queries import EmployerQuerySet


class _OfBoth(models.QuerySet):
    """Read by the school and by the employer it is about."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        return self.filter(employer_id=actor.employer_id) if actor.employer_id else self.none()


class AgreementQuerySet(_OfBoth):
    def in_force(self) -> Self:
        """Those that bind both today."""
        today = timezone.localdate()
        not_over = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
        return self.not_ended().filter(not_over, starts_on__lte=today)

    def not_ended(self) -> Self:
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=timezone.localdate()))

    def with_renewals(self) -> Self:
        """`renewed`: whether another MoU takes this one's place."""
        return self.annotate(renewed=Exists(_renewals()))

    def ending_within(self, days: int) -> Self:
        """Those that end in so many days at most and that nobody has renewed or ended."""
        today = timezone.localdate()
        soon = self.not_ended().filter(ends_on__range=(today, today + dt.timedelta(days=days)))
        return soon.exclude(Exists(_renewals()))

    def with_words(self, text: str) -> Self:
        """Each word stands in the number or in the employer's name."""
        found = self
        for word in text.split():
            found = found.filter(Q(number__icontains=word) | Q(employer__name__icontains=word))
        return found

    def over(self) -> Self:
        """Those that bind nobody any more."""
        return self.filter(self._is_over())

    def nearest_end_first(self) -> Self:
        """Then those without an end, and what is over last."""
        is_over = Case(When(self._is_over(), then=1), default=0)
        return self.order_by(is_over, F("ends_on").asc(nulls_last=True), "pk")

    def _is_over(self) -> models.Q:
        today = timezone.localdate()
        return Q(ends_on__lt=today) | Q(ended_on__lte=today)


class PklQuerySet(_OfBoth):
    def by_year(self) -> dict[int, tuple[int, int]]:
        """{year: (places, filled)}"""
        summed = self.order_by().values_list("year").annotate(Sum("places"), Sum("filled"))
        return {year: (places, filled) for year, places, filled in summed}

    def with_room(self, year: int) -> Self:
        """Places of that year and later to which nobody has gone yet."""
        return self.filter(year__gte=year, filled__lt=F("places"))

    def totals(self) -> dict[str, int | None]:
        """{"places": …, "filled": …}, None where there is no row."""
        return self.order_by().aggregate(places=Sum("places"), filled=Sum("filled"))


def partners_of(employers: EmployerQuerySet, school_id: int) -> EmployerQuerySet:
    """Those with which this school has an agreement in force."""
    return employers.filter(pk__in=_in_force(school_id).values("employer"))


def with_partnership(employers: EmployerQuerySet, school_id: int) -> EmployerQuerySet:
    """`is_partner`: whether this school has an agreement in force with the employer."""
    return employers.annotate(is_partner=Exists(_in_force(school_id).filter(employer=OuterRef("pk"))))


def _in_force(school_id: int) -> AgreementQuerySet:
    from placements.employers.partners.models import PartnershipAgreement

    return PartnershipAgreement.objects.in_force().filter(school_id=school_id).order_by()


def _renewals() -> AgreementQuerySet:
    from placements.employers.partners.models import PartnershipAgreement

    return PartnershipAgreement.objects.filter(renews=OuterRef("pk"))


@dataclasses.dataclass(frozen=True)
class PartnerYear:
    """PKL and placements of one school at one employer; `everywhere` counts all schools' placements."""

    year: int
    places: int = 0
    filled: int = 0
    placed: int = 0
    everywhere: int = 0


def years_with(
    employer: Employer, actor: Actor, *, own_placements: models.QuerySet, placements: models.QuerySet
) -> list[PartnerYear]:
    """[PartnerYear], the newest first; three aggregate queries. Placements: those at this employer that stand."""
    pkl = employer.pkl_places.visible_to(actor).by_year()
    placed, everywhere = _per_year(own_placements), _per_year(placements)
    return [
        PartnerYear(year, *pkl.get(year, (0, 0)), placed.get(year, 0), everywhere.get(year, 0))
        for year in sorted({*pkl, *placed, *everywhere}, reverse=True)
    ]


def _per_year(rows: models.QuerySet) -> dict[int, int]:
    return dict(rows.order_by().values_list("starts_on__year").annotate(number=Count("pk")))
