from collections.abc import Iterator
from pathlib import Path

from bkk_portal.kit import registry
from bkk_portal.kit.reference import add_missing, read_rows
from placements.reports.enums import FROZEN
from placements.reports.figures import problems, thawed
from placements.reports.models import BkkReport, EducationCode


def frozen_reports_add_up() -> Iterator[str]:
    """Every issued report with a line that does not add up (domain.md, rule 13)."""
    for report in BkkReport.objects.filter(status__in=FROZEN).select_related("school").iterator(chunk_size=200):
        for sentence in problems(thawed(report.figures)):
            yield f"Laporan BKK {report}, versi {report.version}: {sentence}"


DATA = Path(__file__).parent / "data"


def load_education_codes() -> str:
    rows = [
        EducationCode(program=row["program_keahlian"], code=row["kode"], title=row["jenis_pendidikan"])
        for row in read_rows(DATA / "kode_pendidikan_ipk.csv")
    ]
    return f"Kode pendidikan IPK: {add_missing(EducationCode, rows, key=('program',))} baru dari {len(rows)} program."


def register() -> None:
    registry.reference_loaders.register("education codes", load_education_codes, order=61)
    registry.consistency_checks.register("BKK reports", frozen_reports_add_up)
