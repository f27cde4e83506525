"""For a page of vacancies or of alumni: the Fit of each, and the trainings that would close what is missing."""

import dataclasses

from bkk_portal.kit import registry
from placements.matching import fit
from placements.matching.facts import seekers_of, wishes_of

OFFERS_SHOWN = 2


@dataclasses.dataclass(frozen=True)
class Advice:
    """`fit`, and `trainings` (kit.offers.TrainingOffer) that teach some of what is missing."""

    fit: fit.Fit
    trainings: tuple = ()


def for_vacancies(vacancies, seeker, weights):
    """{vacancy primary key: Advice}; a fixed number of queries for however many vacancies."""
    wishes = wishes_of([vacancy.pk for vacancy in vacancies])
    fits = {pk: fit.compare(seeker, wish, weights) for pk, wish in wishes.items()}
    wanted = {pk: _wanted(wishes[pk], found) for pk, found in fits.items()}
    offers = _offers(wanted.values())
    return {pk: Advice(found, _closing(offers, *wanted[pk])) for pk, found in fits.items()}


def for_alumni(alumni, wish, weights):
    """{alumnus primary key: Fit}; a fixed number of queries for however many alumni."""
    seekers = seekers_of([alumnus.person_id for alumnus in alumni])
    return {alumnus.pk: fit.compare(seekers[alumnus.person_id], wish, weights) for alumnus in alumni}


def _wanted(wish, found):
    """Primary keys of the skills, and of the konsentrasi, that a training would have to teach."""
    schooling = frozenset() if found.is_related else frozenset(row.pk for row in wish.konsentrasi)
    return frozenset(skill.pk for skill in found.missing), schooling


def _offers(wanted):
    """What all providers have for any of it, soonest first."""
    skills = frozenset().union(*(skills for skills, _ in wanted))
    konsentrasi = frozenset().union(*(konsentrasi for _, konsentrasi in wanted))
    if not (skills or konsentrasi):
        return []
    found = [offer for entry in registry.gap_trainings for offer in entry.function(skills, konsentrasi)]
    return sorted(found, key=lambda offer: (offer.starts_on, offer.name))


def _closing(offers, skills, konsentrasi):
    """Those that teach the most of it; of two that teach as much, the sooner one."""
    taught = [(len(offer.skills & skills) + len(offer.konsentrasi & konsentrasi), offer) for offer in offers]
    useful = sorted((pair for pair in taught if pair[0]), key=lambda pair: -pair[0])
    return tuple(offer for _, offer in useful[:OFFERS_SHOWN])
