from pathlib import Path

from bkk_portal.kit.reference import add_missing, read_rows
from bkk_portal.regions.models import District
from placements.schools.models import School

DATA = Path(__file__).parent / "data"


def _written(name):
    """SMKS Cahaya Putera Kupang of the list's SMKS CAHAYA PUTERA KUPANG."""
    return " ".join(word if word.startswith("SMK") else word.capitalize() for word in name.split())


def load_schools():
    districts = dict(District.objects.filter(regency_id="53.71").values_list("name", "code"))
    rows = [
        School(
            npsn=row["npsn"],
            name=_written(row["nama"]),
            status=row["status"].lower(),
            district_id=districts[row["kecamatan"]],
            village_id=row["kode_kelurahan"] or None,
            address=row["alamat"],
        )
        for row in read_rows(DATA / "smk_kota_kupang.csv")
    ]
    return f"Sekolah: {add_missing(School, rows, key=('npsn',))} baru dari {len(rows)} SMK."
