"""What will become of each row, worked out before anything is written."""

import dataclasses
import datetime as dt
import hashlib
from typing import Any, NamedTuple

from placements.alumni.enums import RowKind
from placements.alumni.imports.pupils import Pupil

SAME_PERSON = "same"
OTHER_PERSON = "other"
ADD_HERE = "add"
SKIP = "skip"


class Change(NamedTuple):
    field: str  # attribute of Person or Alumnus; "nik" stands for cipher and hash
    old: Any
    new: Any


class Known(NamedTuple):
    """A Person as far as matching needs one."""

    pk: int
    user_id: int | None
    nik_hash: str | None
    name: str
    birth_date: dt.date | None
    birth_place: str
    sex: str
    nisn: str | None
    phone: str
    email: str
    address: str
    rt: str
    rw: str
    village_id: str | None


class Enrolled(NamedTuple):
    """An Alumnus as far as matching needs one."""

    pk: int
    person_id: int
    school_id: int
    graduation_year: int
    konsentrasi_id: int | None
    nis: str
    rombel: str
    diploma_number: str


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """What a person must decide. `kind` is SAME_PERSON (is it? or OTHER_PERSON) or ADD_HERE (or SKIP)."""

    kind: str
    text: str
    person_id: int


@dataclasses.dataclass(slots=True)
class Outcome:
    pupil: Pupil
    kind: RowKind
    reason: str
    person: Known | None = None
    alumnus: Enrolled | None = None
    changes: list = dataclasses.field(default_factory=list)
    kept: list = dataclasses.field(default_factory=list)  # names of fields that stay the person's own
    question: Question | None = None
    column: str = ""  # of a refused row: where to look

    def refuse(self, reason, column="NISN"):
        self.kind, self.reason, self.column, self.question = RowKind.REFUSED, reason, column, None


def digest_of(outcomes):
    """Changes whenever something else would be written; the person confirms this and nothing else."""
    digest = hashlib.sha256()
    for outcome in outcomes:
        person_id = outcome.person and outcome.person.pk
        new = [(change.field, str(change.new)) for change in outcome.changes]
        digest.update(repr((outcome.pupil.row, str(outcome.kind), person_id, new)).encode())
    return digest.hexdigest()
