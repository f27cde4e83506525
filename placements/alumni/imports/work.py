"""What the server does with an import between two answers of a person: read, match, write."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import task

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web import progress
from placements.alumni.enums import RUNNING_IMPORTS, ImportStatus, RowKind
from placements.alumni.imports import jobs
from placements.alumni.imports.matching import MOST_ROMBELS, edition_for, match, propose
from placements.alumni.imports.outcomes import Outcome
from placements.alumni.imports.preview import build_preview, refused_faults
from placements.alumni.imports.reading import Fault, Stage, read_upload
from placements.alumni.imports.undoing import undo
from placements.alumni.imports.writing import write
from placements.alumni.models import AlumniImport
from placements.schools.models import School

if TYPE_CHECKING:
    from _io import BufferedReader, BytesIO

BROKEN_OFF = "Pekerjaan terhenti karena gangguan pada portal. Tidak ada yang tersimpan. Silakan coba lagi."
CHANGED_MEANWHILE = (
    "Data portal berubah sejak pratinjau dibuat, jadi belum ada yang disimpan. Periksa pratinjau yang baru."
)
TOO_MANY_ROMBELS = (
    "Ada {count} rombel yang berbeda. Periksa kolom Rombel Saat Ini: isinya nama kelas, misalnya XII TKJ 1."
)
# Up to these sizes of file (about 2,500 rows) the page waits for the phase; larger ones are the worker's.
SMALL_FILE: dict[str, int] = {
    ImportStatus.READING: 500_000,
    ImportStatus.MATCHING: 150_000,
    ImportStatus.WRITING: 150_000,
}
# Where a person can go on from when a phase breaks off.
BACK_TO: dict[str, ImportStatus] = {
    ImportStatus.MATCHING: ImportStatus.MAPPING,
    ImportStatus.WRITING: ImportStatus.PREVIEW,
    ImportStatus.UNDOING: ImportStatus.DONE,
}
USED_MEANWHILE = "Data impor ini baru saja dipakai, jadi tidak ada yang diurungkan. Periksa sekali lagi."
FEW = 500  # rows that are taken back while the page waits
ONLY_ON_THE_PAGE = "Perlu dijawab seseorang di halaman impor: {question}"


def launch(job: AlumniImport, status: str) -> None:
    """Puts the job into that running status; the work begins when the transaction has committed."""
    job.status, job.started_at, job.error = status, None, ""
    job.save()
    begin = work if job.file.size <= SMALL_FILE[status] else work_on_import.enqueue
    transaction.on_commit(functools.partial(begin, job.pk))


def launch_undo(job: AlumniImport) -> None:
    """As launch; the file is long gone, so the number of rows says who does it."""
    job.status, job.started_at, job.error = ImportStatus.UNDOING, None, ""
    job.save()
    begin = work if job.result["new"] + job.result["changed"] <= FEW else work_on_import.enqueue
    transaction.on_commit(functools.partial(begin, job.pk))


@task()
def work_on_import(pk: int) -> None:
    work(pk)


def work(pk: int) -> None:
    """Does the phase the import stands in; nothing if another worker is at it or it is over."""
    job = _take_up(pk)
    if job is None:
        return
    phase = PHASES[job.status]
    with _given_back_on_failure(job):
        try:
            phase(job)
        except Refused as answer:
            _refuse(job, answer.message)
    progress.forget(jobs.work_name(pk))


def _refuse(job: AlumniImport, sentence: str) -> None:
    """An import that cannot be taken back stays what it is; any other ends here."""
    with transaction.atomic():
        if job.status == ImportStatus.UNDOING:
            _wait(job, ImportStatus.DONE, sentence)
        else:
            jobs.finish(job, ImportStatus.REFUSED, error=sentence)


def _take_up(pk: int) -> AlumniImport | None:
    with transaction.atomic():
        job = jobs.locked(pk)
        if job.status not in RUNNING_IMPORTS or (job.started_at and not jobs.is_stalled(job)):
            return None
        job.started_at = timezone.now()
        job.save(update_fields=["started_at"])
        return job


@contextlib.contextmanager
def _given_back_on_failure(job: AlumniImport) -> Iterator[None]:
    """An unforeseen error still ends in the log, but the person is told and can go on."""
    status, whole = job.status, False
    try:
        yield
        whole = True
    finally:
        if not whole:
            fallback = BACK_TO.get(status, ImportStatus.REFUSED)
            AlumniImport.objects.filter(pk=job.pk).update(status=fallback, error=BROKEN_OFF, started_at=None)


def read(job: AlumniImport) -> None:
    with job.file.open("rb") as file:
        stage = read_upload(file, job.original_name, progress.Reporter(jobs.work_name(job.pk)))
    rombels = stage.rombels()
    if len(rombels) > MOST_ROMBELS:
        raise Refused(TOO_MANY_ROMBELS.format(count=angka(len(rombels))))
    proposals = propose(rombels, school=job.school, edition=edition_for(job.graduation_year))
    with transaction.atomic():
        jobs.keep_stage(job, stage)
        job.answers = {"mapping": {rombel: proposals[rombel].konsentrasi_id for rombel in rombels}, "rows": {}}
        if all(proposal.remembered for proposal in proposals.values()):
            launch(job, ImportStatus.MATCHING)
        else:
            job.preview = {"rombels": rombels}
            _wait(job, ImportStatus.MAPPING)


def _wait(job: AlumniImport, status: str, error: str = "") -> None:
    job.status, job.error, job.started_at = status, error, None
    job.save()


def prepare(job: AlumniImport) -> None:
    """The preview."""
    job.preview = examine(job)[2]
    _wait(job, ImportStatus.PREVIEW)


def examine(job: AlumniImport) -> tuple[Stage, list[Outcome], dict[str, Any]]:
    """(stage, outcomes, preview) as things stand now."""
    stage = jobs.load_stage(job)
    outcomes = match(
        stage.pupils,
        school=job.school,
        year=job.graduation_year,
        mapping=job.answers["mapping"],
        answers=job.answers["rows"],
        rest=job.answers.get("rest"),
    )
    return stage, outcomes, build_preview(stage, outcomes) | {"rombels": stage.rombels()}


def save(job: AlumniImport) -> None:
    """All or nothing. What the person confirmed is written, or, where it would be something else by now, nothing."""
    try:
        with transaction.atomic():
            _save(job)
    except IntegrityError:  # somebody of the list was added elsewhere at this very moment
        job.preview = examine(job)[2]
        _wait(job, ImportStatus.PREVIEW, CHANGED_MEANWHILE)


def _save(job: AlumniImport) -> None:
    # One import of a school after the other; no_key leaves everybody else free to add rows of this school.
    School.objects.select_for_update(no_key=True).get(pk=job.school_id)
    if jobs.locked(job.pk).status != ImportStatus.WRITING:
        return
    _, outcomes, preview = examine(job)
    if preview["digest"] != job.preview["digest"]:
        job.preview = preview
        _wait(job, ImportStatus.PREVIEW, CHANGED_MEANWHILE)
        return
    write(outcomes, job=job, mapping=job.answers["mapping"], progress=progress.Reporter(jobs.work_name(job.pk)))
    counts = preview["counts"] | {"unmapped": _unmapped(job, preview)}
    jobs.finish(job, ImportStatus.DONE, counts=counts)


def take_back(job: AlumniImport) -> None:
    try:
        undo(job, job.answers["by"])
    except IntegrityError:  # somebody built on a row of it at this very moment
        _refuse(job, USED_MEANWHILE)


def _unmapped(job: AlumniImport, preview: dict[str, Any]) -> list[list[str | int]]:
    """[[rombel, pupils]] that were imported without konsentrasi."""
    rombels = sorted(preview["rombels"].items())
    return [[rombel, count] for rombel, count in rombels if not job.answers["mapping"][rombel]]


PHASES: dict[str, Callable[[AlumniImport], None]] = {
    ImportStatus.READING: read,
    ImportStatus.MATCHING: prepare,
    ImportStatus.WRITING: save,
    ImportStatus.UNDOING: take_back,
}


@dataclasses.dataclass
class Plan:
    stage: Stage
    outcomes: list[Outcome]
    mapping: dict
    preview: dict

    @property
    def counts(self) -> dict[str, int]:
        return self.preview["counts"]

    @property
    def refused(self) -> list[Fault]:
        """[Fault]: rows that cannot be taken, and those that ask something nobody is here to answer."""
        asking = [outcome for outcome in self.outcomes if outcome.kind == RowKind.QUESTION]
        return sorted([*refused_faults(self.stage, self.outcomes), *map(_unanswered, asking)], key=lambda f: f.row)

    @property
    def unmapped(self) -> dict[str, int]:
        """{rombel: pupils} that stay without konsentrasi."""
        return {rombel: count for rombel, count in self.stage.rombels().items() if not self.mapping[rombel]}


def _unanswered(outcome: Outcome) -> Fault:
    message = ONLY_ON_THE_PAGE.format(question=outcome.question.text)
    return Fault(outcome.pupil.row, "NISN", outcome.pupil.nisn, message)


def plan_import(file: BufferedReader | BytesIO, filename: str, *, school: School, year: int) -> Plan:
    """What an import would do. Raises Refused where the whole file is useless."""
    stage = read_upload(file, filename)
    proposals = propose(stage.rombels(), school=school, edition=edition_for(year))
    mapping = {rombel: proposal.konsentrasi_id for rombel, proposal in proposals.items()}
    return _planned(stage, mapping, school, year)


def _planned(stage: Stage, mapping: dict[str, int | None], school: School, year: int) -> Plan:
    outcomes = match(stage.pupils, school=school, year=year, mapping=mapping, answers={})
    return Plan(stage, outcomes, mapping, build_preview(stage, outcomes))


def carry_out(plan: Plan, *, school: School, year: int, filename: str) -> AlumniImport:
    """Writes the plan, in one transaction. Refused when the portal's data changed since it was made."""
    with transaction.atomic():
        School.objects.select_for_update(no_key=True).get(pk=school.pk)
        if _planned(plan.stage, plan.mapping, school, year).preview["digest"] != plan.preview["digest"]:
            raise Refused("Data portal berubah selama impor; tidak ada yang disimpan. Jalankan sekali lagi.")
        job = AlumniImport.objects.create(
            school=school,
            graduation_year=year,
            original_name=filename[-200:],
            status=ImportStatus.DONE,
            counts=plan.counts | {"unmapped": [list(item) for item in plan.unmapped.items()]},
        )
        write(plan.outcomes, job=job, mapping=plan.mapping)
        job.finished_at = timezone.now()
        job.save()
    return job
