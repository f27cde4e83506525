"""The figures of a selection day, its numbered report and its workbook."""

import io

import openpyxl
import pytest

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications.selection import documents
from placements.applications.selection.documents import tallies_of
from tests.applications.selection_acts import call_of, session_of
from tests.factories.selection import SelectionCallFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
LIST = "/bkk/seleksi/"


@pytest.fixture
def fair(coordinator):
    """Three of the own school and a guest: one hired, one passed, one absent, one only came."""
    vacancy = VacancyFactory(title="Kasir", employer__name="Toko Flobamora")
    session = session_of(coordinator, past=True, vacancies=[vacancy], is_shared=True)
    sexes = {"Ana": "P", "Budi": "L", "Citra": "P"}
    states = {
        "Ana": {"passed": True, "result": "hired", "application__status": "hired"},
        "Budi": {"passed": True, "application__status": "interview"},
        "Citra": {"absent": True},
    }
    for name, sex in sexes.items():
        call_of(coordinator, session, name, application__alumnus__person__sex=sex, **states[name])
    guest = {
        "application__alumnus__person__sex": "L",
        "application__alumnus__person__name": "Dami",
        "application__alumnus__school__name": "SMKN 9 Kupang",
    }
    SelectionCallFactory(session=session, application__vacancy=vacancy, application__status="test", came=True, **guest)
    return session.day


def test_figures_by_vacancy_employer_and_school_add_up(fair, coordinator):
    groups, total = tallies_of(fair)
    assert total.cells == [2, 2, 4, 2, 1, 3, 1, 1, 2, 0, 1, 1]
    assert [(one.name, one.cells) for one in groups["Menurut sekolah"]] == [
        (coordinator.school.name, [1, 2, 3, 1, 1, 2, 1, 1, 2, 0, 1, 1]),
        ("SMKN 9 Kupang", [1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0]),
    ]
    assert [one.name for one in groups["Menurut lowongan"]] == ["Kasir, Toko Flobamora"]


def test_report_is_issued_once_and_anew_only_with_a_reason(fair, coordinator):
    url = f"{LIST}{fair.pk}/laporan/"
    coordinator.client.post(url)
    first = IssuedDocument.objects.get()
    assert (first.kind, first.issuer_key, first.sequence) == ("report", f"school:{coordinator.school.pk}", 1)
    assert ["Hadir", "3 orang"] in first.facts
    assert first.file.read(5) == b"%PDF-"
    with pytest.raises(AlreadyDone, match=f"Sudah diterbitkan dengan nomor {first.number}"):
        documents.issue_report(day=fair, actor=coordinator.actor)
    coordinator.client.post(url, {"reason": "Hasil satu orang berubah."})
    first.refresh_from_db()
    fair.refresh_from_db()
    assert (first.revoke_reason, fair.report.sequence) == ("Hasil satu orang berubah.", 2)


def test_report_that_is_not_complete_is_not_issued(coordinator):
    session = session_of(coordinator, past=True)
    call = call_of(coordinator, session, application__alumnus__person__sex="P")
    with pytest.raises(Refused, match="Kehadiran 1 orang belum dicatat"):
        documents.issue_report(day=session.day, actor=coordinator.actor)
    call.delete()
    call_of(coordinator, session, absent=True, application__alumnus__person__sex="")
    with pytest.raises(Refused, match="Jenis kelamin 1 orang"):
        documents.issue_report(day=session.day, actor=coordinator.actor)


def test_workbook_has_a_sheet_for_each_grouping_and_the_people(fair, coordinator):
    response = coordinator.client.get(f"{LIST}{fair.pk}/laporan.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert book.sheetnames == ["Menurut lowongan", "Menurut perusahaan", "Menurut sekolah", "Peserta"]
    assert [cell.value for cell in book["Menurut perusahaan"][3]][:4] == ["Jumlah", 2, 2, 4]
    assert [row[0].value for row in list(book["Peserta"])[1:]] == ["Ana", "Budi", "Citra", "Dami"]
