""" "Input as it really comes", issue 2: what is read rightly."""

import datetime as dt
import io

import pytest

from bkk_portal.kit import nik_vault
from bkk_portal.kit.errors import Refused
from placements.alumni.imports.columns import COLUMNS
from placements.alumni.imports.reading import Pupil, Stage, read_upload
from tests.alumni.sheets import HEADINGS, SECRETS, TITLE, dapodik, dapodik_csv, pupil, pupils
from tests.alumni.steps import read, read_rows

pytestmark = pytest.mark.usefixtures("city")
MARIA = Pupil(
    row=7,
    name="Yuliana Nenobais",
    nis="20230001",
    sex="P",
    nisn="0080000001",
    birth_place="Kupang",
    birth_date=dt.date(2008, 3, 2),
    nik="5371044203080001",
    address="Jl. Timor Raya No. 1",
    rt="5",
    rw="02",
    village_id="53.71.04.1008",
    phone="+6281230000001",
    email="siswa1@contoh.test",
    rombel="XII TKJ 1",
)


def read_one(**changes):
    stage = read_rows([pupil(1, **changes)])
    assert stage.refused == []
    return stage.pupils[0]


def test_export_as_dapodik_writes_it():
    stage = read_rows([pupil(1)])
    assert (stage.pupils, stage.refused, stage.notes) == ([MARIA], [], [])


@pytest.mark.parametrize("layout", [{"title": []}, {"title": TITLE * 3}, {"single": True}, {"merged": False}], ids=str)
def test_title_block_and_header_in_every_shape(layout):
    found = read_rows([pupil(1)], **layout).pupils[0]
    found.row = MARIA.row
    assert found == MARIA


def test_columns_in_another_order():
    assert read_rows([pupil(1)], headings=HEADINGS[::-1], single=True).pupils == [
        Pupil(**{name: getattr(MARIA, name) for name in Pupil.__slots__} | {"row": 6})
    ]


def test_blank_rows_are_passed_over():
    stage = read_rows([pupil(1), None, None, pupil(2)])
    assert [(found.row, found.nisn) for found in stage.pupils] == [(7, "0080000001"), (10, "0080000002")]


def test_name_and_nik_of_parents_are_never_taken():
    found = read_rows([pupil(1, NIK="")]).pupils[0]
    assert (found.name, found.nik) == (MARIA.name, "")


@pytest.mark.parametrize(
    "written", ["2008-03-02", "02/03/2008", "2 Maret 2008", dt.date(2008, 3, 2), dt.datetime(2008, 3, 2)], ids=str
)
def test_dates_as_text_or_as_excel_dates(written):
    assert read_one(Tanggal_Lahir=written).birth_date == MARIA.birth_date


@pytest.mark.parametrize(
    "written", ["081230000001", "6281230000001", "+62 812-3000-0001", 81230000001, "081230000001/0812"]
)
def test_phone_numbers_in_every_form(written):
    assert read_one(HP=written).phone == MARIA.phone


def test_telephone_stands_in_where_hp_is_empty():
    assert read_one(HP="", Telepon="0812 3000 0001").phone == MARIA.phone


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_with_either_delimiter_and_encoding(delimiter, encoding):
    content = dapodik_csv([pupil(1, Tempat_Lahir="Kefaménanu")], delimiter=delimiter, encoding=encoding)
    assert [(p.name, p.birth_place) for p in read(content, "daftar.csv").pupils] == [(MARIA.name, "Kefaménanu")]


@pytest.mark.parametrize("written", ["Oetete", "OETETE", "Oe Tete", "ott", "Kel. Oetete", "Kelurahan  oetete"])
def test_kelurahan_by_other_spellings(written):
    found = read_one(Kelurahan=written)
    assert (found.village_id, found.address) == (MARIA.village_id, MARIA.address)


def test_kelurahan_elsewhere_stays_in_the_address():
    stage = read_rows([pupil(1, Kelurahan="Oetete", Kecamatan="Kec. Amanuban Barat")])
    assert stage.pupils[0].village_id is None
    assert stage.pupils[0].address == "Jl. Timor Raya No. 1, Kel. Oetete, Kec. Amanuban Barat"
    assert [(note.row, note.column) for note in stage.notes] == [(7, "Kelurahan")]


