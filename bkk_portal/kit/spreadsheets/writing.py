"""Tables we hand out: styled .xlsx, and .csv as Excel in Indonesia opens it."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter
from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from bkk_portal.kit.spreadsheets.columns import is_blank

if TYPE_CHECKING:
    from _io import BufferedRandom, BytesIO
    from tempfile import SpooledTemporaryFile

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from bkk_portal.kit.spreadsheets.columns import Column, Problem
    from bkk_portal.kit.spreadsheets.tables import Table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
PLAIN_NUMBER = re.compile(r"[+-]?\d[\d.,]*")
WIDTHS = (8, 60)  # narrowest, widest column, in letters
MEMORY_BEFORE_DISK = 2 * 1024**2
EXACT_DIGITS = 15  # a spreadsheet keeps no more of a number


@dataclasses.dataclass
class OutSheet:
    """`rows` may be a generator. Text stays text: NIK, NISN and phone numbers are safe as strings."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence]
    widths: Sequence[int] = ()  # letters per column; from the headings where left out
    to_fill: bool = False  # empty cells take what is typed as text, so that no number loses its zeros


class HeadingRow(list):
    """A row of OutSheet.rows that heads those after it: several tables in one sheet."""


def guarded(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) and not PLAIN_NUMBER.fullmatch(value):
        return f"'{value}"
    return value


# xlsx -------------------------------------------------------------------------------------------------------


def xlsx_response(filename: str, sheets: list[OutSheet]) -> Any:
    """Download of a workbook with these OutSheets, written row by row to a temporary file."""
    file = tempfile.SpooledTemporaryFile(max_size=MEMORY_BEFORE_DISK)  # noqa: SIM115  (the response closes it)
    write_workbook(file, sheets)
    file.seek(0)
    response = FileResponse(file, as_attachment=True, filename=filename, content_type=XLSX)
    return _private(response)


def write_workbook(
    file: BufferedRandom | SpooledTemporaryFile | BytesIO, sheets: list[OutSheet] | tuple[OutSheet]
) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    workbook = xlsxwriter.Workbook(file, options)
    formats = _formats(workbook)
    for sheet in sheets:
        _write_sheet(workbook.add_worksheet(_sheet_name(sheet.title)), sheet, formats)
    workbook.close()


def _formats(workbook: Workbook) -> dict[str | type[str | dt.date], Format]:
    return {
        "heading": workbook.add_format(
            {"bold": True, "bg_color": "#0b5563", "font_color": "#ffffff", "text_wrap": True, "valign": "vcenter"}
        ),
        str: workbook.add_format({"num_format": "@"}),
        dt.date: workbook.add_format({"num_format": "dd/mm/yyyy"}),
        dt.datetime: workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
    }


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", title).strip("' ")[:31] or "Lembar"


def _write_sheet(worksheet: Worksheet, sheet: OutSheet, formats: dict[str | type[str | dt.date], Format]) -> None:
    for place, heading in enumerate(sheet.headings):
        width = sheet.widths[place] if place < len(sheet.widths) else len(heading) + 4
        style = formats[str] if sheet.to_fill else None
        worksheet.set_column(place, place, min(max(width, WIDTHS[0]), WIDTHS[1]), style)
    worksheet.freeze_panes(1, 0)
    for place, heading in enumerate(sheet.headings):
        worksheet.write_string(0, place, heading, formats["heading"])
    for number, row in enumerate(sheet.rows, 1):
        for place, value in enumerate(row):
            if isinstance(row, HeadingRow):
                worksheet.write_string(number, place, value, formats["heading"])
            else:
                _write_cell(worksheet, number, place, value, formats)


def _write_cell(
    worksheet: Worksheet, row: int, place: int, value: Any, formats: dict[str | type[str | dt.date], Format]
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, dt.datetime):
        worksheet.write_datetime(row, place, _naive(value), formats[dt.datetime])
    elif isinstance(value, dt.date):
        worksheet.write_datetime(row, place, value, formats[dt.date])
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool) and _keeps_exact(value):
        worksheet.write_number(row, place, value)
    else:
        worksheet.write_string(row, place, guarded(_as_text(value)), formats[str])


def _naive(value: dt.datetime) -> dt.datetime:
    return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value


def _keeps_exact(number: int | float | Decimal) -> bool:
    return abs(number) < 10**EXACT_DIGITS


def _as_text(value: str | int) -> str:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    return str(value)


# csv --------------------------------------------------------------------------------------------------------


class _Echo:
    def write(self, line: str) -> str:
        return line


def csv_response(
    filename: str,
    headings: list[str],
    rows: Iterable | Iterator[Any] | list[tuple[Any, ...] | list[str | dt.date | bool | Decimal | None]],
    delimiter: str = ";",
) -> Any:
    """Streamed download: UTF-8 with a mark, so that Excel reads it rightly; ; because a comma is a decimal here."""
    return _private(
        StreamingHttpResponse(
            csv_lines(headings, rows, delimiter),
            content_type=CSV,
            headers={"Content-Disposition": content_disposition_header(True, filename)},
        )
    )


def csv_lines(
    headings: list[str],
    rows: Iterable | Iterator[Any] | list[tuple[Any, ...] | list[str | dt.date | bool | Decimal | None]],
    delimiter: str = ";",
) -> Iterator[str]:
    writer = csv.writer(_Echo(), delimiter=delimiter)
    yield "\ufeff" + writer.writerow(headings)
    for row in rows:
        yield writer.writerow([guarded(_csv_value(value)) for value in row])


def _csv_value(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return f"{_naive(value):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return _as_text(value)
    return value


def _private(response: Any) -> Any:
    response["Cache-Control"] = "private, no-store"
    return response


# refused rows -----------------------------------------------------------------------------------------------


def refused_sheet(table: Table, problems: list[Problem]) -> OutSheet:
    """OutSheet of the rows that have problems, as they were, with the column Masalah, to correct and upload again.

    Only columns that were asked for when the table was read: nobody else's data goes round again.
    """
    sentences: dict[int, list[str]] = {}
    for problem in problems:
        sentences.setdefault(problem.row, []).append(f"{problem.column}: {problem.message}")
    columns = sorted(table.layout.positions, key=lambda column: table.layout.positions[column])
    headings = [column.name for column in columns] + ["Masalah"]
    return OutSheet(
        "Baris ditolak", headings, _refused_rows(table, columns, sentences), [18] * len(columns) + [WIDTHS[1]]
    )


def _refused_rows(
    table: Table, columns: list[Column], sentences: dict[int, list[str]]
) -> Iterator[list[str | dt.date | None]]:
    places = [table.layout.positions[column] for column in columns]
    for number, row in table.data_rows():
        if number in sentences:
            yield [_as_found(row[place]) for place in places] + [" ".join(sentences[number])]


def _as_found(cell: str | float | dt.date) -> str | dt.date | None:
    """Numbers become text, so that the digits typed in their stead keep their zeros."""
    if is_blank(cell):
        return None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell if isinstance(cell, dt.date) else str(cell)


def refused_workbook(table: Table, problems: list[Problem], filename: str = "baris-ditolak.xlsx") -> Any:
    """Download of refused_sheet. `table` has been read (read_rows), `problems` are those of its rows."""
    return xlsx_response(filename, [refused_sheet(table, problems)])
