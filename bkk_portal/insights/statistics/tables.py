"""The published tables of /data/: aggregates only, so that nobody can be found in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.models import LabourFigure
from bkk_portal.insights.statistics import figures
from bkk_portal.insights.statistics.coverage import all_villages
from placements.schools.models import School
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from bkk_portal.insights.statistics.coverage import VillageYear
    from bkk_portal.regions.models import Village

PORTAL = "Portal BKK Kota Kupang"
SUPPRESSED = f"Angka di bawah {settings.RULES['suppress_under']} orang dikosongkan."
VILLAGES = ["kode", "kelurahan", "kecamatan", "tahun", "pelatihan", "peserta"]
GRADUATES = ["tahun_lulus", "lulusan", "diketahui", "bekerja", "melanjutkan", "wirausaha"]


@dataclasses.dataclass(frozen=True)
class PublishedTable:
    slug: str
    title: str
    description: str
    source: str
    headings: list[str]
    rows: Callable[[], list[tuple]]


def _labour_rows() -> list[tuple[int, str, str, int, str, str]]:
    fields = ("year", "indicator", "sex", "value", "unit", "source")
    return list(LabourFigure.objects.order_by("year", "indicator", "sex").values_list(*fields))


def _work_rows() -> list[tuple[int, int, int, int]]:
    return [(row.year, row.placed, row.trained, row.kits) for row in figures.work_years()]


def _village_rows() -> list[tuple[str | int | None, ...]]:
    return [_village_row(village, row) for village, row in all_villages(timezone.localdate().year)]


def _village_row(village: Village, row: VillageYear) -> tuple[str | int | None, ...]:
    place = (village.code, village.name, village.district.name, row.year)
    return (*place, row.trainings, row.participants, row.kits, row.spending, row.passed, row.outcome)


def _graduate_rows() -> list[tuple[int | float | None, ...]]:
    return [
        (year, f.total, f.answered, f.working, f.studying, f.self_employed, _share(f.of_all), _share(f.of_answered))
        for year, f in figures.graduates_by_class()
    ]


def _share(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 1)


def _school_rows() -> list[tuple[str, str, str, str, int]]:
    open_now = Count("vacancies", filter=Q(vacancies__in=Vacancy.objects.visible_to(ANONYMOUS).open().values("pk")))
    schools = School.objects.select_related("district").annotate(open_vacancies=open_now).order_by("npsn")
    return [
        (s.npsn, s.name, s.get_status_display(), s.district.name if s.district else "", s.open_vacancies)
        for s in schools
    ]


TABLES = {
    table.slug: table
    for table in [
        PublishedTable(
            "angkatan-kerja",
            "Angkatan kerja Kota Kupang",
            "Jumlah orang yang menganggur dan yang bekerja, per tahun.",
            "BPS Kota Kupang; sumber tiap angka ada di kolom terakhir",
            ["tahun", "indikator", "jenis_kelamin", "nilai", "satuan", "sumber"],
            _labour_rows,
        ),
        PublishedTable(
            "hasil-per-tahun",
            "Penempatan, pelatihan dan peralatan per tahun",
            "Lulusan yang ditempatkan lewat BKK, peserta pelatihan yang lulus, dan paket peralatan yang diserahkan.",
            PORTAL,
            ["tahun", "ditempatkan", "lulus_pelatihan", "paket_diserahkan"],
            _work_rows,
        ),
        PublishedTable(
            "lulusan",
            "Lulusan SMK: bekerja, melanjutkan, wirausaha",
            "Kegiatan lulusan hari ini menurut tahun lulus, dari semua lulusan dan dari yang diketahui kegiatannya. "
            f"{SUPPRESSED}",
            PORTAL,
            [*GRADUATES, "bmw_persen_dari_semua", "bmw_persen_dari_diketahui"],
            _graduate_rows,
        ),
        PublishedTable(
            "kelurahan",
            "Pelatihan menurut kelurahan, tahun ini",
            "Pelatihan, peserta, paket peralatan, belanja (biaya pelatihan yang terealisasi dan nilai peralatan yang "
            "diserahkan) dan hasil (persen dari yang lulus yang kini bekerja atau berusaha) di 51 kelurahan. "
            f"{SUPPRESSED}",
            PORTAL,
            [*VILLAGES, "paket_diserahkan", "belanja_rupiah", "lulus", "hasil_persen"],
            _village_rows,
        ),
        PublishedTable(
            "sekolah",
            "SMK di Kota Kupang",
            "Daftar SMK dengan NPSN dan jumlah lowongan yang sedang diumumkan BKK-nya.",
            "Data sekolah Kemdikbud Juni 2019, diperbarui oleh sekolah di portal",
            ["npsn", "nama", "status", "kecamatan", "lowongan_terbuka"],
            _school_rows,
        ),
    ]
}
