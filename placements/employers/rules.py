"""Who may do what with an entry of the shared register of employers. Everyone reads it."""


def can_edit(actor, employer):
    """A coordinator edits what their school added, and whatever nobody has verified yet."""
    if actor.is_superuser:
        return True
    return bool(actor.school_id) and (not employer.is_verified or employer.added_by_school_id == actor.school_id)


def can_edit_own(actor, employer):
    return actor.employer_id is not None and actor.employer_id == employer.pk


def can_verify(actor, employer):
    return bool(actor.school_id) and not employer.is_verified and not employer.is_rejected


def can_reject(actor, employer):
    """What another BKK has verified is for the forum to judge."""
    if actor.is_superuser or actor.is_forum:
        return True
    return bool(actor.school_id) and (not employer.is_verified or employer.added_by_school_id == actor.school_id)


def can_lift(actor, employer):
    """The BKK that rejected it, or the forum."""
    if actor.is_superuser or actor.is_forum:
        return True
    last = employer.verifications.first()
    return bool(actor.school_id and last) and last.school_id == actor.school_id


def can_keep_contacts(actor, employer):
    """Contacts change often and are shared: any BKK puts them right, and the employer itself."""
    return bool(actor.school_id) or can_edit_own(actor, employer)


def can_decide_merge(actor):
    return actor.is_forum or actor.is_superuser
