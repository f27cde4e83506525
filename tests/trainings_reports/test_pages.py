import datetime as dt
import io

import openpyxl
import pytest
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from tests.factories.businesses import BusinessFactory
from tests.factories.equipment import HandoverFactory, HandoverLineFactory, KitLineFactory, LotFactory, WriteOffFactory
from tests.factories.monitoring import FindingFactory, HelpFactory, UseReportFactory, VisitFactory
from tests.factories.participants import ParticipantFactory, ProposalFactory
from tests.factories.programmes import SessionFactory, TrainingFactory
from tests.factories.regions import DistrictFactory, VillageFactory
from trainings.reports import queries

THIS_YEAR = timezone.localdate().year


def tasks(seat):
    return {task.text: task.count for task in queries.waiting_for(seat.actor)}


def test_desk_of_an_office_with_nothing_to_do(officer):
    assert tasks(officer) == {}
    assert "Tidak ada yang menunggu" in officer.client.get("/dinas/").content.decode()


def test_desk_counts_what_waits_in_the_own_office_only(officer, other_officer):
    ended = TrainingFactory(status="running", starts_on=dt.date(2025, 3, 1), ends_on=dt.date(2025, 4, 1))
    SessionFactory(training=ended)
    ParticipantFactory.create_batch(2, registered=True)
    ParticipantFactory(training__finished=True, registered=True)
    graduate = ParticipantFactory(passed=True)
    HandoverFactory(participant=graduate)
    ParticipantFactory(passed=True)
    empty = LotFactory(received=0)
    KitLineFactory(item=empty.item, kit__year=THIS_YEAR)
    visit = VisitFactory(due_on=dt.date(2025, 6, 1))
    assert visit.visited_on is None
    assert tasks(officer) == {
        "pelatihan lewat tanggal, belum diselesaikan": 1,
        "hari pelatihan belum dicatat kehadirannya": 1,
        "pendaftar menunggu keputusan": 2,
        "peserta lulus belum bersertifikat": 3,
        "peserta lulus belum menerima paket": 1,
        "jenis barang dalam paket sudah habis": 1,
        "kunjungan monev terlambat": 1,
    }
    assert tasks(other_officer) == {}


def test_every_task_leads_to_a_page(officer):
    ParticipantFactory(passed=True)
    ParticipantFactory(registered=True)
    for task in queries.waiting_for(officer.actor):
        assert officer.client.get(task.url).status_code == 200


@pytest.fixture
def two_years(db):
    """2025: one class in Oebobo with three people, two of whom passed; this year one in Alak, and a kit."""
    alak = VillageFactory(code="53.71.01.1001", name="Alak", district=DistrictFactory(code="53.71.01", name="Alak"))
    old = TrainingFactory(status="finished", starts_on=dt.date(2025, 3, 1), ends_on=dt.date(2025, 4, 1))
    ParticipantFactory.create_batch(2, training=old, status="passed")
    ParticipantFactory(training=old, status="failed", reason="Jarang hadir")
    ParticipantFactory(training=old, waiting=True)
    dates = {"starts_on": dt.date(2026, 1, 5), "ends_on": dt.date(2026, 2, 5)}
    new = TrainingFactory(programme__name="Barista", village=alak, status="finished", **dates)
    graduate = ParticipantFactory(training=new, status="passed")
    handover = HandoverFactory(participant=graduate, handed_on=dt.date(2026, 3, 1))
    HandoverLineFactory(handover=handover, given=2, lot=LotFactory(unit_price=1_500_000))
    HandoverFactory(participant=ParticipantFactory(training=old, status="passed"), cancelled=True)
    ParticipantFactory(training=TrainingFactory(cancelled=True, starts_on=dt.date(2026, 1, 5)))
    ParticipantFactory(training=TrainingFactory(planned=True))
    return old, new


def numbers(line):
    return tuple(getattr(line, name) for name in queries.NUMBERS)


def test_figures_by_year(officer, two_years):
    figures = queries.figures_by(officer.actor, queries.BY_YEAR)
    assert {year: numbers(line) for year, line in figures.items()} == {
        2025: (1, 4, 3, 0, 0),
        2026: (1, 1, 1, 1, 3_000_000),
    }


def test_figures_by_district_and_programme_of_one_year(officer, two_years):
    districts = queries.figures_by(officer.actor, queries.BY_DISTRICT, year=2026)
    programmes = queries.figures_by(officer.actor, queries.BY_PROGRAMME, year=2026)
    assert {name: numbers(line) for name, line in districts.items()} == {"Alak": (1, 1, 1, 1, 3_000_000)}
    assert {name: numbers(line) for name, line in programmes.items()} == {"Barista": (1, 1, 1, 1, 3_000_000)}


