"""Files as Dapodik exports them, filled with invented people; openpyxl writes them, as in life somebody else does."""

import csv
import datetime as dt
import io

from openpyxl import Workbook

TITLE = [
    "Daftar Peserta Didik",
    "SMKN 1 KUPANG",
    "Kecamatan Kec. Oebobo, Kabupaten Kota Kupang",
    "Tanggal Unduh: 2026-06-02",
]
PUPIL = ["No", "Nama", "NIPD", "JK", "NISN", "Tempat Lahir", "Tanggal Lahir", "NIK", "Agama", "Alamat", "RT", "RW"]
PUPIL += [
    "Dusun",
    "Kelurahan",
    "Kecamatan",
    "Kode Pos",
    "Jenis Tinggal",
    "Alat Transportasi",
    "Telepon",
    "HP",
    "E-Mail",
]
PUPIL += ["SKHUN", "Penerima KPS", "No. KPS"]
PARENTS = ["Data Ayah", "Data Ibu", "Data Wali"]
OF_PARENT = ["Nama", "Tahun Lahir", "Jenjang Pendidikan", "Pekerjaan", "Penghasilan", "NIK"]
LAST = ["Rombel Saat Ini", "No Peserta Ujian Nasional", "No Seri Ijazah", "Penerima KIP", "Nomor KIP", "Nama di KIP"]
LAST += ["Bank", "Nomor Rekening Bank", "No KK"]
HEADINGS = [*PUPIL, *(f"{parent} {what}" for parent in PARENTS for what in OF_PARENT), *LAST]
# What stands in columns that must never be stored.
SECRETS = {
    "Data Ayah Nama": "Ayah Rahasia",
    "Data Ayah NIK": "5371010101709999",
    "Data Ayah Penghasilan": "Rp 1 juta",
    "Data Ibu Nama": "Ibu Rahasia",
    "Data Ibu NIK": "5371014101719999",
    "Data Wali Nama": "Wali Rahasia",
    "Nomor KIP": "KIPRAHASIA",
    "Bank": "Bank Rahasia",
    "Nomor Rekening Bank": "0099887766",
    "No KK": "5371010101019999",
    "Agama": "Katholik",
}
FIRST, LAST_NAMES = ["MARIA", "YULIANA", "KRISTINA", "NOVITA"], ["NENOBAIS", "TEFA", "BANUNAEK", "LAY"]
BORN = dt.date(2008, 3, 1)


def pupil(number=1, **changes):
    """{heading: cell} of an invented pupil; "_" in a keyword stands for a blank."""
    born = BORN + dt.timedelta(days=number % 300)
    row = SECRETS | {
        "No": number,
        "Nama": f"{FIRST[number % 4]} {LAST_NAMES[number // 4 % 4]}",
        "NIPD": str(20230000 + number),
        "JK": "P",
        "NISN": f"00{80000000 + number:08d}",
        "Tempat Lahir": "Kupang",
        "Tanggal Lahir": born.isoformat(),
        "NIK": f"537104{born.day + 40:02d}{born:%m%y}{number % 10000:04d}",
        "Alamat": f"Jl. Timor Raya No. {number}",
        "RT": 5,
        "RW": "02",
        "Kelurahan": "Oetete",
        "Kecamatan": "Kec. Oebobo",
        "HP": f"0812{30000000 + number:08d}",
        "E-Mail": f"siswa{number}@contoh.test",
        "Rombel Saat Ini": "XII TKJ 1",
    }
    return row | {key.replace("_", " ").strip(): value for key, value in changes.items()}


def pupils(count, start=1):
    return [pupil(number) for number in range(start, start + count)]


def _header(headings):
    """The two header rows, with the merges that Dapodik makes."""
    groups = [next((parent for parent in PARENTS if name.startswith(parent)), None) for name in headings]
    top, below = [], []
    for place, (name, group) in enumerate(zip(headings, groups, strict=True)):
        starts = group and (place == 0 or groups[place - 1] != group)
        top.append((group if starts else "") if group else name)
        below.append(name.removeprefix(f"{group} ") if group else "")
    return top, below, groups


def dapodik(rows, *, title=TITLE, headings=HEADINGS, single=False, merged=True):
    """Bytes of an .xlsx. `rows`: dicts as `pupil` gives; None is a blank row."""
    book = Workbook()
    sheet = book.active
    for line in title:
        sheet.append([line])
    if single:
        sheet.append(list(headings))
    else:
        _append_header(sheet, headings, merged)
    for row in rows:
        sheet.append([row.get(name) for name in headings] if row else [None])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _append_header(sheet, headings, merged):
    top, below, groups = _header(headings)
    sheet.append([text or None for text in top])
    first = sheet.max_row
    sheet.append([text or None for text in below])
    for place, group in enumerate(groups, 1) if merged else ():
        if group is None:
            sheet.merge_cells(start_row=first, end_row=first + 1, start_column=place, end_column=place)
        elif group != (groups[place - 2] if place > 1 else None):
            sheet.merge_cells(start_row=first, end_row=first, start_column=place, end_column=place + 5)


def dapodik_csv(rows, *, delimiter=";", encoding="utf-8", headings=HEADINGS):
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow([TITLE[0]])
    writer.writerow(headings)
    writer.writerows([row.get(name, "") for name in headings] for row in rows)
    return text.getvalue().encode(encoding)


def dapodik_workbook(count):
    return dapodik(pupils(count))
