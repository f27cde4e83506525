"""How people come into a training: by themselves on a phone, and by a letter of their kelurahan."""

import datetime

import pytest
from django.utils import timezone

from bkk_portal.kit.text.formatting import angka
from bkk_portal.regions.models import Village
from tests.e2e.acts import choose, field, fill, follow, heading, press, rows, said, tick
from tests.e2e.conftest import DESK, PHONE
from tests.factories.accounts import PASSWORD
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.programmes import CriterionFactory, TrainingFactory

NIK, NAME = "5371014107990002", "Maria Bere"
OTHER, PROPOSED = "Yohanes Tefa", "Domingus Lado"
LETTER = "KEL.OETETE/12/XI/2026"


@pytest.fixture
def officer(city):
    return AgencyMembershipFactory().user.email


@pytest.fixture
def training(officer):
    """One seat, chosen by an interview; one who is there already."""
    row = TrainingFactory(quota=1, village=Village.objects.get(name="Oetete"))
    CriterionFactory(programme=row.programme, name="Wawancara", weight=100)
    ParticipantFactory(training=row, registered=True, person__name=OTHER)
    return row


def test_registering_on_a_phone_and_being_chosen(open_page, officer, training, login, shots):
    phone, desk = open_page(**PHONE), open_page(**DESK)
    registers(phone, training, shots)
    login(desk, officer)
    gives_points(desk, training, shots)
    decides(desk, shots)
    phone.goto("/saya/pelatihan/")
    heading(phone, "Pelatihan saya")
    assert phone.locator("main .card .status").first.inner_text().strip() == "Diterima"
    shots(phone, "d05-diterima")


def registers(phone, training, shots):
    phone.goto("/pelatihan/")
    follow(phone, str(training))
    heading(phone, str(training))
    shots(phone, "d01-pelatihan")
    follow(phone, "Daftar sekarang")
    heading(phone, "Daftar pelatihan")
    fill(phone, {"Nama lengkap": NAME, "NIK": NIK, "Tanggal lahir": "1999-07-01"})
    tick(phone, "Perempuan")
    choose(phone, {"Kelurahan tempat tinggal": "Oetete", "Kegiatan sekarang": "Mencari kerja"})
    phone.locator("[name=login]").fill("081234567890")
    phone.locator("[name=password]").fill(PASSWORD)
    phone.locator("[name=consent_account]").check()
    shots(phone, "d02-isian")
    press(phone, "Buat akun dan daftar")
    heading(phone, "Pelatihan saya")
    assert phone.locator("main .card .status").first.inner_text().strip() == "Terdaftar"


def gives_points(desk, training, shots):
    desk.goto(f"/dinas/pelatihan/{training.pk}/seleksi/")
    heading(desk, "Seleksi")
    for name, points in ((NAME, "90"), (OTHER, "60")):
        field(desk, f"Wawancara, {name}, 0 sampai 100").fill(points)
    press(desk, "Simpan nilai")
    said(desk, "2 nilai tersimpan, peringkat dihitung ulang.")
    ranked = [line[0] for line in rows(desk, f"Pendaftar {training} menurut peringkat")]
    assert [text.split(" Kelurahan")[0].split(" Oe")[0] for text in ranked] == [f"1. {NAME}", f"2. {OTHER}"]
    shots(desk, "d03-peringkat")


def decides(desk, shots):
    desk.on("dialog", lambda dialog: dialog.accept())
    press(desk, "Putuskan")
    said(desk, "1 diterima, 1 di daftar tunggu. Semua yang punya akun diberi tahu.")
    shots(desk, "d04-diputuskan")


def test_names_of_a_kelurahan_are_taken_up(open_page, officer, training, login, shots, tmp_path):
    desk = open_page(**DESK)
    login(desk, officer)
    notes_the_letter(desk, training, shots, tmp_path)
    adds_a_name(desk, shots)
    choose(desk, {"Pelatihan": _label(training)})
    press(desk, "Terima usulan")
    said(desk, "Usulan diterima. Sekarang daftarkan namanya.")
    press(desk, f"Daftarkan {angka(1)} orang untuk seleksi")
    said(desk, "1 orang terdaftar untuk seleksi.")
    assert [line[:3] for line in rows(desk, "Nama yang diusulkan")] == [[PROPOSED, "Oetete", "Terdaftar"]]
    shots(desk, "d08-terdaftar")


def _label(training):
    return f"{training}, {training.village}, mulai {training.starts_on:%d/%m/%Y}"


def notes_the_letter(desk, training, shots, folder):
    path = folder / "usulan.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")
    desk.goto("/dinas/pelatihan/usulan/")
    follow(desk, "Catat usulan")
    choose(desk, {"Dari kelurahan": "Oetete", "Program yang diminta": str(training.programme)})
    today = timezone.localdate() - datetime.timedelta(days=1)
    fill(desk, {"Nomor surat": LETTER, "Tanggal surat": today.isoformat()})
    field(desk, "Surat").set_input_files(path)
    shots(desk, "d06-usulan")
    press(desk, "Simpan usulan")
    said(desk, "Usulan dicatat.")


def adds_a_name(desk, shots):
    follow(desk, "Tambah nama")
    fill(desk, {"NIK": "5371010101000003", "Nama lengkap": PROPOSED, "Tanggal lahir": "2000-01-01"})
    tick(desk, "Laki-laki")
    choose(desk, {"Kelurahan tempat tinggal": "Oetete"})
    shots(desk, "d07-nama")
    press(desk, "Simpan nama")
    said(desk, f"{PROPOSED} dicatat di usulan.")
