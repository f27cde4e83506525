"""What the coordinator sees before anything is written: counts, and the first rows of each kind."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from bkk_portal.kit import nik_vault
from bkk_portal.kit.spreadsheets.cleaners import text_of
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.text.formatting import NOTHING, angka, samarkan_nik, tanggal, telepon
from bkk_portal.kit.web.listing import PAGE_PARAMETER, page_number
from bkk_portal.people.models import Konsentrasi, Person
from bkk_portal.regions.models import Village
from placements.alumni.enums import RowKind
from placements.alumni.imports.columns import COLUMNS
from placements.alumni.imports.outcomes import LABELS, digest_of
from placements.alumni.imports.reading import Fault

if TYPE_CHECKING:
    from placements.alumni.imports.outcomes import Change, Outcome
    from placements.alumni.imports.reading import Pupil, Stage

SHOWN = 1000  # rows kept per kind; the counts are always of all
LONG_NUMBER = 10
PER_PAGE = 50
NOTES = "notes"
TAB = "bagian"
PROBLEM = "Masalah"


def build_preview(stage: Stage, outcomes: list[Outcome]) -> dict[str, Any]:
    """JSON for AlumniImport.preview. No whole NIK stands in it, and old values only of the school's own alumni."""
    by_kind: dict[RowKind, list] = {kind: [] for kind in RowKind}
    for outcome in outcomes:
        by_kind[outcome.kind].append(outcome)
    counts = Counter({kind.value: len(found) for kind, found in by_kind.items()})
    counts[RowKind.REFUSED.value] += len(stage.refused_cells)
    words = Words(by_kind[RowKind.CHANGED][:SHOWN] + by_kind[RowKind.NEW][:SHOWN])
    return {
        "digest": digest_of(outcomes),
        "counts": dict(counts) | {"total": stage.row_count, "notes": len(stage.notes)},
        "rows": {
            kind.value: [_row(o, words) for o in by_kind[kind][:SHOWN]] for kind in RowKind if kind != RowKind.REFUSED
        },
        "refused": [_fault(fault) for fault in refused_faults(stage, outcomes)[:SHOWN]],
        "notes": [_fault(fault) for fault in stage.notes[:SHOWN]],
    }


def refused_faults(stage: Stage, outcomes: list[Outcome]) -> list[Fault]:
    """[Fault] of the file's own rows and of those the portal's data refuses, in the order of the rows."""
    return sorted([*stage.refused, *map(_refused_by_data, refused_of(outcomes))], key=lambda fault: fault.row)


