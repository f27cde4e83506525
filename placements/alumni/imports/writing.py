"""The one place where an import writes. Always inside the caller's transaction, in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils import timezone

from bkk_portal.kit.history import record_history
from bkk_portal.people.models import Person
from placements.alumni.enums import RowKind
from placements.alumni.imports.outcomes import PERSON_FIELDS
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.kit.web.progress import Reporter
    from placements.alumni.imports.outcomes import Change, Outcome
    from placements.alumni.imports.reading import Pupil
    from placements.alumni.models import AlumniImport

Row = TypeVar("Row", Person, Alumnus)
BATCH = 2000
NULLABLE = frozenset({"nisn", "birth_date", "village_id"})
ALUMNUS_FIELDS = frozenset({"graduation_year", "konsentrasi_id", "nis", "rombel", "diploma_number"})


def write(
    outcomes: list[Outcome], *, job: AlumniImport, mapping: dict[str, int | None], progress: Reporter | None = None
) -> None:
    """Creates what is new and changes what differs; everything else is ignored.

    `job` is the saved AlumniImport; whose NIK was written is left in its nik_changes, for the caller to save.
    """
    Writer(job, mapping, progress or (lambda done, total: None)).write(outcomes)


class Writer:
    def __init__(self, job: AlumniImport, mapping: dict[str, int | None], progress: Callable | Reporter) -> None:
        self.job = job
        self.mapping = mapping
        self.progress = progress
        self.now = timezone.now()
        self.niks: dict[str, list[int]] = {
            "filled": [],
            "replaced": [],
        }  # for taking it back: the history holds no numbers
        self.signed: dict[str, Any] = {"user": job.created_by, "reason": job.signature}

    def write(self, outcomes: list[Outcome]) -> None:
        work = [o for o in outcomes if o.kind in (RowKind.NEW, RowKind.CHANGED)]
        for done in range(0, len(work), BATCH):
            batch = work[done : done + BATCH]
            people = self._create_people([o for o in batch if o.person is None])
            self._change_people([o for o in batch if o.person and _of_person(o)])
            self._create_alumni([o for o in batch if o.kind == RowKind.NEW], people)
            self._change_alumni([o for o in batch if o.alumnus and _of_alumnus(o)])
            self.progress(done + len(batch), len(work))
        self.job.nik_changes = self.niks

    def _create_people(self, outcomes: list[Outcome]) -> dict[int, Person]:
        """{row number: Person}"""
        people = [new_person(outcome.pupil) for outcome in outcomes]
        self._create(Person, people)
        return {outcome.pupil.row: person for outcome, person in zip(outcomes, people, strict=True)}

    def _create_alumni(self, outcomes: list[Outcome], people: dict[int, Person]) -> None:
        alumni = [
            Alumnus(
                person_id=people[o.pupil.row].pk if o.person is None else o.person.pk,
                school_id=self.job.school_id,
                konsentrasi_id=self.mapping.get(o.pupil.group),
                graduation_year=o.pupil.year or self.job.graduation_year,
                nis=o.pupil.nis,
                rombel=o.pupil.rombel,
                diploma_number=o.pupil.diploma_number,
                claimed_at=self.now if o.person and o.person.user_id else None,
                imported_by=self.job,
            )
            for o in outcomes
        ]
        self._create(Alumnus, alumni)

    def _create(self, model: type[Row], rows: list[Row]) -> None:
        model._default_manager.bulk_create(rows)
        record_history(model, [row.pk for row in rows], kind="+", **self.signed)

    def _change_people(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            for change in outcome.changes:
                if change.field == "nik":
                    self.niks["replaced" if change.old else "filled"].append(outcome.person.pk)
        self._change(Person, {o.person.pk: _of_person(o) for o in outcomes})

    def _change_alumni(self, outcomes: list[Outcome]) -> None:
        self._change(Alumnus, {o.alumnus.pk: _of_alumnus(o) for o in outcomes})

    def _change(self, model: type[Row], changes: dict[int, list[Change]]) -> None:
        """`changes`: {pk: [Change]}. Rows are locked, so that what others change in them meanwhile stays."""
        if not changes:
            return
        rows = model._default_manager.select_for_update().in_bulk(list(changes))
        for pk, row in rows.items():
            row.updated_at = self.now
            for change in changes[pk]:
                _put(row, change)
        columns: set[str] = {name for found in changes.values() for name in _names(found)}
        # An upsert of rows that exist: four times as quick as bulk_update, which asks the database a CASE per cell.
        model._default_manager.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[*sorted(columns), "updated_at"],
        )
        record_history(model, list(rows), kind="~", **self.signed)


def new_person(pupil: Pupil) -> Person:
    person = Person(**{field: getattr(pupil, field) or (None if field in NULLABLE else "") for field in PERSON_FIELDS})
    person.set_nik(pupil.nik)
    return person


def _of_person(outcome: Outcome) -> list[Change]:
    return [change for change in outcome.changes if change.field not in ALUMNUS_FIELDS]


def _of_alumnus(outcome: Outcome) -> list[Change]:
    return [change for change in outcome.changes if change.field in ALUMNUS_FIELDS]


def _put(row: Person | Alumnus, change: Change) -> None:
    if change.field == "nik" and isinstance(row, Person):
        row.set_nik(change.new)
    else:
        setattr(row, change.field, change.new)


def _names(changes: list[Change]) -> Iterator[str]:
    """The columns that these changes touch."""
    for change in changes:
        yield from ("nik_cipher", "nik_hash") if change.field == "nik" else (change.field.removesuffix("_id"),)
