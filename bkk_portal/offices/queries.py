from __future__ import annotations

from typing import Self

from django.db import models

from bkk_portal.accounts.queries import MembershipQuerySet
from bkk_portal.kit.models import PublicQuerySet


class AgencyQuerySet(PublicQuerySet):
    def named(self, text: str) -> Self:
        """Offices whose name or abbreviation holds the text."""
        return self.filter(models.Q(name__icontains=text) | models.Q(short_name__icontains=text))

    def supervising(self, agency_id: int | None) -> Self:
        """That agency, if it is one that supervises BKKs."""
        return self.filter(pk=agency_id, supervises_bkk=True)


class AgencyMembershipQuerySet(MembershipQuerySet):
    pass
