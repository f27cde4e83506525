from bkk_portal.accounts.actor import Hat
from bkk_portal.accounts.enums import Role
from bkk_portal.offices.models import AgencyMembership


def agency_hats(user):
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