def test_bad_contact_data_is_noted_and_left_out():
    stage = read_rows([pupil(1, HP="tidak ada", **{"E-Mail": "bukan surel"}, RT="lima")])
    assert (stage.pupils[0].phone, stage.pupils[0].email, stage.pupils[0].rt) == ("", "", "")
    assert [note.column for note in stage.notes] == ["RT", "HP", "E-Mail"]


def test_nik_that_disagrees_with_birth_date_is_a_note():
    stage = read_rows([pupil(1, JK="L")])
    assert [pupil.nik for pupil in stage.pupils] == [MARIA.nik]
    assert [(note.row, note.column) for note in stage.notes] == [(7, "NIK")]


def test_only_columns_to_import_are_read():
    assert {column.name for column in COLUMNS} == {
        *("Nama", "NIPD", "JK", "NISN", "Tempat Lahir", "Tanggal Lahir", "NIK", "Alamat", "RT", "RW"),
        *("Kelurahan", "Kecamatan", "Telepon", "HP", "E-Mail", "Rombel Saat Ini"),
        *("Nomor Ijazah", "Konsentrasi Keahlian", "Tahun Lulus"),
    }


def test_stage_holds_nothing_of_parents_and_cannot_be_read_without_the_key(settings):
    stage = read_rows([pupil(1), pupil(2, NISN="12")])
    sealed = stage.sealed()
    content = repr(stage.pupils) + repr(stage.refused) + repr(stage.refused_cells)
    assert [secret for secret in SECRETS.values() if secret in content] == []
    assert Stage.unsealed(sealed) == stage
    settings.NIK_KEYS = ["MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="]
    with pytest.raises(nik_vault.Unreadable):
        Stage.unsealed(sealed)


def test_progress_is_told_while_reading():
    told = []
    read_upload(io.BytesIO(dapodik(pupils(1200))), "x.xlsx", lambda done, total: told.append((done, total)))
    assert told[-1] == (1200, 1200)
    assert len(told) > 2


# refused, row by row


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("NIK", 5371044203080001.0),
        ("NIK", "5.37104E+15"),
        ("NIK", "53710442030800"),
        ("NISN", "80000001"),
        ("NISN", 80000001),
        ("NISN", 80000001.5),
        ("Tanggal_Lahir", "31/02/2008"),
        ("Tanggal_Lahir", "2090-01-01"),
        ("Nama", ""),
        ("Nama", None),
        ("JK", "X"),
    ],
)
def test_row_is_refused_with_row_column_and_what_to_do(column, written):
    stage = read_rows([pupil(1, **{column: written}), pupil(2)])
    assert [found.row for found in stage.pupils] == [8]
    (fault,) = stage.refused
    assert (fault.row, fault.column) == (7, column.replace("_", " "))
    assert fault.message.endswith(".")


@pytest.mark.parametrize("column", ["NISN", "NIK"])
def test_both_rows_with_one_number_are_refused(column):
    stage = read_rows([pupil(1), pupil(2, **{column: pupil(1)[column]}), pupil(3)])
    assert [found.row for found in stage.pupils] == [9]
    assert [(fault.row, fault.column, fault.value) for fault in stage.refused] == [
        (7, column, pupil(1)[column]),
        (8, column, pupil(1)[column]),
    ]


def test_twins_without_any_number_are_refused():
    stage = read_rows([pupil(1, NISN="", NIK=""), pupil(1, NISN="", NIK="")])
    assert (stage.pupils, [fault.row for fault in stage.refused]) == ([], [7, 8])


# refused whole


def damaged():
    return dapodik(pupils(20))[:2000]


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"Selamat pagi", "surat.docx", "bukan berkas Excel atau CSV"),
        (b"", "kosong.xlsx", "kosong"),
        (damaged(), "rusak.xlsx", "rusak"),
        (dapodik([]), "tanpa_baris.xlsx", "kosong"),
        (dapodik([pupil(1)], headings=["No", "Nama", "HP"]), "guru.xlsx", "bukan laporan yang dimaksud"),
    ],
    ids=["not a workbook", "empty", "damaged", "no rows", "another report"],
)
def test_file_is_refused_whole_in_one_sentence(content, name, says):
    with pytest.raises(Refused, match=says) as refusal:
        read(content, name)
    assert name in refusal.value.message
