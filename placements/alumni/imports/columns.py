"""The columns of Dapodik's "Daftar Peserta Didik" that we keep, and those of the portal's own template.

No other is looked at: not parents, KIP or bank.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from bkk_portal.kit.spreadsheets import Column
from bkk_portal.kit.spreadsheets.cleaners import (
    clean_birth_date,
    clean_email,
    clean_name,
    clean_nik,
    clean_nisn,
    clean_phone,
    clean_sex,
    clean_text,
    text_cleaner,
    text_of,
)
from bkk_portal.kit.spreadsheets.columns import CellProblem, shown
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.people.models import Konsentrasi

FIRST_YEAR = 1970
MARK = re.compile(r"^\s*(?:rt|rw)\b[\s.:]*", re.IGNORECASE)
BEFORE_DISTRICT = re.compile(r"^\s*(?:kecamatan|kec)\b[\s.:]*", re.IGNORECASE)
BEFORE_VILLAGE = re.compile(r"^\s*(?:kelurahan|kel|desa)\b[\s.:]*", re.IGNORECASE)
WIDTHS = {"Nama": 30, "NIK": 20, "Alamat": 30, "E-Mail": 26, "Konsentrasi Keahlian": 32, "Nomor Ijazah": 22}


def clean_rt(cell: float | str) -> str:
    digits = MARK.sub("", text_of(cell)).strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        raise CellProblem("RT atau RW harus angka, paling banyak 3 angka. Dikosongkan.")
    return digits


def clean_year(cell: str) -> int:
    text = shown(cell)
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= timezone.localdate().year + 1):
        raise CellProblem(f"Tahun lulus harus empat angka, mulai {FIRST_YEAR}, misalnya 2019.")
    return int(text)


def clean_district(cell: str) -> str:
    return BEFORE_DISTRICT.sub("", clean_text(cell))


def clean_village(cell: str) -> str:
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


# (name of a column, example, how to fill it in), in the order of the sheet
GUIDE = [
    ("Nama", "Maria Nenobais", "Wajib. Nama lengkap seperti di ijazah."),
    ("NISN", "0051112223", "10 angka. Isi NISN atau NIK, supaya orang yang sama tidak tercatat dua kali."),
    ("NIK", "5371044107050001", "16 angka, bila ada. Tersimpan tersandi."),
    ("JK", "P", "L atau P."),
    ("Tempat Lahir", "Kupang", ""),
    ("Tanggal Lahir", "30/04/2005", "Hari, bulan, tahun. Tanpa ini alumni tidak dapat membuat akun sendiri."),
    ("Tahun Lulus", "2019", "Empat angka. Bila kosong, dipakai tahun yang Anda isi sewaktu mengunggah."),
    ("Konsentrasi Keahlian", "Akuntansi", "Nama atau singkatannya; daftarnya di lembar Konsentrasi."),
    ("Rombel Saat Ini", "XII AK 1", "Kelas terakhir, bila masih diketahui."),
    ("NIPD", "15678", "Nomor induk di sekolah."),
    ("Nomor Ijazah", "DN-24 SMK 0001234", ""),
    ("HP", "081230000001", "Nomor HP yang masih dipakai."),
    ("E-Mail", "maria@contoh.id", "Untuk undangan membuat akun."),
    ("Alamat", "Jl. Timor Raya No. 5", ""),
    ("RT", "5", ""),
    ("RW", "2", ""),
    ("Kelurahan", "Oebobo", ""),
    ("Kecamatan", "Oebobo", ""),
]


def template_workbook() -> Any:
    """Download: the empty sheet, how to fill it in, and the konsentrasi by spectrum."""
    headings = [BY_NAME[name].name for name, _, _ in GUIDE]
    sheets = [
        OutSheet("Alumni", headings, [], [WIDTHS.get(name, 15) for name in headings], to_fill=True),
        OutSheet("Petunjuk", ["Kolom", "Contoh", "Cara mengisi"], GUIDE, [24, 26, 60]),
        OutSheet("Konsentrasi", ["Konsentrasi", "Singkatan", "Program", "Spektrum"], _courses(), [44, 24, 44, 10]),
    ]
    return xlsx_response("templat-alumni.xlsx", sheets)


def _courses() -> Iterator[Any]:
    rows = Konsentrasi.objects.order_by("-edition", "program", "name")
    return ([row.name, row.abbreviations.replace(";", ", "), row.program, row.edition] for row in rows)
