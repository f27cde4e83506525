from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from django.http import HttpRequest

from bkk_portal.accounts.enums import AGENCY_ROLES, Role
from bkk_portal.kit import registry

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from bkk_portal.accounts.models import User


@dataclasses.dataclass(frozen=True)
class Hat:
    """One thing a user may act as. `key` is stable ("school:12") and is what the session remembers."""

    key: str
    role: Role
    label: str
    home: str
    scope_id: int | None = None
    place: str = ""  # the school, office or employer by its own name


@dataclasses.dataclass(frozen=True)
class Actor:
    """For whom a request acts; worked out once, then only read."""

    role: Role = Role.ANONYMOUS
    user_id: int | None = None
    person_id: int | None = None
    school_id: int | None = None
    agency_id: int | None = None
    employer_id: int | None = None
    label: str = ""
    place: str = ""
    home: str = "/"

    @property
    def is_authenticated(self) -> bool:
        return self.user_id is not None

    @property
    def signed_in_id(self) -> int:
        """`user_id` behind a desk, where somebody is always signed in: what rows keep as who made them."""
        return self.own("user_id")

    def own(self, name: str) -> int:
        """`person_id`, `agency_id` … where the desk or a guard has made sure that there is one."""
        key = getattr(self, name)
        if key is None:
            raise ValueError(f"{name}: this actor has none")
        return key

    @property
    def is_superuser(self) -> bool:
        return self.role == Role.SUPERUSER

    @property
    def is_agency(self) -> bool:
        return self.role in AGENCY_ROLES

    @property
    def is_agency_head(self) -> bool:
        return self.role == Role.AGENCY_HEAD

    @property
    def is_coordinator(self) -> bool:
        return self.role == Role.SCHOOL_COORDINATOR

    @property
    def is_forum(self) -> bool:
        return self.role == Role.FORUM_CHAIR

    @property
    def is_employer(self) -> bool:
        return self.role == Role.EMPLOYER_MEMBER


class Request(HttpRequest):
    """What a view is given: the middleware of accounts has added who asks, and under which hats."""

    actor: Actor
    hats: list[Hat]
    user: User
    htmx: HtmxDetails
    refused: bool


ANONYMOUS = Actor()
SCOPE_FIELDS = {
    Role.SCHOOL_COORDINATOR: "school_id",
    Role.AGENCY_OFFICER: "agency_id",
    Role.AGENCY_HEAD: "agency_id",
    Role.EMPLOYER_MEMBER: "employer_id",
    Role.PERSON: "person_id",
}


def actor_for(user: User, hat: Hat | None) -> Actor:
    """The actor of this user under this hat; without a hat a signed-in stranger who owns nothing."""
    if hat is None:
        return Actor(role=Role.PERSON, user_id=user.pk, home="/saya/")
    scope = {SCOPE_FIELDS[hat.role]: hat.scope_id} if hat.role in SCOPE_FIELDS else {}
    return Actor(role=hat.role, user_id=user.pk, label=hat.label, home=hat.home, place=hat.place, **scope)


def hats_of(user: User) -> list[Hat]:
    """Every hat this user may wear, the desk ones first. Apps contribute through `kit.registry.hats`."""
    hats = [hat for entry in registry.hats for hat in entry.function(user)]
    if user.is_superuser:
        hats.append(Hat("superuser", Role.SUPERUSER, "Pengelola portal", "/admin/"))
    return hats
