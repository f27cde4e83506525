"""The columns of Dapodik's "Daftar Peserta Didik" that we keep, and those of the portal's own template.

No other is looked at: not parents, KIP or bank.
"""

import re

from django.utils import timezone

from bkk_portal.kit.spreadsheets import (
    CellProblem,
    Column,
    clean_birth_date,
    clean_email,
    clean_name,
    clean_nik,
    clean_nisn,
    clean_phone,
    clean_sex,
    clean_text,
    text_of,
)
from bkk_portal.kit.spreadsheets.cleaners import text_cleaner
from bkk_portal.kit.spreadsheets.columns import shown

FIRST_YEAR = 1970
MARK = re.compile(r"^\s*(?:rt|rw)\b[\s.:]*", re.IGNORECASE)
BEFORE_DISTRICT = re.compile(r"^\s*(?:kecamatan|kec)\b[\s.:]*", re.IGNORECASE)
BEFORE_VILLAGE = re.compile(r"^\s*(?:kelurahan|kel|desa)\b[\s.:]*", re.IGNORECASE)


def clean_rt(cell):
    digits = MARK.sub("", text_of(cell)).strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        raise CellProblem("RT atau RW harus angka, paling banyak 3 angka. Dikosongkan.")
    return digits


def clean_year(cell):
    text = shown(cell)
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= timezone.localdate().year + 1):
        raise CellProblem(f"Tahun lulus harus empat angka, mulai {FIRST_YEAR}, misalnya 2019.")
    return int(text)


def clean_district(cell):
    return BEFORE_DISTRICT.sub("", clean_text(cell))


def clean_village(cell):
    return BEFORE_VILLAGE.sub("", clean_text(cell))


NAME = Column(
    "name",
    "Nama",
    clean_name,
    synonyms=["Nama Peserta Didik", "Nama Siswa", "Nama Lengkap", "Nama PD"],
    required=True,
    needs_value=True,
)
NISN = Column("nisn", "NISN", clean_nisn, required=True)
NIK = Column("nik", "NIK", clean_nik, synonyms=["NIK Peserta Didik", "No KTP"], blank="")
COLUMNS = [
    NAME,
    Column("nis", "NIPD", text_cleaner(20), synonyms=["NIS", "Nomor Induk", "No Induk"], lenient=True),
    Column("sex", "JK", clean_sex, synonyms=["L/P", "Jenis Kelamin"]),
    NISN,
    Column("birth_place", "Tempat Lahir", text_cleaner(80), lenient=True),
    Column("birth_date", "Tanggal Lahir", clean_birth_date, synonyms=["Tgl Lahir", "Tgl. Lahir"], blank=None),
    NIK,
    Column("address", "Alamat", clean_text, lenient=True),
    Column("rt", "RT", clean_rt, lenient=True),
    Column("rw", "RW", clean_rt, lenient=True),
    Column("village", "Kelurahan", clean_village, synonyms=["Desa/Kelurahan", "Kelurahan/Desa"], lenient=True),
    Column("district", "Kecamatan", clean_district, lenient=True),
    Column("telephone", "Telepon", clean_phone, lenient=True),
    Column("phone", "HP", clean_phone, synonyms=["No HP", "Nomor HP", "No. WA"], lenient=True),
    Column("email", "E-Mail", clean_email, synonyms=["Surel"], lenient=True),
    Column(
        "rombel", "Rombel Saat Ini", text_cleaner(60), synonyms=["Rombel", "Rombongan Belajar", "Kelas"], lenient=True
    ),
    Column("diploma_number", "Nomor Ijazah", text_cleaner(40), synonyms=["No Seri Ijazah", "No Ijazah"], lenient=True),
    # Of the template for older graduates; Dapodik's list is of one year and knows classes only.
    Column(
        "course",
        "Konsentrasi Keahlian",
        text_cleaner(60),
        synonyms=["Konsentrasi", "Kompetensi Keahlian", "Jurusan"],
        lenient=True,
    ),
    Column("year", "Tahun Lulus", clean_year, synonyms=["Tahun Kelulusan", "Lulus"], blank=None),
]
BY_NAME = {column.name: column for column in COLUMNS}
