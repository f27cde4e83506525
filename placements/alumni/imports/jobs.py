"""The parts every step of an AlumniImport uses: its lock, its file, its end."""

import datetime as dt
import functools

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from placements.alumni.imports.reading import Stage
from placements.alumni.models import AlumniImport

KEPT = dt.timedelta(days=7)
STALLED_AFTER = dt.timedelta(minutes=15)


def work_name(pk: int) -> str:
    """What its progress is kept under."""
    return f"impor-{pk}"


def locked(pk: int) -> AlumniImport:
    return AlumniImport.objects.select_for_update(of=("self",)).get(pk=pk)


def is_stalled(job: AlumniImport) -> bool:
    """Whether whoever took it up must have died: nothing was written, so it may start anew."""
    return job.started_at is not None and timezone.now() - job.started_at > STALLED_AFTER


def load_stage(job: AlumniImport) -> Stage:
    with job.file.open("rb") as file:
        return Stage.unsealed(file.read())


def keep_stage(job: AlumniImport, stage: Stage) -> None:
    """The sealed extract takes the place of the upload, which holds the data of parents and is gone at once."""
    drop_file(job)
    job.file.save("baris.segel", ContentFile(stage.sealed()), save=False)


def drop_file(job: AlumniImport) -> None:
    if job.file:
        transaction.on_commit(functools.partial(job.file.storage.delete, job.file.name))
        job.file = ""


def finish(job: AlumniImport, status: str, *, counts: dict[str, int] | None = None, error: str = "") -> None:
    """The end of an import: what is left are numbers, no personal data."""
    drop_file(job)
    job.status, job.error, job.started_at = status, error, None
    job.counts = counts or {}
    job.preview, job.answers = {}, {}
    job.finished_at = timezone.now()
    job.save()
