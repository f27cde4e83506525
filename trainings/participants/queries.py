from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, ExpressionWrapper, F, FloatField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Cast, Coalesce

from trainings.participants.enums import ENROLLED, SEATED, UNDECIDED, ParticipantStatus, Presence, ProposalStatus
from trainings.programmes.enums import ENROLLING

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.outcomes.tracer.queries import UploadQuerySet


class ParticipantQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """An officer sees those of the own office's trainings, the head all, a person their own."""
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        if actor.is_agency:
            return self.filter(training__agency_id=actor.agency_id)
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()

    def workable_by(self, actor: Actor) -> Self:
        """Those this actor may change: of the own office's trainings."""
        return self.filter(training__agency_id=actor.agency_id) if actor.is_agency else self.none()

    def enrolled(self) -> Self:
        return self.filter(status__in=ENROLLED)

    def seated(self) -> Self:
        """Who counts against the quota."""
        return self.filter(status__in=SEATED)

    def undecided(self) -> Self:
        return self.filter(status__in=UNDECIDED)

    def waiting(self) -> Self:
        return self.filter(status=ParticipantStatus.WAITING)

    def with_total(self) -> Self:
        """total: the points of selection by their weights, 0 to 100; None without any."""
        rows = self.model.points.rel.related_model.objects.filter(participant=OuterRef("pk"))
        weighed = Cast(Sum(F("points") * F("criterion__weight")), FloatField()) / Sum("criterion__weight")
        sums = rows.order_by().values("participant").annotate(weighed=ExpressionWrapper(weighed, FloatField()))
        return self.annotate(total=Subquery(sums.values("weighed"), output_field=FloatField()))

    def with_priority(self) -> Self:
        """is_priority: says to be of a group that the programme takes first."""
        wanted = self.model.groups.through.objects.filter(
            participant=OuterRef("pk"), prioritygroup__programmes__trainings=OuterRef("training")
        )
        return self.annotate(is_priority=Exists(wanted))

    def in_line(self) -> Self:
        """Best points first, then who is taken first, then who came first."""
        rows = self.with_total().with_priority()
        return rows.order_by(F("total").desc(nulls_last=True), "-is_priority", "created_at", "pk")

    def open(self) -> Self:
        """Of trainings that still take people in."""
        return self.filter(training__status__in=ENROLLING)

    def counting_on_it(self) -> Self:
        """Who waits for the training or is in it, without a result."""
        return self.filter(status__in=(*UNDECIDED, ParticipantStatus.ACCEPTED))

    def accepted(self) -> Self:
        """Enrolled and without a result yet."""
        return self.filter(status=ParticipantStatus.ACCEPTED)

    def passed(self) -> Self:
        return self.filter(status=ParticipantStatus.PASSED)

    def certified(self) -> Self:
        """Who holds a certificate that stands."""
        return self.filter(Exists(self._certificates()))

    def without_certificate(self) -> Self:
        return self.filter(~Exists(self._certificates()))

    def without_kit(self) -> Self:
        """Who was not handed equipment, or gave it back."""
        return self.filter(~Exists(self._handovers()))

    def with_kit(self) -> Self:
        return self.annotate(has_kit=Exists(self._handovers()))

    def with_certificate(self) -> Self:
        """certificate_number: of the certificate that stands; None without one."""
        number = self._certificates().order_by("-pk").values("document__number")[:1]
        return self.annotate(certificate_number=Subquery(number))

    def _certificates(self) -> Self:
        return self.model.certificates.rel.related_model.objects.standing().filter(participant=OuterRef("pk"))

    def _handovers(self) -> Self:
        return self.model.handovers.rel.related_model.objects.standing().filter(participant=OuterRef("pk"))

    def with_attendance(self) -> Self:
        """recorded: days on which presence was noted; present: days there. Rows, never estimates."""
        rows = self.model.attendances.rel.related_model.objects.on_held_days()
        mine = rows.filter(participant=OuterRef("pk")).order_by().values("participant")
        return self.annotate(
            recorded=_number(mine.annotate(number=Count("pk"))),
            present=_number(mine.annotate(number=Count("pk", filter=Q(presence=Presence.PRESENT)))),
        )

    def for_list(self) -> Self:
        return self.select_related("person", "training__programme", "training__village", "training__agency")

    def matching(self, words: str) -> Self:
        """Each word in the name."""
        rows = self
        for word in words.split():
            rows = rows.filter(person__name__icontains=word)
        return rows

    def by_name(self) -> Self:
        return self.order_by("person__name", "pk")


class ParticipantRowQuerySet(models.QuerySet):
    """Rows that hang on a participant and are as visible as that participant."""

    def visible_to(self, actor: Actor) -> Self:
        participants = self.model._meta.get_field("participant").related_model.objects
        return self.filter(participant__in=participants.visible_to(actor).order_by().values("pk"))

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(participant__training__agency_id=actor.agency_id) if actor.is_agency else self.none()


class ParticipantLogQuerySet(ParticipantRowQuerySet):
    pass


class AttendanceQuerySet(ParticipantRowQuerySet):
    def on_held_days(self) -> Self:
        return self.filter(session__cancelled=False)

    def present(self) -> Self:
        return self.filter(presence=Presence.PRESENT)


class ScoreQuerySet(ParticipantRowQuerySet):
    pass


class CompetenceQuerySet(ParticipantRowQuerySet):
    def standing(self) -> Self:
        """Not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """An office its own letters, the heads all; nobody else: they name people."""
        return self.all() if actor.is_superuser or actor.is_agency_head else self.workable_by(actor)

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(agency_id=actor.agency_id) if actor.is_agency else self.none()

    def received(self) -> Self:
        """Waiting for a decision."""
        return self.filter(status=ProposalStatus.RECEIVED)

    def for_list(self) -> Self:
        named, taken = Count("names"), Count("names__participant")
        return self.select_related("agency", "village", "programme", "training__programme").annotate(
            named=named, taken=taken
        )

    def matching(self, words):
        """Each word in the letter's number, the kelurahan or the programme."""
        rows = self
        for word in words.split():
            places = ("letter_number", "village__name", "programme__name")
            rows = rows.filter(Q(*[(f"{place}__icontains", word) for place in places], _connector=Q.OR))
        return rows


class ProposedNameQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        proposals = self.model._meta.get_field("proposal").related_model.objects
        return self.filter(proposal__in=proposals.visible_to(actor).order_by().values("pk"))

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(proposal__agency_id=actor.agency_id) if actor.is_agency else self.none()

    def undecided(self) -> Self:
        return self.filter(participant__isnull=True, reason="")


class UploadQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.all() if actor.is_superuser else self.workable_by(actor)

    def workable_by(self, actor: Actor) -> Self:
        if not actor.is_agency:
            return self.none()
        return self.filter(Q(training__agency_id=actor.agency_id) | Q(proposal__agency_id=actor.agency_id))

    def waiting(self) -> Self:
        return self.filter(finished_at__isnull=True)


class CertificateQuerySet(ParticipantRowQuerySet):
    def standing(self) -> Self:
        """Not revoked."""
        return self.filter(revoked_at__isnull=True)


def _number(counted: AttendanceQuerySet) -> Coalesce:
    return Coalesce(Subquery(counted.values("number")), 0)
