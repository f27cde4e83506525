"""Workbooks made in tests, and the columns a room would ask for."""

import datetime as dt
import io

from openpyxl import Workbook

from bkk_portal.kit.spreadsheets import Column, read_rows
from bkk_portal.kit.spreadsheets.cleaners import (
    clean_birth_date,
    clean_name,
    clean_nik,
    clean_nisn,
    clean_phone,
    clean_sex,
    clean_text,
)
from bkk_portal.kit.spreadsheets.opening import open_table

COLUMNS = [
    Column("name", "Nama", clean_name, synonyms=["Nama Peserta Didik"], required=True, needs_value=True),
    Column("sex", "JK", clean_sex, synonyms=["Jenis Kelamin"], required=True),
    Column("nisn", "NISN", clean_nisn, required=True, needs_value=True),
    Column("birth_date", "Tanggal Lahir", clean_birth_date, required=True, blank=None),
    Column("nik", "NIK", clean_nik),
    Column("rt", "RT", clean_text),
    Column("phone", "HP", clean_phone, lenient=True),
    Column("email", "E-Mail", clean_text),
    Column("rombel", "Rombel Saat Ini", clean_text, synonyms=["Rombel"]),
]
HEADINGS = ["No", "Nama", "JK", "NISN", "Tanggal Lahir", "NIK", "RT", "HP", "Rombel Saat Ini"]
MARIA = [1, "MARIA LAY", "P", "0077000001", "2008-01-31", "5371047101080001", 7, "0812-3456-7890", "XII TKJ 1"]
DAUD = [2, "DAUD LAY", "L", "0077000002", "2008-02-01", "5371040102080001", 8, "081234567891", "XII TKJ 2"]
PARENT = ["Nama", "Tahun Lahir", "Pekerjaan", "Penghasilan", "NIK"]


def workbook(*sheets, prepare=None):
    """Bytes of an .xlsx; each sheet is a list of rows. `prepare(worksheet)` works on the first."""
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        worksheet = book.create_sheet()
        for row in rows:
            worksheet.append(row)
    if prepare:
        prepare(book.worksheets[0])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def table_of(content, filename="data.xlsx"):
    return open_table(io.BytesIO(content), filename)


def rows_of(content, filename="data.xlsx", columns=COLUMNS, **kwargs):
    return list(read_rows(table_of(content, filename), columns, **kwargs))


def names_of(rows):
    return [(row.number, row.values["name"], row.values["nisn"]) for row in rows]


BOTH = [("Maria Lay", "0077000001"), ("Daud Lay", "0077000002")]


def both_from(first_row):
    """What names_of gives for MARIA and DAUD in that row and the next."""
    return [(first_row + place, *person) for place, person in enumerate(BOTH)]


MARIA_VALUES = {
    "name": "Maria Lay",
    "sex": "P",
    "nisn": "0077000001",
    "birth_date": dt.date(2008, 1, 31),
    "nik": "5371047101080001",
    "rt": "7",
    "phone": "+6281234567890",
    "email": "",
    "rombel": "XII TKJ 1",
}
