"""Who may open a page: every view carries exactly one of these rules. Who may invite whom, and end whose membership."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from bkk_portal.accounts.enums import AGENCY_ROLES, INVITED_ROLES, Role

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor, Request
    from bkk_portal.accounts.models import Membership

View = Callable[..., Any]


def public(view: View) -> View:
    """Open to everyone, signed in or not."""
    view.access_rule = "public"
    return login_not_required(view)


def _desk(name: str, allows: Callable[[Actor], bool], *, needs_person: bool = False) -> Callable[[View], View]:
    """A rule that answers 404 to everyone it does not allow; signed out goes to /masuk/ (SignInMiddleware).

    `needs_person`: who is allowed but has no Person yet is led to make one.
    """

    def rule(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if not allows(request.actor):
                raise Http404
            if needs_person and request.actor.person_id is None:
                return redirect("saya:dashboard")
            return view(request, *args, **kwargs)

        guarded.access_rule = name
        return guarded

    return rule


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


signed_in = _desk("signed_in", lambda actor: actor.is_authenticated)
newcomer_desk = _desk("newcomer", lambda actor: actor.role == Role.PERSON)
person_desk = _desk("person", lambda actor: actor.role == Role.PERSON, needs_person=True)
school_desk = _desk("school", lambda actor: actor.school_id is not None)
forum_desk = _desk("forum", lambda actor: actor.is_forum)
agency_desk = _desk("agency", lambda actor: actor.role in AGENCY_ROLES)
agency_head_desk = _desk("agency_head", lambda actor: actor.is_agency_head)
employer_desk = _desk("employer", lambda actor: actor.employer_id is not None)
team_desk = _desk("team", has_team)
inviter_desk = _desk("inviter", lambda actor: bool(invitable_roles(actor)))
caretaker_desk = _desk("caretaker", lambda actor: actor.is_coordinator or actor.is_agency)
