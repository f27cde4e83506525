"""The list of alumni: what it finds, for whom, and what leaves as a workbook."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.people.enums import SpellKind
from placements.alumni.enums import Tracing
from placements.alumni.exports import HEADINGS, export_alumni
from placements.alumni.lists.filters import COLUMNS
from placements.alumni.models import Alumnus
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import SpellFactory
from tests.factories.regions import VillageFactory

LIST = "/bkk/alumni/"


@pytest.fixture
def add(coordinator):
    """add("Maria Lay", graduation_year=…): an alumnus of the coordinator's school."""

    def make(name, **values):
        return AlumnusFactory(school=coordinator.school, person__name=name, **values)

    return make


def names(coordinator, query=""):
    rows = coordinator.client.get(f"{LIST}{query}").context["listing"].rows
    return [alumnus.person.name for alumnus in rows]


def sheet_of(response):
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_newest_class_first_then_by_name(coordinator, add):
    for name, year in (("Maria Lay", 2024), ("Yuliana Lay", 2025), ("Adelheid Lay", 2025)):
        add(name, graduation_year=year)
    assert names(coordinator) == ["Adelheid Lay", "Yuliana Lay", "Maria Lay"]


def test_alumni_of_another_school_are_not_there(coordinator, other_coordinator, add):
    alumnus = add("Maria Lay")
    assert names(other_coordinator) == []
    for page in ("", "ubah/", "kegiatan/"):
        assert other_coordinator.client.get(f"{LIST}{alumnus.pk}/{page}").status_code == 404
    assert other_coordinator.client.post(f"{LIST}{alumnus.pk}/penelusuran/", {"tracing": "traced"}).status_code == 404


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("maria", ["Maria Nenobais"]),
        ("neno", ["Maria Nenobais", "Novita Nenobais"]),
        ("nenobais maria", ["Maria Nenobais"]),
        ("0051112223", ["Novita Nenobais"]),
        ("0051112224", []),
        ("", ["Maria Nenobais", "Novita Nenobais", "Yuliana Tefa"]),
    ],
)
def test_search_by_words_of_the_name_or_by_nisn(coordinator, add, text, found):
    add("Maria Nenobais")
    add("Novita Nenobais", person__nisn="0051112223")
    add("Yuliana Tefa")
    assert names(coordinator, f"?q={text}") == found


def test_filters_by_year_konsentrasi_tracing_and_account(coordinator, add, akl):
    add("Tahun Lalu", graduation_year=2024)
    add("Anak Akuntansi", konsentrasi=akl)
    add("Tidak Ada Kabar", tracing=Tracing.UNTRACEABLE)
    add("Punya Akun", person__with_user=True)
    found = {
        query: names(coordinator, query)
        for query in ("?tahun=2024", f"?konsentrasi={akl.pk}", "?penelusuran=untraceable", "?akun=sudah")
    }
    assert list(found.values()) == [["Tahun Lalu"], ["Anak Akuntansi"], ["Tidak Ada Kabar"], ["Punya Akun"]]


def test_filter_by_what_they_do_today(coordinator, add):
    today = dt.date.today()
    spells = {
        "Bekerja Kini": {"kind": SpellKind.WORKING},
        "Usaha Kini": {"kind": SpellKind.SELF_EMPLOYED},
        "Kuliah Kini": {"kind": SpellKind.STUDYING},
        "Cari Kini": {"kind": SpellKind.JOB_SEEKING},
        "Dulu Bekerja": {"kind": SpellKind.WORKING, "until": today - dt.timedelta(days=1)},
    }
    for name, spell in spells.items():
        SpellFactory(person=add(name).person, **spell)
    add("Tanpa Kabar")
    found = {
        what: names(coordinator, f"?kegiatan={what}")
        for what in ("working", "self_employed", "studying", "job_seeking", "unknown")
    }
    assert found == {
        "working": ["Bekerja Kini"],
        "self_employed": ["Usaha Kini"],
        "studying": ["Kuliah Kini"],
        "job_seeking": ["Cari Kini"],
        "unknown": ["Dulu Bekerja", "Tanpa Kabar"],
    }


def test_list_takes_the_same_queries_however_many_alumni(coordinator, same_queries, add):
    def more(count):
        for _ in range(count):
            SpellFactory(person=add("Maria Lay").person)

    same_queries(coordinator.client, LIST, more, 13)


def test_list_with_every_column_takes_the_same_queries(coordinator, same_queries, add):
    def more(count):
        for _ in range(count):
            SpellFactory(person=add("Maria Lay", person__village=VillageFactory()).person)

    columns = "&".join(f"kolom={column.key}" for column in COLUMNS)
    same_queries(coordinator.client, f"{LIST}?{columns}", more, 13)


def test_page_takes_the_same_queries_however_much_is_known(coordinator, same_queries, add):
    alumnus = add("Maria Lay")

    def more(count):
        SpellFactory.create_batch(count, person=alumnus.person)

    same_queries(coordinator.client, f"{LIST}{alumnus.pk}/", more, 17)


def test_export_is_what_is_filtered_without_nik_and_is_logged(coordinator, add):
    SpellFactory(person=add("Maria Lay", graduation_year=2024, person__with_nik=True, person__nisn="0051112223").person)
    add("Yuliana Tefa", graduation_year=2025)
    rows = sheet_of(coordinator.client.get(f"{LIST}unduh.xlsx?tahun=2024"))
    assert rows[0] == HEADINGS
    assert [row[0] for row in rows[1:]] == ["Maria Lay"]
    line = dict(zip(rows[0], rows[1], strict=True))
    assert (line["NISN"], line["Kegiatan sekarang"], line["Tempat"]) == ("0051112223", "Bekerja", "Bengkel Sinar Timor")
    assert "NIK" not in HEADINGS
    assert [event.user for event in AuditEvent.objects.filter(kind=AuditKind.EXPORTED)] == [coordinator.user]


def test_nik_is_masked_on_the_page(coordinator, add):
    alumnus = add("Maria Lay", person__with_nik=True)
    page = coordinator.client.get(f"{LIST}{alumnus.pk}/").content.decode()
    assert alumnus.person.nik_masked in page
    assert AuditEvent.objects.filter(kind=AuditKind.NIK_VIEWED).count() == 0


def test_own_data_hold_the_alumnus_record(coordinator, add):
    alumnus = add("Maria Lay", graduation_year=2024)
    heading, rows = export_alumni(alumnus.person)
    assert (heading, [(row["sekolah"], row["tahun lulus"]) for row in rows]) == (
        "Data alumni",
        [(coordinator.school.name, 2024)],
    )


def test_forum_and_strangers_see_nobody(forum_chair, add):
    add("Maria Lay")
    assert Alumnus.objects.visible_to(forum_chair.actor).count() == 0
