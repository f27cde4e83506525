"""Reads of what people keep, and of what they were told."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from placements.alumni.models import Alumnus
from placements.vacancies.enums import AlertFrequency, Visibility

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.vacancies.models import Vacancy

DIGEST_HOUR = 6  # letters of the day wait for the morning
MONDAY = 0


class OwnRowQuerySet(models.QuerySet):
    """Rows that nobody but their person sees."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()


class SavedSearchQuerySet(OwnRowQuerySet):
    def alerting(self) -> Self:
        return self.exclude(frequency=AlertFrequency.NONE)

    def of_people_who_see(self, vacancy: Vacancy) -> Self:
        """The other way round of VacancyQuerySet.visible_to, for a vacancy that is shown."""
        if vacancy.visibility == Visibility.EVERYONE:
            return self
        records = Alumnus.objects.filter(person_id=OuterRef("person_id"))
        if vacancy.visibility == Visibility.SCHOOLS:
            records = records.filter(school__in=vacancy.visible_schools.order_by().values("pk"))
        return self.filter(Exists(records))


class AnchorQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from placements.vacancies.saved.models import SavedSearch

        return self.filter(search__in=SavedSearch.objects.visible_to(actor).order_by().values("pk"))


class AlertQuerySet(OwnRowQuerySet):
    def waiting(self) -> Self:
        return self.filter(told_at__isnull=True)

    def told(self) -> Self:
        return self.filter(told_at__isnull=False)

    def due(self) -> Self:
        """Found by a search whose time has come: at once, since the last morning, since the last Monday morning."""
        return self.waiting().filter(
            Q(search__frequency=AlertFrequency.AT_ONCE)
            | Q(search__frequency=AlertFrequency.DAILY, found_at__lt=last_morning())
            | Q(search__frequency=AlertFrequency.WEEKLY, found_at__lt=last_morning(MONDAY))
        )


def last_morning(weekday: int | None = None) -> datetime.datetime:
    """The latest moment it was six o'clock, on that day of the week if one is named (0 is Monday)."""
    now = timezone.localtime()
    morning = now.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    days = 0 if weekday is None else (now.weekday() - weekday) % 7
    morning -= datetime.timedelta(days=days)
    if morning > now:
        morning -= datetime.timedelta(days=1 if weekday is None else 7)
    return morning
