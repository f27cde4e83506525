from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.offices.models import Agency

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.schools.models import PlacementPlan, School, SchoolActivity


def can_edit_school(actor: Actor, school: School) -> bool:
    return actor.is_superuser or actor.school_id == school.pk


def can_edit_activity(actor: Actor, activity: SchoolActivity) -> bool:
    """A BKK edits its own; what belongs to no school is the forum's."""
    if activity.school_id is None:
        return actor.is_forum or actor.is_superuser
    return actor.is_superuser or actor.school_id == activity.school_id


def can_register_bkk(actor: Actor) -> bool:
    """The office that supervises BKKs keeps the tanda daftar (Permenaker 39/2016)."""
    return actor.is_agency and Agency.objects.supervising(actor.agency_id).exists()


def can_edit_plan(actor: Actor, plan: PlacementPlan) -> bool:
    return actor.is_superuser or (actor.school_id is not None and actor.school_id == plan.school_id)
