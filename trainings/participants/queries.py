from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import Case, Count, Exists, ExpressionWrapper, F, FloatField, OuterRef, Q, Subquery, Sum, When
from django.db.models.functions import Cast, Coalesce

from trainings.participants.enums import ENROLLED, SEATED, UNDECIDED, ParticipantStatus, Presence, ProposalStatus
from trainings.programmes.enums import ENROLLING, TrainingStatus
from trainings.programmes.queries import count_of

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.participants.certificates.models import Certificate, CompetenceCertificate
    from trainings.participants.models import Attendance, Participant
    from trainings.participants.proposals.models import ParticipantUpload, Proposal, ProposedName
    from trainings.programmes.queries import SessionQuerySet, TrainingQuerySet

Row = TypeVar("Row", bound=models.Model)


class ParticipantQuerySet(models.QuerySet["Participant"]):
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
        from trainings.participants.models import SelectionScore

        rows = SelectionScore.objects.filter(participant=OuterRef("pk"))
        weighed = Cast(Sum(F("points") * F("criterion__weight")), FloatField()) / Sum("criterion__weight")
        sums = rows.order_by().values("participant").annotate(weighed=ExpressionWrapper(weighed, FloatField()))
        return self.annotate(total=Subquery(sums.values("weighed"), output_field=FloatField()))

    def with_priority(self) -> Self:
        """is_priority: says to be of a group that the programme takes first."""
        from trainings.participants.models import Participant

        wanted = Participant.groups.through.objects.filter(
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
        return self.filter(Exists(_certificates()))

    def without_certificate(self) -> Self:
        return self.filter(~Exists(_certificates()))

    def with_certificate(self) -> Self:
        """certificate_number: of the certificate that stands; None without one."""
        number = _certificates().order_by("-pk").values("document__number")[:1]
        return self.annotate(certificate_number=Subquery(number))

    def with_attendance(self) -> Self:
        """recorded: days on which presence was noted; present: days there. Rows, never estimates."""
        from trainings.participants.models import Attendance

        mine = Attendance.objects.on_held_days().filter(participant=OuterRef("pk")).order_by().values("participant")
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


class ParticipantRowQuerySet(models.QuerySet[Row]):
    """Rows that hang on a participant and are as visible as that participant."""

    def visible_to(self, actor: Actor) -> Self:
        from trainings.participants.models import Participant

        return self.filter(participant__in=Participant.objects.visible_to(actor).order_by().values("pk"))

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(participant__training__agency_id=actor.agency_id) if actor.is_agency else self.none()


class AttendanceQuerySet(ParticipantRowQuerySet["Attendance"]):
    def on_held_days(self) -> Self:
        return self.filter(session__cancelled=False)

    def present(self) -> Self:
        return self.filter(presence=Presence.PRESENT)


class CompetenceQuerySet(ParticipantRowQuerySet["CompetenceCertificate"]):
    def standing(self) -> Self:
        """Not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class ProposalQuerySet(models.QuerySet["Proposal"]):
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

    def matching(self, words: str) -> Self:
        """Each word in the letter's number, the kelurahan or the programme."""
        rows = self
        for word in words.split():
            places = ("letter_number", "village__name", "programme__name")
            rows = rows.filter(Q(*[(f"{place}__icontains", word) for place in places], _connector=Q.OR))
        return rows


class ProposedNameQuerySet(models.QuerySet["ProposedName"]):
    def visible_to(self, actor: Actor) -> Self:
        from trainings.participants.proposals.models import Proposal

        return self.filter(proposal__in=Proposal.objects.visible_to(actor).order_by().values("pk"))

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(proposal__agency_id=actor.agency_id) if actor.is_agency else self.none()

    def undecided(self) -> Self:
        return self.filter(participant__isnull=True, reason="")


class UploadQuerySet(models.QuerySet["ParticipantUpload"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.all() if actor.is_superuser else self.workable_by(actor)

    def workable_by(self, actor: Actor) -> Self:
        if not actor.is_agency:
            return self.none()
        return self.filter(Q(training__agency_id=actor.agency_id) | Q(proposal__agency_id=actor.agency_id))

    def waiting(self) -> Self:
        return self.filter(finished_at__isnull=True)


class CertificateQuerySet(ParticipantRowQuerySet["Certificate"]):
    def standing(self) -> Self:
        """Not revoked."""
        return self.filter(revoked_at__isnull=True)


# What this room knows of trainings and their days; `trainings`, `sessions` are querysets.


def with_people_counts(trainings: TrainingQuerySet) -> TrainingQuerySet:
    """seated, undecided, passed, certified: how many hold a seat, wait for a decision, passed, hold a certificate."""
    from trainings.participants.models import Participant

    people = Participant.objects.all()
    counted = {
        "seated": people.seated(),
        "undecided": people.undecided(),
        "passed": people.passed(),
        "certified": people.certified(),
    }
    return trainings.annotate(**{name: count_of(rows, "training") for name, rows in counted.items()})


def missing_certificates(trainings: TrainingQuerySet) -> TrainingQuerySet:
    """Over, with somebody who passed and holds no certificate."""
    from trainings.participants.models import Participant

    people = Participant.objects.passed().without_certificate().filter(training=OuterRef("pk"))
    return trainings.filter(Exists(people), status=TrainingStatus.FINISHED)


def enrolling_for(trainings: TrainingQuerySet, proposal: Proposal) -> TrainingQuerySet:
    """Those of the proposal's office that still take people; of the asked programme and kelurahan first."""
    rows = trainings.filter(agency_id=proposal.agency_id, status__in=ENROLLING).select_related("programme", "village")
    fit = Case(
        When(programme=proposal.programme_id, village=proposal.village_id, then=0),
        When(programme=proposal.programme_id, then=1),
        default=2,
    )
    return rows.order_by(fit, "starts_on", "pk")


def unrecorded(sessions: SessionQuerySet) -> SessionQuerySet:
    """Without a single row of attendance."""
    return sessions.filter(attendances__isnull=True)


def with_presence(sessions: SessionQuerySet) -> SessionQuerySet:
    """recorded: for how many people presence was noted that day; present: how many were there."""
    from trainings.participants.models import Attendance

    rows = Attendance.objects.all()
    counted = {"recorded": rows, "present": rows.present()}
    return sessions.annotate(**{name: count_of(rows, "session") for name, rows in counted.items()})


def _certificates() -> CertificateQuerySet:
    from trainings.participants.certificates.models import Certificate

    return Certificate.objects.standing().filter(participant=OuterRef("pk"))


def _number(counted: models.QuerySet[Any, Any]) -> Coalesce:
    return Coalesce(Subquery(counted.values("number")), 0)
