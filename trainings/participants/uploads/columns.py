"""The columns of the list of people that officers fill in, and the empty list to start from."""

import re
from typing import Any

from bkk_portal.kit.spreadsheets import Column
from bkk_portal.kit.spreadsheets.cleaners import (
    clean_birth_date,
    clean_name,
    clean_nik,
    clean_phone,
    clean_sex,
    text_cleaner,
    text_of,
)
from bkk_portal.kit.spreadsheets.columns import CellProblem
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response

BEFORE_VILLAGE = re.compile(r"^\s*(?:kelurahan|kel|desa)\b[\s.:]*", re.IGNORECASE)
SHORT_NUMBER = re.compile(r"(?:r[tw]\b)?[\s.:]*(\d{1,3})", re.IGNORECASE)
NAME = Column("name", "Nama", clean_name, synonyms=["Nama Lengkap", "Nama Peserta"], required=True, needs_value=True)
NIK = Column("nik", "NIK", clean_nik, synonyms=["No KTP", "Nomor KTP"], required=True, needs_value=True)
PERSON_FIELDS = ("name", "sex", "birth_place", "birth_date", "address", "rt", "rw", "phone")
EXAMPLE = [
    (
        *("Contoh Maria Bere", "5371014107990002", "P", "Kupang", "01/07/1999", "Oetete"),
        *("Jalan Contoh 1", "001", "002", "081234567890"),
    )
]
HELP = [
    ("Tulis satu orang satu baris di lembar Peserta, lalu hapus baris contohnya.",),
    ("NIK: 16 angka sebagai teks. Kolomnya sudah berupa teks; jangan diubah menjadi angka.",),
    ("JK: L atau P. Tanggal lahir: hari, bulan, tahun, misalnya 01/07/1999.",),
    ("Kelurahan: nama kelurahan tempat tinggal di Kota Kupang.",),
]


def clean_village(cell: str) -> str:
    return BEFORE_VILLAGE.sub("", text_of(cell))[:80]


def clean_rt(cell: str) -> str:
    found = SHORT_NUMBER.fullmatch(text_of(cell))
    if found is None:
        raise CellProblem("RT atau RW harus angka, paling banyak 3 angka. Dikosongkan.")
    return found[1]


COLUMNS = [
    NAME,
    NIK,
    Column("sex", "JK", clean_sex, synonyms=["L/P", "Jenis Kelamin"], required=True, needs_value=True),
    Column("birth_place", "Tempat Lahir", text_cleaner(80), lenient=True),
    Column(
        "birth_date",
        "Tanggal Lahir",
        clean_birth_date,
        synonyms=["Tgl Lahir", "Tgl. Lahir"],
        required=True,
        needs_value=True,
        blank=None,
    ),
    Column(
        "village", "Kelurahan", clean_village, synonyms=["Kelurahan/Desa", "Kelurahan Tempat Tinggal"], required=True
    ),
    Column("address", "Alamat", text_cleaner(200), lenient=True),
    Column("rt", "RT", clean_rt, lenient=True),
    Column("rw", "RW", clean_rt, lenient=True),
    Column("phone", "HP", clean_phone, synonyms=["No HP", "Nomor HP", "No. WA"], lenient=True),
]


def template_response() -> Any:
    """Download: the empty list with one example, and how to fill it in."""
    headings = [column.name for column in COLUMNS]
    widths = [28, 20, 6, 16, 14, 18, 28, 6, 6, 18]
    sheets = [OutSheet("Peserta", headings, EXAMPLE, widths), OutSheet("Petunjuk", ["Cara mengisi"], HELP, [60])]
    return xlsx_response("daftar-peserta.xlsx", sheets)
