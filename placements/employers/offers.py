from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.teams.actions import start_membership
from bkk_portal.kit import registry
from bkk_portal.kit.web.sitemaps import InParts
from placements.employers.dealings.models import EmployerVisit
from placements.employers.enums import Standing
from placements.employers.merging.actions import add_places, end_second_seat
from placements.employers.models import Employer, EmployerMembership
from placements.employers.partners.actions import remind_of_endings
from placements.employers.partners.models import SOON, PartnershipAgreement
from placements.vacancies.queries import public_employers

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import User
    from placements.employers.queries import EmployerMembershipQuerySet, EmployerQuerySet


def due(actor: Actor) -> list[tuple[models.QuerySet, str, str]]:
    """[(rows, what they are, where they are done)], as placements.reports.figures.years shows them."""
    ending = PartnershipAgreement.objects.visible_to(actor).ending_within(SOON)
    unknown = (
        Employer.objects.visible_to(actor).standing(Standing.UNVERIFIED).filter(added_by_school_id=actor.school_id)
    )
    visits = EmployerVisit.objects.visible_to(actor).to_follow_up()
    return [
        (ending, f"MoU berakhir dalam {SOON} hari", "/bkk/mitra/mou/?keadaan=segera"),
        (visits, "kunjungan perusahaan perlu ditindaklanjuti", "/bkk/mitra/kunjungan/?keadaan=tindak-lanjut"),
        (unknown, "perusahaan yang Anda tambahkan belum diverifikasi", "/bkk/mitra/?status=belum&mitra=kami"),
    ]


def _public() -> EmployerQuerySet:
    return public_employers(Employer.objects.all()).only("name", "updated_at")


sitemap_employers = InParts(_public, lambda row: (row.get_absolute_url(), row.updated_at), first="/mitra/")


def employer_hats(user: User) -> list[Hat]:
    memberships = EmployerMembership.objects.current().filter(user=user).select_related("employer")
    return [
        Hat(
            f"employer:{m.employer_id}",
            Role.EMPLOYER_MEMBER,
            m.employer.name,
            "/perusahaan/",
            m.employer_id,
            place=m.employer.name,
        )
        for m in memberships
    ]


def make_member(user: User, employer_id: int, invited_by: User) -> EmployerMembership:
    return start_membership(EmployerMembership, user=user, invited_by=invited_by, employer_id=employer_id)


def find_employers(text: str) -> list[Any]:
    return [(employer.pk, employer.name) for employer in Employer.objects.filter(name__icontains=text)[:6]]


def employer_roll(actor: Actor) -> EmployerMembershipQuerySet | None:
    members = EmployerMembership.objects.visible_to(actor)
    return members.filter(employer_id=actor.employer_id) if actor.employer_id else None


def register() -> None:
    registry.hats.register("employer", employer_hats, order=40)
    registry.membership_makers.register(Role.EMPLOYER_MEMBER, make_member)
    registry.membership_scopes.register(Role.EMPLOYER_MEMBER, find_employers)
    registry.membership_rolls.register("employer", employer_roll)
    registry.sitemap_pages.register("employers", sitemap_employers)
    registry.chores.register("agreements ending", remind_of_endings, order=65)
    registry.merge_rules.register("placements.EmployerMembership", end_second_seat)
    registry.merge_rules.register("placements.PklPlace", add_places)
