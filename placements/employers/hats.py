from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from placements.employers.models import EmployerMembership


def employer_hats(user):
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
