"""The header is found wherever it is, and the father's name is never taken for the pupil's."""

import csv
import io
from pathlib import Path

import pytest

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.spreadsheets import read_rows
from tests.kit.sheets import (
    COLUMNS,
    DAUD,
    HEADINGS,
    MARIA,
    MARIA_VALUES,
    PARENT,
    both_from,
    names_of,
    rows_of,
    table_of,
    workbook,
)

TITLE = [
    ["Daftar Peserta Didik"],
    ["SMKN 1 KUPANG"],
    ["Kecamatan Oebobo"],
    ["Tanggal Unduh: 2026-06-02", "", "Pengunduh"],
]
GROUPS = ["Data Ayah", "Data Ibu", "Data Wali"]
OWN_BEFORE, OWN_AFTER = HEADINGS[:-1], HEADINGS[-1:]
ALL_PARENTS = PARENT * 3
PARENT_CELLS = ["AYAH SIAPA", 1970, "Petani", "1jt", "5371010101700001"] * 3


def with_parents(row):
    return row[:-1] + PARENT_CELLS + row[-1:]


DATA = [with_parents(MARIA), with_parents(DAUD)]
GROUP_ROW = [*OWN_BEFORE, *(cell for group in GROUPS for cell in [group, "", "", "", ""]), *OWN_AFTER]
SUB_ROW = [""] * len(OWN_BEFORE) + ALL_PARENTS + [""]


def merge_headings(sheet, top):
    """As Dapodik does it: groups to the right, all others downwards."""
    width = len(PARENT)
    for group in range(3):
        first = len(OWN_BEFORE) + 1 + group * width
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + width - 1)
    for column in [*range(1, len(OWN_BEFORE) + 1), len(OWN_BEFORE) + 3 * width + 1]:
        sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)


def as_csv(rows):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows(rows)
    return buffer.getvalue().encode()


@pytest.mark.parametrize("title", [[], TITLE, TITLE * 4, [[], [], *TITLE, [], []]])
def test_one_header_row_below_any_title(title):
    first = len(title) + 2
    assert names_of(rows_of(workbook([*title, HEADINGS, MARIA, DAUD]))) == both_from(first)


@pytest.mark.parametrize("title", [[], TITLE, TITLE * 4])
def test_two_header_rows_with_merged_cells(title):
    content = workbook([*title, GROUP_ROW, SUB_ROW, *DATA], prepare=lambda sheet: merge_headings(sheet, len(title) + 1))
    rows = rows_of(content)
    assert names_of(rows) == both_from(len(title) + 3)
    assert rows[0].values == MARIA_VALUES


@pytest.mark.parametrize("make", [workbook, as_csv])
@pytest.mark.parametrize(
    "header",
    [
        [GROUP_ROW, SUB_ROW],  # the merged cells are lost
        [[*OWN_BEFORE, *[group for group in GROUPS for _ in PARENT], *OWN_AFTER], SUB_ROW],  # filled to the right
        [  # filled to the right and downwards
            [*OWN_BEFORE, *[group for group in GROUPS for _ in PARENT], *OWN_AFTER],
            [*OWN_BEFORE, *ALL_PARENTS, *OWN_AFTER],
        ],
        [["" for _ in OWN_BEFORE] + GROUP_ROW[len(OWN_BEFORE) : -1] + [""], [*OWN_BEFORE, *ALL_PARENTS, *OWN_AFTER]],
        [[*OWN_BEFORE, *[f"{group} {sub}" for group in GROUPS for sub in PARENT], *OWN_AFTER]],  # one row
        [[*OWN_BEFORE, *ALL_PARENTS, *OWN_AFTER]],  # one row, the groups lost: the repetition tells
    ],
    ids=["unmerged", "filled-right", "filled-both", "names-below", "joined", "groups-lost"],
)
def test_parents_stay_parents_in_every_form(make, header):
    content = make([*TITLE, *header, *DATA])
    rows = rows_of(content, "data.csv" if make is as_csv else "data.xlsx")
    assert [row.values["nik"] for row in rows] == [MARIA[5], DAUD[5]]
    assert names_of(rows) == both_from(len(TITLE) + len(header) + 1)
    assert rows[0].values == MARIA_VALUES


