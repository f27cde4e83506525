"""From draft to answer: written, issued and frozen, sent, accepted or returned, corrected."""

import datetime as dt
import io

import pytest
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from placements.reports import actions
from placements.reports.enums import ReportStatus
from placements.reports.figures import SECTIONS
from placements.reports.models import BkkReport
from placements.reports.offers import frozen_reports_add_up
from placements.reports.periods import Period
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import SpellFactory
from tests.factories.reports import BkkReportFactory
from tests.schools.acts import messages

pytestmark = pytest.mark.django_db
OURS, OFFICE = "/bkk/laporan/", "/dinas/bkk/laporan/"
QUARTER = Period("quarter", 2026, 3)


@pytest.fixture(autouse=True)
def november(time_machine):
    time_machine.move_to("2026-11-24T03:00:00Z", tick=False)


def post(seat, report, step, **data):
    base = OFFICE if seat.agency else OURS
    return seat.client.post(f"{base}{report.pk}/{step}/", data, follow=True)


def started(coordinator):
    return actions.start_report(school_id=coordinator.school.pk, period=QUARTER, actor=coordinator.actor)


def issued(coordinator):
    return actions.issue_report(report=started(coordinator), actor=coordinator.actor)


def sent(coordinator):
    return actions.send_report(report=issued(coordinator), actor=coordinator.actor)


def seeker(school, **person):
    alumnus = AlumnusFactory(school=school, **{f"person__{name}": value for name, value in person.items()})
    SpellFactory(person=alumnus.person, job_seeking=True, since=dt.date(2026, 2, 1))
    return alumnus


def seekers(report):
    """Everyone who sought work at the beginning, as the frozen figures have it."""
    return report.figures[0]["tables"][0]["rows"][0][-1]


def test_a_report_goes_all_the_way(coordinator, officer):
    response = coordinator.client.post(f"{OURS}baru/", {"periode": QUARTER.slug}, follow=True)
    report = BkkReport.objects.get()
    assert response.redirect_chain == [(f"{OURS}{report.pk}/", 302)]
    said = [messages(post(coordinator, report, step)) for step in ("terbitkan", "kirim")]
    said.append(messages(post(officer, report, "terima")))
    report.refresh_from_db()
    assert said == [
        ["Laporan terbit dan angkanya tidak berubah lagi. Kirim ke dinas setelah diperiksa."],
        ["Laporan terkirim ke dinas. Jawabannya tampil di sini dan di notifikasi."],
        ["Laporan Triwulan III 2026 SMKN 1 Kupang diterima."],
    ]
    assert (report.status, report.decided_by) == (ReportStatus.ACCEPTED, officer.user)
    assert list(report.status_log.values_list("to_status", flat=True)) == ["draft", "issued", "sent", "accepted"]
    told = Notification.objects.get(user=coordinator.user)
    assert (told.title, told.url) == ("Laporan Triwulan III 2026 diterima dinas", f"{OURS}{report.pk}/")


def test_an_issued_report_is_numbered_and_can_be_verified_by_a_stranger(coordinator, client):
    report = issued(coordinator)
    assert report.document.number == "001/LAP/BKK-50304998/2026"
    page = client.get(f"/verifikasi/{report.document.code}/").content.decode()
    assert [
        text for text in ("001/LAP/BKK-50304998/2026", "SMKN 1 Kupang", "Triwulan III 2026") if text not in page
    ] == []
    assert report.document.file.read()[:5] == b"%PDF-"


def test_issued_figures_do_not_change_with_the_rows(coordinator):
    seeker(coordinator.school)
    draft = started(coordinator)
    seeker(coordinator.school)
    report = actions.issue_report(report=draft, actor=coordinator.actor)
    seeker(coordinator.school)
    page = coordinator.client.get(f"{OURS}{report.pk}/")
    assert seekers(report) == 2
    assert page.context["section"].tables[0].rows[0][-1] == 2


def test_a_report_that_does_not_add_up_is_not_issued_and_says_which_line(coordinator):
    alumnus = seeker(coordinator.school, sex="")
    report = started(coordinator)
    said = messages(post(coordinator, report, "terbitkan"))
    report.refresh_from_db()
    line = "baris “1. Belum ditempatkan pada akhir periode lalu”"
    assert said[0].startswith(
        "Laporan belum dapat diterbitkan karena angkanya tidak cocok. Pencari kerja terdaftar, Menurut umur, "
        f"{line}: Jumlah L 0 + Jumlah P 0 = 0, tetapi Jumlah L+P tertulis 1."
    )
    assert (report.status, IssuedDocument.objects.count()) == (ReportStatus.DRAFT, 0)
    page = coordinator.client.get(f"{OURS}{report.pk}/")
    assert (page.context["may_issue"], list(page.context["incomplete"])) == (False, [alumnus])


