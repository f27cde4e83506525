"""Chain B, training: from the programme to the signed handover, and what a stranger reads behind its QR code."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.regions.models import Village
from tests.e2e import acts
from tests.e2e.acts import choose, facts, fill, follow, heading, press, rows, said, stats, tick
from tests.e2e.conftest import DESK, PHONE
from tests.factories.alumni import AlumnusFactory
from tests.factories.offices import AgencyMembershipFactory

NIK = "5371045705050001"
TYPED_NIK = "5371030105990002"
KNOWN, TYPED = "Maria Yuliana Nenobais", "Markus Tefa"
PROGRAMME, TRAINING, KIT = "Las Listrik Dasar", "Las Listrik Dasar Angkatan I", "Paket las rumahan"
ITEM, SERIAL = "Mesin las inverter 120 A", "INV-0042"
CONTRACT = "027/SPK/DISNAKERTRANS/2026"
REASON = "Ujian praktik belum memenuhi syarat."


@pytest.fixture
def officer(city):
    """An officer of Disnakertrans; the city knows one graduate by NIK."""
    born, village = datetime.date(2005, 5, 17), Village.objects.get(name="Oetete")
    AlumnusFactory(person__name=KNOWN, person__nik=NIK, person__birth_date=born, person__village=village)
    return AgencyMembershipFactory().user.email


@pytest.fixture
def today():
    return timezone.localdate()


def test_from_the_programme_to_the_signed_handover(open_page, officer, today, login, shots, tmp_path):
    desk, phone, stranger = open_page(**DESK), open_page(**PHONE), open_page(**PHONE)
    login(desk, officer)
    login(phone, officer)
    writes_a_programme(desk, shots)
    creates_a_training(desk, today, shots)
    enrols_by_nik(desk, shots)
    enrols_somebody_typed_in(desk, shots)
    starts_it(desk, shots)
    takes_attendance_of_all_at_once(desk, today, shots)
    marks_who_passed(desk, shots)
    issues_certificates(desk, today, shots)
    prepares_the_kit(desk, today, shots)
    receives_stock(desk, today, shots)
    cannot_give_a_kit_to_who_failed(desk, shots)
    code = hands_over_on_the_phone(phone, today, shots, tmp_path)
    reads_what_the_qr_code_confirms(stranger, code, today, shots)
    sees_stock_and_figures(desk, stranger, shots)


def writes_a_programme(desk, shots):
    heading(desk, "Meja dinas")
    shots(desk, "b01-meja-dinas")
    follow(desk, "Pelatihan", within="nav.side")
    follow(desk, "Program")
    follow(desk, "Tulis program")
    heading(desk, "Program baru")
    fill(desk, {"Nama program": PROGRAMME, "Bidang": "Pengelasan", "Lama (jam pelajaran, JP)": "40"})
    shots(desk, "b02-program-baru")
    press(desk, "Simpan program")
    heading(desk, PROGRAMME)
    said(desk, f"Program {PROGRAMME} disimpan.")


def creates_a_training(desk, today, shots):
    follow(desk, "Pelatihan", within="nav.side")
    heading(desk, "Pelatihan")
    follow(desk, "Buat pelatihan")
    heading(desk, "Pelatihan baru")
    choose(desk, {"Program": PROGRAMME, "Kelurahan": "Oetete"})
    fill(desk, {"Angkatan": "Angkatan I", "Tempat": "Aula Kantor Lurah Oetete", "Kuota peserta": "2"})
    fill(desk, {"Mulai": (today - datetime.timedelta(days=1)).isoformat(), "Selesai": today.isoformat()})
    tick(desk, "Sabtu", "Minggu")
    shots(desk, "b03-pelatihan-baru")
    press(desk, "Buat pelatihan")
    heading(desk, TRAINING)
    said(desk, "Pelatihan dibuat, jadwalnya sudah disusun.")


def enrols_by_nik(desk, shots):
    follow(desk, "Tambah peserta")
    heading(desk, "Tambah peserta")
    fill(desk, {"NIK": NIK})
    shots(desk, "b04-cari-peserta")
    press(desk, "Cari")
    heading(desk, "Orang ini?")
    expect(desk.locator("main h2").first).to_have_text(KNOWN)
    assert facts(desk)["NIK"] == "5371••••••••0001"
    shots(desk, "b05-orang-ini")
    press(desk, "Ya, daftarkan")
    heading(desk, TRAINING)
    said(desk, f"{KNOWN} diterima sebagai peserta.")


def enrols_somebody_typed_in(desk, shots):
    follow(desk, "Tambah peserta")
    fill(desk, {"NIK": TYPED_NIK})
    press(desk, "Cari")
    heading(desk, "Peserta baru")
    said(desk, "Belum ada orang dengan nomor itu. Isi datanya di bawah ini.")
    assert acts.field(desk, "NIK").input_value() == TYPED_NIK
    fill(desk, {"Nama lengkap": TYPED, "Tanggal lahir": "1999-05-01", "Nomor HP": "0812 3456 7899"})
    tick(desk, "Laki-laki")
    choose(desk, {"Kelurahan tempat tinggal": "Oebufu"})
    shots(desk, "b06-peserta-baru")
    press(desk, "Simpan dan daftarkan")
    heading(desk, TRAINING)
    said(desk, f"{TYPED} diterima sebagai peserta.")
    assert rows(desk, f"Peserta {TRAINING}") == [
        [KNOWN, "Oetete", "Diterima", "", "", ""],
        [TYPED, "Oebufu", "Diterima", "", "", ""],
    ]


def starts_it(desk, shots):
    press(desk, "Umumkan dan buka pendaftaran")
    said(desk, "Keadaan pelatihan sekarang: Pendaftaran dibuka.")
    press(desk, "Mulai pelatihan")
    said(desk, "Keadaan pelatihan sekarang: Berlangsung.")
    shots(desk, "b07-pelatihan")


def takes_attendance_of_all_at_once(desk, today, shots):
    yesterday = today - datetime.timedelta(days=1)
    follow(desk, f"Catat kehadiran {tanggal(yesterday)}")
    heading(desk, f"Kehadiran {tanggal(yesterday)}")
    press(desk, "Tandai semua hadir")
    press(desk, "Simpan kehadiran")
    heading(desk, "Jadwal dan kehadiran")
    follow(desk, "Catat kehadiran")
    heading(desk, f"Kehadiran {tanggal(today)}")
    press(desk, "Tandai semua hadir")
    desk.get_by_role("group", name=f"Kehadiran {TYPED}").get_by_label("Alpa").check()
    shots(desk, "b08-kehadiran")
    press(desk, "Simpan kehadiran")
    heading(desk, "Jadwal dan kehadiran")
    assert [row[2] for row in rows(desk, "Hari pelatihan")] == ["2 dari 2 hadir", "1 dari 2 hadir"]
    follow(desk, TRAINING)
    heading(desk, TRAINING)


def marks_who_passed(desk, shots):
    follow(desk, "Isi hasil peserta")
    heading(desk, "Hasil pelatihan")
    press(desk, "Tandai semua lulus")
    desk.get_by_role("group", name=f"Hasil {TYPED}").get_by_label("Tidak lulus").check()
    desk.get_by_label(f"Nilai {KNOWN}, 0 sampai 100").fill("87,5")
    desk.get_by_label(f"Alasan {TYPED}").fill(REASON)
    shots(desk, "b09-hasil")
    press(desk, "Simpan hasil")
    heading(desk, TRAINING)
    press(desk, "Selesaikan pelatihan")
    said(desk, "Keadaan pelatihan sekarang: Selesai.")
    assert [line[:5] for line in rows(desk, f"Peserta {TRAINING}")] == [
        [KNOWN, "Oetete", "Lulus", "100,0%", ""],
        [TYPED, "Oebufu", "Tidak lulus", "50,0%", ""],
    ]


def issues_certificates(desk, today, shots):
    follow(desk, "Terbitkan sertifikat")
    heading(desk, "Sertifikat")
    press(desk, "Terbitkan 1 sertifikat")
    said(desk, "1 sertifikat diterbitkan.")
    [[name, number, day, status, _]] = rows(desk, f"Sertifikat {TRAINING}")
    assert (name, number, day, status) == (
        KNOWN,
        f"001/SERT/DISNAKERTRANS/{today.year} (PDF)",
        tanggal(today),
        "Berlaku",
    )
    shots(desk, "b10-sertifikat")
    for link in (number, "Cetak satu kelas (PDF)"):
        href = desk.get_by_role("link", name=link, exact=True).get_attribute("href")
        assert acts.download(desk, href).startswith(b"%PDF-")


def prepares_the_kit(desk, today, shots):
    follow(desk, "Peralatan", within="nav.side")
    heading(desk, "Peralatan")
    follow(desk, "Tambah barang")
    heading(desk, "Tambah barang")
    fill(desk, {"Nama barang": ITEM, "Kategori": "Las", "Satuan": "unit"})
    tick(desk, "Bernomor seri")
    shots(desk, "b11-barang-baru")
    press(desk, "Simpan barang")
    heading(desk, ITEM)
    follow(desk, "Peralatan", within="nav.side")
    heading(desk, "Peralatan")
    follow(desk, "Paket")
    follow(desk, "Susun paket")
    heading(desk, "Susun paket")
    choose(desk, {"Program": PROGRAMME, "Barang ke-1": f"{ITEM} (unit)"})
    fill(desk, {"Nama paket": KIT, "Jumlah barang ke-1": "1"})
    shots(desk, "b12-susun-paket")
    press(desk, "Simpan paket")
    said(desk, f"{KIT} ({today.year}) disimpan.")


def receives_stock(desk, today, shots):
    follow(desk, "Kontrak")
    follow(desk, "Catat kontrak")
    heading(desk, "Catat kontrak")
    fill(desk, {"Nomor kontrak": CONTRACT, "Penyedia": "CV Lontar Teknik", "Tanggal kontrak": today.isoformat()})
    fill(desk, {"Nilai kontrak": "1.850.000", "Merek barang ke-1": "Lakoni Falcon", "Jumlah barang ke-1": "1"})
    fill(desk, {"Harga satuan barang ke-1": "1.850.000"})
    choose(desk, {"Sumber dana": "APBD", "Barang ke-1": f"{ITEM} (unit)"})
    press(desk, "Simpan kontrak")
    heading(desk, f"Kontrak {CONTRACT}")
    follow(desk, "Terima barang")
    heading(desk, "Terima barang")
    acts.field(desk, "Barang menurut kontrak").select_option(index=1)
    fill(desk, {"Jumlah diterima": "1", "Diterima tanggal": today.isoformat()})
    shots(desk, "b13-terima-barang")
    press(desk, "Masukkan ke stok")
    heading(desk, f"Kontrak {CONTRACT}")
    follow(desk, "Stok", within="nav.side")
    heading(desk, "Stok")
    assert [row[:4] for row in rows(desk, "Stok")] == [[f"{ITEM} Tipis", "1 unit", "–", "Rp 1.850.000"]]
    shots(desk, "b14-stok")


def cannot_give_a_kit_to_who_failed(desk, shots):
    follow(desk, "Peserta", within="nav.side")
    heading(desk, "Peserta pelatihan")
    shots(desk, "b15-peserta")
    follow(desk, TYPED)
    heading(desk, TYPED)
    expect(desk.get_by_role("link", name="Serahkan paket")).to_have_count(0)
    number = desk.url.rstrip("/").split("/")[-1]
    desk.goto(f"/dinas/serah-terima/baru/{number}/")
    heading(desk, "Paket belum dapat diserahkan")
    refusal = f"{TYPED} belum dinyatakan lulus pelatihan ini, jadi tidak dapat menerima paket."
    expect(desk.locator("main .alert")).to_have_text(refusal)
    shots(desk, "b16-tidak-dapat")


def hands_over_on_the_phone(phone, today, shots, tmp_path):
    """Where the kit is: with the camera's picture and a finger on the screen. Gives the code of the BAST."""
    follow(phone, "Serah", within="nav.bar")
    heading(phone, "Serah terima")
    shots(phone, "b17-serah-terima")
    phone.locator("main .tasks a").first.tap()
    follow(phone, KNOWN)
    heading(phone, "Serahkan paket")
    tick(phone, "Saya sudah mencocokkan KTP dengan penerima")
    fill(phone, {"Nomor seri": SERIAL})
    acts.field(phone, "Foto penerima dengan barangnya").set_input_files(acts.photo(tmp_path))
    acts.sign_with_finger(phone)
    shots(phone, "b18-serahkan-paket")
    press(phone, "Serahkan dan terbitkan BAST")
    heading(phone, "Serah terima kelas")
    follow(phone, KNOWN)
    heading(phone, KNOWN)
    given = f"{ITEM} Lakoni Falcon, nomor seri {SERIAL}, kontrak {CONTRACT}"
    assert rows(phone, "Barang") == [[given, "1", "1 unit", "Rp 1.850.000"]]
    assert facts(phone)["Tanggal"] == tanggal(today)
    sees_the_pictures(phone)
    shots(phone, "b19-bast")
    bast = phone.get_by_role("link", name="Cetak BAST (PDF)").get_attribute("href")
    assert acts.download(phone, bast).startswith(b"%PDF-")
    return phone.get_by_role("link", name="Halaman verifikasi").get_attribute("href")


