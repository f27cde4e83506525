"""Each filter and each order of the public list."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from placements.vacancies.search.choices import jurusan, places
from tests.factories.people import KonsentrasiFactory
from tests.factories.regions import DistrictFactory, ProvinceFactory, RegencyFactory, VillageFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import day, found_by_search, titles

pytestmark = pytest.mark.django_db


def shown(**query):
    return titles(Client().get("/lowongan/", query))


def ago(days):
    return timezone.now() - datetime.timedelta(days=days)


def test_by_program_whatever_the_spectrum():
    KonsentrasiFactory(other=True)
    old = KonsentrasiFactory(edition=2018)
    VacancyFactory(title="TKJ", konsentrasi=[KonsentrasiFactory(), old])
    VacancyFactory(title="TKJ lama", konsentrasi=[old])
    VacancyFactory(title="AKL", konsentrasi=[KonsentrasiFactory(other=True)])
    VacancyFactory(title="Semua jurusan")
    assert shown(jurusan="p.Teknik Jaringan Komputer dan Telekomunikasi") == ["TKJ lama", "TKJ"]


def test_by_place():
    kelurahan, other = VillageFactory(), VillageFactory(other=True)
    far = RegencyFactory(code="35.78", name="KOTA SURABAYA", province=ProvinceFactory(code="35", name="Jawa Timur"))
    VacancyFactory(title="Oetete", village=kelurahan)
    VacancyFactory(title="Oebufu", village=other)
    VacancyFactory(title="Soe", regency=RegencyFactory(code="53.02", name="KAB. TTS"))
    VacancyFactory(title="Surabaya", regency=far)
    VacancyFactory(title="Jepang", overseas=True)
    places = [kelurahan.pk, "53.71", "53.02", "luar"]
    assert [shown(tempat=place) for place in places] == [
        ["Oetete"],
        ["Oebufu", "Oetete"],
        ["Soe"],
        ["Jepang", "Surabaya"],
    ]


def test_by_kind():
    VacancyFactory(title="Tetap")
    VacancyFactory(title="Magang", kind="internship")
    assert shown(jenis="internship") == ["Magang"]


def test_by_pay_that_is_given():
    VacancyFactory(title="pas", pay_min=3_000_000, pay_max=None)
    VacancyFactory(title="kurang", pay_min=2_999_999, pay_max=9_000_000)
    VacancyFactory(title="paling tinggi saja", pay_min=None, pay_max=3_500_000)
    VacancyFactory(title="tidak disebut", pay_min=None, pay_max=None)
    assert shown(gaji="3000000") == ["paling tinggi saja", "pas"]


def test_by_schooling_that_i_have():
    VacancyFactory(title="SMP", education=2)
    VacancyFactory(title="SMK", education=3)
    VacancyFactory(title="Diploma", education=4)
    assert shown(pendidikan="3") == ["SMK", "SMP"]


def test_without_experience():
    VacancyFactory(title="baru lulus", experience_months=0)
    VacancyFactory(title="setahun", experience_months=12)
    assert shown(tanpa_pengalaman="on") == ["baru lulus"]


def test_open_to_the_disabled():
    VacancyFactory(title="terbuka", disability_friendly=True)
    VacancyFactory(title="tidak disebut")
    assert shown(difabel="on") == ["terbuka"]


def test_new_this_week():
    VacancyFactory(title="baru", published_at=ago(6))
    VacancyFactory(title="lama", published_at=ago(8))
    assert shown(minggu_ini="on") == ["baru"]


def test_closing_soon():
    VacancyFactory(title="minggu ini", closes_on=day(7))
    VacancyFactory(title="nanti", closes_on=day(8))
    assert shown(segera="on") == ["minggu ini"]


def test_filters_and_search_go_together():
    found_by_search(title="Kasir tetap")
    found_by_search(title="Kasir magang", kind="internship")
    found_by_search(title="Sopir magang", kind="internship")
    assert shown(q="kasir", jenis="internship") == ["Kasir magang"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [("", ["b", "c", "a"]), ("tutup", ["c", "a", "b"]), ("gaji", ["a", "b", "c"]), ("ngawur", ["b", "c", "a"])],
)
def test_orders(order, expected):
    VacancyFactory(title="a", published_at=ago(9), closes_on=day(5), pay_min=None, pay_max=4_000_000)
    VacancyFactory(title="b", published_at=ago(1), closes_on=day(9), pay_min=3_000_000, pay_max=None)
    VacancyFactory(title="c", published_at=ago(5), closes_on=day(1), pay_min=None, pay_max=None)
    assert shown(urut=order) == expected


def test_equals_stand_newest_first():
    VacancyFactory(title="pertama", published_at=ago(1).replace(hour=0))
    VacancyFactory(title="kedua", published_at=ago(1).replace(hour=0))
    assert shown() == shown(urut="gaji") == ["kedua", "pertama"]


@pytest.mark.parametrize("name", ["jurusan", "tempat", "jenis", "gaji", "pendidikan", "sekolah", "urut"])
def test_a_value_that_is_none_of_the_choices_filters_nothing(name):
    VacancyFactory(title="Kasir")
    assert shown(**{name: "ngawur"}) == ["Kasir"]


def test_boxes_left_alone_filter_nothing():
    VacancyFactory(title="Kasir", experience_months=12)
    assert shown(tanpa_pengalaman="", difabel="", minggu_ini="", segera="") == ["Kasir"]


def test_choices_stand_in_groups():
    KonsentrasiFactory()
    KonsentrasiFactory(other=True)
    KonsentrasiFactory(name="Teknik Transmisi")
    VillageFactory()
    VillageFactory(code="53.71.01.1001", name="Alak", district=DistrictFactory(code="53.71.01", name="Alak"))
    network = "Teknik Jaringan Komputer dan Telekomunikasi"
    assert jurusan() == [
        (
            "Bisnis dan Manajemen",
            [
                ("b.Bisnis dan Manajemen", "Semua Bisnis dan Manajemen"),
                ("p.Akuntansi dan Keuangan Lembaga", "Akuntansi dan Keuangan Lembaga"),
                ("k.Akuntansi", "Akuntansi"),
            ],
        ),
        (
            "Teknologi Informasi",
            [
                ("b.Teknologi Informasi", "Semua Teknologi Informasi"),
                (f"p.{network}", network),
                ("k.Teknik Komputer dan Jaringan", "Teknik Komputer dan Jaringan"),
                ("k.Teknik Transmisi", "Teknik Transmisi"),
            ],
        ),
    ]
    assert places() == [
        ("Kabupaten/kota", [("53", "Semua Nusa Tenggara Timur"), ("53.71", "Kota Kupang")]),
        ("Kec. Alak", [("53.71.01.1001", "Alak")]),
        ("Kec. Oebobo", [("53.71.04.1008", "Oetete")]),
        ("Di luar provinsi", [("luar", "Semua di luar provinsi"), ("ln", "Luar negeri")]),
    ]
