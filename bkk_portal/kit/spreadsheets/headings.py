"""Which row is the header, and which column is which.

A header is one row, or two where groups ("Data Ayah") span several sub-headings ("Nama", "NIK"): those columns are
called "Data Ayah Nama", so that the father's name is never taken for the pupil's.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.spreadsheets.columns import heading_key, shown

if TYPE_CHECKING:
    from bkk_portal.kit.spreadsheets.columns import Column
    from bkk_portal.kit.spreadsheets.tables import CalamineRows, HeldRows

FEW = 2  # headings recognised below this: not a table with a header we know


@dataclasses.dataclass
class Layout:
    """How a sheet is read: `positions` maps each column that was found to its place in a row."""

    sheet: Any
    header_row: int  # as the spreadsheet shows it
    first_row: int  # index of the first row below the header
    names: list[str]
    positions: dict = dataclasses.field(default_factory=dict)
    missing: list = dataclasses.field(default_factory=list)
    ambiguous: dict = dataclasses.field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        return not self.missing and not self.ambiguous

    @property
    def rank(self) -> tuple[bool, int]:
        return self.is_complete, len(self.positions)


def find_layout(
    heads: list[tuple[CalamineRows | HeldRows, list[list[float | str | datetime.date | int]]]],
    columns: list[Column],
    filename: str,
) -> Layout:
    """The best Layout over `heads`, a list of (sheet, its first rows).

    Raises Refused where no header is found, a required column is missing, or two columns share a name we need.
    """
    layouts = [_resolved(layout, columns) for sheet, head in heads for layout in _possible_layouts(sheet, head)]
    best = max(layouts, key=lambda layout: layout.rank, default=None)
    if best is None or not best.is_complete:
        raise Refused(_why_not(best, columns, filename))
    return best


def _possible_layouts(
    sheet: CalamineRows | HeldRows, head: list[list[float | str | datetime.date | int]]
) -> Iterator[Layout]:
    texts = [[shown(cell) if cell is not None else "" for cell in row] for row in head]
    for index, row in enumerate(texts):
        below = texts[index + 1] if index + 1 < len(texts) else []
        if _has_sub_headings(row, below):
            names = _two_row_names(row, below, _anchors(row, sheet.merges, index))
            yield Layout(sheet, index + 1, index + 2, names)
        yield Layout(sheet, index + 1, index + 1, row)


def _has_sub_headings(row: list[str], below: list[str]) -> bool:
    """Names below nothing, or (where merged cells were filled) the same names again."""
    pairs = list(zip(row, below, strict=False))
    same = sum(bool(top) and top == sub for top, sub in pairs)
    return any(row) and (same >= FEW or any(sub and not top for top, sub in pairs))


def _anchors(row: list[str], merges: list[tuple[int, int, int, int]] | tuple[Any, ...], index: int) -> list[int | None]:
    """For each column the place of the group heading above it, or None.

    Merged cells say how far a group reaches. Where that is not known (CSV, a converted file) a group reaches to
    the next heading.
    """
    anchors: list[int | None] = [None] * len(row)
    closed: set[int] = set()
    for top, first, bottom, last in merges:
        if top <= index <= bottom:
            closed.update(range(max(first, 0), last + 1))
            if top == bottom:
                anchors[first : last + 1] = [first] * len(anchors[first : last + 1])
    group = None
    for place, text in enumerate(row):
        if place in closed:
            group = None
        elif text:
            group = place
        if anchors[place] is None and place not in closed:
            anchors[place] = group
    return anchors


def _two_row_names(row: list[str], below: list[str], anchors: list[int | None]) -> list[str]:
    names = []
    for place, top in enumerate(row):
        sub = below[place] if place < len(below) else ""
        above = anchors[place]
        group = top if above is None else row[above]
        names.append(_joined(group, sub) if sub else top)
    return names


def _joined(group: str, sub: str) -> str:
    return sub if not group or heading_key(group) == heading_key(sub) else f"{group} {sub}"


def _resolved(layout: Layout, columns: list[Column]) -> Layout:
    keys = [heading_key(name) for name in layout.names]
    for column in columns:
        places = _own(column.resolve(keys), keys)
        if len(places) == 1:
            layout.positions[column] = places[0]
        elif places:
            layout.ambiguous[column] = places
        elif column.required:
            layout.missing.append(column)
    return layout


def _own(places: list[int], keys: list[str]) -> list[int]:
    """Of several columns with one name, those outside blocks that repeat.

    Nama, Tahun Lahir, Pekerjaan, … comes once each for father, mother and guardian: where the row that said so is
    lost, the repetition still tells.
    """
    if len(places) < 2:
        return places
    pairs = Counter(zip(keys, keys[1:], strict=False))
    repeated = {pair for pair, count in pairs.items() if count > 1}
    edges = [None, *keys, None]
    return [
        place
        for place in places
        if (edges[place], keys[place]) not in repeated and (keys[place], edges[place + 2]) not in repeated
    ]


def _why_not(best: Layout | None, columns: list[Column], filename: str) -> str:
    needed = ", ".join(column.name for column in columns if column.required)
    if best is None or len(best.positions) < FEW:
        return f"Baris judul tidak ditemukan di {filename}. Tabel harus mempunyai kolom {needed}."
    if best.missing:
        names = ", ".join(column.name for column in best.missing)
        return (
            f"{filename} bukan laporan yang dimaksud: kolom {names} tidak ada di baris judul "
            f"(baris {best.header_row}). Tabel harus mempunyai kolom {needed}."
        )
    column, places = next(iter(best.ambiguous.items()))
    letters = " dan ".join(column_letters(place + best.sheet.first_column) for place in places)
    return f"Ada beberapa kolom bernama {column.name} ({letters}). Beri judul yang berbeda, lalu unggah lagi."


def column_letters(place: int) -> str:
    """A for 0, Z for 25, AA for 26: as spreadsheets name columns."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
