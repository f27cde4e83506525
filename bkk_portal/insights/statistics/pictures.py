"""The figures as charts; each carries its own table of data (kit.charts)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.kit.charts import Chart, Series

if TYPE_CHECKING:
    from bkk_portal.insights.statistics.coverage import VillageYear
    from bkk_portal.insights.statistics.figures import LabourYear, WorkYear
    from bkk_portal.regions.models import Village

DERIVED = "Angka turunan portal: pengangguran ÷ (pengangguran + bekerja). Bukan angka resmi BPS. Dasar: {source}"


def labour_charts(years: list[LabourYear]) -> list[Chart]:
    """[Chart] unemployed, employed and the derived rate; empty when nothing was published."""
    if not years:
        return []
    source = years[-1].source
    return [
        _per_year(years, "Orang yang menganggur", "unemployed", "orang", source),
        _per_year(years, "Orang yang bekerja", "employed", "orang", source),
        _per_year(
            years,
            "Tingkat pengangguran terbuka (turunan)",
            "open_unemployment_rate",
            "persen",
            DERIVED.format(source=source),
            places=1,
        ),
    ]


def work_charts(years: list[WorkYear]) -> list[Chart]:
    """[Chart] what schools and office did, by year."""
    source = "Catatan Portal BKK Kota Kupang"
    return [
        _per_year(years, "Lulusan ditempatkan lewat BKK", "placed", "orang", source),
        _per_year(years, "Peserta lulus pelatihan", "trained", "orang", source),
        _per_year(years, "Paket peralatan diserahkan", "kits", "paket", source),
    ]


def village_chart(village: Village, years: list[VillageYear]) -> Chart:
    """Chart of VillageYears, newest first; a year of too few people is a gap."""
    rows = years[::-1]
    return Chart(
        title=f"Peserta dan paket peralatan di {village.name}",
        description=f"Peserta pelatihan dan paket peralatan per tahun, {rows[0].year} sampai {rows[-1].year}.",
        unit="orang dan paket",
        series=[
            Series("Peserta", [(str(row.year), row.participants) for row in rows]),
            Series("Paket alat", [(str(row.year), row.kits) for row in rows]),
        ],
        source="Catatan Portal BKK Kota Kupang",
    )


def _per_year(
    years: list[LabourYear | WorkYear], title: str, attribute: str, unit: str, source: str, places: int = 0
) -> Chart:
    known = {row.year: getattr(row, attribute) for row in years}
    first, last = min(known), max(known)
    points = [(str(year), known.get(year)) for year in range(first, last + 1)]  # a year without a figure is a gap
    description = f"{title} per tahun, {first} sampai {last}, dalam {unit}."
    return Chart(
        title=title, description=description, unit=unit, series=[Series(title, points)], source=source, places=places
    )
