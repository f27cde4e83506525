"""/lowongan/<id>-<slug>/: the page of one vacancy in each status."""

import pytest
from django.test import Client

from tests.factories.applications import ApplicationFactory
from tests.factories.people import KonsentrasiFactory, OccupationFactory, SkillFactory
from tests.factories.regions import VillageFactory
from tests.factories.vacancies import SavedVacancyFactory, VacancyFactory
from tests.vacancies.acts import day

pytestmark = pytest.mark.django_db
APPLY = "Lamar lowongan ini"


def page(vacancy, client=None):
    return (client or Client()).get(vacancy.get_absolute_url())


def html(vacancy, client=None):
    return page(vacancy, client).content.decode()


def test_everything_that_perpres_57_asks_is_told():
    vacancy = VacancyFactory(
        title="Kasir",
        employer__name="Toko Rukun",
        headcount=3,
        occupation=OccupationFactory(title="Kasir dan Petugas Tiket"),
        education=3,
        experience_months=6,
        min_age=18,
        max_age=25,
        sex="P",
        limit_reason="Asrama putri",
        benefits="Makan siang",
        selection_steps="Wawancara",
        village=VillageFactory(),
        work_address="Jl. Timor Raya 5",
        siapkerja_number="LK-001",
        konsentrasi=[KonsentrasiFactory()],
        skills=[SkillFactory(name="Berhitung")],
    )
    shown = html(vacancy)
    told = ["Toko Rukun", "Rp 2.300.000 – Rp 3.000.000", "3 orang", "SMA/SMK", "6 bulan", "18–25 tahun", "Perempuan"]
    told += ["Asrama putri", "Oetete, Kota Kupang", "Jl. Timor Raya 5", "Kasir dan Petugas Tiket", "LK-001"]
    told += ["Makan siang", "Wawancara", "Teknik Komputer dan Jaringan", "Berhitung", "Tetap"]
    assert [word for word in told if word not in shown] == []


def test_what_was_not_asked_is_left_out():
    vacancy = VacancyFactory()
    shown = html(vacancy)
    words = ("Umur", "Jenis kelamin", "Alasan batas", "SIAPkerja", "Golongan jabatan", "Fasilitas", "Tahap seleksi")
    assert [word for word in words if word in shown] == []
    assert "Tidak disyaratkan" in shown


def test_the_contact_person_is_for_the_desks():
    vacancy = VacancyFactory(contact_name="Bapak Rahasia", contact_phone="+6281234567890")
    shown = html(vacancy)
    assert "Bapak Rahasia" not in shown
    assert "0812" not in shown


@pytest.mark.parametrize(
    ("seat", "offered"),
    [("alumnus_user", True), ("participant_user", True), ("coordinator", False), ("officer", False)],
)
def test_an_open_one_can_be_applied_for(request, seat, offered):
    vacancy = VacancyFactory()
    assert (APPLY in html(vacancy, request.getfixturevalue(seat).client)) is offered


def test_a_stranger_is_led_to_applying():
    vacancy = VacancyFactory()
    shown = html(vacancy)
    assert f'href="/saya/lamar/{vacancy.pk}/"' in shown
    assert APPLY in shown
    assert "Simpan" not in shown


@pytest.mark.parametrize(
    ("traits", "sentence"),
    [
        ({"closed": True}, "Lowongan ini sudah ditutup. Alasan: Sudah terisi."),
        ({"status": "paused"}, "Lowongan ini sedang ditunda dan belum menerima lamaran. Coba lihat lagi nanti."),
    ],
)
def test_one_that_is_not_open_says_why(alumnus_user, traits, sentence):
    shown = html(VacancyFactory(**traits), alumnus_user.client)
    assert sentence in shown
    assert APPLY not in shown


