from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from trainings.equipment.enums import HandoverStatus
from trainings.equipment.queries import HandoverRowQuerySet
from trainings.monitoring.enums import LpjStatus, Met
from trainings.participants.queries import ParticipantRowQuerySet

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.handovers.models import Handover

# Where a recipient is looked for: where they live, else where they came from, else where they were taught.
PERSON, PARTICIPANT = "handover__participant__person", "handover__participant"


class SettingQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.filter(agency_id=actor.agency_id) if actor.is_agency else self.none()


class RecipientRowQuerySet(HandoverRowQuerySet):
    """Rows that hang on a handover: those of an office, looked up by the recipient's name and home."""

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(handover__agency_id=actor.agency_id) if actor.is_agency else self.none()

    def of_standing(self) -> Self:
        """Of handovers that were not cancelled."""
        return self.filter(handover__status=HandoverStatus.HANDED_OVER)

    def for_list(self) -> Self:
        path = PARTICIPANT
        return self.select_related(
            f"{path}__person__village",
            f"{path}__training__village",
            f"{path}__training__programme",
            "handover__kit",
            "handover__agency",
        )

    def with_home(self) -> Self:
        """home: the code of the kelurahan where the recipient is looked for."""
        return self.annotate(
            home=Coalesce(
                f"{PERSON}__village_id", f"{PARTICIPANT}__origin_village_id", f"{PARTICIPANT}__training__village_id"
            )
        )

    def living_in(self, villages: list[str]) -> Self:
        """`villages`: codes of kelurahan."""
        return self.with_home().filter(home__in=villages)

    def matching(self, words: str) -> Self:
        """Each word in the name of who got the kit."""
        rows = self
        for word in words.split():
            rows = rows.filter(**{f"{PERSON}__name__icontains": word})
        return rows


class VisitQuerySet(RecipientRowQuerySet):
    def waiting(self) -> Self:
        """Still to be made: of handovers that stand."""
        return self.filter(visited_on__isnull=True).of_standing()

    def done(self) -> Self:
        return self.filter(visited_on__isnull=False)

    def due(self) -> Self:
        """Waiting, and the day has come."""
        return self.waiting().filter(due_on__lte=timezone.localdate())

    def overdue(self) -> Self:
        return self.waiting().filter(due_on__lt=timezone.localdate())

    def unconfirmed(self) -> Self:
        """Made, but somebody else spoke for the recipient."""
        return self.done().of_standing().filter(met__in=[Met.FAMILY, Met.OTHER])

    def for_list(self) -> Self:
        return super().for_list().select_related("officer")


class TourQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.workable_by(actor)

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(agency_id=actor.agency_id) if actor.is_agency else self.none()

    def unfinished_today(self, user_id: int) -> Self:
        """That user's tour of today, while somebody in it is still to be seen."""
        mine = self.filter(officer_id=user_id, day=timezone.localdate())
        return mine.filter(stops__visit__visited_on__isnull=True).distinct()

    def for_list(self) -> Self:
        """stop_count: visits of the tour; done_count: those made by now."""
        done = Q(stops__visit__visited_on__isnull=False)
        counts = {"stop_count": Count("stops"), "done_count": Count("stops", filter=done)}
        return self.select_related("officer", "agency").annotate(**counts)


class TourStopQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from trainings.monitoring.tours.models import Tour

        return self.filter(tour__in=Tour.objects.visible_to(actor).order_by().values("pk"))


class VisitLineQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from trainings.monitoring.visits.models import MonitoringVisit

        return self.filter(visit__in=MonitoringVisit.objects.visible_to(actor).order_by().values("pk"))


class FindingQuerySet(RecipientRowQuerySet):
    def open(self) -> Self:
        return self.filter(resolved_on__isnull=True)

    def resolved(self) -> Self:
        return self.filter(resolved_on__isnull=False)

    def overdue(self) -> Self:
        return self.open().filter(deadline__lt=timezone.localdate())


class LetterQuerySet(RecipientRowQuerySet):
    def for_list(self) -> Self:
        return super().for_list().select_related("document", "sent_by", "finding")


class UseReportQuerySet(RecipientRowQuerySet):
    def owed(self) -> Self:
        """The recipient has sent nothing, or it was returned."""
        return self.of_standing().filter(status__in=[LpjStatus.DUE, LpjStatus.RETURNED], received_on__isnull=True)

    def owed_of(self, handover: Handover) -> Self:
        """Nothing was ever sent for this one."""
        return self.filter(handover=handover, status=LpjStatus.DUE)

    def overdue(self) -> Self:
        return self.owed().filter(due_on__lt=timezone.localdate())

    def sent(self) -> Self:
        """Waiting for an officer."""
        return self.of_standing().filter(status=LpjStatus.SENT)

    def received(self) -> Self:
        return self.of_standing().filter(status=LpjStatus.RECEIVED)

    def expected(self) -> Self:
        """Of handovers that stand and whose day has come, or that came earlier."""
        return self.of_standing().filter(Q(due_on__lt=timezone.localdate()) | Q(status=LpjStatus.RECEIVED))


class ParticipantReportQuerySet(ParticipantRowQuerySet):
    def for_list(self) -> Self:
        path = "participant"
        return self.select_related(f"{path}__person", f"{path}__training__programme", f"{path}__training__village")

    def matching(self, words: str) -> Self:
        rows = self
        for word in words.split():
            rows = rows.filter(participant__person__name__icontains=word)
        return rows


class SelfReportQuerySet(ParticipantReportQuerySet):
    def unchecked(self) -> Self:
        return self.filter(visit__isnull=True)


class HelpQuerySet(ParticipantReportQuerySet):
    def open(self) -> Self:
        return self.filter(answered_at__isnull=True)

    def answered(self) -> Self:
        return self.filter(answered_at__isnull=False)

    def oldest_first(self) -> Self:
        """Unanswered before answered; among those the longest waiting first."""
        return self.order_by(F("answered_at").desc(nulls_first=True), "asked_at", "pk")
