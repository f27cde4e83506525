"""The portal's own sheet to fill in, for graduates of whom there is no Dapodik list."""

from bkk_portal.kit.spreadsheets import OutSheet, xlsx_response
from bkk_portal.people.models import Konsentrasi
from placements.alumni.imports.columns import BY_NAME

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
WIDTHS = {"Nama": 30, "NIK": 20, "Alamat": 30, "E-Mail": 26, "Konsentrasi Keahlian": 32, "Nomor Ijazah": 22}


def template_workbook():
    """Download: the empty sheet, how to fill it in, and the konsentrasi by spectrum."""
    headings = [BY_NAME[name].name for name, _, _ in GUIDE]
    sheets = [
        OutSheet("Alumni", headings, [], [WIDTHS.get(name, 15) for name in headings], to_fill=True),
        OutSheet("Petunjuk", ["Kolom", "Contoh", "Cara mengisi"], GUIDE, [24, 26, 60]),
        OutSheet("Konsentrasi", ["Konsentrasi", "Singkatan", "Program", "Spektrum"], _courses(), [44, 24, 44, 10]),
    ]
    return xlsx_response("templat-alumni.xlsx", sheets)


def _courses():
    rows = Konsentrasi.objects.order_by("-edition", "program", "name")
    return ([row.name, row.abbreviations.replace(";", ", "), row.program, row.edition] for row in rows)
