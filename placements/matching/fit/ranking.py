"""Lists in the order of fit: what is worth comparing, then one query that computes the points and cuts the page.

The same order on both databases. The candidates go in as keys, so that no plan can start from the whole table.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When

from bkk_portal.kit import registry
from placements.alumni.models import Alumnus
from placements.matching.fit import reasons
from placements.matching.fit.facts import seeker_of, seekers_of, wishes_of
from placements.matching.fit.pools import alumni_worth_comparing, vacancies_worth_comparing
from placements.matching.fit.scoring import alumnus_points, vacancy_points
from placements.matching.models import FitWeights, VacancyInvitation

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.kit.registry import TrainingOffer
    from placements.alumni.queries import AlumnusQuerySet
    from placements.matching.fit.facts import Seeker, Wish
    from placements.matching.fit.reasons import Fit
    from placements.vacancies.cards import Card
    from placements.vacancies.models import Vacancy
    from placements.vacancies.queries import VacancyQuerySet

VACANCY_ORDER = ("-fit_points", "-published_at", "-pk")
ALUMNUS_ORDER = ("-fit_points", "-graduation_year", "-pk")
OFFERS_SHOWN = 2


def ranked_vacancies(vacancies: VacancyQuerySet, seeker: Seeker, weights: FitWeights) -> VacancyQuerySet:
    """Those of the open `vacancies` that suit this Seeker, annotated with `fit_points`, best first, then newest."""
    fitting = vacancies.filter(pk__in=vacancies_worth_comparing(seeker))
    return fitting.annotate(fit_points=vacancy_points(seeker, weights)).order_by(*VACANCY_ORDER)


def ranked_alumni(
    alumni: AlumnusQuerySet, wish: Wish, weights: FitWeights, *, everywhere: bool = False
) -> AlumnusQuerySet:
    """Those of `alumni` who suit this Wish, annotated with `fit_points`, best first, then the latest graduates.

    `everywhere`: the alumni are of all schools, not of one.
    """
    fitting = Alumnus.objects.filter(pk__in=alumni_worth_comparing(alumni, wish, everywhere=everywhere))
    return fitting.annotate(fit_points=alumnus_points(wish, weights)).order_by(*ALUMNUS_ORDER)


def fitting_first(actor: Actor, vacancies: VacancyQuerySet) -> VacancyQuerySet:
    """For kit.registry.vacancy_rankers: all the vacancies, the fitting ones first, the others newest first."""
    if (seeker := seeker_of(actor)) is None:
        return vacancies.order_by("-published_at", "-pk")
    points = vacancy_points(seeker, FitWeights.objects.current())
    fitting = When(pk__in=vacancies_worth_comparing(seeker), then=points)
    scored = Case(fitting, default=Value(-1), output_field=IntegerField())
    return vacancies.annotate(fit_points=scored).order_by(*VACANCY_ORDER)


def with_invitations(alumni: AlumnusQuerySet, vacancy: Vacancy) -> AlumnusQuerySet:
    """`has_invitation`: whether each was invited for this vacancy."""
    invitations = VacancyInvitation.objects.filter(alumnus=OuterRef("pk"), vacancy=vacancy)
    return alumni.annotate(has_invitation=Exists(invitations.order_by()))


@dataclasses.dataclass(frozen=True)
class Advice:
    """`fit`, and `trainings` (kit.registry.TrainingOffer) that teach some of what is missing."""

    fit: reasons.Fit
    trainings: tuple = ()


def for_vacancies(vacancies: Sequence[Vacancy | Card], seeker: Seeker, weights: FitWeights) -> dict[int, Advice]:
    """{vacancy primary key: Advice}; a fixed number of queries for however many vacancies."""
    wishes = wishes_of([vacancy.pk for vacancy in vacancies])
    fits = {pk: reasons.compare(seeker, wish, weights) for pk, wish in wishes.items()}
    wanted = {pk: _wanted(wishes[pk], found) for pk, found in fits.items()}
    offers = _offers(wanted.values())
    return {pk: Advice(found, _closing(offers, *wanted[pk])) for pk, found in fits.items()}


def for_alumni(alumni: list[Alumnus], wish: Wish, weights: FitWeights) -> dict[int, Fit]:
    """{alumnus primary key: Fit}; a fixed number of queries for however many alumni."""
    seekers = seekers_of([alumnus.person_id for alumnus in alumni])
    return {alumnus.pk: reasons.compare(seekers[alumnus.person_id], wish, weights) for alumnus in alumni}


def _wanted(wish: Wish, found: Fit) -> tuple[frozenset, frozenset]:
    """Primary keys of the skills, and of the konsentrasi, that a training would have to teach."""
    schooling = frozenset() if found.is_related else frozenset(row.pk for row in wish.konsentrasi)
    return frozenset(skill.pk for skill in found.missing), schooling


def _offers(wanted: Any) -> list[TrainingOffer]:
    """What all providers have for any of it, soonest first."""
    skills = frozenset().union(*(skills for skills, _ in wanted))
    konsentrasi = frozenset().union(*(konsentrasi for _, konsentrasi in wanted))
    if not (skills or konsentrasi):
        return []
    found = [offer for entry in registry.gap_trainings for offer in entry.function(skills, konsentrasi)]
    return sorted(found, key=lambda offer: (offer.starts_on, offer.name))


def _closing(offers: list[TrainingOffer], skills: frozenset, konsentrasi: frozenset) -> tuple[TrainingOffer, ...]:
    """Those that teach the most of it; of two that teach as much, the sooner one."""
    taught = [(len(offer.skills & skills) + len(offer.konsentrasi & konsentrasi), offer) for offer in offers]
    useful = sorted((pair for pair in taught if pair[0]), key=lambda pair: -pair[0])
    return tuple(offer for _, offer in useful[:OFFERS_SHOWN])
