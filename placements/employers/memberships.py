"""What employers offer to accounts: see bkk_portal.kit.registry, membership_*."""

from bkk_portal.accounts.memberships import start_membership
from placements.employers.models import Employer, EmployerMembership


def make_member(user, employer_id, invited_by):
    return start_membership(EmployerMembership, user=user, invited_by=invited_by, employer_id=employer_id)


def find_employers(text):
    return [(employer.pk, employer.name) for employer in Employer.objects.filter(name__icontains=text)[:6]]


def employer_roll(actor):
    members = EmployerMembership.objects.visible_to(actor)
    return members.filter(employer_id=actor.employer_id) if actor.employer_id else None