def test_one_out_of_its_time_says_so():
    early, late = VacancyFactory(opens_on=day(3)), VacancyFactory(expired=True)
    assert early.standing.startswith("Lowongan ini baru dibuka mulai ")
    assert late.standing.startswith("Masa berlaku lowongan ini sudah habis (")
    for vacancy, is_over in ((early, False), (late, True)):
        shown = html(vacancy)
        assert vacancy.standing in shown
        assert APPLY not in shown
        assert ("Masukkan ke kalender" not in shown) is is_over
        assert ("Lamaran Anda ditangani BKK sekolah Anda" not in shown) is is_over


@pytest.mark.parametrize(
    ("trait", "words"),
    [("draft", "masih draf"), ("in_review", "menunggu persetujuan"), ("hidden", "disembunyikan dinas")],
)
def test_its_own_desk_is_told_that_nobody_else_sees_it(coordinator, trait, words):
    vacancy = VacancyFactory(school=coordinator.school, **{trait: True})
    assert f"Halaman ini hanya terlihat oleh BKK dan dinas: {words}." in html(vacancy, coordinator.client)


def test_overseas_work_is_information_only(alumnus_user):
    vacancy = VacancyFactory(overseas=True)
    shown = html(vacancy, alumnus_user.client)
    assert 'href="https://contoh.test/resmi" rel="nofollow noopener"' in shown
    assert "hanya ditampilkan sebagai informasi" in shown
    assert APPLY not in shown
    assert "Lamaran Anda ditangani BKK sekolah Anda" not in shown


def test_who_has_applied_is_led_to_the_application(alumnus_user):
    application = ApplicationFactory(alumnus=alumnus_user.alumnus)
    shown = html(application.vacancy, alumnus_user.client)
    assert "Anda sudah melamar lowongan ini." in shown
    assert f'href="/saya/lamaran/{application.pk}/"' in shown
    assert APPLY not in shown


def test_a_saved_one_offers_to_be_taken_off(alumnus_user):
    vacancy = VacancyFactory()
    before = html(vacancy, alumnus_user.client)
    SavedVacancyFactory(vacancy=vacancy, person=alumnus_user.person)
    after = html(vacancy, alumnus_user.client)
    steps = [f'action="/saya/tersimpan/{vacancy.pk}/{step}/"' for step in ("simpan", "hapus")]
    assert [[step in shown for step in steps] for shown in (before, after)] == [[True, False], [False, True]]


def test_the_slug_is_put_right_for_good():
    vacancy = VacancyFactory(title="Kasir", employer__name="Toko Rukun")
    response = Client().get(f"/lowongan/{vacancy.pk}-nama-lama/")
    assert (response.status_code, response["Location"]) == (301, f"/lowongan/{vacancy.pk}-kasir-toko-rukun/")


def test_what_is_shared_carries_title_place_and_pay(settings):
    settings.PUBLIC_URL = "https://bkk.example"
    vacancy = VacancyFactory(title="Kasir", employer__name="Toko Rukun", closes_on=day(3))
    shown = html(vacancy)
    address = f"https://bkk.example/lowongan/{vacancy.pk}-kasir-toko-rukun/"
    assert f'<link rel="canonical" href="{address}">' in shown
    assert f'<meta property="og:url" content="{address}">' in shown
    assert '<meta property="og:title" content="Kasir · Toko Rukun">' in shown
    assert 'content="Kota Kupang. Rp 2.300.000 – Rp 3.000.000.' in shown


@pytest.mark.parametrize(("verified", "linked"), [(True, True), (False, False)])
def test_only_a_verified_employer_has_a_page_to_lead_to(verified, linked):
    vacancy = VacancyFactory(employer__verified=verified)
    shown = html(vacancy)
    assert (f'href="{vacancy.employer.get_absolute_url()}"' in shown) is linked
    assert ("Belum diverifikasi" in shown) is not linked


def test_same_queries_for_many_links(same_queries):
    vacancy = VacancyFactory()

    def link(count):
        vacancy.skills.add(*SkillFactory.create_batch(count))

    same_queries(Client(), vacancy.get_absolute_url(), link, 5)
