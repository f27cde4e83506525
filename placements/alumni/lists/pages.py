"""Who was left out of a BulkRun, in pages. A Listing asks the database; these lie in a JSON field."""

from bkk_portal.kit.formatting import angka
from bkk_portal.kit.listing import PAGE_PARAMETER, page_number
from placements.alumni.models import Alumnus

PER_PAGE = 50


class SkippedPages:
    """One page of [(Alumnus, or None when it is gone, reason)]; has what parts/pager.html asks of a listing."""

    def __init__(self, query, run):
        self.skipped = run.skipped
        self.last = max(1, -(-len(self.skipped) // PER_PAGE))
        self.page = min(page_number(query.get(PAGE_PARAMETER, "1")), self.last)
        self.start = (self.page - 1) * PER_PAGE
        self.rows = self._rows(self.skipped[self.start : self.start + PER_PAGE])

    @staticmethod
    def _rows(part):
        found = Alumnus.objects.select_related("person").in_bulk([pk for pk, _ in part]) if part else {}
        return [(found.get(pk), reason) for pk, reason in part]

    @property
    def previous_url(self):
        return f"?{PAGE_PARAMETER}={self.page - 1}" if self.page > 1 else None

    @property
    def next_url(self):
        return f"?{PAGE_PARAMETER}={self.page + 1}" if self.page < self.last else None

    @property
    def count_text(self):
        return f"{angka(self.start + 1)}–{angka(self.start + len(self.rows))} dari {angka(len(self.skipped))}"
