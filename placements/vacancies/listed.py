"""The public list as a visitor asked for it: what is found, how it was understood, and in which order."""

import dataclasses

from bkk_portal.kit.listing import OneAfterAnother
from placements.vacancies import facets, search
from placements.vacancies.facets import Counts
from placements.vacancies.filters import FIRST_ORDER, VacancyFilter

FEW = 100  # so few keys are given to the database faster than it looks for their rows once more


@dataclasses.dataclass(frozen=True)
class Found:
    filters: VacancyFilter
    counts: Counts

    @property
    def understood(self):
        return self.filters.understood

    def in_order(self, prepare):
        """Something to take a page of: best first in a search, unless another order was chosen."""
        order = self.filters.values.get("urut")
        if self.understood.query and not order:
            others = self.filters.narrowed(without="q")
            ranked = search.best_first(others, self.understood.query, self.counts.total)
            return OneAfterAnother([prepare(queryset) for queryset in ranked])
        if not order or order == FIRST_ORDER:
            return CountedFirst(self.filters, self.counts.keys, prepare)
        if self.counts.total <= FEW:
            return prepare(self.filters.ordered(self.filters.queryset.filter(pk__in=self.counts.keys)))
        return prepare(self.filters.qs)


class CountedFirst:
    """The list in its own order: rows that were counted are fetched by key, only those after them looked for again."""

    def __init__(self, filters, keys, prepare):
        self.filters = filters
        self.keys = keys
        self.prepare = prepare

    def __getitem__(self, page):
        is_all_counted = len(self.keys) <= facets.MOST
        if page.stop > len(self.keys) and not is_all_counted:
            return self.prepare(self.filters.qs)[page]
        wanted = self.keys[page]
        return self.prepare(self.filters.queryset.filter(pk__in=wanted)) if wanted else []


def find(filters):
    """The Found of a VacancyFilter. A search that finds nothing at all is read as what was probably meant."""
    counts = facets.count(filters)
    if counts.total == 0 and filters.typed and filters.understand():
        counts = facets.count(filters)
    return Found(filters, counts)
