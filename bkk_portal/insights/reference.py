from pathlib import Path

from bkk_portal.insights.models import LabourFigure
from bkk_portal.kit.reference import add_missing, read_rows

DATA = Path(__file__).parent / "data"


def load_labour_figures():
    rows = [
        LabourFigure(
            regency_id="53.71",
            year=int(row["periode"]),
            indicator=row["indikator"],
            sex=row["jenis_kelamin"],
            value=int(row["nilai"]),
            unit=row["satuan"],
            source=row["sumber"],
        )
        for row in read_rows(DATA / "angkatan_kerja_kota_kupang.csv")
    ]
    new = add_missing(LabourFigure, rows, key=("regency_id", "year", "indicator", "sex"))
    return f"Angkatan kerja: {new} angka baru."