def test_a_running_period_has_a_draft_and_no_report(coordinator):
    draft = actions.start_report(
        school_id=coordinator.school.pk, period=Period("month", 2026, 11), actor=coordinator.actor
    )
    with pytest.raises(Refused) as caught:
        actions.issue_report(report=draft, actor=coordinator.actor)
    assert caught.value.message == ("November 2026 belum berakhir. Laporan dapat diterbitkan setelah 30 November 2026.")


def test_a_period_to_come_has_not_even_a_draft(coordinator):
    with pytest.raises(Refused, match="Desember 2026 belum mulai."):
        actions.start_report(school_id=coordinator.school.pk, period=Period("month", 2026, 12), actor=coordinator.actor)


@pytest.mark.parametrize("step", ["terbitkan", "kirim", "terima"])
def test_twice_says_so_and_changes_nothing(coordinator, officer, step):
    report = sent(coordinator)
    actions.accept_report(report=report, actor=officer.actor)
    steps = report.status_log.count()
    said = messages(post(officer if step == "terima" else coordinator, report, step))
    assert said == [
        {
            "terbitkan": "Laporan ini sudah terbit.",
            "kirim": "Laporan ini sudah dikirim: diterima.",
            "terima": "Laporan ini sudah dijawab: diterima.",
        }[step]
    ]
    assert (report.status_log.count(), IssuedDocument.objects.count()) == (steps, 1)


def test_a_second_report_on_the_same_period_leads_to_the_first(coordinator):
    report = started(coordinator)
    response = coordinator.client.post(f"{OURS}baru/", {"periode": QUARTER.slug}, follow=True)
    assert response.redirect_chain == [(f"{OURS}{report.pk}/", 302)]
    assert messages(response) == ["Sudah ada laporan Triwulan III 2026."]


def test_the_database_keeps_one_standing_report_a_period(coordinator):
    BkkReportFactory(school=coordinator.school)
    with pytest.raises(IntegrityError), transaction.atomic():
        BkkReportFactory(school=coordinator.school, version=2)


def test_a_returned_report_is_corrected_and_sent_again(coordinator, officer):
    first = sent(coordinator)
    said = messages(post(officer, first, "kembalikan", reason="MoU belum lengkap"))
    assert said == ["Laporan dikembalikan; sekolah sudah diberi tahu."]
    told = Notification.objects.get(user=coordinator.user)
    assert (told.title, told.body) == ("Laporan Triwulan III 2026 dikembalikan dinas", "MoU belum lengkap")
    post(coordinator, first, "perbaiki")
    second = BkkReport.objects.get(version=2)
    for step in ("terbitkan", "kirim"):
        post(coordinator, second, step)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (ReportStatus.RETURNED, ReportStatus.SENT)
    assert first.document.revoke_reason == f"Diganti versi 2: {second.document.number}"
    assert second.document.number == "002/LAP/BKK-50304998/2026"


def test_one_issued_by_mistake_is_replaced_before_it_is_sent(coordinator):
    first = issued(coordinator)
    second = actions.correct_report(report=first, actor=coordinator.actor)
    first.refresh_from_db()
    assert (first.status, second.version, second.status) == (ReportStatus.REPLACED, 2, ReportStatus.DRAFT)


def test_a_correction_begun_twice_says_so(coordinator, officer):
    report = sent(coordinator)
    actions.return_report(report=report, reason="Salah", actor=officer.actor)
    actions.correct_report(report=report, actor=coordinator.actor)
    with pytest.raises(AlreadyDone, match="Sudah ada versi perbaikannya."):
        actions.correct_report(report=report, actor=coordinator.actor)


def test_an_accepted_report_is_not_corrected(coordinator, officer):
    report = actions.accept_report(report=sent(coordinator), actor=officer.actor)
    with pytest.raises(Refused, match="tidak perlu perbaikan"):
        actions.correct_report(report=report, actor=coordinator.actor)


def test_a_return_without_reason_is_refused(coordinator, officer):
    report = sent(coordinator)
    page = post(officer, report, "kembalikan", reason=" ")
    report.refresh_from_db()
    assert (list(page.context["form"].errors), report.status) == (["reason"], ReportStatus.SENT)


def test_only_the_own_bkk_writes_and_only_the_supervising_office_answers(
    coordinator, other_coordinator, officer, other_officer, forum_chair
):
    report = sent(coordinator)
    for seat in (coordinator, other_coordinator, other_officer, forum_chair):
        with pytest.raises(Refused):
            actions.accept_report(report=report, actor=seat.actor)
    for seat in (other_coordinator, officer, forum_chair):
        for act in (actions.issue_report, actions.send_report, actions.correct_report, actions.drop_draft):
            with pytest.raises(Refused):
                act(report=report, actor=seat.actor)
    report.refresh_from_db()
    assert report.status == ReportStatus.SENT


