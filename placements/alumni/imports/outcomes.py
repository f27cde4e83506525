"""What will become of each row, worked out before anything is written."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from typing import Any, NamedTuple

from bkk_portal.kit import nik_vault
from placements.alumni.enums import RowKind
from placements.alumni.imports.reading import Pupil

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

    def refuse(self, reason: str, column: str = "NISN") -> None:
        self.kind, self.reason, self.column, self.question = RowKind.REFUSED, reason, column, None


def digest_of(outcomes: list[Outcome]) -> str:
    """Changes whenever something else would be written; the person confirms this and nothing else."""
    digest = hashlib.sha256()
    for outcome in outcomes:
        person_id = outcome.person and outcome.person.pk
        new = [(change.field, str(change.new)) for change in outcome.changes]
        digest.update(repr((outcome.pupil.row, str(outcome.kind), person_id, new)).encode())
    return digest.hexdigest()


PERSON_FIELDS = (
    "name", "birth_date", "birth_place", "sex", "nisn", "phone", "email", "address", "rt", "rw", "village_id"
)  # fmt: skip
# Once people have an account, how to reach them is theirs to say.
CONTACT = frozenset({"phone", "email", "address", "rt", "rw", "village_id"})
LABELS = {
    "name": "Nama",
    "birth_date": "Tanggal lahir",
    "birth_place": "Tempat lahir",
    "sex": "Jenis kelamin",
    "nisn": "NISN",
    "nik": "NIK",
    "phone": "Nomor HP",
    "email": "Surel",
    "address": "Alamat",
    "rt": "RT",
    "rw": "RW",
    "village_id": "Kelurahan",
    "graduation_year": "Tahun lulus",
    "konsentrasi_id": "Konsentrasi",
    "nis": "NIS",
    "rombel": "Rombel",
    "diploma_number": "Nomor ijazah",
}


def same(old: str | dt.date | int | None, new: str | dt.date | int) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return old == new or old.casefold().split() == new.casefold().split()
    return old == new


def compare_person(pupil: Pupil, known: Known, *, is_shared: bool) -> tuple[list[Change], list[str]]:
    """([Change], [names of fields kept as they are]) that a row means for a person.

    An empty cell never wipes a filled field. `is_shared`: the person is another school's alumnus as well, so only
    what is unknown is filled in.
    """
    changes, kept = [], []
    for field in PERSON_FIELDS:
        old, new = getattr(known, field), getattr(pupil, field)
        if not new or same(old, new):
            continue
        if (known.user_id and field in CONTACT) or (is_shared and old):
            kept.append(field)
        else:
            changes.append(Change(field, old, new))
    if pupil.nik and known.nik_hash not in nik_vault.possible_hashes(pupil.nik):
        if is_shared and known.nik_hash:
            kept.append("nik")
        else:
            changes.append(Change("nik", known.nik_hash or "", pupil.nik))
    return changes, kept


def compare_alumnus(pupil: Pupil, alumnus: Enrolled, *, year: int, konsentrasi_id: int | None) -> list[Change]:
    said = {
        "graduation_year": year,
        "konsentrasi_id": konsentrasi_id,
        "nis": pupil.nis,
        "rombel": pupil.rombel,
        "diploma_number": pupil.diploma_number,
    }
    return [
        Change(field, getattr(alumnus, field), new)
        for field, new in said.items()
        if new and not same(getattr(alumnus, field), new)
    ]
