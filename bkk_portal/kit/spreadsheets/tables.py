"""A table as it was found in a file, before anyone knows what its columns mean."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bkk_portal.kit.spreadsheets.headings import Layout

if TYPE_CHECKING:
    from itertools import islice

HEAD_ROWS = 40  # how far down a header row is looked for


class CalamineRows:
    """Rows of a sheet of a workbook, read anew each time and never all held at once."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.name = sheet.name
        self.first_column = sheet.start[1] if sheet.start else 0

    def __iter__(self) -> Iterator[Sequence[Any]]:
        return self.sheet.iter_rows()

    def __len__(self) -> int:
        return self.sheet.end[0] + 1 if self.sheet.end else 0

    @property
    def merges(self) -> list[tuple[int, int, int, int]]:
        """(first row, first column, last row, last column) of merged cells, counted as in the rows."""
        left = self.first_column
        ranges = self.sheet.merged_cell_ranges or ()
        return [(top, first - left, bottom, last - left) for (top, first), (bottom, last) in ranges]


class HeldRows:
    """Rows already read, of a CSV file or a .xls; made equally wide."""

    first_column = 0

    def __init__(
        self,
        rows: list[Any],
        name: str = "",
        merges: tuple[Any, ...] | list[tuple[int, int, int, int]] = (),
    ) -> None:
        width = max(map(len, rows), default=0)
        self.rows = [row + [""] * (width - len(row)) for row in rows]
        self.name = name
        self.merges = merges

    def __iter__(self) -> Iterator:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclasses.dataclass
class Table:
    filename: str
    sheets: Sequence[CalamineRows | HeldRows]
    _layout: Layout | None = None

    @property
    def layout(self) -> Layout:
        """Where the columns stand; known once they were looked for (rows.read_rows)."""
        assert self._layout is not None, "columns were not looked for yet"
        return self._layout

    @layout.setter
    def layout(self, found: Layout) -> None:
        self._layout = found

    @property
    def row_count(self) -> int:
        """Rows of the sheet in use below its header: the total for a progress bar."""
        return max(0, len(self.layout.sheet) - self.layout.first_row)

    def data_rows(self) -> islice:
        """(row number as the spreadsheet shows it, cells) of every row below the header."""
        rows = enumerate(self.layout.sheet, 1)
        return itertools.islice(rows, self.layout.first_row, None)


def head_of(sheet: CalamineRows | HeldRows) -> list[list[float | str | datetime.date | int]]:
    return list(itertools.islice(sheet, HEAD_ROWS))
