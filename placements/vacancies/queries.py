from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self, overload

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.offices.models import Agency
from placements.schools.models import School
from placements.vacancies.cards import READ, Card
from placements.vacancies.enums import SHOWN, LeadStatus, VacancyStatus, Visibility

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.queries import EmployerQuerySet
    from placements.schools.queries import SchoolQuerySet
    from placements.vacancies.models import Vacancy

# What a card says; the long texts stay in the database.
CARD_FIELDS = (
    *("title", "kind", "status", "pay_min", "pay_max", "pay_from", "opens_on", "closes_on", "published_at"),
    *("is_overseas", "employer__name", "regency__name", "village__name"),
)
RESULT_WANTED_DAYS = 365
SIMILAR_AMONG = 200  # the newest that a similar one is looked for in


class VacancyQuerySet(models.QuerySet["Vacancy"]):
    def visible_to(self, actor: Actor) -> Self:
        """What is shown at all depends on status and visibility; the writer's own desk sees its drafts too."""
        if actor.is_superuser:
            return self.all()
        seen = Q(status__in=SHOWN) & self._addressed_to(actor)
        if actor.school_id:
            seen |= Q(school_id=actor.school_id) & ~Q(from_employer=True, status=VacancyStatus.DRAFT)
        if actor.employer_id:
            seen |= Q(employer_id=actor.employer_id)
        if actor.is_agency:
            seen |= ~Q(status=VacancyStatus.DRAFT) & Q(Exists(Agency.objects.supervising(actor.agency_id)))
        return self.filter(seen)

    def _addressed_to(self, actor: Actor) -> models.Q:
        everyone = Q(visibility=Visibility.EVERYONE)
        if actor.school_id:
            named = self._naming([actor.school_id])
            return everyone | Q(visibility=Visibility.ALL_BKK) | Q(visibility=Visibility.SCHOOLS, pk__in=named)
        if actor.person_id:
            return everyone | self._for_alumnus(actor.person_id)
        return everyone

    def _for_alumnus(self, person_id: int) -> models.Q:
        schools = School.objects.filter(alumni__person_id=person_id)
        named = self._naming(schools.order_by().values("pk"))
        return Q(Exists(schools), visibility=Visibility.ALL_BKK) | Q(visibility=Visibility.SCHOOLS, pk__in=named)

    def _naming(self, schools: models.QuerySet | list[int]) -> models.QuerySet:
        return self.model.visible_schools.through.objects.filter(school_id__in=schools).values("vacancy_id")

    def open(self) -> Self:
        today = timezone.localdate()
        return self.filter(status=VacancyStatus.PUBLISHED, opens_on__lte=today, closes_on__gte=today)

    def overdue(self) -> Self:
        """Whose time is over, though nobody closed them."""
        return self.filter(
            status__in=[VacancyStatus.PUBLISHED, VacancyStatus.PAUSED], closes_on__lt=timezone.localdate()
        )

    def closing_within(self, days: int) -> Self:
        return self.filter(closes_on__lte=timezone.localdate() + datetime.timedelta(days=days))

    def for_konsentrasi(self, keys: list[int]) -> Self:
        """Those that name one of these. By key, so that the database knows how many to expect."""
        links = self.model.konsentrasi.through.objects.filter(konsentrasi__in=keys)
        return self.filter(Exists(links.filter(vacancy=OuterRef("pk"))))

    def similar_to(self, vacancy: Vacancy, konsentrasi_ids: list[int]) -> Self:
        """Of these, those that name one of its konsentrasi (else of the newest): its own place and kind first.

        Chosen among a bounded number of the newest, so that the answer takes as long in 1,000 as in 1,000,000.
        """
        newest: models.QuerySet = self.order_by("-published_at", "-pk").values("pk")
        if konsentrasi_ids:
            links = self.model.konsentrasi.through.objects.filter(konsentrasi__in=konsentrasi_ids)
            newest = links.order_by("-vacancy_id").values("vacancy_id")
        as_near = Case(When(regency=vacancy.regency_id, then=0), default=1)
        of_its_kind = Case(When(kind=vacancy.kind, then=0), default=1)
        found = self.exclude(pk=vacancy.pk).filter(pk__in=newest[:SIMILAR_AMONG])
        return found.order_by(as_near, of_its_kind, "-published_at", "-pk")

    def without_result(self) -> Self:
        """Closed in the last year, and nobody has said how many were taken on (Perpres 57/2023 art. 6)."""
        a_year_ago = timezone.now() - datetime.timedelta(days=RESULT_WANTED_DAYS)
        return self.filter(status=VacancyStatus.CLOSED, filled__isnull=True, closed_at__gte=a_year_ago)

    def for_cards(self) -> Self:
        return self.select_related("employer", "regency", "village").only(*CARD_FIELDS)

    def as_cards(self) -> models.QuerySet[Vacancy, dict]:
        """Rows for Card.of: a list of 20 has no need of 80 models."""
        return self.values(*READ.values())

    def cards(self, number: int) -> list[Card]:
        """[Card] of the first so many."""
        return [Card.of(row) for row in self.as_cards()[:number]]

    def counted_by_status(self) -> dict[str, int]:
        """{status: number}, states without rows left out."""
        return dict(self.order_by().values_list("status").annotate(number=Count("pk")))


class VacancyLogQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from placements.vacancies.models import Vacancy

        return self.filter(vacancy__in=Vacancy.objects.visible_to(actor).order_by().values("pk"))


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from placements.vacancies.models import Vacancy

        return self.filter(vacancy__in=Vacancy.objects.visible_to(actor).order_by().values("pk"))


class VacancyReportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Only the supervising office reads what people report; a hint of who sent it may stand in the note."""
        if actor.is_superuser:
            return self.all()
        if actor.is_agency:
            return self.filter(Exists(Agency.objects.supervising(actor.agency_id)))
        return self.none()

    def waiting(self) -> Self:
        return self.filter(settled_at__isnull=True)


class LeadQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()

    def waiting(self) -> Self:
        return self.filter(status=LeadStatus.NEW)


def public_employers(employers: EmployerQuerySet) -> EmployerQuerySet:
    """Those somebody has verified, and those that have an open vacancy for everyone; nobody that was rejected."""
    open_ones = _open_of("employer", ANONYMOUS)
    return employers.filter(Q(verified_at__isnull=False) | Exists(open_ones), rejected_at__isnull=True)


@overload
def with_open_vacancies(rows: EmployerQuerySet, actor: Actor) -> EmployerQuerySet: ...
@overload
def with_open_vacancies(rows: SchoolQuerySet, actor: Actor) -> SchoolQuerySet: ...
def with_open_vacancies(rows: EmployerQuerySet | SchoolQuerySet, actor: Actor) -> EmployerQuerySet | SchoolQuerySet:
    """Employers or schools with `open_vacancies`: how many of each this actor can see now."""
    of = "school" if rows.model is School else "employer"
    counted = _open_of(of, actor).values(of).annotate(number=Count("pk")).values("number")
    return rows.annotate(open_vacancies=Coalesce(Subquery(counted), 0))


def _open_of(of: str, actor: Actor) -> VacancyQuerySet:
    from placements.vacancies.models import Vacancy

    return Vacancy.objects.visible_to(actor).open().filter(**{of: OuterRef("pk")}).order_by()
