"""Who may invite whom, and who may end whose membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.accounts.enums import INVITED_ROLES, Role

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import Membership

INVITES = {
    Role.SCHOOL_COORDINATOR: (Role.SCHOOL_COORDINATOR,),
    Role.AGENCY_HEAD: (Role.AGENCY_OFFICER,),
    Role.EMPLOYER_MEMBER: (Role.EMPLOYER_MEMBER,),
    Role.SUPERUSER: tuple(role for role in Role if role in INVITED_ROLES),
}


def invitable_roles(actor: Actor) -> tuple[Role, ...]:
    return INVITES.get(actor.role, ())


def own_scope(actor: Actor) -> int | None:
    """Primary key of the school, office or employer this actor works for; None for everyone else."""
    return actor.school_id or actor.agency_id or actor.employer_id


def has_team(actor: Actor) -> bool:
    return own_scope(actor) is not None


def may_invite(actor: Actor, role: str, scope_id: int | None) -> bool:
    """Into one's own organisation only; a superuser into any."""
    return role in invitable_roles(actor) and (actor.is_superuser or scope_id == own_scope(actor))


def may_end(actor: Actor, membership: Membership) -> bool:
    """Colleagues end each other's membership; in an office only the head, never the head's. Nobody ends their own."""
    if actor.is_superuser:
        return True
    if membership.user_id == actor.user_id or membership.scope_id != own_scope(actor):
        return False
    return membership.role_given in invitable_roles(actor)
