"""Tables that know what must add up, so that the page, the PDF, the workbook and the check read the same thing."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from typing import Any, Self

from bkk_portal.kit.text.formatting import angka, persen, tanggal
from placements.reports.enums import DATE, NUMBER, PERCENT, TEXT

Cell = Any  # a text, a number, a date as ISO text, or None where nothing is known


@dataclasses.dataclass(frozen=True)
class Column:
    """`group` is a heading over neighbouring columns of the same group."""

    title: str
    kind: str = NUMBER
    group: str = ""

    @property
    def name(self) -> str:
        return f"{self.group} {self.title}".strip()

    @property
    def is_number(self) -> bool:
        return self.kind in (NUMBER, PERCENT)

    def shown(self, value: Cell) -> str:
        if value is None or value == "":
            return "–"
        if self.kind == NUMBER:
            return angka(value)
        if self.kind == PERCENT:
            return persen(value)
        return tanggal(dt.date.fromisoformat(value)) if self.kind == DATE else str(value)


@dataclasses.dataclass(frozen=True)
class Across:
    """In every row the cells of `parts` come to the cell of `total`; numbers of columns."""

    parts: tuple[int, ...]
    total: int


@dataclasses.dataclass(frozen=True)
class Down:
    """In every column of numbers the rows of `plus` less those of `minus` come to the row of `result`."""

    plus: tuple[int, ...]
    result: int
    minus: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True)
class Table:
    """`rows`: lists of cells, the first names the line; dates as ISO text. `bold`: rows that sum others up."""

    title: str
    columns: list[Column]
    rows: list[list[Cell]]
    across: list[Across] = dataclasses.field(default_factory=list)
    down: list[Down] = dataclasses.field(default_factory=list)
    bold: list[int] = dataclasses.field(default_factory=list)
    note: str = ""
    form: str = ""  # the official form it follows: "IPK III/1"

    @property
    def groups(self) -> list[tuple[str, int]]:
        """[(heading, span)] over the columns; none when no column has one."""
        if not any(column.group for column in self.columns):
            return []
        spans = itertools.groupby(self.columns, key=lambda column: column.group)
        return [(title, len(list(columns))) for title, columns in spans]

    @property
    def shown_rows(self) -> list[tuple[bool, str, list[tuple[Column, str]]]]:
        """[(is bold, first cell, [(column, cell as text)])]"""
        return [
            (place in self.bold, row[0], list(zip(self.columns[1:], self._shown(row), strict=True)))
            for place, row in enumerate(self.rows)
        ]

    def _shown(self, row: list[Cell]) -> list[str]:
        return [column.shown(value) for column, value in zip(self.columns[1:], row[1:], strict=True)]

    def problems(self) -> list[str]:
        """[sentence] of every line that does not add up."""
        wrong = [_across_problem(self, row, rule) for row in self.rows for rule in self.across]
        wrong += [_down_problem(self, place, rule) for rule in self.down for place in self._numbers]
        return [sentence for sentence in wrong if sentence]

    @property
    def _numbers(self) -> list[int]:
        return [place for place, column in enumerate(self.columns) if column.kind == NUMBER]

    def as_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self)

    @classmethod
    def of_json(cls, data: dict[str, Any]) -> Self:
        parts = {
            "columns": [Column(**column) for column in data["columns"]],
            "across": [Across(tuple(rule["parts"]), rule["total"]) for rule in data["across"]],
            "down": [Down(tuple(rule["plus"]), rule["result"], tuple(rule["minus"])) for rule in data["down"]],
        }
        return cls(**data | parts)


@dataclasses.dataclass(frozen=True)
class Section:
    key: str
    title: str
    tables: list[Table]

    def problems(self) -> list[str]:
        return [f"{self.title}, {table.title}, {text}" for table in self.tables for text in table.problems()]

    def as_json(self) -> dict[str, Any]:
        return {"key": self.key, "title": self.title, "tables": [table.as_json() for table in self.tables]}

    @classmethod
    def of_json(cls, data: dict[str, Any]) -> Self:
        return cls(data["key"], data["title"], [Table.of_json(table) for table in data["tables"]])


def _across_problem(table: Table, row: list[Cell], rule: Across) -> str:
    values = [row[place] or 0 for place in rule.parts]
    total = row[rule.total] or 0
    if sum(values) == total:
        return ""
    names = " + ".join(
        f"{table.columns[place].name} {angka(value)}" for place, value in zip(rule.parts, values, strict=True)
    )
    right = f"{table.columns[rule.total].name} tertulis {angka(total)}"
    return f"baris “{row[0]}”: {names} = {angka(sum(values))}, tetapi {right}."


def _down_problem(table: Table, column: int, rule: Down) -> str:
    plus = [(table.rows[place][0], table.rows[place][column] or 0) for place in rule.plus]
    minus = [(table.rows[place][0], table.rows[place][column] or 0) for place in rule.minus]
    result, found = sum(v for _, v in plus) - sum(v for _, v in minus), table.rows[rule.result][column] or 0
    if result == found:
        return ""
    words = " + ".join(f"{name} {angka(value)}" for name, value in plus)
    words += "".join(f" − {name} {angka(value)}" for name, value in minus)
    where = f"kolom “{table.columns[column].name}”, baris “{table.rows[rule.result][0]}”"
    return f"{where}: {words} = {angka(result)}, tetapi tertulis {angka(found)}."


# the shapes that several sections share --------------------------------------------------------------------


def by_sex(title: str, first: str, counts: dict[str, dict[str, int]], **more: Any) -> Table:
    """Table of {line: {"L": n, "P": n, "": n}} with L + P = Jumlah and a last row of sums."""
    rows = [[line, *_sexes(found)] for line, found in counts.items()]
    columns = [Column(first, TEXT), Column("L"), Column("P"), Column("Jumlah")]
    return with_sum(Table(title, columns, rows, across=[Across((1, 2), 3)], **more))


def _sexes(found: dict[str, int]) -> list[int]:
    return [found.get("L", 0), found.get("P", 0), sum(found.values())]


def with_sum(table: Table) -> Table:
    """The same with a last row that sums the others up, where there are any."""
    if not table.rows:
        return table
    numbers = [table.columns[place].kind == NUMBER for place in range(len(table.columns))]
    sums = [sum(row[place] or 0 for row in table.rows) if is_n else "" for place, is_n in enumerate(numbers)]
    last = len(table.rows)
    return dataclasses.replace(
        table,
        rows=[*table.rows, ["Jumlah", *sums[1:]]],
        down=[*table.down, Down(tuple(range(last)), last)],
        bold=[*table.bold, last],
    )
