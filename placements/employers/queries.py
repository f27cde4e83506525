from bkk_portal.accounts.queries import MembershipQuerySet
from bkk_portal.kit.models import PublicQuerySet


class EmployerQuerySet(PublicQuerySet):
    """The register is shared; contact persons' names are shown to desks only (templates)."""

    def verified(self):
        return self.filter(verified_at__isnull=False)


class EmployerMembershipQuerySet(MembershipQuerySet):
    scope = "employer_id"
