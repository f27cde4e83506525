from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils import timezone

from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.accounts.models import Consent
from placements.outcomes.tracer.enums import ASKED_STATES, ResponseStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.outcomes.tracer.models import (
        Contradiction,
        TracerAnswer,
        TracerCampaign,
        TracerQuestion,
        TracerQuestionnaire,
        TracerResponse,
        TracerUpload,
    )


class QuestionnaireQuerySet(models.QuerySet["TracerQuestionnaire"]):
    def visible_to(self, actor: Actor) -> Self:
        """Everyone who asks or answers may read the questions; drafts are the forum's."""
        if actor.is_superuser or actor.is_forum:
            return self.all()
        return self.published()

    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def in_force(self) -> TracerQuestionnaire | None:
        """The newest published version, or None before the reference data is loaded."""
        return self.published().order_by("-number").first()


class TracerQuestionQuerySet(models.QuerySet["TracerQuestion"]):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser or actor.is_forum:
            return self.all()
        return self.filter(questionnaire__published_at__isnull=False)


class CampaignQuerySet(models.QuerySet["TracerCampaign"]):
    def visible_to(self, actor: Actor) -> Self:
        """A school's own; the forum reads every school's totals."""
        if actor.is_superuser or actor.is_forum:
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()

    def running(self) -> Self:
        today = timezone.localdate()
        return self.filter(closed_at__isnull=True, opens_on__lte=today, closes_on__gte=today)

    def with_rates(self) -> Self:
        """`total`, `answered`, `unreachable` of each campaign, in the same query."""
        return self.annotate(
            total=Count("responses"),
            answered=Count("responses", filter=Q(responses__status=ResponseStatus.SUBMITTED)),
            unreachable=Count("responses", filter=Q(responses__status=ResponseStatus.UNTRACEABLE)),
        )


class ResponseQuerySet(models.QuerySet["TracerResponse"]):
    def visible_to(self, actor: Actor) -> Self:
        """Answers are personal: the school that asks, and the person who answers. The forum sees counts."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(campaign__school_id=actor.school_id)
        return self.filter(alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def submitted(self) -> Self:
        return self.filter(status=ResponseStatus.SUBMITTED)

    def missing(self) -> Self:
        """Nobody has answered yet and may still do so."""
        today = timezone.localdate()
        return self.filter(status__in=ASKED_STATES, campaign__closed_at__isnull=True).filter(
            campaign__opens_on__lte=today, campaign__closes_on__gte=today
        )

    def contactable(self) -> Self:
        """Without those who have an account and took back their consent to be contacted (UU 27/2022 art. 9)."""
        agreed = Consent.objects.current().filter(user=OuterRef("alumnus__person__user"), purpose=ConsentPurpose.TRACER)
        return self.annotate(agreed=Subquery(agreed.order_by().values("pk")[:1])).filter(
            Q(alumnus__person__user__isnull=True) | Q(agreed__isnull=False)
        )

    def search(self, text: str) -> Self:
        found = self
        for word in text.split():
            found = found.filter(Q(alumnus__person__name__icontains=word) | Q(alumnus__person__nisn=word))
        return found

    def with_people(self) -> Self:
        return self.select_related("alumnus__person", "alumnus__konsentrasi", "campaign__school")


class TracerAnswerQuerySet(models.QuerySet["TracerAnswer"]):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(response__campaign__school_id=actor.school_id)
        return self.filter(response__alumnus__person_id=actor.person_id) if actor.person_id else self.none()


class TracerUploadQuerySet(models.QuerySet["TracerUpload"]):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(campaign__school_id=actor.school_id) if actor.school_id else self.none()

    def stale(self, days: int) -> Self:
        """Uploads nobody confirmed for so many days."""
        limit = timezone.now() - dt.timedelta(days=days)
        return self.filter(finished_at__isnull=True, created_at__lt=limit)


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(alumnus__school_id=actor.school_id) if actor.school_id else self.none()

    def open(self) -> Self:
        return self.filter(decided_at__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by(F("decided_at").desc(nulls_first=True), "-pk")
