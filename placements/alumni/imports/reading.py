"""What we keep of an upload: clean pupils, and the rows that were refused. Sealed while it waits on disk."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Self

from bkk_portal.kit import nik_vault
from bkk_portal.kit.spreadsheets import read_rows
from bkk_portal.kit.spreadsheets.cleaners import text_of
from bkk_portal.kit.spreadsheets.opening import open_table
from bkk_portal.kit.spreadsheets.rows import mark_duplicates
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.text.identifiers import nik_warnings
from bkk_portal.regions.models import District, Village
from placements.alumni.imports.columns import BY_NAME, COLUMNS, NIK, NISN

if TYPE_CHECKING:
    from _io import BufferedReader, BytesIO

    from django.core.files import File

    from bkk_portal.kit.spreadsheets.columns import Problem
    from bkk_portal.kit.spreadsheets.rows import Row
    from bkk_portal.kit.web.progress import Reporter

ADDRESS_LENGTH = 200


@dataclasses.dataclass(slots=True)
class Pupil:
    """One row that can be imported. Unknown values are "" (birth_date and village_id: None)."""

    row: int
    name: str
    nis: str = ""
    sex: str = ""
    nisn: str = ""
    birth_place: str = ""
    birth_date: dt.date | None = None
    nik: str = ""
    address: str = ""
    rt: str = ""
    rw: str = ""
    village_id: str | None = None
    phone: str = ""
    email: str = ""
    rombel: str = ""
    diploma_number: str = ""
    course: str = ""  # in capitals
    year: int | None = None  # where it is not that of the whole list

    @property
    def group(self) -> str:
        """What its konsentrasi is read from: the course where it is named, else the class."""
        return self.course or self.rombel

    @property
    def who(self) -> tuple[str, dt.date | None]:
        """What tells two people of one name apart, where there are no numbers."""
        return self.name.casefold(), self.birth_date


FIELDS = [field.name for field in dataclasses.fields(Pupil)]
DATE_PLACE = FIELDS.index("birth_date")
values_of = attrgetter(*FIELDS)


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is refused, or what was noticed about one that is not. `value` may be personal."""

    row: int
    column: str
    value: str = dataclasses.field(repr=False)
    message: str


@dataclasses.dataclass
class Stage:
    """`refused_cells` holds, by row number, the cells of refused rows as text, in the order of COLUMNS."""

    pupils: list = dataclasses.field(default_factory=list)
    refused: list = dataclasses.field(default_factory=list)
    notes: list = dataclasses.field(default_factory=list)
    refused_cells: dict = dataclasses.field(default_factory=dict)

    @property
    def row_count(self) -> int:
        return len(self.pupils) + len(self.refused_cells)

    def rombels(self) -> dict[str, int]:
        """{rombel or course: number of pupils}, in alphabetical order."""
        counts: dict[str, int] = {}
        for pupil in self.pupils:
            if pupil.group:
                counts[pupil.group] = counts.get(pupil.group, 0) + 1
        return dict(sorted(counts.items()))

    def sealed(self) -> bytes:
        content = {
            "pupils": [values_of(pupil) for pupil in self.pupils],
            "refused": [dataclasses.astuple(fault) for fault in self.refused],
            "notes": [dataclasses.astuple(fault) for fault in self.notes],
            "refused_cells": list(self.refused_cells.items()),
        }
        text = json.dumps(content, default=dt.date.isoformat, separators=(",", ":"), ensure_ascii=False)
        return nik_vault.seal(zlib.compress(text.encode(), 1))

    @classmethod
    def unsealed(cls, sealed: bytes) -> Self:
        """Raises nik_vault.Unreadable when the bytes are not what `sealed` gave."""
        content = json.loads(zlib.decompress(nik_vault.unseal(sealed)))
        return cls(
            pupils=[_pupil(values) for values in content["pupils"]],
            refused=[Fault(*values) for values in content["refused"]],
            notes=[Fault(*values) for values in content["notes"]],
            refused_cells=dict(content["refused_cells"]),
        )


def _pupil(values: list[Any]) -> Pupil:
    if values[DATE_PLACE]:
        values[DATE_PLACE] = dt.date.fromisoformat(values[DATE_PLACE])
    return Pupil(*values)


COPIED = (
    *("name", "nis", "sex", "nisn", "birth_place", "birth_date", "nik", "rt", "rw", "email"),
    *("diploma_number", "year"),
)


