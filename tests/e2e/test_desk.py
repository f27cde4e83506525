"""A coordinator's desk on a phone: a bulk move, a letter, a selection day, claim slips, one person found twice."""

import datetime

import pytest
from django.utils import timezone

from placements.alumni.models import Alumnus
from placements.applications.models import Application
from placements.applications.selection.models import SelectionInvitation
from tests.e2e.acts import download, fill, follow, heading, press, rows, said, tick
from tests.e2e.conftest import PHONE
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.people import DuplicatePairFactory
from tests.factories.schools import SchoolMembershipFactory
from tests.factories.selection import DayFactory, SessionFactory
from tests.factories.vacancies import VacancyFactory

GOOD, LATE = "Maria Lay", "Yohanes Tefa"
REASON = "Berkas belum lengkap: surat sehat belum ada."
DUPLICATES = "1 pasang catatan alumni yang mungkin ganda"


@pytest.fixture
def member(live_server):
    return SchoolMembershipFactory()


@pytest.fixture
def desk(page_phone, member, login):
    login(page_phone, member.user.email)
    return page_phone


def applicant(member, vacancy, name, **fields):
    who = {"alumnus__school": member.school, "alumnus__person__name": name, "alumnus__person__with_user": True}
    return ApplicationFactory(vacancy=vacancy, **who, **fields)


def stages():
    return dict(Application.objects.values_list("alumnus__person__name", "status"))


def test_many_are_moved_and_a_letter_names_the_rest(desk, member, shots):
    vacancy = VacancyFactory(school=member.school, title="Kasir")
    for name in (GOOD, LATE, "Ana Benu"):
        applicant(member, vacancy, name)
    desk.goto("/bkk/")
    desk.get_by_role("link", name="3 lamaran baru belum diperiksa").click()
    tick(desk, f"Pilih {LATE}", "Pilih Ana Benu")
    press(desk, "Pindahkan yang dipilih")
    heading(desk, "Pindahkan lamaran")
    tick(desk, "Tidak diterima")
    press(desk, "Pindahkan")
    assert desk.locator(".invalid-feedback").inner_text() == "Tulis alasan yang dapat dibaca pelamar."
    fill(desk, {"Alasan atau catatan untuk pelamar": REASON})
    shots(desk, "e01-pindahkan")
    press(desk, "Pindahkan")
    said(desk, "2 lamaran dipindahkan ke Tidak diterima.")
    desk.goto(f"/bkk/lowongan/{vacancy.pk}/")
    follow(desk, "Buat surat pengantar")
    desk.get_by_role("checkbox", name=GOOD).check()
    press(desk, "Terbitkan surat")
    assert [name for name, *_ in rows(desk, "Yang diajukan")] == [GOOD]
    shots(desk, "e02-surat")
    assert stages() == {GOOD: "nominated", LATE: "rejected", "Ana Benu": "rejected"}
    assert download(desk, desk.get_by_role("link", name="Buka surat").get_attribute("href")).startswith(b"%PDF")


def test_a_selection_day_from_invitation_to_results(desk, member, open_page, login, shots):
    vacancy = VacancyFactory(school=member.school, title="Kasir")
    people = [applicant(member, vacancy, name, status="test") for name in (GOOD, LATE)]
    day = DayFactory(school=member.school, vacancies=[vacancy], held_on=timezone.localdate())
    SessionFactory(day=day, starts_at=datetime.time(23, 58), ends_at=datetime.time(23, 59))
    desk.goto("/bkk/seleksi/")
    follow(desk, day.title)
    desk.goto(f"/bkk/seleksi/{day.pk}/undang/")
    press(desk, "Pilih semua di halaman ini")
    press(desk, "Undang yang dipilih")
    heading(desk, "Undangan terkirim")
    accepts(open_page(**PHONE), people[0], login, shots)
    desk.goto(f"/bkk/seleksi/{day.pk}/kehadiran/")
    choice(desk, f"Kehadiran {GOOD}", "Hadir")
    choice(desk, f"Kehadiran {LATE}", "Tidak hadir")
    press(desk, "Simpan kehadiran")
    said(desk, "Kehadiran disimpan: 1 hadir, 1 tidak hadir.")
    follow(desk, "Isi hasil")
    heading(desk, "Hasil seleksi")
    choice(desk, f"Hasil {GOOD}", "Lulus")
    shots(desk, "e03-hasil")
    press(desk, "Simpan hasil")
    said(desk, "Hasil 1 orang disimpan; lamarannya ikut dipindahkan dan mereka diberi tahu.")
    found = SelectionInvitation.objects.values_list(
        "application__alumnus__person__name", "status", "presence", "result"
    )
    assert set(found) == {(GOOD, "accepted", "present", "passed"), (LATE, "sent", "absent", "")}
    assert stages() == {GOOD: "interview", LATE: "test"}


def choice(page, group, words):
    page.get_by_role("group", name=group).get_by_label(words, exact=True).check()


def accepts(phone, application, login, shots):
    login(phone, application.alumnus.person.user.email)
    phone.goto("/saya/seleksi/")
    phone.locator("main .card a").click()
    phone.get_by_role("heading", name="Kode hadir").wait_for()
    shots(phone, "e04-undangan")
    press(phone, "Ya, saya datang")
    said(phone, "Terima kasih. BKK tahu bahwa Anda akan datang.")


def test_claim_slips_and_one_person_written_down_twice(desk, member, shots):
    first = AlumnusFactory(school=member.school, person__name=GOOD, rombel="XII TKJ 1")
    second = AlumnusFactory(school=member.school, person__name="Maria Lai", rombel="")
    DuplicatePairFactory(first=first.person, second=second.person, reasons=["like_name_birth"])
    desk.goto("/bkk/alumni/")
    tick(desk, f"Pilih {GOOD}")
    desk.locator("[name=tindakan]").select_option(label="Cetak slip klaim")
    press(desk, "Lanjut periksa")
    press(desk, "Buat 1 slip")
    link = desk.get_by_role("link", name="Buka PDF untuk dicetak")
    assert download(desk, link.get_attribute("href")).startswith(b"%PDF")
    desk.goto("/bkk/")
    desk.get_by_role("link", name=DUPLICATES).click()
    desk.locator("main .card a").click()
    heading(desk, "Orang yang sama?")
    shots(desk, "e05-satukan")
    tick(desk, "Saya sudah memeriksa: keduanya orang yang sama.")
    press(desk, "Satukan")
    said(desk, "Kedua catatan sudah menjadi satu.")
    assert list(Alumnus.objects.values_list("person__name", "rombel")) == [(GOOD, "XII TKJ 1")]
