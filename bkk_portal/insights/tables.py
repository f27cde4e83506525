"""The published tables of /data/: aggregates only, so that nobody can be found in them."""

import dataclasses
from collections.abc import Callable

from django.db.models import Count, Q
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights import figures
from bkk_portal.insights.models import LabourFigure
from bkk_portal.regions.models import Village
from placements.schools.models import School
from placements.vacancies.models import Vacancy

PORTAL = "Portal BKK Kota Kupang"


@dataclasses.dataclass(frozen=True)
class PublishedTable:
    slug: str
    title: str
    description: str
    source: str
    headings: list[str]
    rows: Callable[[], list[tuple]]


def _labour_rows():
    fields = ("year", "indicator", "sex", "value", "unit", "source")
    return list(LabourFigure.objects.order_by("year", "indicator").values_list(*fields))


def _work_rows():
    return [(row.year, row.placed, row.trained, row.kits) for row in figures.work_years()]


def _village_rows():
    year = timezone.localdate().year
    counts = figures.village_counts(year=year)
    villages = Village.objects.select_related("district").order_by("code")
    return [
        (village.code, village.name, village.district.name, year, *_published(counts.get((village.pk, year), {})))
        for village in villages
    ]


def _published(counts):
    """Trainings, participants, kits; a number of people too small to publish is left empty."""
    people = [figures.shown(counts.get(name, 0)) for name in ("participants", "kits")]
    return [counts.get("trainings", 0), *("" if number is None else number for number in people)]


def _school_rows():
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
            "kelurahan",
            "Pelatihan menurut kelurahan, tahun ini",
            "Jumlah pelatihan, peserta dan paket peralatan di 51 kelurahan. Angka di bawah 5 dikosongkan.",
            PORTAL,
            ["kode", "kelurahan", "kecamatan", "tahun", "pelatihan", "peserta", "paket_diserahkan"],
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
