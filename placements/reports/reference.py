from pathlib import Path

from bkk_portal.kit.reference import add_missing, read_rows
from placements.reports.models import EducationCode

DATA = Path(__file__).parent / "data"


def load_education_codes():
    rows = [
        EducationCode(program=row["program_keahlian"], code=row["kode"], title=row["jenis_pendidikan"])
        for row in read_rows(DATA / "kode_pendidikan_ipk.csv")
    ]
    return f"Kode pendidikan IPK: {add_missing(EducationCode, rows, key=('program',))} baru dari {len(rows)} program."
