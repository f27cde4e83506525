"""Who may open a page. Every view carries exactly one of these; tests/test_urls.py fails on one without."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from bkk_portal.accounts.enums import AGENCY_ROLES, Role
from bkk_portal.accounts.rules import has_team, invitable_roles

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor, Request

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
