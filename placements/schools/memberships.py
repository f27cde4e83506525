"""What schools and the forum offer to accounts: see bkk_portal.kit.registry, membership_*."""

from django.db.models import Q

from bkk_portal.accounts.memberships import start_membership
from bkk_portal.regions.models import Regency
from placements.schools.models import ForumMembership, School, SchoolMembership


def make_coordinator(user, school_id, invited_by):
    return start_membership(SchoolMembership, user=user, invited_by=invited_by, school_id=school_id)


def make_forum_chair(user, regency_number, invited_by):
    regency = Regency.objects.get(code=regency_code(regency_number))
    return start_membership(ForumMembership, user=user, invited_by=invited_by, regency_id=regency.pk)


def find_schools(text):
    found = School.objects.filter(Q(npsn=text) | Q(name__icontains=text))
    return [(school.pk, f"BKK {school}") for school in found[:6]]


def find_regencies(text):
    found = Regency.objects.filter(name__icontains=text)
    return [(int(regency.code.replace(".", "")), f"Forum BKK {regency.name.title()}") for regency in found[:6]]


def regency_code(number):
    """53.71 of 5371: an invitation keeps its scope as a number."""
    return f"{number // 100}.{number % 100:02d}"


def school_roll(actor):
    return SchoolMembership.objects.visible_to(actor).filter(school_id=actor.school_id) if actor.school_id else None
