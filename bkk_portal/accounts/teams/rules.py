"""Who may invite whom, and who may end whose membership."""

from bkk_portal.accounts.enums import INVITED_ROLES, Role

INVITES = {
    Role.SCHOOL_COORDINATOR: (Role.SCHOOL_COORDINATOR,),
    Role.AGENCY_HEAD: (Role.AGENCY_OFFICER,),
    Role.EMPLOYER_MEMBER: (Role.EMPLOYER_MEMBER,),
    Role.SUPERUSER: tuple(role for role in Role if role in INVITED_ROLES),
}


def invitable_roles(actor):
    return INVITES.get(actor.role, ())


def own_scope(actor):
    """Primary key of the school, office or employer this actor works for; None for everyone else."""
    return actor.school_id or actor.agency_id or actor.employer_id


def has_team(actor):
    return own_scope(actor) is not None


def may_invite(actor, role, scope_id):
    """Into one's own organisation only; a superuser into any."""
    return role in invitable_roles(actor) and (actor.is_superuser or scope_id == own_scope(actor))


def may_end(actor, membership):
    """Colleagues end each other's membership; in an office only the head, never the head's. Nobody ends their own."""
    if actor.is_superuser:
        return True
    if membership.user_id == actor.user_id or membership.scope_id != own_scope(actor):
        return False
    return membership.role_given in invitable_roles(actor)