def test_the_office_sees_nothing_before_it_is_sent(coordinator, officer, other_officer):
    report = issued(coordinator)
    assert officer.client.get(f"{OFFICE}{report.pk}/").status_code == 404
    actions.send_report(report=report, actor=coordinator.actor)
    assert officer.client.get(f"{OFFICE}{report.pk}/").status_code == 200
    assert other_officer.client.get(f"{OFFICE}{report.pk}/").status_code == 404


def test_only_a_draft_is_dropped(coordinator):
    report = started(coordinator)
    actions.drop_draft(report=report, actor=coordinator.actor)
    with pytest.raises(Refused):
        actions.drop_draft(report=issued(coordinator), actor=coordinator.actor)
    assert BkkReport.objects.count() == 1


def test_an_issued_note_stays_while_sharing_may_change(coordinator):
    report = issued(coordinator)
    post(coordinator, report, "catatan", note="Diubah")
    report.refresh_from_db()
    assert (report.note, report.is_shared) == ("", False)


def test_draft_and_issued_report_open_as_pdf(coordinator):
    report = started(coordinator)
    draft = coordinator.client.get(f"{OURS}{report.pk}/laporan.pdf")
    assert (draft.content[:5], draft["Cache-Control"]) == (b"%PDF-", "private, no-store")
    actions.issue_report(report=report, actor=coordinator.actor)
    paper = coordinator.client.get(f"{OURS}{report.pk}/laporan.pdf")
    assert "001-LAP-BKK-50304998-2026.pdf" in paper["Content-Disposition"]


def test_workbook_has_a_sheet_for_each_section_and_is_logged(coordinator, officer):
    seeker(coordinator.school)
    report = sent(coordinator)
    response = officer.client.get(f"{OFFICE}{report.pk}/laporan.xlsx")
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert book.sheetnames == ["Laporan", *(title for _, title, _ in SECTIONS)]
    rows = [[cell.value for cell in row] for row in book["Pencari kerja terdaftar"].iter_rows()]
    line = next(row for row in rows if row[0] == "1. Belum ditempatkan pada akhir periode lalu")
    assert line[13] == 1
    event = AuditEvent.objects.get(kind=AuditKind.EXPORTED)
    assert (event.user, event.target) == (officer.user, "laporan BKK SMKN 1 Kupang")


def test_neither_page_nor_paper_names_a_graduate(coordinator, officer):
    alumnus = seeker(coordinator.school, name="Maria Lay", nisn="0051112223")
    report = sent(coordinator)
    texts = [officer.client.get(f"{OFFICE}{report.pk}/?bagian={key}").content.decode() for key, _, _ in SECTIONS]
    texts.append(str(report.figures))
    assert [text for text in texts if alumnus.person.name in text or alumnus.person.nisn in text] == []


def test_nightly_check_finds_a_frozen_line_that_was_changed(coordinator):
    report = issued(coordinator)
    assert list(frozen_reports_add_up()) == []
    report.figures[0]["tables"][0]["rows"][0][-1] = 5
    report.save()
    found = list(frozen_reports_add_up())
    assert found[0].startswith("Laporan BKK Triwulan III 2026 · SMKN 1 Kupang, versi 1: Pencari kerja terdaftar")


def test_figures_of_a_class_are_shown_and_handed_out(coordinator):
    seeker(coordinator.school)
    old = seeker(coordinator.school)
    old.graduation_year = 2020
    old.save()
    query = f"?periode={QUARTER.slug}&lulus=2020"
    page = coordinator.client.get(f"{OURS}angka/{query}")
    assert page.context["section"].tables[0].rows[0][-1] == 1
    response = coordinator.client.get(f"{OURS}angka/unduh.xlsx{query}")
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert [row[1].value for row in book["Laporan"].iter_rows()][4] == "2020"


@pytest.mark.parametrize("query", ["?periode=quarter-2026-9", "?konsentrasi=x", "?lulus=abc"])
def test_figures_of_what_is_none_say_so(coordinator, query):
    page = coordinator.client.get(f"{OURS}angka/{query}")
    assert (page.status_code, len(page.context["form"].errors), page.context["sections"]) == (200, 1, [])


def test_list_takes_the_same_queries(coordinator, same_queries):
    years = iter(range(2000, 2010))

    def more(count):
        for _ in range(count):
            start, end = dt.date(next(years), 7, 1), dt.date(2015, 9, 30)
            BkkReportFactory(school=coordinator.school, sent=True, starts_on=start, ends_on=end)

    same_queries(coordinator.client, OURS, more, 15)
