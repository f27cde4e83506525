from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.teams.actions import start_membership
from bkk_portal.offices.enums import AgencyRole
from bkk_portal.offices.models import Agency, AgencyMembership

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import User
    from bkk_portal.offices.queries import AgencyMembershipQuerySet


def agency_hats(user: User) -> list[Hat]:
    memberships = AgencyMembership.objects.current().filter(user=user).select_related("agency")
    return [
        Hat(
            f"agency:{m.agency_id}",
            Role(m.role),
            f"{m.get_role_display()} {m.agency}",
            "/dinas/",
            m.agency_id,
            place=str(m.agency),
        )
        for m in memberships
    ]


def make_officer(user: User, agency_id: int, invited_by: User) -> AgencyMembership:
    return start_membership(AgencyMembership, user=user, invited_by=invited_by, agency_id=agency_id)


def make_head(user: User, agency_id: int, invited_by: User) -> AgencyMembership:
    return start_membership(
        AgencyMembership, user=user, invited_by=invited_by, agency_id=agency_id, role=AgencyRole.HEAD
    )


def find_agencies(text: str) -> list[tuple[int, str]]:
    return [(agency.pk, agency.name) for agency in Agency.objects.named(text)[:6]]


def agency_roll(actor: Actor) -> AgencyMembershipQuerySet | None:
    return AgencyMembership.objects.visible_to(actor).filter(agency_id=actor.agency_id) if actor.agency_id else None
