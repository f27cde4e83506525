from bkk_portal.accounts.queries import MembershipQuerySet


class AgencyMembershipQuerySet(MembershipQuerySet):
    scope = "agency_id"
