"""The refused rows of an import, to correct in Excel and upload again."""

from bkk_portal.kit.spreadsheets import OutSheet, text_of, xlsx_response
from placements.alumni.imports.columns import COLUMNS
from placements.alumni.imports.preview import refused_faults, refused_of

PROBLEM = "Masalah"
WIDTHS = [18] * len(COLUMNS) + [60]


def refused_workbook(stage, outcomes):
    """Download: the columns we read, as they were, and what is wrong with each row."""
    headings = [*(column.name for column in COLUMNS), PROBLEM]
    return xlsx_response("baris-ditolak.xlsx", [OutSheet("Baris ditolak", headings, _rows(stage, outcomes), WIDTHS)])


def _rows(stage, outcomes):
    cells = stage.refused_cells | {o.pupil.row: _cells_of(o.pupil) for o in refused_of(outcomes)}
    sentences = {}
    for fault in refused_faults(stage, outcomes):
        sentences.setdefault(fault.row, []).append(f"{fault.column}: {fault.message}")
    for row in sorted(cells):
        yield [*cells[row], " ".join(sentences[row])]


def _cells_of(pupil):
    known = {key: text_of(getattr(pupil, key, "") or "") for key in pupil.__slots__}
    return [known.get(column.key, "") for column in COLUMNS]
