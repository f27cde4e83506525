from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.kit.models import PublicQuerySet

if TYPE_CHECKING:
    from bkk_portal.regions.models import Village


class RegencyQuerySet(PublicQuerySet):
    pass


class DistrictQuerySet(PublicQuerySet):
    pass


class VillageQuerySet(PublicQuerySet["Village"]):
    def by_spelling(self) -> dict[str, Village]:
        """{spelling in lower case: Village} over the official names and the other spellings."""
        index = {}
        for village in self.select_related("district"):
            for name in [village.name, *village.other_spellings.split(";")]:
                if name.strip():
                    index[name.strip().lower()] = village
        return index
