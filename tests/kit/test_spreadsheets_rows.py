"""Rows of values, and problems that say row, column, value and what to do."""

import dataclasses
import datetime as dt

import pytest

from bkk_portal.kit.spreadsheets import Column, read_rows
from bkk_portal.kit.spreadsheets.cleaners import clean_text
from bkk_portal.kit.spreadsheets.columns import Problem
from bkk_portal.kit.spreadsheets.rows import mark_duplicates
from tests.kit.sheets import COLUMNS, DAUD, HEADINGS, MARIA, MARIA_VALUES, rows_of, table_of, workbook

NISN, NIK = COLUMNS[2], COLUMNS[4]


def changed(row, **cells):
    """The row with other cells; RT=… or, for headings with blanks, Tanggal_Lahir=…"""
    names = [heading.replace(" ", "_") for heading in HEADINGS]
    return [cells.get(name, cell) for name, cell in zip(names, row, strict=True)]


def problems_of(*rows):
    return [str(problem) for row in rows_of(workbook([HEADINGS, *rows])) for problem in row.problems]


def test_a_good_row():
    (row,) = rows_of(workbook([HEADINGS, MARIA]))
    assert (row.number, row.values, row.problems, row.warnings) == (2, MARIA_VALUES, [], [])


def test_a_problem_says_row_column_value_and_what_to_do():
    assert problems_of(MARIA, changed(DAUD, NISN="70000001")) == [
        'Baris 3, kolom NISN, nilai "70000001": NISN harus 10 angka. Nol di depan hilang; '
        "ubah kolom menjadi Teks di Excel lalu ketik ulang."
    ]


def test_numbers_are_shown_as_in_the_spreadsheet():
    (row,) = rows_of(workbook([HEADINGS, changed(MARIA, NISN=71000001, NIK=5371047101080001)]))
    assert [(problem.column, problem.value) for problem in row.problems] == [
        ("NISN", "71000001"),
        ("NIK", "5371047101080001"),
    ]


def test_a_missing_name():
    assert problems_of(changed(MARIA, Nama=None)) == [
        "Baris 2, kolom Nama: Belum diisi. Isi sel ini, atau hapus barisnya."
    ]


def test_every_problem_of_a_row_is_told_at_once():
    row = changed(MARIA, JK="?", NISN="1", Tanggal_Lahir="31/02/2008")
    assert [sentence.split(",")[1] for sentence in problems_of(row)] == [
        " kolom JK",
        " kolom NISN",
        " kolom Tanggal Lahir",
    ]


def test_a_bad_cell_of_a_lenient_column_is_a_warning_and_blank():
    (row,) = rows_of(workbook([HEADINGS, changed(MARIA, HP="0812")]))
    assert (row.problems, row.values["phone"]) == ([], "")
    assert [str(warning) for warning in row.warnings] == [
        'Baris 2, kolom HP, nilai "0812": Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890.'
    ]


def test_a_bad_cell_has_the_blank_of_its_column():
    (row,) = rows_of(workbook([HEADINGS, changed(MARIA, Tanggal_Lahir="31/02/2008", NISN="1")]))
    assert (row.values["birth_date"], row.values["nisn"]) == (None, "")


@pytest.mark.parametrize("blank", [None, "", "  ", "-", "–"])
def test_blank_cells(blank):
    (row,) = rows_of(workbook([HEADINGS, changed(MARIA, NIK=blank, Tanggal_Lahir=blank)]))
    assert (row.values["nik"], row.values["birth_date"], row.problems) == ("", None, [])


def test_a_date_cell():
    (row,) = rows_of(workbook([HEADINGS, changed(MARIA, Tanggal_Lahir=dt.date(2008, 1, 31))]))
    assert row.values["birth_date"] == dt.date(2008, 1, 31)


def test_a_column_that_is_not_there_is_blank():
    table = table_of(workbook([HEADINGS, MARIA]))
    columns = [*COLUMNS, Column("nipd", "NIPD", clean_text), Column("left", "Keluar", clean_text, blank=None)]
    (row,) = read_rows(table, columns)
    assert (row.values["nipd"], row.values["left"]) == ("", None)


def test_one_column_is_enough():
    rows = rows_of(workbook([["NISN", "Lain"], ["0071000001", "x"]]), columns=[NISN, NIK])
    assert [row.values for row in rows] == [{"nik": "", "nisn": "0071000001"}]


def test_two_rows_with_one_nisn_are_both_marked():
    rows = rows_of(workbook([HEADINGS, MARIA, changed(DAUD, NISN=MARIA[3]), changed(DAUD, NISN="0077000003")]))
    mark_duplicates(rows, [NISN, NIK])
    assert [str(problem) for row in rows for problem in row.problems if problem.column == "NISN"] == [
        'Baris 2, kolom NISN, nilai "0077000001": NISN ini juga ada di baris 3. '
        "Perbaiki, atau hapus salah satu barisnya.",
        'Baris 3, kolom NISN, nilai "0077000001": NISN ini juga ada di baris 2. '
        "Perbaiki, atau hapus salah satu barisnya.",
    ]
    assert [problem.row for row in rows for problem in row.problems if problem.column == "NIK"] == [3, 4]


def test_blank_values_are_no_duplicates():
    rows = rows_of(workbook([HEADINGS, changed(MARIA, NIK=None), changed(DAUD, NIK=None)]))
    mark_duplicates(rows, [NIK])
    assert [row.problems for row in rows] == [[], []]


def test_many_duplicates_name_only_a_few_others():
    rows = rows_of(workbook([HEADINGS, *[MARIA] * 20]))
    mark_duplicates(rows, [NISN])
    assert "juga ada di baris 3, 4, 5, 6, 7. " in rows[0].problems[0].message


def test_progress_is_told_now_and_then():
    people = [changed(MARIA, NISN=f"00{number:08d}") for number in range(1, 1201)]
    told = []
    rows_of(workbook([["Judul"], HEADINGS, *people]), progress=lambda done, total: told.append((done, total)))
    assert told == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_rows_are_made_as_they_are_asked_for():
    people = [changed(MARIA, NISN=f"00{number:08d}") for number in range(1, 1201)]
    told = []
    rows = read_rows(table_of(workbook([HEADINGS, *people])), COLUMNS, progress=lambda *seen: told.append(seen))
    assert next(rows).number == 2
    assert told == []


def test_a_table_can_be_read_twice():
    table = table_of(workbook([HEADINGS, MARIA, DAUD]))
    first, second = (list(read_rows(table, COLUMNS)) for _ in range(2))
    assert first == second
    assert table.row_count == 2


def test_a_problem_does_not_show_its_value_in_logs():
    problem = Problem(2, "NIK", "5371047101080001", "Salah.")
    assert "5371047101080001" not in repr(problem)
    assert dataclasses.asdict(problem)["value"] == "5371047101080001"
