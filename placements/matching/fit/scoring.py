"""The points of fit as SQL expressions, for both ways. What each stands for in words: reasons.py."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import (
    Case,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least
from django.db.models.lookups import Exact, GreaterThanOrEqual
from django.utils import timezone

from bkk_portal.people.enums import SpellKind
from bkk_portal.people.models import ActivitySpell, Credential, Person, PersonSkill, Skill
from placements.alumni.models import Alumnus
from placements.matching.enums import Distance
from placements.matching.fit.facts import DAYS_OF_MONTH, EXPERIENCE, OF_SCHOOL, family, valid_credentials
from placements.matching.fit.reasons import WEIGHT_OF
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from django.db.models.expressions import CombinedExpression

    from bkk_portal.people.queries import CredentialQuerySet
    from placements.matching.fit.facts import Seeker, Wish
    from placements.matching.models import FitWeights

KONSENTRASI_LINKS = Vacancy.konsentrasi.through.objects
SKILL_LINKS = Vacancy.skills.through.objects


def vacancy_points(seeker: Seeker, weights: FitWeights) -> CombinedExpression:
    """Of each Vacancy for this Seeker."""
    return (
        _spectrum_of_vacancy(seeker, weights)
        + _skills_of_vacancy(seeker, weights)
        + _first(_places_of_vacancy(seeker, weights))
        + _experience_of_vacancy(seeker, weights)
        + _first([(Q(education__lte=seeker.education), weights.education)])
        + _pay_of_vacancy(seeker, weights)
        + Value(weights.ready if seeker.is_ready else 0)
    )


def _first(cases: Sequence[tuple[models.Q | models.Expression, int]]) -> Case:
    """The points of the first condition that holds, else 0."""
    whens = [When(condition, then=Value(points)) for condition, points in cases]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def _spectrum_cases(near: dict[Distance, list[int]], weights: FitWeights, field: str) -> list[tuple[models.Q, int]]:
    return [(Q(**{f"{field}__in": near[step]}), getattr(weights, WEIGHT_OF[step])) for step in Distance]


def _spectrum_of_vacancy(seeker: Seeker, weights: FitWeights) -> Coalesce:
    """Distance and certificate in one look at the vacancy's konsentrasi."""
    near = family(seeker.konsentrasi)
    certified = family(seeker.certified)[Distance.SAME]
    links = KONSENTRASI_LINKS.filter(vacancy=OuterRef("pk")).order_by().values("vacancy")
    best = Max(_first(_spectrum_cases(near, weights, "konsentrasi_id")))
    proven = Max(_first([(Q(konsentrasi_id__in=certified), weights.certificate)]))
    return _looked_up(links.annotate(points=best + proven), weights.open_to_all)


def _looked_up(rows: models.QuerySet, otherwise: int = 0) -> Coalesce:
    return Coalesce(Subquery(rows.values("points")), Value(otherwise), output_field=IntegerField())


def _skills_of_vacancy(seeker: Seeker, weights: FitWeights) -> Coalesce:
    links = SKILL_LINKS.filter(vacancy=OuterRef("pk")).order_by().values("vacancy")
    known = Sum(_first([(Q(skill_id__in=seeker.skills), 1)]))
    return _looked_up(links.annotate(points=Value(weights.skills) * known / Count("pk")))


def _places_of_vacancy(seeker: Seeker, weights: FitWeights) -> list[tuple[models.Q | models.Expression, int]]:
    home = seeker.village
    cases: list[tuple[models.Q | models.Expression, int]] = []
    regency = Coalesce("regency_id", "village__district__regency_id")
    if home:
        cases.append((Q(village=home), weights.same_village))
        cases.append((Q(village__district=home.district_id), weights.same_district))
        cases.append((_equal(regency, home.district.regency_id), weights.same_regency))
    if seeker.willing_to_move:
        cases.append((Q(regency__isnull=False) | Q(village__isnull=False), weights.moving))
    elif seeker.wished_regencies:
        wished = [_equal(regency, pk) for pk in sorted(seeker.wished_regencies)]
        cases.extend((condition, weights.moving) for condition in wished)
    return cases


def _equal(expression: Coalesce, value: str) -> Exact:
    return Exact(expression, Value(value))


def _experience_of_vacancy(seeker: Seeker, weights: FitWeights) -> Case:
    months = seeker.days_worked // DAYS_OF_MONTH
    return _first([(Q(experience_months__lte=months), weights.experience)])


def _pay_of_vacancy(seeker: Seeker, weights: FitWeights) -> Case | Value:
    if seeker.expected_pay is None:
        return Value(0)
    offered = Q(pay_max__gte=seeker.expected_pay) | Q(pay_max__isnull=True, pay_min__gte=seeker.expected_pay)
    return _first([(offered, weights.pay)])