def sees_the_pictures(page):
    """Both files came over whole: the browser could draw them."""
    for name in ("Foto serah terima", "Tanda tangan"):
        picture = page.get_by_role("img", name=name, exact=True)
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("image => image.naturalWidth") > 0


def reads_what_the_qr_code_confirms(stranger, code, today, shots):
    stranger.goto(code)
    heading(stranger, "Dokumen ini asli")
    shown = facts(stranger)
    assert (shown["Atas nama (disingkat)"], shown["Tanggal terbit"]) == ("Maria Y. N.", tanggal(today))
    expect(stranger.locator("body")).not_to_contain_text("Nenobais")
    expect(stranger.locator("body")).not_to_contain_text(NIK[-4:])
    shots(stranger, "b20-verifikasi")


def sees_stock_and_figures(desk, stranger, shots):
    follow(desk, "Stok", within="nav.side")
    heading(desk, "Stok")
    assert [row[:4] for row in rows(desk, "Stok")] == [[f"{ITEM} Habis", "0 unit", "–", "Rp 0"]]
    follow(desk, "Mutasi")
    heading(desk, "Mutasi stok")
    assert [row[1:3] for row in rows(desk, "Mutasi stok")] == [
        ["Diserahkan", "-1 unit"],
        ["Diterima dari penyedia", "+1 unit"],
    ]
    shots(desk, "b21-mutasi")
    stranger.goto("/")
    figures = stats(stranger)
    assert (figures["orang lulus pelatihan"], figures["paket alat diserahkan"]) == ("1", "1")
