"""From a table to rows of clean values, each with its problems."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.spreadsheets.columns import CellProblem, Problem, is_blank, shown
from bkk_portal.kit.spreadsheets.headings import find_layout
from bkk_portal.kit.spreadsheets.tables import head_of

if TYPE_CHECKING:
    from bkk_portal.kit.spreadsheets.columns import Column
    from bkk_portal.kit.spreadsheets.tables import Table
    from bkk_portal.kit.web.progress import Reporter

PROGRESS_EVERY = 500
OTHERS_NAMED = 5


@dataclasses.dataclass(slots=True)
class Row:
    """`values` by column key; where a column is not in the table, or its cell is bad, it holds the blank."""

    number: int
    values: dict
    problems: list
    warnings: list


def read_rows(table: Table, columns: list[Column], progress: Reporter | Callable | None = None) -> Iterator[Any]:
    """Iterator of Row over every row that is not blank in the columns asked for.

    `progress(done, total)` is called every 500 rows and at the end. Raises Refused at once where the table has
    no header with the required columns, or nothing below it. Sets table.layout.
    """
    table.layout = find_layout([(sheet, head_of(sheet)) for sheet in table.sheets], columns, table.filename)
    if next(_filled_rows(table), None) is None:
        raise Refused(f"{table.filename} kosong: tidak ada isian di bawah baris judul.")
    return _rows(table, columns, progress or _no_progress)


def _no_progress(done: int, total: int) -> None:
    pass


def _cells_of(positions: list[int]) -> itemgetter | Callable:
    """Function from a row to the tuple of its cells at those positions."""
    if len(positions) > 1:
        return itemgetter(*positions)
    return lambda row: (row[positions[0]],)


def _filled_rows(table: Table) -> Iterator[tuple[int, tuple[str | float | datetime.date, ...]]]:
    """(row number, cells in the order of layout.positions) of the rows with anything in them."""
    pick = _cells_of(list(table.layout.positions.values()))
    is_first = True
    for number, row in table.data_rows():
        cells = pick(row)
        if all(map(is_blank, cells)) or (is_first and _numbers_the_columns(row)):
            continue
        is_first = False
        yield number, cells


def _numbers_the_columns(row: list[float | str | datetime.date | int]) -> bool:
    """The row 1, 2, 3, … or (1), (2), (3), … that forms have below their header."""
    texts = [shown(cell).strip("()") for cell in row if not is_blank(cell)]
    return len(texts) > 2 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _rows(table: Table, columns: list[Column], progress: Callable | Reporter) -> Iterator[Row]:
    found = list(table.layout.positions)
    absent = {column.key: column.blank for column in columns if column not in table.layout.positions}
    total = table.row_count
    start = table.layout.first_row
    for number, cells in _filled_rows(table):
        yield _row(number, found, cells, absent)
        if (number - start) % PROGRESS_EVERY == 0:
            progress(number - start, total)
    progress(total, total)


def _row(
    number: int, columns: list[Column], cells: tuple[str | float | datetime.date, ...], absent: dict[str, str | None]
) -> Row:
    row = Row(number, absent.copy(), [], [])
    values = row.values
    for column, cell in zip(columns, cells, strict=True):
        try:
            if is_blank(cell):
                values[column.key] = _nothing(column)
            else:
                values[column.key] = column.clean(cell)
        except CellProblem as problem:
            values[column.key] = column.blank
            faults = row.warnings if column.lenient else row.problems
            faults.append(Problem(number, column.name, "" if is_blank(cell) else shown(cell), str(problem)))
    return row


def _nothing(column: Column) -> str | None:
    if column.needs_value:
        raise CellProblem("Belum diisi. Isi sel ini, atau hapus barisnya.")
    return column.blank


def mark_duplicates(rows: list[Row], columns: list[Column]) -> None:
    """Adds a problem to every one of the rows (a list) that share a value in one of the columns."""
    for column in columns:
        same = defaultdict(list)
        for row in rows:
            if value := row.values[column.key]:
                same[value].append(row)
        for value, sharing in same.items():
            if len(sharing) > 1:
                _mark(sharing, column, str(value))


def _mark(sharing: list[Row], column: Column, value: str) -> None:
    for row in sharing:
        others = ", ".join(str(other.number) for other in sharing[: OTHERS_NAMED + 1] if other is not row)
        message = f"{column.name} ini juga ada di baris {others}. Perbaiki, atau hapus salah satu barisnya."
        row.problems.append(Problem(row.number, column.name, value, message))
