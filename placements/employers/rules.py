"""Who may do what with an entry of the shared register of employers. Everyone reads it."""


def can_edit(actor, employer):
    """A coordinator edits what their school added, and whatever nobody has verified yet."""
    if actor.is_superuser:
        return True
    return bool(actor.school_id) and (not employer.is_verified or employer.added_by_school_id == actor.school_id)


def can_verify(actor, employer):
    return bool(actor.school_id) and not employer.is_verified