def alumnus_points(wish: Wish, weights: FitWeights) -> CombinedExpression:
    """Of each Alumnus, as the person behind it, for this Wish."""
    return (
        _spectrum_of_alumnus(wish, weights)
        + _skills_of_alumnus(wish, weights)
        + _first(_places_of_alumnus(wish, weights))
        + _experience_of_alumnus(wish, weights)
        + _education_of_alumnus(wish, weights)
        + _pay_of_alumnus(wish, weights)
        + _first([(ready(), weights.ready)])
    )


def _spectrum_of_alumnus(wish: Wish, weights: FitWeights) -> CombinedExpression | Value:
    """The nearest of all that the person studied, at whichever school."""
    if not wish.konsentrasi:
        return Value(weights.open_to_all)
    near = family(wish.konsentrasi)
    records = Alumnus.objects.filter(person=OuterRef("person_id")).order_by().values("person")
    best = _looked_up(records.annotate(points=Max(_first(_spectrum_cases(near, weights, "konsentrasi_id")))))
    return best + _first([(Q(Exists(certificates_for(near[Distance.SAME]))), weights.certificate)])


def certificates_for(konsentrasi: list[int]) -> CredentialQuerySet:
    """Valid certificates of the outer row's person that stand for one of these konsentrasi (primary keys)."""
    links = Credential.konsentrasi.through.objects.filter(credential=OuterRef("pk"), konsentrasi__in=konsentrasi)
    return valid_credentials().order_by().filter(Exists(links), person=OuterRef("person_id"))


def _skills_of_alumnus(wish: Wish, weights: FitWeights) -> Coalesce | Value:
    if not wish.skills:
        return Value(0)
    holders = PersonSkill.objects.filter(person=OuterRef(OuterRef("person_id")), skill=OuterRef("pk"))
    taught = Credential.skills.through.objects.filter(credential=OuterRef("pk"), skill=OuterRef(OuterRef("pk")))
    proven = valid_credentials().order_by().filter(Exists(taught), person=OuterRef(OuterRef("person_id")))
    known = Skill.objects.filter(Exists(holders) | Exists(proven), pk__in=wish.skill_ids).order_by()
    share = (
        Value(weights.skills) * Func(F("pk"), function="COUNT", output_field=IntegerField()) / Value(len(wish.skills))
    )
    return _looked_up(known.annotate(points=share))


def _places_of_alumnus(wish: Wish, weights: FitWeights) -> list[tuple[models.Q, int]]:
    cases, work = [], wish.village
    if work:
        cases.append((Q(person__village=work), weights.same_village))
        cases.append((Q(person__village__district=work.district_id), weights.same_district))
    if wish.regency:
        wished = Person.wished_regencies.through.objects.filter(person=OuterRef("person_id"), regency=wish.regency)
        cases.append((Q(person__village__district__regency=wish.regency), weights.same_regency))
        cases.append((Q(person__willing_to_move=True) | Q(Exists(wished)), weights.moving))
    return cases


def _experience_of_alumnus(wish: Wish, weights: FitWeights) -> Case | Value:
    if not wish.experience_months:
        return Value(weights.experience)
    today = timezone.localdate()
    end = Least(Coalesce("until", today), today)
    lasted = Sum(ExpressionWrapper(end - F("since"), DurationField()))
    spells = ActivitySpell.objects.filter(person=OuterRef("person_id"), kind__in=EXPERIENCE, since__lte=today)
    worked = Subquery(spells.order_by().values("person").annotate(lasted=lasted).values("lasted"))
    enough = datetime.timedelta(days=wish.experience_months * DAYS_OF_MONTH)
    has_enough = GreaterThanOrEqual(worked, Value(enough, output_field=DurationField()))
    return _first([(has_enough, weights.experience)])


def _education_of_alumnus(wish: Wish, weights: FitWeights) -> Value | Case:
    """Every alumnus has finished school, whether or not the profile says so."""
    if wish.education <= OF_SCHOOL:
        return Value(weights.education)
    return _first([(Q(person__education__gte=wish.education), weights.education)])


def ready() -> models.Q:
    """As facts._is_ready: the day the person named, else looking for work now."""
    seeking = ActivitySpell.objects.current().filter(person=OuterRef("person_id"), kind=SpellKind.JOB_SEEKING)
    named = Q(person__available_from__lte=timezone.localdate())
    return named | Q(Exists(seeking.order_by()), person__available_from__isnull=True)


def _pay_of_alumnus(wish: Wish, weights: FitWeights) -> Case | Value:
    return Value(0) if wish.pay is None else _first([(Q(person__expected_pay__lte=wish.pay), weights.pay)])
