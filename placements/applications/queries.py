from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber
from django.utils import timezone

from placements.applications.enums import (
    CLOSED_STATUSES,
    OPEN_STATUSES,
    PIPELINE,
    TRANSITIONS,
    ApplicationStatus,
    Sharing,
)

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.alumni.queries import AlumnusQuerySet
    from placements.applications.models import (
        Application,
        ApplicationAnswer,
        ApplicationDocument,
        ApplicationDraft,
        ApplicationStatusLog,
    )
    from placements.vacancies.models import Vacancy
    from placements.vacancies.queries import VacancyQuerySet

BEFORE_EMPLOYER = (ApplicationStatus.NOMINATED, ApplicationStatus.TEST, ApplicationStatus.INTERVIEW)
# Stages may be skipped: whom an employer made an offer to, it has been shown.
SHOWN_TO_EMPLOYER = (*BEFORE_EMPLOYER, ApplicationStatus.OFFERED, ApplicationStatus.ACCEPTED, ApplicationStatus.HIRED)
QUIET_DAYS = 7


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, actor: Actor) -> Self:
        """The alumnus' own school, the alumnus, and the employer from the moment of nomination."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(alumnus__school_id=actor.school_id)
        if actor.employer_id:
            return self.filter(vacancy__employer_id=actor.employer_id).nominated()
        return self.filter(alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def open(self) -> Self:
        return self.filter(status__in=OPEN_STATUSES)

    def nominated(self) -> Self:
        """Those that stand before the employer, and those that have ended there; not one put forward by mistake."""
        from placements.applications.models import ApplicationStatusLog

        log = ApplicationStatusLog.objects
        ended = log.filter(application=OuterRef("pk"), to_status=OuterRef("status"), from_status__in=SHOWN_TO_EMPLOYER)
        return self.filter(Q(status__in=SHOWN_TO_EMPLOYER) | Q(status__in=CLOSED_STATUSES) & Exists(ended))

    def with_people(self) -> Self:
        return self.select_related("alumnus__person", "alumnus__konsentrasi", "vacancy__employer")

    def hired(self) -> Self:
        return self.filter(status=ApplicationStatus.HIRED)

    def before_employer(self) -> Self:
        """Those that no employer has been shown yet."""
        return self.filter(status__in=(ApplicationStatus.APPLIED, ApplicationStatus.CHECKED))

    def in_selection(self) -> Self:
        return self.filter(status__in=(ApplicationStatus.TEST, ApplicationStatus.INTERVIEW))

    def quiet(self, days: int = QUIET_DAYS) -> Self:
        """Open, with no step since that many days."""
        return self.open().filter(status_changed_at__lt=timezone.now() - datetime.timedelta(days=days))

    def waiting_longer_than(self, days: int) -> Self:
        """At the employer's, with no step since that many days."""
        return self.quiet(days).filter(status__in=BEFORE_EMPLOYER)

    def first_of_each_status(self, number: int) -> Self:
        """At most that many of each status, those that have waited longest first; one query."""
        place = Window(RowNumber(), partition_by=F("status"), order_by=[F("status_changed_at"), F("pk")])
        return self.order_by().annotate(place=place).filter(place__lte=number).order_by("status_changed_at", "pk")

    def counted_by_status(self) -> dict[str, int]:
        """{status: number}, states without rows left out."""
        return dict(self.order_by().values_list("status").annotate(number=Count("pk")))


class ApplicationLogQuerySet(models.QuerySet["ApplicationStatusLog"]):
    def visible_to(self, actor: Actor) -> Self:
        from placements.applications.models import Application

        return self.filter(application__in=Application.objects.visible_to(actor).order_by().values("pk"))

    def newest_of(self, keys: Iterable[int]) -> dict[int, ApplicationStatusLog]:
        """{application's primary key: its newest step}"""
        steps = self.filter(application_id__in=list(keys)).select_related("by").order_by("at", "pk")
        return {step.application_id: step for step in steps}

    def lasting(self) -> Self:
        """Without the steps that were taken back, and without the lines that took them back."""
        back = self.model._default_manager.filter(
            application=OuterRef("application"),
            from_status=OuterRef("to_status"),
            to_status=OuterRef("from_status"),
            at__gt=OuterRef("at"),
        )
        return self.exclude(_corrections()).filter(~Exists(back))


def _corrections() -> models.Q:
    """The same as rules.is_correction()."""
    ways = (Q(from_status=status, to_status__in=set(PIPELINE) - to) for status, to in TRANSITIONS.items())
    return reduce(or_, ways)


SentAlong = TypeVar("SentAlong", bound=models.Model)


class SentAlongQuerySet(models.QuerySet[SentAlong]):
    """What was sent along with applications: the employer sees it as far as the applicant chose."""

    shared: tuple[Sharing, ...] = ()  # the choices that let an employer see it

    def visible_to(self, actor: Actor) -> Self:
        from placements.applications.models import Application

        applications = Application.objects.visible_to(actor)
        if actor.employer_id:
            applications = applications.filter(sharing__in=self.shared)
        return self.filter(application__in=applications.order_by().values("pk"))


class ApplicationAnswerQuerySet(SentAlongQuerySet["ApplicationAnswer"]):
    shared = (Sharing.ANSWERS, Sharing.DOCUMENTS)


class AttachedQuerySet(SentAlongQuerySet["ApplicationDocument"]):
    shared = (Sharing.DOCUMENTS,)


class DraftQuerySet(models.QuerySet["ApplicationDraft"]):
    """Nobody but the person reads what was not sent."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()


def applications_to(vacancies: VacancyQuerySet, actor: Actor) -> ApplicationQuerySet:
    """Those to these vacancies that this actor may see."""
    from placements.applications.models import Application

    return Application.objects.visible_to(actor).filter(vacancy__in=vacancies.order_by().values("pk")).order_by()


def with_applicant_counts(vacancies: VacancyQuerySet, actor: Actor) -> VacancyQuerySet:
    """`applicants`: how many applications to each vacancy this actor may see."""
    from placements.applications.models import Application

    counted = _per_vacancy(Application.objects.visible_to(actor))
    return vacancies.annotate(applicants=Coalesce(Subquery(counted), 0))


def with_hired_counts(vacancies: VacancyQuerySet) -> VacancyQuerySet:
    """`hired`: how many the portal knows to be hired through any BKK."""
    from placements.applications.models import Application

    return vacancies.annotate(hired=Coalesce(Subquery(_per_vacancy(Application.objects.hired())), 0))


def _per_vacancy(applications: ApplicationQuerySet) -> models.QuerySet:
    ours = applications.filter(vacancy=OuterRef("pk")).order_by().values("vacancy")
    return ours.annotate(number=Count("pk", distinct=True)).values("number")


def with_open_application(alumni: AlumnusQuerySet, vacancy: Vacancy) -> AlumnusQuerySet:
    """`has_applied`: whether each stands in an application to this vacancy."""
    from placements.applications.models import Application

    applications = Application.objects.open().filter(alumnus=OuterRef("pk"), vacancy=vacancy)
    return alumni.annotate(has_applied=Exists(applications.order_by()))
