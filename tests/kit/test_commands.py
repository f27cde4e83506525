import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from bkk_portal.kit import registry
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.management.commands import bench
from tests.factories.accounts import UserFactory


@pytest.fixture
def registered(monkeypatch):
    """registered("chores", name=function, …) in place of what the rooms registered."""

    def register(purpose, **functions):
        entries = registry.Registry(purpose)
        for order, (name, function) in enumerate(functions.items()):
            entries.register(name, function, order=order)
        monkeypatch.setattr(registry, purpose, entries)

    return register


def said(command, *arguments, **options):
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, stderr=out, **options)
    return out.getvalue().splitlines()


def refuse(dry_run):
    raise Refused("Surat belum dapat dikirim.")


@pytest.mark.parametrize(("arguments", "word"), [([], "ditutup"), (["--dry-run"], "akan ditutup")])
def test_chores_say_what_was_done_or_would_be(registered, arguments, word):
    registered("chores", tutup=lambda dry_run: f"3 lowongan {'akan ' if dry_run else ''}ditutup.")
    assert said("chores", *arguments) == [f"tutup: 3 lowongan {word}."]


def test_a_chore_that_refuses_does_not_stop_the_next(registered):
    done = []
    registered("chores", surat=refuse, tutup=lambda dry_run: done.append(dry_run) or "Selesai.")
    with pytest.raises(CommandError, match=r"Tidak selesai: surat\."):
        said("chores")
    assert done == [False]


def test_consistency_without_faults(registered):
    registered("consistency_checks", stok=list)
    assert said("check_consistency") == ["Semua data saling sesuai."]


def test_consistency_tells_every_fault_and_fails(registered):
    registered("consistency_checks", stok=lambda: ["Stok A minus.", "Stok B minus."], kursi=lambda: iter(["Kursi."]))
    out = io.StringIO()
    with pytest.raises(CommandError, match=r"3 ketidaksesuaian ditemukan\.") as caught:
        call_command("check_consistency", stdout=out)
    assert out.getvalue().splitlines() == ["stok: Stok A minus.", "stok: Stok B minus.", "kursi: Kursi."]
    assert caught.value.returncode == 1


@pytest.mark.django_db
def test_load_reference_prints_a_line_each(registered):
    registered("reference_loaders", wilayah=lambda: "51 kelurahan.", sekolah=lambda: "23 sekolah.")
    assert said("load_reference") == ["wilayah: 51 kelurahan.", "sekolah: 23 sekolah."]


@pytest.fixture
def city_of_users(registered, settings, django_user_model):
    settings.DEBUG = True
    registered("reference_loaders")

    def add(city):
        user = django_user_model(email="a@demo.test", name="Maria", password=city.password_hash)
        user.save()
        city.put("user", user)

    registered("demo_parts", orang=add, nama=lambda city: city.get("user").full_clean())


@pytest.mark.django_db
def test_demo_fills_the_empty_city_part_by_part(city_of_users, django_user_model):
    assert [line.split()[0] for line in said("demo")] == ["orang", "nama"]
    assert django_user_model.objects.get().check_password("demo-kupang-2026")


@pytest.mark.django_db
def test_demo_refuses_outside_debug(city_of_users, settings, django_user_model):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="hanya untuk pengembangan"):
        said("demo")
    assert not django_user_model.objects.exists()


@pytest.mark.django_db
def test_demo_leaves_a_city_with_people_alone(city_of_users, django_user_model):
    UserFactory()
    with pytest.raises(CommandError, match="Basis data sudah berisi"):
        said("demo")
    assert said("demo", "--jika-kosong") == []
    assert django_user_model.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_demo_that_fails_half_way_leaves_nothing(city_of_users, registered, django_user_model):
    def fail(city):
        raise Refused("Tidak jadi.")

    registered("demo_parts", orang=lambda city: UserFactory(), gagal=fail)
    with pytest.raises(Refused):
        said("demo")
    assert not django_user_model.objects.exists()


def test_bench_without_anything_to_measure(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match="Belum ada yang dapat diukur"):
        said("bench")


def test_bench_of_an_unknown_name(settings, tmp_path):
    (tmp_path / "tests" / "bench").mkdir(parents=True)
    (tmp_path / "tests" / "bench" / "lowongan.py").write_text("")
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match=r"Tidak ada lain\. Yang ada: lowongan\."):
        said("bench", "lain")


def test_bench_table_is_aligned():
    rows = [{"ukuran": "1.000 baris", "kueri": 4, "ms": 3.456}, {"ukuran": "100.000", "kueri": 14, "ms": 1234.5}]
    assert bench.table(rows).splitlines() == [
        "ukuran       kueri        ms",
        "1.000 baris      4      3.46",
        "100.000         14  1,234.50",
    ]
