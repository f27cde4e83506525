from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bkk_portal.kit.reference import add_missing, read_rows
from bkk_portal.regions.models import District, Province, Regency, Village

if TYPE_CHECKING:
    from bkk_portal.kit.demo import City

DATA = Path(__file__).parent / "data"
KUPANG = "53.71"


def load_regions() -> str:
    provinces = [Province(code=r["kode"], name=_title(r["nama"])) for r in read_rows(DATA / "provinsi.csv")]
    regencies = [
        Regency(code=r["kode"], province_id=r["kode_provinsi"], name=_title(r["nama"]))
        for r in read_rows(DATA / "kabupaten_kota.csv")
    ]
    rows = read_rows(DATA / "kelurahan_kota_kupang.csv")
    districts = {
        r["kode_kecamatan"]: District(code=r["kode_kecamatan"], regency_id=KUPANG, name=r["kecamatan"]) for r in rows
    }
    villages = [
        Village(
            code=r["kode"],
            district_id=r["kode_kecamatan"],
            name=r["kelurahan"],
            other_spellings=r["ejaan_lain"],
        )
        for r in rows
    ]
    add_missing(Province, provinces, key=("code",))
    add_missing(Regency, regencies, key=("code",))
    add_missing(District, list(districts.values()), key=("code",))
    new = add_missing(Village, villages, key=("code",))
    return (
        f"Wilayah: {len(provinces)} provinsi, {len(regencies)} kabupaten/kota, {len(villages)} kelurahan ({new} baru)."
    )


def _title(name: str) -> str:
    """KABUPATEN ACEH SELATAN → Kabupaten Aceh Selatan; DKI and DI stay as they are."""
    return " ".join(word if word in {"DKI", "DI"} else word.title() for word in name.split())


def demo_villages(city: City) -> None:
    city.put("villages", list(Village.objects.order_by("code")))
