"""Tables that people bring, and tables we hand out.

Reading, for a room's imports.py:

    COLUMNS = [
        Column("name", "Nama", clean_name, synonyms=["Nama Peserta Didik"], required=True, needs_value=True),
        Column("nisn", "NISN", clean_nisn, required=True, needs_value=True),
        Column("phone", "HP", clean_phone, lenient=True),
    ]
    table = open_table(upload, upload.name)
    for row in read_rows(table, COLUMNS):
        row.number, row.values["nisn"], row.problems, row.warnings

Whatever makes the whole file useless raises kit.errors.Refused with one sentence; what is wrong with a cell is a
Problem of its row.
"""

from bkk_portal.kit.spreadsheets.cleaners import (
    clean_birth_date,
    clean_date,
    clean_email,
    clean_name,
    clean_nik,
    clean_nisn,
    clean_phone,
    clean_sex,
    clean_text,
    text_of,
)
from bkk_portal.kit.spreadsheets.columns import CellProblem, Column, Problem
from bkk_portal.kit.spreadsheets.opening import open_table
from bkk_portal.kit.spreadsheets.rows import Row, mark_duplicates, read_rows
from bkk_portal.kit.spreadsheets.tables import Table
from bkk_portal.kit.spreadsheets.writing import (
    OutSheet,
    csv_response,
    refused_workbook,
    write_workbook,
    xlsx_response,
)

__all__ = [
    "CellProblem",
    "Column",
    "OutSheet",
    "Problem",
    "Row",
    "Table",
    "clean_birth_date",
    "clean_date",
    "clean_email",
    "clean_name",
    "clean_nik",
    "clean_nisn",
    "clean_phone",
    "clean_sex",
    "clean_text",
    "csv_response",
    "mark_duplicates",
    "open_table",
    "read_rows",
    "refused_workbook",
    "text_of",
    "write_workbook",
    "xlsx_response",
]
