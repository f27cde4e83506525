"""Chain A, placement: from the Dapodik file to the figures, through the pages, by the people whose pages they are."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from bkk_portal.kit.text.formatting import tanggal
from placements.schools.models import School
from tests.alumni.sheets import dapodik, pupil
from tests.e2e import acts
from tests.e2e.acts import choose, facts, fill, follow, heading, press, rows, said, stats, tick, timeline
from tests.e2e.conftest import DESK, PHONE
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.schools import ForumMembershipFactory, SchoolMembershipFactory
from tests.factories.vacancies import VacancyFactory

PASSWORD = "Kupang-Rahasia-77"
NAME = "Yohana Maria Tefa"
COORDINATOR = "Bertha Nalle"
JOB = "Teknisi Komputer dan Jaringan"
REFUSAL = "NISN harus 10 angka; yang diisi 5 angka. Tulis juga nol di depan."
WORK = "Bekerja di toko dan di rumah pelanggan: memasang jaringan, merawat komputer."
NO_FEE = "Perusahaan tidak meminta uang untuk apa pun: seleksi, seragam, pelatihan, atau tiket"
REASONS = ["konsentrasi sama", "dekat: Oetete", "tanpa pengalaman", "pendidikan cukup"]
SENT = "Lamaran terkirim ke BKK sekolah Anda."
SENT_BEFORE = "Sudah Anda lamar. Lihat perkembangannya di Lamaran saya."
COMPANY = "CV Sinar Flobamora"


def class_of_2026(**corrections):
    """Twelve pupils of three rombels; the NISN of the last is too short until it is corrected."""
    rombels = ["XII TKJ 1"] * 6 + ["XII AKL 1"] * 3 + ["XII PANDAWA"] * 3
    pupils = [pupil(number, Rombel_Saat_Ini=rombel) for number, rombel in enumerate(rombels, 1)]
    pupils[0] |= {"Nama": "YOHANA MARIA TEFA", "NISN": "0080000001", "Tanggal Lahir": "2007-05-17"}
    pupils[0] |= {"NIK": "5371045705070001", "Kelurahan": "Oetete"}
    pupils[11]["NISN"] = "12345"
    return [*pupils[:11], pupils[11] | corrections]


@pytest.fixture
def people(city):
    """A coordinator of SMKN 1 and the chair of the forum, with another school's vacancy in the city."""
    school = School.objects.get(npsn="50304998")
    VacancyFactory(title="Kasir Toko", kind="contract", school=School.objects.get(npsn="50304997"))
    return {
        "coordinator": SchoolMembershipFactory(school=school, user__name=COORDINATOR).user.email,
        "forum": ForumMembershipFactory(regency_id="53.71").user.email,
    }


@pytest.fixture
def dapodik_file(tmp_path):
    def save(rows):
        path = tmp_path / "daftar_pd-SMKN 1 KUPANG.xlsx"
        path.write_bytes(dapodik(rows))
        return path

    return save


def test_from_the_dapodik_file_to_the_figures(open_page, people, dapodik_file, login, shots):
    desk, forum, alumnus, visitor = (open_page(**screen) for screen in (DESK, DESK, PHONE, PHONE))
    login(desk, people["coordinator"])
    login(forum, people["forum"])
    imports_the_class(desk, dapodik_file, shots)
    imports_the_corrected_file(desk, dapodik_file)
    writes_and_publishes_a_vacancy(desk, shots)
    finds_it_by_any_form_of_the_word(visitor, shots)
    claims_the_record(alumnus, shots)
    applies_once(alumnus, shots)
    assert figures(desk, forum, visitor) == {
        "at the school": {"bekerja": "0", "penempatan": "0"},
        "at the forum": {"diketahui kegiatannya": "0", "BMW dari semua lulusan": "0,0%"},
        "of the school, at the forum": _line("12 0 diketahui", "0,0% – dari diketahui", placements="0"),
        "for everyone": [str(timezone.localdate().year), "0"],
    }
    moves_it_to_hired(desk, shots)
    records_the_placement(desk, shots)
    sees_each_step(alumnus, shots)
    assert figures(desk, forum, visitor) == {
        "at the school": {"bekerja": "1", "penempatan": "1"},
        "at the forum": {"diketahui kegiatannya": "1", "BMW dari semua lulusan": "8,3%"},
        "of the school, at the forum": _line("12 1 diketahui", "8,3% 100,0% dari diketahui", placements="1"),
        "for everyone": [str(timezone.localdate().year), "1"],
    }
    shots(desk, "a26-meja-bkk")
    shots(forum, "a27-forum")


