from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.alumni.models import Alumnus
    from placements.schools.models import School


def can_import(actor: Actor, school: School) -> bool:
    """A coordinator for their own school; the portal's keeper for any."""
    return actor.is_superuser or actor.school_id == school.pk


def can_edit(actor: Actor, alumnus: Alumnus) -> bool:
    return actor.is_superuser or actor.school_id == alumnus.school_id


def owns_contact(alumnus: Alumnus) -> bool:
    """Once people have an account, how to reach them is theirs to say."""
    return alumnus.person.user_id is not None


def can_edit_person(alumnus: Alumnus) -> bool:
    """Who is another school's alumnus as well is not one school's to rename or renumber."""
    return not alumnus.person.alumni.exclude(school_id=alumnus.school_id).exists()
