from trainings.participants.enums import UNDECIDED, ParticipantStatus
from trainings.programmes.enums import BEFORE_START, ENROLLING_STATES, HELD_STATES

TAKES_IN = (*UNDECIDED, ParticipantStatus.ACCEPTED)
NEEDS_CLASS = (ParticipantStatus.PASSED, ParticipantStatus.FAILED)


def state_allows(training, status):
    """Nobody is taken in once a training is over or off; nobody passes or fails what has not begun.

    Turning somebody away, and noting that somebody stopped, is always possible; to withdraw is for the time before.
    """
    if status == ParticipantStatus.WITHDRAWN:
        return training.state in BEFORE_START
    if status in TAKES_IN:
        return training.state in ENROLLING_STATES
    return status not in NEEDS_CLASS or training.state in HELD_STATES


def may_work_on(actor, row):
    """Officers and heads work on their own office's trainings and proposals."""
    return actor.is_agency and actor.agency_id == row.agency_id