def imports_the_class(desk, dapodik_file, shots):
    heading(desk, "Meja BKK")
    follow(desk, "Impor alumni", within="nav.side")
    heading(desk, "Impor alumni")
    shots(desk, "a01-impor")
    uploads(desk, dapodik_file(class_of_2026()))
    heading(desk, "Rombel ini jurusan apa?")
    assert proposals(desk) == {
        "XII AKL 1 3 siswa": "Dari singkatan, periksa",
        "XII PANDAWA 2 siswa": "Belum dikenali, pilih",
        "XII TKJ 1 6 siswa": "Dari singkatan, periksa",
    }
    shots(desk, "a02-rombel")
    choose(desk, {"XII PANDAWA": "Teknik Komputer dan Jaringan"})
    press(desk, "Lanjut periksa")
    heading(desk, "Periksa sebelum disimpan")
    assert stats(desk) == {"baru": "11", "berubah": "0", "tidak berubah": "0", "perlu dijawab": "0", "ditolak": "1"}
    shots(desk, "a03-pratinjau")
    follow(desk, "Ditolak (1)")
    assert rows(desk, "Ditolak: perbaiki di berkasnya") == [["Baris 18", "NISN", "12345", REFUSAL]]
    shots(desk, "a04-ditolak")
    press(desk, "Impor sisanya (11)")
    heading(desk, "Impor selesai")
    assert stats(desk) == {"baru": "11", "berubah": "0", "tidak berubah": "0", "ditolak, tidak disimpan": "1"}
    follow(desk, "Lihat alumninya")
    heading(desk, "Alumni")
    listed = rows(desk, "Alumni")
    first = [f"{NAME} NISN 0080000001", "2026", "Teknik Komputer dan Jaringan", "Belum diketahui", "Belum dihubungi"]
    first.append(f"Pilih {NAME}")  # its box
    assert (len(listed), [row for row in listed if NAME in row[0]]) == (11, [first])
    shots(desk, "a05-alumni")


def uploads(desk, path):
    fill(desk, {"Tahun lulus": "2026"})
    acts.field(desk, "Berkas Dapodik atau templat").set_input_files(path)
    press(desk, "Unggah dan periksa")


def proposals(desk):
    """{rombel: what the page says of its proposal}"""
    lines = rows(desk, "Rombel di berkas dan konsentrasinya")
    return {rombel: proposal for rombel, _, proposal in lines}


def imports_the_corrected_file(desk, dapodik_file):
    """What was said of the rombels is remembered, so the page asks nothing; only the corrected pupil is new."""
    follow(desk, "Impor alumni", within="nav.side")
    heading(desk, "Impor alumni")
    uploads(desk, dapodik_file(class_of_2026(NISN="0080000012")))
    heading(desk, "Periksa sebelum disimpan")
    follow(desk, "Ubah rombel")
    heading(desk, "Rombel ini jurusan apa?")
    assert set(proposals(desk).values()) == {"Diingat dari impor lalu"}
    press(desk, "Lanjut periksa")
    heading(desk, "Periksa sebelum disimpan")
    assert stats(desk) == {"baru": "1", "berubah": "0", "tidak berubah": "11", "perlu dijawab": "0", "ditolak": "0"}
    press(desk, "Simpan 1 alumni")
    heading(desk, "Impor selesai")
    assert stats(desk) == {"baru": "1", "berubah": "0", "tidak berubah": "11"}


def writes_and_publishes_a_vacancy(desk, shots):
    adds_the_employer(desk, shots)
    follow(desk, "Tulis lowongan")
    heading(desk, "Tulis lowongan")
    fill(desk, {"Jabatan yang dicari": JOB, "Uraian pekerjaan": WORK})
    fill(desk, {"Gaji terendah (Rp per bulan)": "2.500.000", "Gaji tertinggi (Rp per bulan)": "3.200.000"})
    choose(desk, {"Jenis pekerjaan": "Tetap", "Kelurahan": "Oetete"})
    desk.locator("summary", has_text="Teknologi Informasi").first.click()
    tick(desk, "Teknik Komputer dan Jaringan")
    shots(desk, "a07-tulis-lowongan")
    press(desk, "Simpan draf")
    heading(desk, JOB)
    follow(desk, "Tayangkan")
    answers_the_checklist(desk, shots)
    heading(desk, JOB)
    assert facts(desk)["Gaji per bulan"] == "Rp 2.500.000 – Rp 3.200.000"
    assert timeline(desk) == ["Tayang", "Draf"]
    shots(desk, "a09-lowongan-tayang")


