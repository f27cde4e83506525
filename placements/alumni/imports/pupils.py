"""What we keep of an upload: clean pupils, and the rows that were refused. Sealed while it waits on disk."""

import dataclasses
import datetime as dt
import json
import zlib
from operator import attrgetter

from bkk_portal.kit import nik_vault


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
    def group(self):
        """What its konsentrasi is read from: the course where it is named, else the class."""
        return self.course or self.rombel

    @property
    def who(self):
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
    def row_count(self):
        return len(self.pupils) + len(self.refused_cells)

    def rombels(self):
        """{rombel or course: number of pupils}, in alphabetical order."""
        counts = {}
        for pupil in self.pupils:
            if pupil.group:
                counts[pupil.group] = counts.get(pupil.group, 0) + 1
        return dict(sorted(counts.items()))

    def sealed(self):
        content = {
            "pupils": [values_of(pupil) for pupil in self.pupils],
            "refused": [dataclasses.astuple(fault) for fault in self.refused],
            "notes": [dataclasses.astuple(fault) for fault in self.notes],
            "refused_cells": list(self.refused_cells.items()),
        }
        text = json.dumps(content, default=dt.date.isoformat, separators=(",", ":"), ensure_ascii=False)
        return nik_vault.seal(zlib.compress(text.encode(), 1))

    @classmethod
    def unsealed(cls, sealed):
        """Raises nik_vault.Unreadable when the bytes are not what `sealed` gave."""
        content = json.loads(zlib.decompress(nik_vault.unseal(sealed)))
        return cls(
            pupils=[_pupil(values) for values in content["pupils"]],
            refused=[Fault(*values) for values in content["refused"]],
            notes=[Fault(*values) for values in content["notes"]],
            refused_cells=dict(content["refused_cells"]),
        )


def _pupil(values):
    if values[DATE_PLACE]:
        values[DATE_PLACE] = dt.date.fromisoformat(values[DATE_PLACE])
    return Pupil(*values)
