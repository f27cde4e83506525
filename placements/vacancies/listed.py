"""The public list as a visitor asked for it: what is found, how it was understood, and in which order."""

import dataclasses

from bkk_portal.kit.listing import OneAfterAnother
from placements.vacancies import facets, search
from placements.vacancies.facets import Counts
from placements.vacancies.filters import VacancyFilter


@dataclasses.dataclass(frozen=True)
class Found:
    filters: VacancyFilter
    counts: Counts

    @property
    def understood(self):
        return self.filters.understood

    def in_order(self, prepare):
        """Something to take a page of: best first in a search, unless another order was chosen."""
        if not self.understood.query or self.filters.values.get("urut"):
            return prepare(self.filters.qs)
        others = self.filters.narrowed(without="q")
        ranked = search.best_first(others, self.understood.query, self.counts.total)
        return OneAfterAnother([prepare(queryset) for queryset in ranked])


def find(filters):
    """The Found of a VacancyFilter. A search that finds nothing at all is read as what was probably meant."""
    counts = facets.count(filters)
    if counts.total == 0 and filters.typed and filters.understand():
        counts = facets.count(filters)
    return Found(filters, counts)