def refused_of(outcomes: list[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.kind == RowKind.REFUSED]


def _refused_by_data(outcome: Outcome) -> Fault:
    return Fault(outcome.pupil.row, outcome.column, outcome.pupil.nisn, outcome.reason)


def _fault(fault: Fault) -> list[str | int]:
    value = masked(fault.value) if "NIK" in fault.column else fault.value
    return [fault.row, fault.column, value, fault.message]


def masked(value: str) -> str:
    """A NIK, or what was meant as one, so that it can be recognised but not read."""
    return f"{value[:4]}{'•' * (len(value) - 8)}{value[-4:]}" if len(value) >= LONG_NUMBER else value


def _row(outcome: Outcome, words: Words) -> dict[str, Any]:
    pupil = outcome.pupil
    return {
        "row": pupil.row,
        "name": pupil.name,
        "nisn": pupil.nisn,
        "rombel": pupil.rombel,
        "reason": outcome.question.text if outcome.question else outcome.reason,
        "ask": outcome.question and [outcome.question.kind, outcome.question.person_id],
        "changes": [words.change(outcome, change) for change in outcome.changes],
        "kept": [LABELS[field] for field in outcome.kept],
    }


class Words:
    """Values as people read them."""

    def __init__(self, outcomes: list[Outcome]) -> None:
        changes = [change for outcome in outcomes for change in outcome.changes]
        self.villages = _names(Village, changes, "village_id")
        self.konsentrasi = _names(Konsentrasi, changes, "konsentrasi_id")
        self.niks = _niks(outcomes)

    def change(self, outcome: Outcome, change: Change) -> list[str]:
        """[field, old, new]; the old value only of the school's own alumni."""
        old = NOTHING if outcome.alumnus is None else self._old(outcome, change)
        return [LABELS[change.field], old, self._value(change.field, change.new)]

    def _old(self, outcome: Outcome, change: Change) -> str:
        if change.field == "nik":
            return samarkan_nik(self.niks.get(outcome.person.pk, ""))
        return self._value(change.field, change.old)

    def _value(self, field: str, value: str | int | datetime.date) -> str:
        if not value:
            return NOTHING
        shown: Callable = {
            "birth_date": tanggal,
            "phone": telepon,
            "nik": samarkan_nik,
            "village_id": self.villages.get,
            "konsentrasi_id": self.konsentrasi.get,
        }.get(field, str)
        return shown(value)


def _names(model: type[Village | Konsentrasi], changes: list[Change], field: str) -> dict[int | str, str]:
    keys = {key for change in changes if change.field == field for key in (change.old, change.new) if key}
    return {row.pk: str(row) for row in model.objects.filter(pk__in=keys).order_by("pk")} if keys else {}


def _niks(outcomes: list[Outcome]) -> dict[int, str]:
    """{person: NIK as known} of those whose NIK changes."""
    people = [o.person.pk for o in outcomes if any(change.field == "nik" and change.old for change in o.changes)]
    rows = Person.objects.filter(pk__in=people).order_by("pk").values_list("pk", "nik_cipher") if people else ()
    return {pk: nik_vault.decrypt(cipher) for pk, cipher in rows}


TABS = [
    (RowKind.REFUSED.value, "Ditolak"),
    (RowKind.QUESTION.value, "Perlu dijawab"),
    (RowKind.CHANGED.value, "Berubah"),
    (RowKind.NEW.value, "Baru"),
    (RowKind.SAME.value, "Tidak berubah"),
    (RowKind.SKIPPED.value, "Dilewati"),
    (NOTES, "Catatan"),
]


class PreviewPages:
    """One page of one part of a preview; has what templates/parts/pager.html asks of a listing."""

    def __init__(self, query: QueryDict, preview: dict[str, Any]) -> None:
        self.counts = preview["counts"]
        shown = [key for key, _ in TABS if self.counts[key]]
        asked = query.get(TAB, "")
        self.part = asked if asked in shown else next(iter(shown), RowKind.NEW.value)
        self.all_rows = preview[self.part] if self.part in preview else preview["rows"][self.part]
        self.last = max(1, -(-len(self.all_rows) // PER_PAGE))
        self.page = min(page_number(query.get(PAGE_PARAMETER, "1")), self.last)

    @property
    def tabs(self) -> list[tuple[str, str, int, bool]]:
        """[(address, label, count, whether it is shown)] of the parts that have rows."""
        return [
            (self.url_of(key, 1), label, self.counts[key], key == self.part) for key, label in TABS if self.counts[key]
        ]

    @staticmethod
    def url_of(part: str, page: int) -> str:
        return f"?{TAB}={part}" + (f"&{PAGE_PARAMETER}={page}" if page > 1 else "")

    @property
    def rows(self) -> list[dict[str, Any] | list[str | int]]:
        start = (self.page - 1) * PER_PAGE
        return self.all_rows[start : start + PER_PAGE]

    @property
    def previous_url(self) -> str | None:
        return self.url_of(self.part, self.page - 1) if self.page > 1 else None

    @property
    def next_url(self) -> str | None:
        return self.url_of(self.part, self.page + 1) if self.page < self.last else None

    @property
    def count_text(self) -> str:
        start = (self.page - 1) * PER_PAGE
        total = self.counts[self.part]
        more = f"; hanya {angka(SHOWN)} yang pertama ditampilkan" if total > SHOWN else ""
        return f"{angka(start + 1)}–{angka(start + len(self.rows))} dari {angka(total)}{more}"


WIDTHS = [18] * len(COLUMNS) + [60]


def refused_workbook(stage: Stage, outcomes: list[Outcome]) -> Any:
    """Download: the columns we read, as they were, and what is wrong with each row."""
    headings = [*(column.name for column in COLUMNS), PROBLEM]
    return xlsx_response("baris-ditolak.xlsx", [OutSheet("Baris ditolak", headings, _rows(stage, outcomes), WIDTHS)])


def _rows(stage: Stage, outcomes: list[Outcome]) -> Iterator[list[str]]:
    cells = stage.refused_cells | {o.pupil.row: _cells_of(o.pupil) for o in refused_of(outcomes)}
    sentences: dict[int, list[str]] = {}
    for fault in refused_faults(stage, outcomes):
        sentences.setdefault(fault.row, []).append(f"{fault.column}: {fault.message}")
    for row in sorted(cells):
        yield [*cells[row], " ".join(sentences[row])]


def _cells_of(pupil: Pupil) -> list[str]:
    known = {key: text_of(getattr(pupil, key, "") or "") for key in pupil.__slots__}
    return [known.get(column.key, "") for column in COLUMNS]
