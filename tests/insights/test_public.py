"""Home, statistics, open data and the API: what everyone may see."""

import datetime

import pytest
from django.test import Client

from bkk_portal.insights.statistics.tables import TABLES
from bkk_portal.kit.text.formatting import persen
from tests.factories.alumni import AlumnusFactory
from tests.factories.businesses import BusinessFactory
from tests.factories.equipment import HandoverFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.programmes import TrainingFactory
from tests.factories.regions import VillageFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory
from tests.insights.acts import THIS_YEAR, csv_rows, graduates, labour, trained

pytestmark = pytest.mark.django_db
API = "/api/v1"
JANUARY = datetime.date(THIS_YEAR, 1, 2)


def get(url):
    return Client().get(url)


def table(slug):
    return csv_rows(get(f"/data/{slug}.csv"))


def one_of_each(year):
    """Somebody placed, somebody trained and a kit handed over, in one year."""
    day = datetime.date(year, 1, 2)
    PlacementFactory(starts_on=day, alumnus__person__birth_date=datetime.date(1990, 1, 1))
    dates = {"participant__training__starts_on": day, "participant__training__ends_on": day}
    HandoverFactory(handed_on=day, **dates)


# home


def test_home_counts_this_year_and_what_is_open():
    VacancyFactory.create_batch(2)
    VacancyFactory(for_all_bkk=True)
    VacancyFactory(expired=True)
    one_of_each(THIS_YEAR)
    one_of_each(THIS_YEAR - 1)
    PlacementFactory(starts_on=JANUARY, cancelled=True)
    HandoverFactory(
        handed_on=JANUARY,
        cancelled=True,
        participant__training__ends_on=datetime.date(2024, 1, 1),
        participant__training__starts_on=datetime.date(2024, 1, 1),
    )
    pulse = get("/").context["pulse"]
    assert (pulse.year, pulse.open_vacancies, pulse.placed, pulse.trained, pulse.kits) == (THIS_YEAR, 2, 1, 1, 1)


def test_home_shows_the_newest_and_what_is_still_to_come():
    VacancyFactory.create_batch(7)
    running, coming = TrainingFactory(running=True), TrainingFactory()
    for trait in ("planned", "cancelled", "finished"):
        TrainingFactory(**{trait: True})
    context = get("/").context
    assert (len(context["vacancies"]), list(context["trainings"])) == (6, [running, coming])


def test_empty_home_says_so():
    page = get("/").content.decode()
    assert ("Belum ada lowongan yang terbuka" in page, "Belum ada pelatihan yang dijadwalkan" in page) == (True, True)


def test_home_takes_the_same_queries(same_queries):
    def more(count):
        VacancyFactory.create_batch(count)
        TrainingFactory.create_batch(count)
        BusinessFactory.create_batch(count, published=True)

    same_queries(Client(), "/", more, 7)


# statistics


def test_statistics_show_what_was_done_year_by_year():
    one_of_each(THIS_YEAR - 2)
    one_of_each(THIS_YEAR)
    years = [(str(THIS_YEAR - 2), 1), (str(THIS_YEAR - 1), 0), (str(THIS_YEAR), 1)]
    charts = get("/statistik/").context["work_charts"]
    assert [(chart.title, chart.series[0].points) for chart in charts] == [
        ("Lulusan ditempatkan lewat BKK", years),
        ("Peserta lulus pelatihan", years),
        ("Paket peralatan diserahkan", years),
    ]


def test_statistics_without_anything_show_this_year():
    charts = get("/statistik/").context["work_charts"]
    assert [chart.series[0].points for chart in charts] == [[(str(THIS_YEAR), 0)]] * 3


def test_statistics_show_the_citys_bmw_with_both_shares():
    for school in (SchoolFactory(), SchoolFactory()):
        graduates(6, doing="working", school=school)
        graduates(3, doing="job_seeking", school=school)
        graduates(3, school=school)
    response = get("/statistik/")
    figures, page = response.context["figures"], response.content.decode()
    assert (figures.total, figures.answered, figures.working) == (24, 18, 12)
    assert (persen(50) in page, persen(66.7) in page) == (True, True)


def test_statistics_of_a_few_graduates_tell_nothing():
    graduates(4, doing="working")
    graduates(6)
    response = get("/statistik/")
    figures = response.context["figures"]
    assert (figures.total, figures.answered, figures.working, figures.of_all) == (10, None, None, None)
    assert persen(40) not in response.content.decode()


def test_statistics_take_the_same_queries(same_queries):
    same_queries(Client(), "/statistik/", lambda count: graduates(count, doing="working"), 5)


# open data


