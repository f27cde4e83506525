"""Who may do what with a vacancy."""

import datetime

from django.conf import settings
from django.utils import timezone

from bkk_portal.offices.models import Agency
from placements.vacancies.enums import EDITABLE, SHOWN, VACANCY_TRANSITIONS, Mover


def is_own(actor, vacancy):
    """Whether the vacancy was put up by the actor's own BKK."""
    return actor.school_id is not None and vacancy.school_id == actor.school_id


def can_edit(actor, vacancy):
    return is_own(actor, vacancy) and vacancy.status in EDITABLE


def can_moderate(actor):
    """Moderation belongs to the office that supervises BKKs (Permenaker 39/2016), not to every office."""
    return actor.is_agency and Agency.objects.supervising(actor.agency_id).exists()


def may_move(actor, vacancy, transition):
    """Whether this actor is one who may make the transition, whatever the present status."""
    if transition.by == Mover.SCHOOL:
        return is_own(actor, vacancy)
    return can_moderate(actor) if transition.by == Mover.OFFICE else False


def moves_of_school(actor, vacancy):
    """Names of the transitions a coordinator can make now."""
    if not is_own(actor, vacancy):
        return []
    moves = VACANCY_TRANSITIONS.items()
    return [name for name, move in moves if move.by == Mover.SCHOOL and vacancy.status in move.sources]


def is_gone(vacancy):
    """Whether it ended so long ago (RULES["gone_days"]) that strangers have no use for its page."""
    ended = [vacancy.closes_on, *([timezone.localdate(vacancy.closed_at)] if vacancy.closed_at else [])]
    days = datetime.timedelta(days=settings.RULES["gone_days"])
    return vacancy.status in SHOWN and min(ended) < timezone.localdate() - days


def can_be_reported(vacancy):
    return vacancy.status in VACANCY_TRANSITIONS["flag"].sources
