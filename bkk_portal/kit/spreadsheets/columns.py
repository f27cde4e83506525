import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

BLANKS = frozenset({None, "", "-", "–", "—"})


class CellProblem(Exception):
    """A cell's value cannot be taken. The message says what is wrong and what to do."""


def is_blank(value: str | float | dt.date | int) -> bool:
    return value in BLANKS or (isinstance(value, str) and value.strip() in BLANKS)


def shown(value: str | float | dt.date | int) -> str:
    """A cell as the person sees it in the spreadsheet, at most 80 letters."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return " ".join(str(value).split())[:80]


def heading_key(text: str) -> str:
    """What two headings have in common: "E-Mail", "e mail" and "EMAIL" are one."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@dataclasses.dataclass(frozen=True)
class Problem:
    row: int
    column: str
    value: str = dataclasses.field(repr=False)  # may be personal: never in a traceback or a log
    message: str

    def __str__(self) -> str:
        value = f', nilai "{self.value}"' if self.value else ""
        return f"Baris {self.row}, kolom {self.column}{value}: {self.message}"


@dataclasses.dataclass(frozen=True, eq=False)
class Column:
    """What a room wants from a table.

    `clean(cell)` gives the value or raises CellProblem; blank cells never reach it: they become `blank`, or a
    problem where `needs_value`. Without a `required` column the table is another kind of report. A bad cell in
    a `lenient` column is a warning and counts as blank: the row is not lost for it.
    """

    key: str
    name: str
    clean: Callable[[Any], Any]
    synonyms: Sequence[str] = ()
    required: bool = False
    needs_value: bool = False
    lenient: bool = False
    blank: Any = ""

    def resolve(self, keys: list[str]) -> list[int]:
        """Positions that carry this column's name, else those of the first synonym that occurs."""
        for name in (self.name, *self.synonyms):
            wanted = heading_key(name)
            if positions := [place for place, key in enumerate(keys) if key == wanted]:
                return positions
        return []
