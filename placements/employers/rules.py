"""Who may do what with an entry of the shared register of employers. Everyone reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placements.employers.enums import Checked

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.models import Employer


def can_edit(actor: Actor, employer: Employer) -> bool:
    """A coordinator edits what their school added, and whatever nobody has verified yet."""
    if actor.is_superuser:
        return True
    return bool(actor.school_id) and (not employer.is_verified or employer.added_by_school_id == actor.school_id)


def can_edit_own(actor: Actor, employer: Employer) -> bool:
    return actor.employer_id is not None and actor.employer_id == employer.pk


def can_verify(actor: Actor, employer: Employer) -> bool:
    return bool(actor.school_id) and not employer.is_verified and not employer.is_rejected


def can_reject(actor: Actor, employer: Employer) -> bool:
    """What another BKK has verified is for the forum to judge."""
    if actor.is_superuser or actor.is_forum:
        return True
    return bool(actor.school_id) and (not employer.is_verified or employer.added_by_school_id == actor.school_id)


def can_lift(actor: Actor, employer: Employer) -> bool:
    """The BKK that rejected it, or the forum."""
    if actor.is_superuser or actor.is_forum:
        return True
    last = employer.verifications.first()
    return last is not None and actor.school_id is not None and last.school_id == actor.school_id


def can_keep_contacts(actor: Actor, employer: Employer) -> bool:
    """Contacts change often and are shared: any BKK puts them right, and the employer itself."""
    return bool(actor.school_id) or can_edit_own(actor, employer)


def can_decide_merge(actor: Actor) -> bool:
    return actor.is_forum or actor.is_superuser


def checkable(employer: Employer) -> list[Checked]:
    """[Checked] of what the register knows about this employer."""
    known = {
        Checked.NIB: employer.nib,
        Checked.NPWP: employer.npwp,
        Checked.ADDRESS: employer.address,
        Checked.PHONE: employer.phone or employer.contacts.exclude(phone="").exists(),
        Checked.WEBSITE: employer.website or employer.email,
    }
    return [item for item in Checked if known[item]]
