"""A report adds up, or says which line does not (domain.md, rule 13)."""

import csv
from pathlib import Path

import pytest

from placements.reports.enums import TEXT
from placements.reports.figures import frozen, problems, thawed
from placements.reports.figures.tables import Across, Column, Down, Section, Table

COLUMNS = [Column("Uraian", TEXT), Column("L", group="15–19"), Column("P", group="15–19"), Column("Jumlah")]
ACROSS = [Across((1, 2), 3)]
LINES = [["Sisa lalu", 3, 4, 7], ["Terdaftar", 2, 2, 4], ["Ditempatkan", 1, 3, 4], ["Dihapuskan", 1, 0, 1]]


def sections(*rows):
    stock = Down((0, 1), 4, (2, 3))
    return [Section("x", "Pencari kerja", [Table("Menurut umur", COLUMNS, list(rows), ACROSS, [stock])])]


def test_a_table_that_adds_up_says_nothing():
    assert problems(sections(*LINES, ["Sisa", 3, 3, 6])) == []


def test_women_and_men_that_do_not_come_to_everyone_are_named():
    wrong = [*LINES[:3], ["Dihapuskan", 1, 0, 2]]
    assert problems(sections(*wrong, ["Sisa", 3, 3, 5])) == [
        "Pencari kerja, Menurut umur, baris “Dihapuskan”: 15–19 L 1 + 15–19 P 0 = 1, tetapi Jumlah tertulis 2.",
        "Pencari kerja, Menurut umur, baris “Sisa”: 15–19 L 3 + 15–19 P 3 = 6, tetapi Jumlah tertulis 5.",
    ]


def test_a_rest_that_does_not_follow_is_named():
    assert problems(sections(*LINES, ["Sisa", 3, 2, 5])) == [
        "Pencari kerja, Menurut umur, kolom “15–19 P”, baris “Sisa”: Sisa lalu 4 + Terdaftar 2 − Ditempatkan 3"
        " − Dihapuskan 0 = 3, tetapi tertulis 2.",
        "Pencari kerja, Menurut umur, kolom “Jumlah”, baris “Sisa”: Sisa lalu 7 + Terdaftar 4 − Ditempatkan 4"
        " − Dihapuskan 1 = 6, tetapi tertulis 5.",
    ]


def test_what_is_frozen_comes_back_the_same():
    whole = sections(*LINES, ["Sisa", 3, 3, 6])
    assert thawed(frozen(whole)) == whole


def published():
    """A real III/1 of Sumatera Barat, semester 1 of 2023: numbers of its five lines by column."""
    path = Path(__file__).parent / "ipk_iii1_sumbar_s1_2023.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [[row[1].capitalize(), *map(int, row[2:15])] for row in rows]


def as_our_form(lines):
    bands = tuple(range(1, 11))
    across = [Across(bands[::2], 11), Across(bands[1::2], 12), Across((11, 12), 13)]
    columns = [Column("Uraian", TEXT), *(Column(str(number)) for number in range(1, 14))]
    return Table("III/1", columns, lines, across, [Down((0, 1), 4, (2, 3))])


def test_a_published_report_adds_up():
    assert as_our_form(published()).problems() == []


@pytest.mark.parametrize("column", range(1, 14))
def test_one_wrong_figure_of_a_published_report_is_found(column):
    lines = published()
    lines[1][column] += 1
    assert as_our_form(lines).problems() != []
