"""Reads a .xls from standard input and writes its sheets to standard output as JSON; run by old_excel.py.

A process of its own because a damaged .xls can make the parser ask for terabytes of memory, which ends the process.
"""

import datetime as dt
import json
import resource
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

import python_calamine as calamine

MEMORY = 2 * 1024**3
PROCESSOR_SECONDS = 60
PASSWORD_EXIT = 3


def as_json(cell: object) -> Any:
    """Dates come out as {"date": ISO}, datetimes as {"moment": ISO}; times and durations as text."""
    if isinstance(cell, dt.datetime):
        return {"moment": cell.isoformat()}
    return {"date": cell.isoformat()} if isinstance(cell, dt.date) else str(cell)


def sheets_of(path: str) -> Iterator[dict[str, Any]]:
    workbook = calamine.CalamineWorkbook.from_path(path)
    for meta in workbook.sheets_metadata:
        if meta.typ == calamine.SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(meta.name)
            rows = sheet.to_python(skip_empty_area=False)
            yield {"name": meta.name, "rows": rows, "merges": sheet.merged_cell_ranges or []}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.NamedTemporaryFile(suffix=".xls") as file:  # only by its name does the parser report a password
        file.write(sys.stdin.buffer.read())
        file.flush()
        try:
            json.dump(list(sheets_of(file.name)), sys.stdout, default=as_json)
        except calamine.PasswordError:
            sys.exit(PASSWORD_EXIT)


if __name__ == "__main__":
    main()
