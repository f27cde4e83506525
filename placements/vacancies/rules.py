"""Who may do what with a vacancy."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from bkk_portal.offices.models import Agency
from placements.vacancies.enums import (
    EDITABLE,
    EDITABLE_BY_EMPLOYER,
    EXTENDABLE,
    SHOWN,
    VACANCY_TRANSITIONS,
    Mover,
    VacancyStatus,
)

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.vacancies.enums import Transition
    from placements.vacancies.models import Vacancy


def is_own(actor: Actor, vacancy: Vacancy) -> bool:
    """Whether the vacancy was put up by the actor's own BKK. What an employer still writes at is not the BKK's yet."""
    return actor.school_id is not None and vacancy.school_id == actor.school_id and not is_employers_draft(vacancy)


def is_employers_draft(vacancy: Vacancy) -> bool:
    return vacancy.from_employer and vacancy.status == VacancyStatus.DRAFT


def is_writer(actor: Actor, vacancy: Vacancy) -> bool:
    """Whether the vacancy was written at the actor's own employer's desk."""
    return actor.employer_id is not None and vacancy.from_employer and vacancy.employer_id == actor.employer_id


def can_edit(actor: Actor, vacancy: Vacancy) -> bool:
    """The employer until its BKK has let it go public, the BKK from the moment it was sent to them."""
    if is_writer(actor, vacancy):
        return vacancy.status in EDITABLE_BY_EMPLOYER
    return is_own(actor, vacancy) and vacancy.status in EDITABLE


def can_extend(actor: Actor, vacancy: Vacancy) -> bool:
    return is_own(actor, vacancy) and vacancy.status in EXTENDABLE


def can_record_result(actor: Actor, vacancy: Vacancy) -> bool:
    return is_own(actor, vacancy) and vacancy.status == VacancyStatus.CLOSED


def can_moderate(actor: Actor) -> bool:
    """Moderation belongs to the office that supervises BKKs (Permenaker 39/2016), not to every office."""
    return actor.is_agency and Agency.objects.supervising(actor.agency_id).exists()


def may_move(actor: Actor, vacancy: Vacancy, transition: Transition) -> bool:
    """Whether this actor is one who may make the transition, whatever the present status."""
    if transition.by == Mover.SCHOOL:
        return is_own(actor, vacancy)
    if transition.by == Mover.EMPLOYER:
        return is_writer(actor, vacancy)
    return can_moderate(actor) if transition.by == Mover.OFFICE else False


def moves_of_school(actor: Actor, vacancy: Vacancy) -> list[str]:
    """Names of the transitions a coordinator can make now."""
    moves = _moves_of(Mover.SCHOOL, vacancy) if is_own(actor, vacancy) else []
    return moves if vacancy.from_employer else [name for name in moves if name != "send_back"]


def moves_of_employer(actor: Actor, vacancy: Vacancy) -> list[str]:
    return _moves_of(Mover.EMPLOYER, vacancy) if is_writer(actor, vacancy) else []


def _moves_of(mover: Mover, vacancy: Vacancy) -> list[str]:
    moves = VACANCY_TRANSITIONS.items()
    return [name for name, move in moves if move.by == mover and vacancy.status in move.sources]


def is_gone(vacancy: Vacancy) -> bool:
    """Whether it ended so long ago (RULES["gone_days"]) that strangers have no use for its page."""
    ended = [vacancy.closes_on, *([timezone.localdate(vacancy.closed_at)] if vacancy.closed_at else [])]
    days = datetime.timedelta(days=settings.RULES["gone_days"])
    return vacancy.status in SHOWN and min(ended) < timezone.localdate() - days


def can_be_reported(vacancy: Vacancy) -> bool:
    return vacancy.status in VACANCY_TRANSITIONS["flag"].sources
