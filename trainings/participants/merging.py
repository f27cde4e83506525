"""When two records of one participant become one."""

from trainings.participants.enums import ENROLLED, UNDECIDED, ParticipantStatus

RANKS = [ParticipantStatus.PASSED, ParticipantStatus.ACCEPTED, *ENROLLED, *UNDECIDED]


def further(ours, theirs):
    """A merge rule: of one person twice in a training, the one who came further stays."""
    return sorted((ours, theirs), key=_rank)


def _rank(participant):
    return RANKS.index(participant.status) if participant.status in RANKS else len(RANKS)
