"""Which files are tables, and the one sentence for those that are not."""

import io
import zipfile
from pathlib import Path

import pytest

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.spreadsheets.opening import open_table
from tests.kit.sheets import BOTH, DAUD, HEADINGS, MARIA, both_from, names_of, rows_of, table_of, workbook

OLD_EXCEL = Path(__file__).with_name("data") / "dapodik_lama.xls"
CSV = "Nama;JK;NISN;Tanggal Lahir;Rombel\nMARIA LAY;P;0077000001;2008-01-31;XII\nDAUD LAY;L;0077000002;01/02/2008;XII\n"


def zipped(entries, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def repacked(content, changes):
    """The workbook with some of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | changes)


GOOD = workbook([HEADINGS, MARIA, DAUD])


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.replace(";", ",").encode(),
        CSV.replace(";", "\t").encode(),
        CSV.replace(";", "\t").encode("utf-16"),
        CSV.replace("\n", "\r\n").encode(),
        f"sep=;\n{CSV}".encode(),
    ],
)
def test_csv_in_every_form(content):
    assert names_of(rows_of(content, "data.csv")) == both_from(2)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_csv_letters_come_out_right_in_both_encodings(encoding):
    (row, _) = rows_of(CSV.replace("MARIA", "José").encode(encoding), "data.csv")
    assert row.values["name"] == "José LAY"


def test_csv_row_numbers_count_records_as_excel_does():
    content = 'Judul\n"dua\nbaris"\n\n' + CSV
    assert names_of(rows_of(content.encode(), "data.csv")) == both_from(5)


def test_csv_with_short_rows():
    content = CSV + "YOSEF;L;0077000003;2008-03-01\n"
    assert rows_of(content.encode(), "data.csv")[-1].values["rombel"] == ""


def test_old_excel():
    rows = rows_of(OLD_EXCEL.read_bytes(), "lama.xls")
    assert names_of(rows) == [(7, "Sofia Banunaek", "0077000001"), (8, "Daud Lay", "0077000002")]
    assert [row.values["nik"] for row in rows] == ["5371056004090001", "5371053101080002"]
    assert [f"{row.values['birth_date']}" for row in rows] == ["2009-04-20", "2008-01-31"]


def test_content_counts_not_the_ending():
    assert names_of(rows_of(GOOD, "data.csv")) == both_from(2)


def test_the_sheet_with_the_table_is_found():
    content = workbook([["Petunjuk"], ["Isi lembar berikut."]], [HEADINGS, MARIA, DAUD])
    assert names_of(rows_of(content)) == both_from(2)


def test_a_file_is_read_from_its_start():
    file = io.BytesIO(GOOD)
    file.read()
    assert len(open_table(file, "data.xlsx").sheets) == 1


NOT_A_TABLE = "{name} bukan berkas Excel atau CSV. Unggah berkas .xlsx, .xls, atau .csv."
PASSWORD = "{name} dilindungi kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi."
DAMAGED = "{name} rusak sehingga tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
EMPTY = "{name} kosong: tidak ada isian di dalamnya."
OTHER = "{name} disimpan dalam bentuk yang belum didukung. Buka, pilih Simpan Sebagai .xlsx, lalu unggah lagi."
WEB_PAGE = "{name} sebenarnya halaman web. Buka di Excel, pilih Simpan Sebagai .xlsx, lalu unggah lagi."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def old_excel_with_password():
    """The .xls with its first harmless record (WRITEACCESS) turned into FILEPASS of kind RC4."""
    content = bytearray(OLD_EXCEL.read_bytes())
    place = content.index(b"\x5c\x00\x70\x00")
    content[place] = 0x2F
    content[place + 4 : place + 6] = b"\x01\x00"
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("foto.xlsx", b"\xff\xd8\xff\xe0" + b"\0" * 100, NOT_A_TABLE),
        ("surat.pdf", b"%PDF-1.7\n", NOT_A_TABLE),
        ("catatan.xlsx", b"hanya tulisan", NOT_A_TABLE),
        ("data.csv", b"a;b\0;c", NOT_A_TABLE),
        ("data.csv", b"\x81\x8d\x8f", NOT_A_TABLE),
        ("surat.docx", zipped({"word/document.xml": "<w/>"}), NOT_A_TABLE),
        ("data.xls", b"  <html><table><tr><td>Nama</td></tr></table>", WEB_PAGE),
        ("data.ods", zipped({"content.xml": "<x/>"}), OTHER),
        ("data.xlsb", zipped({"xl/workbook.bin": "x"}), OTHER),
        ("data.xlsx", OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500, PASSWORD),
        ("data.xls", old_excel_with_password(), PASSWORD),
        ("data.xls", OLE + b"\0" * 900, DAMAGED),
        ("surat.doc", OLE + b"\0" * 900 + "WordDocument".encode("utf-16-le"), NOT_A_TABLE),
        ("data.xls", OLD_EXCEL.read_bytes()[:3000], DAMAGED),
        ("data.xlsx", GOOD[: len(GOOD) // 2], DAMAGED),
        ("data.xlsx", repacked(GOOD, {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}), DAMAGED),
        ("data.xlsx", repacked(GOOD, {"xl/workbook.xml": "<workbook"}), DAMAGED),
        ("data.csv", b'a;"' + b"x" * 140_000, DAMAGED),
        ("data.xlsx", b"", EMPTY),
        ("data.csv", b" \n \n", EMPTY),
        ("data.xlsx", workbook([]), EMPTY),
    ],
)
def test_refused_whole(name, content, sentence):
    with pytest.raises(Refused) as caught:
        table_of(content, name)
    assert caught.value.message == sentence.format(name=name)


def test_over_the_limit(settings):
    settings.UPLOAD_MAX_BYTES = 1024**2
    assert table_of(CSV.encode(), "data.csv")
    with pytest.raises(Refused) as caught:
        table_of(b"x" * (1024**2 + 1), "data.csv")
    assert caught.value.message == (
        "data.csv lebih besar dari 1 MB. Bagi menjadi beberapa berkas, lalu unggah satu per satu."
    )


def test_zip_bomb():
    bomb = repacked(GOOD, {"xl/media/image1.bin": b"\0" * (64 * 1024**2)})
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="menjadi terlalu besar saat dibuka"):
        table_of(bomb)


def test_zip_bomb_that_lies_about_its_size():
    """The directory says 10 bytes where 30 million come out."""
    bomb = bytearray(repacked(GOOD, {"xl/media/image1.bin": b"\0" * 30_000_000}))
    size = (30_000_000).to_bytes(4, "little")
    assert bomb.count(size) == 2
    with pytest.raises(Refused, match="rusak sehingga tidak dapat dibaca"):
        table_of(bytes(bomb).replace(size, (10).to_bytes(4, "little")))


@pytest.mark.parametrize("cell", ["XFD1", "A1048576", "DY3", "B150000"])
def test_a_cell_far_away_would_cost_gigabytes(cell):
    content = workbook([HEADINGS, MARIA], prepare=lambda sheet: sheet.__setitem__(cell, "x"))
    with pytest.raises(Refused, match="berisi sel yang terlalu jauh di luar tabel"):
        table_of(content)


def test_a_cell_far_away_that_is_only_coloured_costs_nothing():
    def colour(sheet):
        sheet["XFD1"].number_format = "0.00"

    assert names_of(rows_of(workbook([HEADINGS, MARIA, DAUD], prepare=colour))) == both_from(2)


def test_a_wide_table_is_no_bomb():
    wide = [*HEADINGS, *[f"Lain {number}" for number in range(128 - len(HEADINGS))]]
    assert [name for _, *name in names_of(rows_of(workbook([wide, MARIA, DAUD])))] == [list(one) for one in BOTH]