def test_figures_are_the_own_offices_and_all_for_the_head(officer, other_officer, head, two_years):
    TrainingFactory(finished=True, programme__agency=other_officer.agency, starts_on=dt.date(2026, 1, 5))
    counts = [
        queries.figures_by(seat.actor, queries.BY_YEAR)[2026].trainings for seat in (officer, other_officer, head)
    ]
    assert counts == [1, 1, 2]


def test_totals_add_up(officer, two_years):
    lines = list(queries.figures_by(officer.actor, queries.BY_YEAR).values())
    assert numbers(queries.total_of(lines)) == (2, 5, 4, 1, 3_000_000)


def test_last_years_begin_where_the_records_do(officer):
    TrainingFactory(finished=True, starts_on=dt.date(THIS_YEAR - 2, 3, 1), ends_on=dt.date(THIS_YEAR - 2, 4, 1))
    labels = [line.label for line in queries.last_years(officer.actor)]
    assert labels == [str(THIS_YEAR), str(THIS_YEAR - 1), str(THIS_YEAR - 2)]


def test_report_page_shows_the_chosen_year(officer, two_years):
    page = officer.client.get("/dinas/laporan/?tahun=2025")
    assert page.context["year"] == 2025
    assert [line.label for _, _, lines, _, _ in page.context["tables"] for line in lines] == [
        "Oebobo",
        two_years[0].programme.name,
    ]


@pytest.mark.parametrize("text", ["", "abc", "20255", "0001"])
def test_report_of_no_year_is_this_years(officer, text):
    assert officer.client.get(f"/dinas/laporan/?tahun={text}").context["year"] == THIS_YEAR


def test_report_as_a_workbook(officer, two_years):
    response = officer.client.get("/dinas/laporan/unduh.xlsx?tahun=2026")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response)))
    assert book.sheetnames == ["Per tahun", "Per kecamatan 2026", "Per program 2026"]
    assert list(book["Per kecamatan 2026"].values) == [
        ("Kecamatan", "Pelatihan", "Peserta", "Lulus", "Paket diserahkan", "Nilai (Rp)"),
        ("Alak", 1, 1, 1, 1, 3_000_000),
    ]
    event = AuditEvent.objects.get(kind=AuditKind.EXPORTED)
    assert (event.user, event.target, event.detail) == (officer.user, "laporan pelatihan", "2026")


@pytest.mark.parametrize(("url", "number"), [("/dinas/", 30), ("/dinas/laporan/", 24)])
def test_pages_take_the_same_queries_for_any_number_of_rows(officer, same_queries, url, number):
    def make(count):
        for _ in range(count):
            HandoverLineFactory()
            ParticipantFactory(training__running=True)

    same_queries(officer.client, url, make, number)


def test_desk_shows_what_waits_after_a_handover(officer, other_officer):
    agency = {"handover__participant__training__programme__agency": officer.agency}
    FindingFactory(overdue=True, **agency)
    UseReportFactory(overdue=True, **agency)
    UseReportFactory(sent=True, **agency)
    participant = ParticipantFactory(passed=True, training__programme__agency=officer.agency)
    HelpFactory(participant=participant)
    BusinessFactory(participant=participant)
    shown = tasks(officer)
    expected = {
        "temuan monev lewat batas": 1,
        "LPJ menunggu diperiksa": 1,
        "penerima terlambat menyerahkan LPJ": 1,
        "permintaan bantuan belum dijawab": 1,
        "halaman usaha perlu diperiksa": 1,
    }
    assert {text: count for text, count in shown.items() if text in expected} == expected
    assert tasks(other_officer) == {}


def test_desk_shows_who_says_that_nothing_came_and_what_is_to_decide(officer, head):
    HandoverFactory(agency=officer.agency, recipient_answer="not_received", answered_at=timezone.now())
    ProposalFactory(agency=officer.agency)
    WriteOffFactory(agency=officer.agency)
    expected = {
        "penerima menyatakan tidak menerima paket": 1,
        "usulan kelurahan menunggu keputusan": 1,
        "usulan penghapusan menunggu keputusan Anda": 1,
    }
    assert {text: count for text, count in tasks(head).items() if text in expected} == expected
    assert expected.keys() - tasks(officer).keys() == {"usulan penghapusan menunggu keputusan Anda"}
    assert [
        head.client.get(task.url).status_code for task in queries.waiting_for(head.actor) if task.text in expected
    ] == [200] * 3