def test_every_table_is_offered_with_its_source():
    page = get("/data/").content.decode()
    assert [slug for slug in TABLES if f'href="/data/{slug}.csv"' not in page] == []
    assert page.count("Sumber:") == len(TABLES)


def test_a_table_that_does_not_exist_is_not_found():
    assert get("/data/gaji.csv").status_code == 404


def test_labour_table():
    labour(2023, 12_779, 211_951, source="=BPS")
    assert table("angkatan-kerja") == [
        ["tahun", "indikator", "jenis_kelamin", "nilai", "satuan", "sumber"],
        ["2023", "bekerja", "T", "211951", "orang", "'=BPS"],
        ["2023", "pengangguran", "T", "12779", "orang", "'=BPS"],
    ]


def test_work_table():
    one_of_each(THIS_YEAR - 1)
    assert table("hasil-per-tahun") == [
        ["tahun", "ditempatkan", "lulus_pelatihan", "paket_diserahkan"],
        [str(THIS_YEAR - 1), "1", "1", "1"],
        [str(THIS_YEAR), "0", "0", "0"],
    ]


def test_graduates_table_suppresses():
    graduates(6, doing="working", graduation_year=2024)
    graduates(6, doing="studying", graduation_year=2024)
    graduates(2, doing="self_employed", graduation_year=2024)
    graduates(7, graduation_year=2024)
    graduates(3, doing="working", graduation_year=2025)
    assert table("lulusan") == [
        [
            "tahun_lulus",
            "lulusan",
            "diketahui",
            "bekerja",
            "melanjutkan",
            "wirausaha",
            "bmw_persen_dari_semua",
            "bmw_persen_dari_diketahui",
        ],
        ["2024", "21", "14", "", "6", "", "66.7", "100.0"],
        ["2025", "", "", "", "", "", "", ""],
    ]


VILLAGE_COLUMNS = ["kode", "kelurahan", "kecamatan", "tahun", "pelatihan", "peserta"]


def test_villages_table_suppresses():
    trained(VillageFactory(), 4)
    trained(VillageFactory(other=True), 5)
    assert table("kelurahan") == [
        [*VILLAGE_COLUMNS, "paket_diserahkan", "belanja_rupiah", "lulus", "hasil_persen"],
        ["53.71.04.1008", "Oetete", "Oebobo", str(THIS_YEAR), "1", "", "0", "0", "0", ""],
        ["53.71.04.1009", "Oebufu", "Oebobo", str(THIS_YEAR), "1", "5", "0", "0", "0", ""],
    ]


def test_schools_table():
    school = SchoolFactory(smkn1=True)
    VacancyFactory(school=school)
    VacancyFactory(school=school, for_all_bkk=True)
    SchoolFactory(npsn="50300001", name="SMK Laut", status="swasta", district=None)
    assert table("sekolah") == [
        ["npsn", "nama", "status", "kecamatan", "lowongan_terbuka"],
        ["50300001", "SMK Laut", "Swasta", "", "0"],
        ["50304998", "SMKN 1 Kupang", "Negeri", "Oebobo", "1"],
    ]


@pytest.mark.parametrize("slug", list(TABLES))
def test_no_table_names_a_person(slug):
    AlumnusFactory(person__name="Maria Lay", person__nisn="0051112223")
    ParticipantFactory(passed=True, person__name="Maria Lay", person__nisn="0051112224")
    text = str(table(slug))
    assert [word for word in ("Maria", "005111222") if word in text] == []


@pytest.mark.parametrize(
    ("slug", "number"),
    [("angkatan-kerja", 1), ("hasil-per-tahun", 3), ("lulusan", 1), ("kelurahan", 8), ("sekolah", 1)],
)
def test_table_in_a_fixed_number_of_queries(slug, number, django_assert_num_queries):
    for count in (1, 2):
        graduates(count, doing="working", graduation_year=2020 + count)
        one_of_each(THIS_YEAR - count)
        with django_assert_num_queries(number):
            list(TABLES[slug].rows())


# the API


def test_api_vacancies_are_what_everyone_may_see():
    shown = VacancyFactory(title="Kasir", employer__name="Toko Rukun", village=VillageFactory(), contact_phone="+62812")
    for trait in ("draft", "closed", "expired", "hidden", "for_all_bkk"):
        VacancyFactory(**{trait: True})
    rows = get(f"{API}/lowongan").json()
    assert rows == [
        {
            "id": shown.pk,
            "jabatan": "Kasir",
            "perusahaan": "Toko Rukun",
            "jenis": "Tetap",
            "jumlah": 1,
            "uraian": "Merawat dan memperbaiki komputer pelanggan.",
            "gaji_dari": 2_300_000,
            "gaji_sampai": 3_000_000,
            "kelurahan": "Oetete",
            "berlaku_mulai": shown.opens_on.isoformat(),
            "ditutup": shown.closes_on.isoformat(),
        }
    ]
    assert get(f"{API}/lowongan/{shown.pk}").json() == rows[0]


