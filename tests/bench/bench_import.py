"""Import of 10,000 Dapodik rows, step by step, beside a bare bulk_create of the same rows in the same run."""

import contextlib
import io
import time

from django.db import connection, transaction

from bkk_portal.people.models import Person
from placements.alumni.imports.matching import match, propose
from placements.alumni.imports.preview import build_preview
from placements.alumni.imports.reading import Stage, read_upload
from placements.alumni.imports.writing import new_person, write
from placements.alumni.models import AlumniImport, Alumnus
from placements.schools.models import School
from tests.alumni.sheets import dapodik_workbook

NAME = f"Import of 10,000 Dapodik rows ({connection.vendor})"
ROWS = 10_000
YEAR = 2026
TIMES = 3  # each is done so often, and the quickest counts


class _TakeBack(Exception):
    pass


@contextlib.contextmanager
def _taken_back():
    with contextlib.suppress(_TakeBack), transaction.atomic():
        yield
        raise _TakeBack


class Stopwatch:
    def __init__(self):
        self.best = {}

    @contextlib.contextmanager
    def time(self, step):
        started = time.perf_counter()
        yield
        taken = time.perf_counter() - started
        self.best[step] = min(taken, self.best.get(step, taken))


def run():
    workbook = dapodik_workbook(ROWS)
    school, watch = School.objects.get(npsn="50304998"), Stopwatch()
    for _ in range(TIMES):
        with watch.time("whole import"):
            _import(watch, workbook, school)
        _bare(watch, workbook, school)
    bare = watch.best["bare bulk_create"]
    return [
        {"step": step, "seconds": seconds, "rows per second": int(ROWS / seconds), "times bare": seconds / bare}
        for step, seconds in watch.best.items()
    ]


def _import(watch, workbook, school):
    with watch.time("read and validate"):
        stage = read_upload(io.BytesIO(workbook), "dapodik.xlsx")
    with watch.time("seal and unseal"):
        stage = Stage.unsealed(stage.sealed())
    mapping = {
        rombel: found.konsentrasi_id for rombel, found in propose(stage.rombels(), school=school, edition=2022).items()
    }
    with watch.time("match and preview"):
        _matched(stage, school, mapping)
    with _taken_back():
        job = AlumniImport.objects.create(school=school, graduation_year=YEAR, original_name="dapodik.xlsx")
        with watch.time("match again at confirmation"):
            outcomes = _matched(stage, school, mapping)
        with watch.time("write with history"):
            write(outcomes, job=job, mapping=mapping)


def _matched(stage, school, mapping):
    outcomes = match(stage.pupils, school=school, year=YEAR, mapping=mapping, answers={})
    build_preview(stage, outcomes)
    return outcomes


def _bare(watch, workbook, school):
    """The same people and alumni, ready made, without history and without a question asked."""
    pupils = read_upload(io.BytesIO(workbook), "dapodik.xlsx").pupils
    people = [new_person(pupil) for pupil in pupils]
    with _taken_back(), watch.time("bare bulk_create"):
        Person.objects.bulk_create(people)
        Alumnus.objects.bulk_create(
            [
                Alumnus(person=person, school=school, graduation_year=YEAR, nis=pupil.nis, rombel=pupil.rombel)
                for person, pupil in zip(people, pupils, strict=True)
            ]
        )
