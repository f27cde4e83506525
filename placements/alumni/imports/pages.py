"""A preview in pages. Its rows lie in AlumniImport.preview, so a Listing, which asks the database, does not fit."""

from bkk_portal.kit.formatting import angka
from bkk_portal.kit.listing import PAGE_PARAMETER, page_number
from placements.alumni.enums import RowKind
from placements.alumni.imports.preview import SHOWN

PER_PAGE = 50
NOTES = "notes"
TAB = "bagian"
TABS = [
    (RowKind.REFUSED.value, "Ditolak"),
    (RowKind.QUESTION.value, "Perlu dijawab"),
    (RowKind.CHANGED.value, "Berubah"),
    (RowKind.NEW.value, "Baru"),
    (RowKind.SAME.value, "Tidak berubah"),
    (RowKind.SKIPPED.value, "Dilewati"),
    (NOTES, "Catatan"),
]


class PreviewPages:
    """One page of one part of a preview; has what templates/parts/pager.html asks of a listing."""

    def __init__(self, query, preview):
        self.counts = preview["counts"]
        shown = [key for key, _ in TABS if self.counts[key]]
        asked = query.get(TAB, "")
        self.part = asked if asked in shown else next(iter(shown), RowKind.NEW.value)
        self.all_rows = preview[self.part] if self.part in preview else preview["rows"][self.part]
        self.last = max(1, -(-len(self.all_rows) // PER_PAGE))
        self.page = min(page_number(query.get(PAGE_PARAMETER, "1")), self.last)

    @property
    def tabs(self):
        """[(address, label, count, whether it is shown)] of the parts that have rows."""
        return [
            (self.url_of(key, 1), label, self.counts[key], key == self.part) for key, label in TABS if self.counts[key]
        ]

    @staticmethod
    def url_of(part, page):
        return f"?{TAB}={part}" + (f"&{PAGE_PARAMETER}={page}" if page > 1 else "")

    @property
    def rows(self):
        start = (self.page - 1) * PER_PAGE
        return self.all_rows[start : start + PER_PAGE]

    @property
    def previous_url(self):
        return self.url_of(self.part, self.page - 1) if self.page > 1 else None

    @property
    def next_url(self):
        return self.url_of(self.part, self.page + 1) if self.page < self.last else None

    @property
    def count_text(self):
        start = (self.page - 1) * PER_PAGE
        total = self.counts[self.part]
        more = f"; hanya {angka(SHOWN)} yang pertama ditampilkan" if total > SHOWN else ""
        return f"{angka(start + 1)}–{angka(start + len(self.rows))} dari {angka(total)}{more}"
