"""After the class: a visit on a phone, the participant's own side, a business shown by consent, the audit pack."""

import datetime
import io
import zipfile

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.e2e.acts import choose, download, field, fill, follow, heading, photo, press, said, tick
from tests.e2e.conftest import DESK, PHONE
from tests.factories.equipment import HandoverFactory, HandoverLineFactory
from tests.factories.monitoring import UseReportFactory, VisitFactory
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory
from trainings.businesses.enums import WORDING
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.visits.models import MonitoringVisit

DAYS = datetime.timedelta(days=1)


@pytest.fixture
def seat(city):
    return AgencyMembershipFactory()


@pytest.fixture
def handover(seat):
    """A kit of two items, a visit that is overdue, an LPJ that is not there yet; the recipient has an account."""
    participant = ParticipantFactory(
        passed=True, training__programme__agency=seat.agency, person=PersonFactory(with_user=True), score=82
    )
    row = HandoverFactory(participant=participant)
    for name in ("Mesin jahit", "Mesin obras"):
        HandoverLineFactory(handover=row, lot__item__agency=seat.agency, lot__item__name=name)
    VisitFactory(handover=row, due_on=timezone.localdate() - 9 * DAYS)
    UseReportFactory(handover=row)
    return row


@pytest.fixture
def phone_of_owner(open_page, login, handover):
    page = open_page(**PHONE)
    page.on("dialog", lambda dialog: dialog.accept())
    login(page, handover.participant.person.user.email)
    return page


def test_a_tour_leads_to_a_visit_and_what_was_found(page_phone, seat, handover, login, shots, tmp_path):
    login(page_phone, seat.user.email)
    page_phone.goto("/dinas/monev/")
    follow(page_phone, "Susun rute")
    heading(page_phone, "Rute kunjungan")
    page_phone.goto("/dinas/monev/bantuan/")
    expect(page_phone.locator(".tabs [aria-current]")).to_be_in_viewport(ratio=1)
    page_phone.goto("/dinas/monev/rute/")
    page_phone.locator("main [name=kelurahan]").check()
    press(page_phone, "Tampilkan rute")
    page_phone.get_by_role("link", name=f"1. {handover.participant.person}").wait_for()
    shots(page_phone, "m01-rute")
    follow(page_phone, f"1. {handover.participant.person}")
    heading(page_phone, "Catat kunjungan")
    notes_the_visit(page_phone, tmp_path, shots)
    heading(page_phone, str(handover.participant.person))
    shots(page_phone, "m03-penerima")
    finding = Finding.objects.get()
    assert (finding.kind, finding.deadline > timezone.localdate()) == ("lent", True)
    assert MonitoringVisit.objects.get(visited_on__isnull=False).photo
    page_phone.goto("/dinas/monev/temuan/")
    expect(page_phone.locator("main table tbody tr")).to_have_count(1)


def notes_the_visit(page, folder, shots):
    tick(page, "Penerima sendiri", "Ya, berjalan")
    for name, use in (("Mesin jahit", "Dipakai"), ("Mesin obras", "Dipinjamkan")):
        item = page.get_by_role("region", name=name)
        item.get_by_label("Keadaan").select_option(label=use)
        item.get_by_label("Kondisi").select_option(label="Baik")
    fill(page, {"Jumlah pekerja, termasuk pemiliknya": "2"})
    choose(page, {"Penghasilan usaha per bulan": "Rp 1–2 juta"})
    page.locator("[name=photo]").set_input_files(photo(folder))
    shots(page, "m02-kunjungan")
    press(page, "Simpan kunjungan")


def test_participant_sends_lpj_and_word_and_asks_for_help(phone_of_owner, handover, shots, tmp_path):
    phone = phone_of_owner
    phone.goto("/saya/pelatihan/")
    follow(phone, str(handover.participant.training))
    heading(phone, str(handover.participant.training))
    sends_lpj(phone, tmp_path)
    follow(phone, "Kirim kabar")
    tick(phone, "Usaha sendiri berjalan")
    choose(phone, {"Bagaimana alat yang Anda terima?": "Dipakai"})
    press(phone, "Kirim kabar")
    said(phone, "Terima kasih. Kabar Anda sampai kepada dinas; petugas memeriksanya saat berkunjung.")
    follow(phone, "Minta bantuan")
    tick(phone, "Pemasaran")
    fill(phone, {"Yang Anda butuhkan": "Bagaimana ikut pameran?"})
    press(phone, "Kirim permintaan")
    said(phone, "Permintaan terkirim. Jawabannya muncul di halaman ini dan di notifikasi.")
    shots(phone, "m04-pelatihan-saya")


def sends_lpj(phone, folder):
    path = folder / "lpj.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")
    follow(phone, "Kirim LPJ")
    field(phone, "Berkas LPJ").set_input_files(path)
    press(phone, "Kirim LPJ")
    said(phone, "LPJ terkirim. Petugas memeriksanya.")


@pytest.mark.console("status of 404", "status of 410")
def test_business_is_shown_by_consent_and_gone_when_it_is_withdrawn(
    phone_of_owner, open_page, seat, handover, login, shots
):
    phone, desk, stranger = phone_of_owner, open_page(**DESK), open_page(**PHONE)
    writes_the_business(phone, handover.participant, shots)
    login(desk, seat.user.email)
    desk.goto("/dinas/usaha/")
    follow(desk, "Jahit Oesapa")
    press(desk, "Tampilkan")
    desk.get_by_role("button", name="Tampilkan", exact=True).wait_for(state="hidden")
    shots(desk, "m06-usaha-diperiksa")
    stranger.goto("/usaha/")
    follow(stranger, "Jahit Oesapa")
    heading(stranger, "Jahit Oesapa")
    assert handover.participant.person.name not in stranger.content()
    shots(stranger, "m07-usaha")
    phone.reload()
    press(phone, "Tarik persetujuan")
    expect(phone.locator("main").get_by_role("button", name="Tarik persetujuan")).to_have_count(0)
    assert stranger.reload().status in (404, 410)
    stranger.goto("/usaha/")
    expect(stranger.get_by_text("Jahit Oesapa")).to_have_count(0)


def writes_the_business(phone, participant, shots):
    phone.goto(f"/saya/pelatihan/{participant.pk}/")
    follow(phone, "Buat halaman usaha")
    fill(phone, {"Nama usaha": "Jahit Oesapa", "Yang dikerjakan atau dijual": "Seragam dan kebaya, mulai Rp 75.000."})
    phone.locator("[name=village]").select_option(index=1)
    press(phone, "Simpan dan ajukan")
    expect(phone.locator("[name=agreed]:invalid")).to_have_count(1)
    field(phone, WORDING).check()
    shots(phone, "m05-usaha-saya")
    press(phone, "Simpan dan ajukan")
    expect(phone.locator("main").get_by_role("button", name="Tarik persetujuan")).to_have_count(1)


def test_audit_pack_is_made_and_taken(page_desk, seat, handover, login, shots):
    login(page_desk, seat.user.email)
    page_desk.goto(f"/dinas/pelatihan/{handover.participant.training_id}/")
    press(page_desk, "Susun paket audit")
    link = page_desk.get_by_role("link", name="Unduh ZIP")
    expect(link).to_be_visible()
    shots(page_desk, "m08-paket-audit")
    with zipfile.ZipFile(io.BytesIO(download(page_desk, link.get_attribute("href")))) as pack:
        assert pack.testzip() is None
        assert len(pack.namelist()) > 5
    page_desk.goto("/dinas/laporan/")
    follow(page_desk, "Paket audit")
    expect(page_desk.locator("main table tbody tr")).to_have_count(1)
