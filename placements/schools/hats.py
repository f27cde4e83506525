from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from placements.schools.models import ForumMembership, SchoolMembership


def school_hats(user):
    memberships = SchoolMembership.objects.current().filter(user=user).select_related("school")
    return [
        Hat(
            f"school:{m.school_id}",
            Role.SCHOOL_COORDINATOR,
            f"BKK {m.school}",
            "/bkk/",
            m.school_id,
            place=f"BKK {m.school}",
        )
        for m in memberships
    ]


def forum_hats(user):
    memberships = ForumMembership.objects.current().filter(user=user).select_related("regency")
    return [
        Hat(f"forum:{m.regency_id}", Role.FORUM_CHAIR, f"Forum BKK {m.regency.name.title()}", "/forum/")
        for m in memberships
    ]
