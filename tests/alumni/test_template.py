"""The portal's own template: downloaded, filled in by hand, uploaded through the same importer."""

import io

import pytest
from openpyxl import load_workbook

from bkk_portal.people.models import Person
from placements.alumni.imports.columns import GUIDE
from placements.alumni.imports.work import carry_out, plan_import
from placements.alumni.models import Alumnus
from tests.alumni.steps import kinds
from tests.factories.people import KonsentrasiFactory

pytestmark = pytest.mark.usefixtures("city")
TEMPLATE = "/bkk/alumni/impor/templat.xlsx"
MARIA = {
    "Nama": "Maria Nenobais",
    "NISN": "0051112223",
    "JK": "P",
    "Tanggal Lahir": "30/04/2003",
    "Tahun Lulus": "2021",
    "Konsentrasi Keahlian": "Akuntansi",
    "Rombel Saat Ini": "XII AK 1",
    "Nomor Ijazah": "DN-24 0001",
}


@pytest.fixture
def template(coordinator):
    return b"".join(coordinator.client.get(TEMPLATE).streaming_content)


@pytest.fixture
def old_akl(db):
    return KonsentrasiFactory(other=True, edition=2018)


def filled(template, rows):
    book = load_workbook(io.BytesIO(template))
    sheet = book["Alumni"]
    headings = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, 2):
        for name, value in row.items():
            sheet.cell(number, headings.index(name) + 1, value)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def planned(template, rows, school, year=2022):
    return plan_import(io.BytesIO(filled(template, rows)), "templat.xlsx", school=school, year=year)


def test_template_has_a_guide_and_keeps_zeros(template):
    book = load_workbook(io.BytesIO(template))
    assert book.sheetnames == ["Alumni", "Petunjuk", "Konsentrasi"]
    assert [cell.value for cell in book["Alumni"][1]] == [name for name, _, _ in GUIDE]
    assert book["Alumni"].column_dimensions["B"].number_format == "@"


def test_rows_carry_their_own_year_course_and_diploma(template, coordinator, old_akl):
    rows = [MARIA, {"Nama": "Yuliana Tefa", "NISN": "0051112224"}]
    plan = planned(template, rows, coordinator.school)
    carry_out(plan, school=coordinator.school, year=2022, filename="templat.xlsx")
    stored = Alumnus.objects.order_by("person__name").values_list(
        "person__name", "graduation_year", "konsentrasi", "rombel", "diploma_number"
    )
    assert list(stored) == [
        ("Maria Nenobais", 2021, old_akl.pk, "XII AK 1", "DN-24 0001"),
        ("Yuliana Tefa", 2022, None, "", ""),
    ]


def test_uploading_it_again_changes_nothing(template, coordinator, old_akl):
    school = coordinator.school
    carry_out(planned(template, [MARIA], school), school=school, year=2022, filename="templat.xlsx")
    assert kinds(planned(template, [MARIA], school)) == {2: "same"}


@pytest.mark.parametrize("year", ["21", "abc", "1950", "2099"])
def test_a_year_that_is_none_is_refused_with_row_and_column(template, coordinator, year):
    (fault,) = planned(template, [MARIA | {"Tahun Lulus": year}], coordinator.school).refused
    assert (fault.row, fault.column, fault.value) == (2, "Tahun Lulus", year)
    assert Person.objects.count() == 0


def test_years_of_two_spectra_belong_into_two_files(template, coordinator):
    (fault,) = planned(template, [MARIA], coordinator.school, year=2026).refused
    assert fault.column == "Tahun Lulus"
    assert fault.message == (
        "Lulusan 2021 memakai daftar jurusan yang lain daripada lulusan 2026. Unggah angkatan sampai 2024 dan "
        "angkatan sesudahnya dalam dua berkas."
    )