def read_upload(
    file: BufferedReader | BytesIO | File, filename: str, progress: Reporter | Callable | None = None
) -> Stage:
    """Stage of an upload. Raises Refused where the whole file is useless, with one sentence on why."""
    table = open_table(file, filename)
    rows = list(read_rows(table, COLUMNS, progress))
    mark_duplicates(rows, [NISN, NIK])
    twins = _numberless_twins(rows)
    places = Places()
    stage = Stage()
    for row in rows:
        faults = [_fault(problem) for problem in row.problems] + twins.get(row.number, [])
        if faults:
            stage.refused.extend(faults)
            stage.refused_cells[row.number] = _cells(row.values, faults)
        else:
            _take(stage, row, places)
    return stage


def _fault(problem: Problem) -> Fault:
    return Fault(problem.row, problem.column, problem.value, problem.message)


def _numberless_twins(rows: list[Row]) -> dict[int, list[Fault]]:
    """{row number: [Fault]} of rows that neither NISN nor NIK tells apart, nor name, birth date and NIS."""
    same = defaultdict(list)
    for row in rows:
        values = row.values
        if not (values["nisn"] or values["nik"]) and values["name"]:
            same[values["name"].casefold(), values["birth_date"], values["nis"]].append(row.number)
    return {
        number: [_twin_fault(number, numbers)] for numbers in same.values() if len(numbers) > 1 for number in numbers
    }


def _twin_fault(number: int, numbers: list[int]) -> Fault:
    others = ", ".join(str(other) for other in numbers[:6] if other != number)
    message = f"Baris {others} berisi orang yang sama tanpa NISN dan NIK. Isi nomornya, atau hapus salah satu."
    return Fault(number, NISN.name, "", message)


def _cells(values: dict[str, str | dt.date | None], faults: list[Fault]) -> list[str]:
    """A refused row as it goes back to the person: its clean values, and the bad ones as they were."""
    bad = {fault.column: fault.value for fault in faults}
    return [bad.get(column.name) or text_of(values[column.key] or "") for column in COLUMNS]


def _take(stage: Stage, row: Row, places: Places) -> None:
    values = row.values
    village_id, address = places.find(values)
    pupil = Pupil(
        row.number,
        **{key: values[key] for key in COPIED},
        phone=values["phone"] or values["telephone"],
        rombel=values["rombel"].upper(),
        course=values["course"].upper(),
        village_id=village_id,
        address=address,
    )
    stage.pupils.append(pupil)
    stage.notes.extend(_fault(problem) for problem in row.warnings)
    if values["village"] and village_id is None:
        message = "Bukan salah satu kelurahan Kota Kupang; disimpan sebagai bagian dari alamat."
        stage.notes.append(Fault(row.number, BY_NAME["Kelurahan"].name, values["village"], message))
    stage.notes.extend(_numbers_noticed(pupil))


def _numbers_noticed(pupil: Pupil) -> Iterator[Fault]:
    if pupil.nik:
        for warning in nik_warnings(pupil.nik, pupil.birth_date, pupil.sex):
            yield Fault(pupil.row, NIK.name, pupil.nik, warning)
    elif not pupil.nisn:
        yield Fault(pupil.row, NISN.name, "", "NISN dan NIK kosong; orang ini sulit dikenali pada impor berikutnya.")
    if pupil.birth_date is None:
        message = "Tanggal lahir kosong; alumni ini belum dapat membuat akun sendiri."
        yield Fault(pupil.row, BY_NAME["Tanggal Lahir"].name, "", message)


class Places:
    """Kelurahan by their official name or another spelling. Outside the city the words stay in the address."""

    def __init__(self) -> None:
        self.villages = Village.objects.by_spelling()
        self.districts = {name.casefold() for name in District.objects.order_by("pk").values_list("name", flat=True)}

    def find(self, values: dict[str, Any]) -> tuple[str | None, str]:
        """(code of the kelurahan or None, address) of a row's values."""
        village, district = values["village"], values["district"]
        if not district or district.casefold() in self.districts:
            found = self.villages.get(village.casefold())
            if found:
                return found.pk, values["address"][:ADDRESS_LENGTH]
        parts = [values["address"], f"Kel. {village}" if village else "", f"Kec. {district}" if district else ""]
        return None, ", ".join(part for part in parts if part)[:ADDRESS_LENGTH]


def refused_whole(stage: Stage) -> str:
    """A sentence when nothing of the stage can be imported, else ""."""
    if stage.pupils:
        return ""
    return f"Tidak satu pun dari {angka(stage.row_count)} baris dapat diimpor."