def adds_the_employer(desk, shots):
    follow(desk, "Mitra industri", within="nav.side")
    follow(desk, "Tambah perusahaan")
    heading(desk, "Tambah perusahaan")
    fill(desk, {"Nama perusahaan": COMPANY, "Alamat": "Jl. Timor Raya No. 12"})
    shots(desk, "a06-tambah-perusahaan")
    press(desk, "Simpan")
    heading(desk, COMPANY)


def answers_the_checklist(desk, shots):
    """A company that asks for money stays a draft; the same vacancy with honest answers goes public."""
    heading(desk, "Periksa sebelum tayang")
    shots(desk, "a08-daftar-periksa")
    for answer in desk.locator("main form").get_by_label("Ya", exact=True).all():
        answer.check()
    asks_for_money = desk.get_by_role("group", name=NO_FEE)
    asks_for_money.get_by_label("Tidak", exact=True).check()
    press(desk, "Tayangkan")
    said(desk, f"Lowongan belum dapat ditayangkan. Tidak terpenuhi: {NO_FEE}.")
    asks_for_money.get_by_label("Ya", exact=True).check()
    press(desk, "Tayangkan")


def finds_it_by_any_form_of_the_word(visitor, shots):
    visitor.goto("/")
    shots(visitor, "a10-beranda")
    visitor.get_by_label("Cari pekerjaan").fill("bekerja")
    press(visitor, "Cari")
    assert found(visitor) == [JOB]
    shots(visitor, "a11-cari-bekerja")
    for word in ("pekerjaan", "kerja"):
        visitor.get_by_label("Cari", exact=True).fill(word)
        press(visitor, "Cari")
        visitor.wait_for_url(f"**/lowongan/?*q={word}*")
        assert found(visitor) == [JOB]
    follow(visitor, "Lowongan", within="nav.bar")
    assert found(visitor) == [JOB, "Kasir Toko"]
    for kind, jobs in {"Kontrak (1)": ["Kasir Toko"], "Tetap (1)": [JOB]}.items():
        visitor.locator(".filter-open").tap()
        choose(visitor, {"Jenis pekerjaan": kind})
        press(visitor, "Terapkan")
        visitor.wait_for_url("**/lowongan/?*jenis=*")
        assert found(visitor) == jobs
    shots(visitor, "a12-saring-tetap")


def found(page):
    """The titles of the list's cards."""
    heading(page, "Lowongan kerja")
    return page.locator("main .card-title").all_inner_texts()


def claims_the_record(alumnus, shots):
    alumnus.goto("/")
    follow(alumnus, "Buat akun")
    follow(alumnus, "Saya lulusan SMK di Kota Kupang")
    heading(alumnus, "Daftar sebagai lulusan SMK")
    fill(alumnus, {"NISN": "0080000001", "Tanggal lahir": "2007-05-17"})
    shots(alumnus, "a13-klaim")
    press(alumnus, "Lanjut")
    heading(alumnus, "Buat akun")
    expect(alumnus.locator("main .lead")).to_have_text("Halo, Yohana M. T. – tinggal satu langkah lagi.")
    fill(alumnus, {"Surel atau nomor HP": "0812-3456-7890", "Kata sandi": PASSWORD})
    for consent in alumnus.locator("main input[name^=consent_][required]").all():
        consent.check()
    shots(alumnus, "a14-buat-akun")
    press(alumnus, "Buat akun")
    heading(alumnus, "Beranda saya")
    shots(alumnus, "a15-beranda-saya")


def applies_once(alumnus, shots):
    follow(alumnus, "Cocok", within="nav.bar")
    heading(alumnus, "Cocok untuk saya")
    best = alumnus.locator("main .card").first
    assert best.locator(".chip-yes").all_inner_texts() == REASONS
    shots(alumnus, "a16-cocok")
    best.get_by_role("link", name=JOB).click()
    heading(alumnus, JOB)
    assert alumnus.locator("#kecocokan ~ .chips .chip-yes").all_inner_texts() == REASONS
    shots(alumnus, "a17-lowongan")
    follow(alumnus, "Lamar lowongan ini")
    heading(alumnus, f"Lamar {JOB}")
    other_tab = alumnus.context.new_page()
    other_tab.goto(alumnus.url)
    shots(alumnus, "a18-lamar")
    for tab, answer in [(alumnus, SENT), (other_tab, SENT_BEFORE)]:
        fill(tab, {"Pesan singkat (boleh kosong)": "Siap mulai bulan depan."})
        press(tab, "Kirim lamaran")
        heading(tab, JOB)
        said(tab, answer)
        assert timeline(tab) == ["Terkirim"]
    shots(other_tab, "a19-sudah-melamar")
    other_tab.close()


