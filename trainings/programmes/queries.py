from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from trainings.programmes.enums import BEFORE_START, HELD, TrainingStatus
from trainings.programmes.rules import MAX_DAYS

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.programmes.models import (
        Budget,
        Instructor,
        JournalEntry,
        JournalPhoto,
        Training,
        TrainingProgramme,
        TrainingSession,
    )

Row = TypeVar("Row", bound=models.Model)


class OfficeRowQuerySet(models.QuerySet[Row]):
    def workable_by(self, actor: Actor) -> Self:
        """Those this actor may change: the own office's."""
        return self.filter(agency_id=actor.agency_id) if actor.is_agency else self.none()


class ProgrammeQuerySet(OfficeRowQuerySet["TrainingProgramme"]):
    def visible_to(self, actor: Actor) -> Self:
        """An officer works on the own office's; everyone else reads all."""
        is_officer = actor.is_agency and not actor.is_agency_head
        return self.filter(agency_id=actor.agency_id) if is_officer else self.all()

    def with_training_count(self) -> Self:
        from trainings.programmes.models import Training

        return self.annotate(training_count=count_of(Training.objects.all(), "programme"))

    def matching(self, words: str) -> Self:
        """Every word occurs in the name or the trade."""
        return self.filter(_words(words, "name", "trade"))


class TrainingQuerySet(OfficeRowQuerySet["Training"]):
    def visible_to(self, actor: Actor) -> Self:
        """An officer works on the own office's; a head, and the public, see all that is not a mere plan."""
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        if actor.is_agency:
            return self.filter(agency_id=actor.agency_id)
        return self.announced()

    def announced(self) -> Self:
        return self.exclude(status=TrainingStatus.PLANNED)

    def running(self) -> Self:
        return self.filter(status=TrainingStatus.RUNNING)

    def upcoming(self) -> Self:
        """Not over yet. No training lasts longer than MAX_DAYS, so the index on the start finds them."""
        today = timezone.localdate()
        return self.filter(starts_on__gt=today - dt.timedelta(days=MAX_DAYS), ends_on__gte=today)

    def over(self) -> Self:
        return self.filter(ends_on__lt=timezone.localdate())

    def to_start(self) -> Self:
        """The first day has come, and they are announced but not running."""
        states = [status for status in BEFORE_START if status != TrainingStatus.PLANNED]
        return self.filter(status__in=states, starts_on__lte=timezone.localdate())

    def to_finish(self) -> Self:
        """The last day is past, and they are still said to be running."""
        return self.running().over()

    def in_year(self, year: int) -> Self:
        return self.filter(starts_on__range=(dt.date(year, 1, 1), dt.date(year, 12, 31)))

    def matching(self, words: str) -> Self:
        """Every word occurs in the programme, the trade, the batch, the venue or the kelurahan."""
        fields = ("programme__name", "programme__trade", "batch", "venue", "village__name")
        return self.filter(_words(words, *fields))

    def for_list(self) -> Self:
        return self.select_related("programme", "agency", "village__district")


class BudgetQuerySet(OfficeRowQuerySet["Budget"]):
    def visible_to(self, actor: Actor) -> Self:
        """An office's money is its own business; the heads, and who keeps the portal, see every line."""
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.workable_by(actor)


class InstructorQuerySet(OfficeRowQuerySet["Instructor"]):
    def visible_to(self, actor: Actor) -> Self:
        """Of the own office; the heads, and who keeps the portal, see everybody."""
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.workable_by(actor)

    def matching(self, words: str) -> Self:
        return self.filter(_words(words, "name", "employer", "competence"))

    def with_hours(self) -> Self:
        """classes: held or running trainings they taught at; hours: the JP of those, each counted in full."""
        taught = Q(trainings__status__in=HELD)
        hours = Coalesce(Sum("trainings__programme__hours", filter=taught), 0)
        return self.annotate(classes=Count("trainings", filter=taught), hours=hours)


class ProgrammePartQuerySet(models.QuerySet[Row]):
    """Rows that hang on a programme and are as visible as that programme."""

    def visible_to(self, actor: Actor) -> Self:
        from trainings.programmes.models import TrainingProgramme

        return self.filter(programme__in=TrainingProgramme.objects.visible_to(actor).order_by().values("pk"))


class JournalQuerySet(models.QuerySet["JournalEntry"]):
    def visible_to(self, actor: Actor) -> Self:
        """Not for the public: photographs show people."""
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.filter(session__training__agency_id=actor.agency_id) if actor.is_agency else self.none()


class JournalPhotoQuerySet(models.QuerySet["JournalPhoto"]):
    def visible_to(self, actor: Actor) -> Self:
        from trainings.programmes.models import JournalEntry

        return self.filter(entry__in=JournalEntry.objects.visible_to(actor).order_by().values("pk"))

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(entry__session__training__agency_id=actor.agency_id) if actor.is_agency else self.none()


class SessionQuerySet(models.QuerySet["TrainingSession"]):
    def visible_to(self, actor: Actor) -> Self:
        from trainings.programmes.models import Training

        return self.filter(training__in=Training.objects.visible_to(actor).order_by().values("pk"))

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(training__agency_id=actor.agency_id) if actor.is_agency else self.none()

    def held(self) -> Self:
        """Days that were not called off and have come."""
        return self.filter(cancelled=False, held_on__lte=timezone.localdate())

    def with_journal(self) -> Self:
        """has_journal: whether somebody wrote down what was done that day."""
        from trainings.programmes.models import JournalEntry

        return self.annotate(has_journal=Exists(JournalEntry.objects.filter(session=OuterRef("pk"))))


def _words(text: str, *fields: str) -> models.Q:
    """Each word of the text in one of the fields."""
    found = Q()
    for word in text.split():
        one = Q()
        for field in fields:
            one |= Q(**{f"{field}__icontains": word})
        found &= one
    return found


def count_of(rows: models.QuerySet, foreign_key: str) -> Coalesce:
    """A subquery that counts `rows` which point at the outer row."""
    mine = rows.filter(**{foreign_key: OuterRef("pk")}).order_by().values(foreign_key)
    return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number")), 0)