def test_without_the_pupils_own_nik_no_parents_nik_is_taken():
    place = HEADINGS.index("NIK")
    content = workbook([[*row[:place], *row[place + 1 :]] for row in [GROUP_ROW, SUB_ROW, *DATA]])
    assert [row.values["nik"] for row in rows_of(content)] == ["", ""]


def test_the_names_dapodik_uses():
    table = table_of((Path(__file__).with_name("data") / "dapodik_lama.xls").read_bytes(), "lama.xls")
    read_rows(table, COLUMNS)
    assert table.layout.names[8:14] == [
        f"Data Ayah {name}" for name in ["Nama", "Tahun Lahir", "Jenjang Pendidikan", "Pekerjaan", "Penghasilan", "NIK"]
    ]


def test_columns_in_another_order():
    order = [8, 5, 0, 3, 7, 1, 4, 6, 2]
    content = workbook([[row[place] for place in order] for row in [HEADINGS, MARIA, DAUD]])
    assert rows_of(content)[0].values == MARIA_VALUES


@pytest.mark.parametrize(
    "heading", ["nama", " NAMA ", "Nama\nPeserta Didik", "Nama_Peserta_Didik", "Nama *", "nama peserta didik:"]
)
def test_headings_are_known_however_they_are_written(heading):
    assert names_of(rows_of(workbook([[heading, *HEADINGS[2:]], MARIA[1:], DAUD[1:]]))) == both_from(2)


def test_a_table_that_does_not_begin_in_column_a():
    content = workbook([[], [None, None, *HEADINGS], [None, None, *MARIA], [None, None, *DAUD]])
    assert names_of(rows_of(content)) == both_from(3)


def test_blank_rows_are_skipped_and_numbers_stay_those_of_the_spreadsheet():
    content = workbook([HEADINGS, [], MARIA, [], [" ", None, "-"], [3], DAUD, [], ["Jumlah"]])
    assert [number for number, *_ in names_of(rows_of(content))] == [3, 7]


@pytest.mark.parametrize("numbers", [range(1, 10), [f"({number})" for number in range(1, 10)]])
def test_the_row_that_numbers_the_columns_is_no_data(numbers):
    assert names_of(rows_of(workbook([HEADINGS, list(numbers), MARIA, DAUD]))) == both_from(3)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [["Tanggal", "Jumlah"], ["2026-01-01", 5]],
            "Baris judul tidak ditemukan di data.xlsx. Tabel harus mempunyai kolom Nama, JK, NISN, Tanggal Lahir.",
        ),
        (
            [*TITLE, ["Nama", "NUPTK", "JK", "Tanggal Lahir"], ["GURU", "1", "L", "1980-01-01"]],
            "data.xlsx bukan laporan yang dimaksud: kolom NISN tidak ada di baris judul (baris 5). "
            "Tabel harus mempunyai kolom Nama, JK, NISN, Tanggal Lahir.",
        ),
        (
            [["Nama", *HEADINGS], ["WALI", *MARIA]],
            "Ada beberapa kolom bernama Nama (A dan C). Beri judul yang berbeda, lalu unggah lagi.",
        ),
        (
            [[None, "Nama", *HEADINGS], [None, "WALI", *MARIA]],
            "Ada beberapa kolom bernama Nama (B dan D). Beri judul yang berbeda, lalu unggah lagi.",
        ),
        ([*TITLE, HEADINGS], "data.xlsx kosong: tidak ada isian di bawah baris judul."),
        ([HEADINGS, [1], [2]], "data.xlsx kosong: tidak ada isian di bawah baris judul."),
    ],
)
def test_refused_whole_with_what_is_missing(rows, sentence):
    with pytest.raises(Refused) as caught:
        rows_of(workbook(rows))
    assert caught.value.message == sentence
