"""What we hand out opens in Excel as it should, runs no formula, and comes back in after correction."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from bkk_portal.kit.spreadsheets import read_rows
from bkk_portal.kit.spreadsheets.writing import OutSheet, csv_response, guarded, refused_workbook, xlsx_response
from tests.kit.sheets import COLUMNS, DAUD, HEADINGS, MARIA, names_of, rows_of, table_of, workbook

FORMULAS = ["=1+1", "+SUM(A1)", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "  =1+1"]


def opened(response):
    return load_workbook(io.BytesIO(response.getvalue()))


def cells(response, row=2):
    return [cell.value for cell in opened(response).active[row]]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_guarded_everywhere(text):
    assert guarded(text) == f"'{text}"
    (cell,) = cells(xlsx_response("a.xlsx", [OutSheet("A", ["Isi"], [[text]])]))
    assert cell.replace("_x000D_", "\r") == f"'{text}"
    assert f"'{text}" in csv_response("a.csv", ["Isi"], [[text]]).getvalue().decode()


@pytest.mark.parametrize("text", ["Maria", "+6281234567890", "-5", "-1.250,50", "a=b", "", "2026-01-01"])
def test_harmless_text_stays(text):
    assert guarded(text) == text


def test_kinds_of_cells():
    moment = dt.datetime(2026, 11, 24, 6, 30, tzinfo=dt.UTC)
    row = ["0071000001", 5, 2.5, Decimal("1250.50"), True, None, dt.date(2026, 11, 24), moment, 5371047101080001]
    response = xlsx_response("a.xlsx", [OutSheet("A", [f"K{place}" for place in range(9)], [row])])
    sheet = opened(response).active
    assert [cell.value for cell in sheet[2]] == [
        "0071000001",
        5,
        2.5,
        1250.5,
        "Ya",
        None,
        dt.datetime(2026, 11, 24),
        dt.datetime(2026, 11, 24, 14, 30),
        "5371047101080001",
    ]
    assert (sheet["A2"].number_format, sheet["G2"].number_format) == ("@", "dd/mm/yyyy")


def test_headings_stand_out_and_stay_in_view():
    response = xlsx_response("a.xlsx", [OutSheet("A", ["Nama", "x" * 90], [["a", "b"]], widths=[34])])
    sheet = opened(response).active
    assert (sheet["A1"].font.b, sheet.freeze_panes) == (True, "A2")
    assert [round(sheet.column_dimensions[letter].width) for letter in "AB"] == [35, 61]


def test_several_sheets_with_titles_excel_accepts():
    sheets = [OutSheet("Penempatan [2026]: bulan 1/2 dan seterusnya", ["A"], []), OutSheet("", ["A"], [])]
    assert opened(xlsx_response("a.xlsx", sheets)).sheetnames == ["Penempatan  2026   bulan 1 2 da", "Lembar"]


def test_downloads_are_named_and_kept_nowhere():
    for response, name in [
        (xlsx_response("lamaran.xlsx", [OutSheet("A", ["A"], [])]), "lamaran.xlsx"),
        (csv_response("lamaran.csv", ["A"], []), "lamaran.csv"),
    ]:
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["Cache-Control"] == "private, no-store"


def test_rows_may_be_a_generator():
    response = xlsx_response("a.xlsx", [OutSheet("A", ["N"], ([number] for number in range(3)))])
    assert [row[0].value for row in opened(response).active.iter_rows()] == ["N", 0, 1, 2]


def test_csv_as_excel_here_opens_it():
    moment = dt.datetime(2026, 11, 24, 6, 30, tzinfo=dt.UTC)
    rows = [["José; Maria", "0071000001", dt.date(2026, 11, 24), moment, None, True, Decimal("1.5")]]
    content = csv_response("a.csv", ["Nama", "NISN", "Tanggal", "Waktu", "Kosong", "Ya", "Nilai"], rows).getvalue()
    assert content.decode() == (
        "\ufeffNama;NISN;Tanggal;Waktu;Kosong;Ya;Nilai\r\n"
        '"José; Maria";0071000001;2026-11-24;2026-11-24 14:30;;Ya;1.5\r\n'
    )


def test_csv_streams():
    def rows():
        yield ["a"]
        raise AssertionError("read too far")

    lines = iter(csv_response("a.csv", ["A"], rows()).streaming_content)
    assert [next(lines), next(lines)] == ["\ufeffA\r\n".encode(), b"a\r\n"]


PARENTS = ["Data Ayah Nama", "Data Ayah NIK"]


@pytest.fixture
def refused():
    """A table of three rows, two with problems, as the download to correct."""
    bad = [*DAUD[:3], 71000002, dt.date(2008, 2, 1), 5371040102080001, *DAUD[6:]]
    nameless = [3, None, "L", "0077000003", "2008-03-01", None, "@1+1", "0812", "XII"]
    rows = [row + ["AYAH", "5371010101700001"] for row in [MARIA, bad, nameless]]
    table = table_of(workbook([["Judul"], HEADINGS + PARENTS, *rows]))
    problems = [problem for row in read_rows(table, COLUMNS) for problem in row.problems]
    return refused_workbook(table, problems)


def test_refused_rows_in_the_columns_we_use_with_their_problems(refused):
    sheet = opened(refused).active
    lost = "NISN harus 10 angka. Nol di depan hilang; ubah kolom menjadi Teks di Excel lalu ketik ulang."
    number = "NIK tersimpan sebagai angka, sehingga angka terakhirnya dapat hilang; "
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [*HEADINGS[1:], "Masalah"],
        [
            *["DAUD LAY", "L", "71000002", dt.datetime(2008, 2, 1), "5371040102080001", "8", "081234567891"],
            "XII TKJ 2",
            f"NISN: {lost} NIK: {number}ubah kolom menjadi Teks di Excel lalu ketik ulang.",
        ],
        [
            *[None, "L", "0077000003", "2008-03-01", None, "'@1+1", "0812", "XII"],
            "Nama: Belum diisi. Isi sel ini, atau hapus barisnya.",
        ],
    ]
    assert sheet["C2"].number_format == "@"


def test_corrected_rows_can_be_uploaded_again(refused):
    book = opened(refused)
    book.active["C2"] = "0071000002"
    book.active["A3"] = "YOSEF"
    buffer = io.BytesIO()
    book.save(buffer)
    rows = rows_of(buffer.getvalue())
    assert names_of(rows) == [(2, "Daud Lay", "0071000002"), (3, "Yosef", "0077000003")]
    assert [row.problems for row in rows] == [[], []]
    assert rows[0].values["birth_date"] == dt.date(2008, 2, 1)
    assert rows[1].values["rt"] == "@1+1"
