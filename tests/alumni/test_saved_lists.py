"""Filters and columns a coordinator keeps under a name."""

import pytest

from placements.alumni.lists.actions import MOST_LISTS
from placements.alumni.lists.filters import COLUMNS, USUAL
from placements.alumni.lists.models import SavedList
from tests.factories.alumni import AlumnusFactory, SavedListFactory
from tests.factories.schools import SchoolMembershipFactory
from tests.harness.seats import sit

LIST = "/bkk/alumni/"
SAVE = f"{LIST}daftar/baru/"


def test_filters_and_columns_are_kept_and_come_back(coordinator):
    AlumnusFactory(school=coordinator.school, graduation_year=2024, person__name="Maria Lay")
    AlumnusFactory(school=coordinator.school, graduation_year=2023, person__name="Yuliana Lay")
    data = {"name": "  Angkatan   2024 ", "columns": ["hp", "lulus"]}
    response = coordinator.client.post(f"{SAVE}?tahun=2024&akun=&hal=3&kolom=hp", data, follow=True)
    saved = SavedList.objects.get()
    assert (saved.name, saved.query, saved.columns) == ("Angkatan 2024", "tahun=2024", ["hp", "lulus"])
    assert [row.person.name for row in response.context["listing"].rows] == ["Maria Lay"]
    assert [column.key for column in response.context["columns"]] == ["lulus", "hp"]
    assert response.context["here"] == saved
    assert f"{LIST}?tahun=2024&amp;kolom=hp&amp;kolom=lulus" in coordinator.client.get(LIST).content.decode()


def test_columns_are_those_asked_for_else_the_usual_ones(coordinator):
    asked = {
        query: [column.key for column in coordinator.client.get(f"{LIST}{query}").context["columns"]]
        for query in ("?kolom=usia&kolom=akun", "?kolom=rahasia", "")
    }
    assert list(asked.values()) == [["akun", "usia"], list(USUAL), list(USUAL)]


def test_every_column_has_a_value_for_somebody_of_whom_little_is_known(coordinator):
    AlumnusFactory(school=coordinator.school, konsentrasi=None, rombel="", person__birth_date=None, person__nisn=None)
    query = "&".join(f"kolom={column.key}" for column in COLUMNS)
    (row,) = coordinator.client.get(f"{LIST}?{query}").context["cells"]
    assert (len(row["cells"]), "" in [str(value) for _, value in row["cells"]]) == (len(COLUMNS), False)


def test_a_list_is_ones_own_and_of_ones_school(coordinator, other_coordinator):
    saved = SavedListFactory(user=coordinator.user, school=coordinator.school)
    colleague = sit(SchoolMembershipFactory(school=coordinator.school).user)
    for seat in (colleague, other_coordinator):
        assert seat.client.get(f"{LIST}daftar/{saved.pk}/").status_code == 404
        assert seat.client.get(LIST).context["kept"] == []


@pytest.mark.parametrize("name", ["Angkatan 2024", "angkatan 2024"])
def test_the_same_name_twice_is_told(coordinator, name):
    SavedListFactory(user=coordinator.user, school=coordinator.school, name="Angkatan 2024")
    response = coordinator.client.post(f"{SAVE}?tahun=2024", {"name": name})
    assert response.context["form"].errors["name"] == [f"Sudah ada daftar bernama {name}. Pilih nama lain."]


def test_twenty_lists_are_enough(coordinator):
    SavedListFactory.create_batch(MOST_LISTS, user=coordinator.user, school=coordinator.school)
    response = coordinator.client.post(SAVE, {"name": "Satu lagi"})
    assert response.context["form"].errors["name"] == [
        "Anda sudah menyimpan 20 daftar. Hapus dulu yang tidak dipakai lagi."
    ]


def test_deleting_a_list_keeps_the_alumni(coordinator):
    alumnus = AlumnusFactory(school=coordinator.school)
    saved = SavedListFactory(user=coordinator.user, school=coordinator.school)
    response = coordinator.client.post(f"{LIST}daftar/{saved.pk}/hapus/", follow=True)
    assert [row.pk for row in response.context["listing"].rows] == [alumnus.pk]
    assert SavedList.objects.count() == 0
    assert coordinator.client.post(f"{LIST}daftar/{saved.pk}/hapus/").status_code == 404


def test_filters_by_contact_and_invitation(coordinator):
    for name, values in {
        "Ada Surel": {"person__email": "ada@contoh.test"},
        "Ada Nomor": {"person__phone": "+6281230000001"},
        "Tanpa Kontak": {},
    }.items():
        AlumnusFactory(school=coordinator.school, person__name=name, **values)
    found = {
        query: [row.person.name for row in coordinator.client.get(f"{LIST}?{query}").context["listing"].rows]
        for query in ("kontak=surel", "kontak=hp", "kontak=tidak", "undangan=sudah")
    }
    assert list(found.values()) == [["Ada Surel"], ["Ada Nomor"], ["Tanpa Kontak"], []]


def test_csv_is_the_same_table(coordinator):
    AlumnusFactory(school=coordinator.school, person__name="=Maria", person__nisn="0051112223")
    answer = coordinator.client.get(f"{LIST}unduh.csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1].split(";")[:2] == ["'=Maria", "0051112223"]


def test_very_many_are_written_by_the_worker(coordinator, monkeypatch):
    monkeypatch.setattr("placements.alumni.views.AT_ONCE", 1)
    AlumnusFactory.create_batch(2, school=coordinator.school, graduation_year=2024)
    response = coordinator.client.get(f"{LIST}unduh.xlsx?tahun=2024")
    assert response["Location"] == f"{LIST}tindakan/baru/?tindakan=export&tahun=2024"