@pytest.mark.parametrize("trait", ["draft", "closed", "expired", "hidden", "for_all_bkk"])
def test_api_vacancy_that_is_not_open_to_all_is_not_found(trait):
    answer = get(f"{API}/lowongan/{VacancyFactory(**{trait: True}).pk}")
    assert (answer.status_code, answer.json()) == (404, {"pesan": "Tidak ditemukan."})


@pytest.mark.parametrize("page", ["0", "201", "-1", "satu"])
@pytest.mark.parametrize("path", ["lowongan", "pelatihan", "sekolah"])
def test_api_page_that_cannot_be_is_refused(path, page):
    answer = get(f"{API}/{path}?hal={page}")
    assert (answer.status_code, answer.json()["detail"][0]["loc"][-1]) == (422, "hal")


def test_api_pages_hold_fifty_and_lose_none():
    VacancyFactory.create_batch(53, employer=VacancyFactory().employer)
    pages = [[row["id"] for row in get(f"{API}/lowongan?hal={page}").json()] for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 4, 0]
    assert len({*pages[0], *pages[1]}) == 54


def test_api_trainings_are_those_announced():
    training = TrainingFactory(programme__name="Las Dasar", village=VillageFactory())
    TrainingFactory(planned=True)
    (row,) = get(f"{API}/pelatihan").json()
    assert row == {
        "id": training.pk,
        "program": "Las Dasar",
        "bidang": "Pengelasan",
        "jam_pelajaran": 240,
        "dinas": "Disnakertrans",
        "kelurahan": "Oetete",
        "tempat": "Aula Kantor Lurah",
        "mulai": training.starts_on.isoformat(),
        "selesai": training.ends_on.isoformat(),
        "kuota": 16,
        "keadaan": training.get_status_display(),
    }


def test_api_schools_and_villages():
    SchoolFactory(smkn1=True)
    trained(VillageFactory(), 4)
    assert get(f"{API}/sekolah").json() == [
        {"npsn": "50304998", "nama": "SMKN 1 Kupang", "status": "Negeri", "kecamatan": "Oebobo"}
    ]
    assert get(f"{API}/kelurahan").json() == [
        {
            "kode": "53.71.04.1008",
            "nama": "Oetete",
            "kecamatan": "Oebobo",
            "tahun": THIS_YEAR,
            "pelatihan": 1,
            "peserta": None,
            "paket_diserahkan": 0,
        }
    ]


def test_api_statistics():
    labour(2023, 12_779, 211_951, source="BPS")
    one_of_each(THIS_YEAR)
    graduates(8, doing="working", graduation_year=2024)
    (year,) = get(f"{API}/statistik/angkatan-kerja").json()
    rate = year.pop("tingkat_pengangguran_turunan")
    assert (year, round(rate, 2)) == ({"tahun": 2023, "menganggur": 12_779, "bekerja": 211_951, "sumber": "BPS"}, 5.69)
    assert get(f"{API}/statistik/hasil").json() == [
        {"tahun": THIS_YEAR, "ditempatkan": 1, "lulus_pelatihan": 1, "paket_diserahkan": 1}
    ]
    assert get(f"{API}/statistik/lulusan").json()[0] == {
        "tahun_lulus": 2024,
        "lulusan": 8,
        "diketahui": 8,
        "bekerja": 8,
        "melanjutkan": 0,
        "wirausaha": 0,
        "bmw_persen_dari_semua": 100.0,
        "bmw_persen_dari_diketahui": 100.0,
    }


def test_api_describes_itself_and_each_error():
    paths = get(f"{API}/openapi.json").json()["paths"]
    assert set(paths[f"{API}/lowongan/{{pk}}"]["get"]["responses"]) == {"200", "404"}
    assert all("422" in paths[f"{API}/{path}"]["get"]["responses"] for path in ("lowongan", "pelatihan", "sekolah"))


@pytest.mark.parametrize("path", ["lowongan", "pelatihan", "sekolah", "kelurahan", "statistik/hasil"])
def test_api_only_answers_to_reading(path):
    assert Client().post(f"{API}/{path}").status_code == 405


@pytest.mark.parametrize(
    ("path", "make"), [("lowongan", VacancyFactory), ("pelatihan", TrainingFactory), ("sekolah", SchoolFactory)]
)
def test_api_lists_take_one_query(path, make, same_queries):
    same_queries(Client(), f"{API}/{path}", make.create_batch, 1)