def figures(desk, forum, visitor):
    """What the school, the forum and everybody read about graduates at work."""
    desk.goto("/bkk/laporan/")
    this_year = rows(desk, "Kegiatan per tahun")[0]
    desk.goto("/bkk/")
    forum.goto("/forum/")
    visitor.goto("/statistik/")
    school = next(row for row in rows(forum, "Menurut sekolah") if row[0] == "SMKN 1 Kupang")
    placed = visitor.locator("figure.chart").filter(has_text="Lulusan ditempatkan lewat BKK")
    placed.locator("summary").click()
    return {
        "at the school": {"bekerja": stats(desk)["bekerja"], "penempatan": this_year[3]},
        "at the forum": _some(stats(forum), "diketahui kegiatannya", "BMW dari semua lulusan"),
        "of the school, at the forum": school,
        "for everyone": placed.locator("tbody tr").last.locator("th, td").all_inner_texts(),
    }


def _line(graduates, bmw, *, placements):
    """The school's line at the forum: one open vacancy, no tracer study, no tanda daftar yet."""
    return ["SMKN 1 Kupang", graduates, bmw, placements, "1 1 terbuka", "–", "Belum terdaftar"]


def _some(values, *names):
    return {name: values[name] for name in names}


def moves_it_to_hired(desk, shots):
    follow(desk, "1 lamaran baru belum diperiksa")
    heading(desk, "Lamaran")
    shots(desk, "a20-lamaran")
    follow(desk, NAME)
    heading(desk, NAME)
    for step in ("Diperiksa BKK", "Diajukan ke perusahaan", "Wawancara"):
        choose(desk, {"Pindahkan ke": step})
        press(desk, "Pindahkan")
        said(desk, f"Lamaran dipindahkan ke {step}.")
    shots(desk, "a21-lamaran-wawancara")
    choose(desk, {"Pindahkan ke": "Diterima bekerja"})
    press(desk, "Pindahkan")
    said(desk, "Lamaran dipindahkan ke Diterima bekerja.")


def records_the_placement(desk, shots):
    heading(desk, "Catat penempatan")
    choose(desk, {"Tempat kerja": "Antar Kerja Lokal (AKL)", "Ikatan kerja": "Kontrak (PKWT)"})
    fill(desk, {"Mulai bekerja": timezone.localdate().isoformat(), "Gaji per bulan": "2.500.000"})
    choose(desk, {"Keselarasan": "Sangat selaras"})
    shots(desk, "a22-catat-penempatan")
    press(desk, "Simpan penempatan")
    heading(desk, f"Penempatan {NAME}")
    assert facts(desk)["Mulai bekerja"] == tanggal(timezone.localdate())
    shots(desk, "a23-penempatan")


def sees_each_step(alumnus, shots):
    follow(alumnus, "Lamaran", within="nav.bar")
    heading(alumnus, "Lamaran saya")
    shots(alumnus, "a24-lamaran-saya")
    follow(alumnus, JOB)
    heading(alumnus, JOB)
    steps = ["Diterima bekerja", "Wawancara", "Diajukan ke perusahaan", "Diperiksa BKK", "Terkirim"]
    assert timeline(alumnus) == steps
    expect(alumnus.locator("main .timeline")).not_to_contain_text(COORDINATOR)
    shots(alumnus, "a25-perkembangan")


def test_who_is_turned_down_reads_why(open_page, city, login, shots):
    school = School.objects.get(npsn="50304998")
    application = ApplicationFactory(alumnus=AlumnusFactory(school=school, claimed=True), vacancy__title=JOB)
    desk, alumnus = open_page(**DESK), open_page(**PHONE)
    login(desk, SchoolMembershipFactory(school=school).user.email)
    desk.goto(f"/bkk/lamaran/{application.pk}/")
    choose(desk, {"Pindahkan ke": "Tidak diterima"})
    press(desk, "Pindahkan")
    expect(desk.locator("main .invalid-feedback")).to_have_text("Tulis alasan yang dapat dibaca pelamar.")
    fill(desk, {"Alasan atau catatan untuk pelamar": "Perusahaan mencari yang sudah punya SIM C."})
    press(desk, "Pindahkan")
    said(desk, "Lamaran dipindahkan ke Tidak diterima.")
    login(alumnus, application.alumnus.person.user.email)
    follow(alumnus, "Lamaran", within="nav.bar")
    follow(alumnus, JOB)
    heading(alumnus, JOB)
    assert timeline(alumnus)[0] == "Tidak diterima"
    expect(alumnus.locator("main .timeline blockquote")).to_have_text("Perusahaan mencari yang sudah punya SIM C.")
    shots(alumnus, "a28-tidak-diterima")
