"""When two records of one alumnus become one."""


def answered(ours, theirs):
    """A merge rule: of two invitations to one vacancy the one that was answered, else opened, else older."""
    return sorted((ours, theirs), key=_standing)


def _standing(invitation):
    return invitation.answered_at is None, invitation.opened_at is None, invitation.invited_at
