"""What a coordinator does with an import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import angka
from placements.alumni.enums import OPEN_IMPORTS, RUNNING_IMPORTS, ImportStatus, RowKind
from placements.alumni.imports import jobs
from placements.alumni.imports.matching import edition_for, remember
from placements.alumni.imports.outcomes import ADD_HERE, OTHER_PERSON, SAME_PERSON, SKIP
from placements.alumni.imports.work import launch, launch_undo
from placements.alumni.models import AlumniImport

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.schools.models import School

ANSWERS = {SAME_PERSON: (SAME_PERSON, OTHER_PERSON), ADD_HERE: (ADD_HERE, SKIP)}
NOT_NOW = "Impor ini sedang dikerjakan. Tunggu sampai selesai."


def start_import(*, actor: Actor, school: School, graduation_year: int, upload: Any) -> AlumniImport:
    """Takes an upload in and begins to read it. `upload`: UploadedFile of at most settings.UPLOAD_MAX_BYTES."""
    with transaction.atomic():
        job = AlumniImport(
            school=school,
            graduation_year=graduation_year,
            file=upload,
            original_name=upload.name[-200:],
            created_by=User.objects.get(pk=actor.user_id),
        )
        launch(job, ImportStatus.READING)
    return job


def save_mapping(*, job: AlumniImport, mapping: dict[str, int | None], actor: Actor) -> None:
    """`mapping`: {rombel: pk of Konsentrasi or None} for every rombel of the file. Remembered for the next import."""
    with transaction.atomic():
        job = _waiting(job, ImportStatus.MAPPING, ImportStatus.PREVIEW)
        user = User.objects.get(pk=actor.user_id)
        remember(mapping, school=job.school, edition=edition_for(job.graduation_year), user=user)
        job.answers["mapping"] |= mapping
        launch(job, ImportStatus.MATCHING)


def save_answers(*, job: AlumniImport, answers: dict[str, str], rest: str | None = None) -> None:
    """`answers`: {row number as text: answer}; `rest` (ADD_HERE or SKIP): for every question of that kind left open."""
    with transaction.atomic():
        job = _waiting(job, ImportStatus.PREVIEW)
        asked = {str(row["row"]): row["ask"] for row in job.preview["rows"][RowKind.QUESTION]}
        for row, answer in answers.items():
            kind, person_id = asked.get(row, (None, None))
            if answer in ANSWERS.get(kind, ()):
                job.answers["rows"][row] = [answer, person_id]
        if rest in ANSWERS[ADD_HERE]:
            job.answers["rest"] = rest
        launch(job, ImportStatus.MATCHING)


def confirm_import(*, job: AlumniImport, skip_refused: bool = False) -> None:
    with transaction.atomic():
        job = jobs.locked(job.pk)
        if job.status in (ImportStatus.DONE, ImportStatus.WRITING):
            raise AlreadyDone("Sudah diimpor. Tidak ada yang disimpan dua kali.")
        _refuse_unless(job, ImportStatus.PREVIEW)
        counts = job.preview["counts"]
        if counts[RowKind.QUESTION]:
            raise Refused(f"Jawab dulu {angka(counts[RowKind.QUESTION])} pertanyaan yang masih terbuka.")
        if counts[RowKind.REFUSED] and not skip_refused:
            raise Refused(
                f"{angka(counts[RowKind.REFUSED])} baris ditolak, jadi tidak ada yang disimpan. "
                "Perbaiki berkasnya, atau pilih Impor sisanya."
            )
        launch(job, ImportStatus.WRITING)


def cancel_import(*, job: AlumniImport) -> None:
    with transaction.atomic():
        job = jobs.locked(job.pk)
        if job.status == ImportStatus.CANCELLED:
            raise AlreadyDone("Sudah dibatalkan.")
        if job.status not in OPEN_IMPORTS:
            raise Refused("Impor ini sudah selesai dan tidak dapat dibatalkan.")
        if job.status == ImportStatus.WRITING and not jobs.is_stalled(job):
            raise Refused("Alumni sedang disimpan; impor tidak dapat dibatalkan lagi.")
        jobs.finish(job, ImportStatus.CANCELLED)


def undo_import(*, job: AlumniImport, actor: Actor) -> None:
    """Begins to take back a finished import; where a row of it is in use, nothing is taken back and `error` says so."""
    with transaction.atomic():
        job = jobs.locked(job.pk)
        if job.status in (ImportStatus.UNDONE, ImportStatus.UNDOING):
            raise AlreadyDone("Sudah diurungkan.")
        _refuse_unless(job, ImportStatus.DONE)
        job.answers = {"by": actor.user_id}
        launch_undo(job)


def resume_import(*, job: AlumniImport) -> None:
    """Begins anew a phase whose worker has died; nothing of it was written."""
    with transaction.atomic():
        job = jobs.locked(job.pk)
        if job.status not in RUNNING_IMPORTS or not jobs.is_stalled(job):
            raise Refused("Impor ini tidak terhenti.")
        if job.status == ImportStatus.UNDOING:
            launch_undo(job)
        else:
            launch(job, job.status)


def record_download(*, job: AlumniImport, actor: Actor) -> None:
    """The rows to correct carry the numbers the coordinator uploaded, so that they can be uploaded again."""
    record(AuditKind.EXPORTED, actor=actor, target=f"alumniimport {job.pk}", detail="baris ditolak untuk diperbaiki")


def _waiting(job: AlumniImport, *states: Any) -> AlumniImport:
    job = jobs.locked(job.pk)
    _refuse_unless(job, *states)
    return job


def _refuse_unless(job: AlumniImport, *states: Any) -> None:
    if job.status in RUNNING_IMPORTS:
        raise Refused(NOT_NOW)
    if job.status not in states:
        raise Refused(f"Impor ini {job.get_status_display().lower()}; langkah ini tidak dapat dilakukan lagi.")


def close_old_imports(dry_run: bool) -> str:
    """Chore: what nobody answered for seven days is cancelled, and its file is gone."""
    limit = timezone.now() - jobs.KEPT
    old = AlumniImport.objects.filter(status__in=OPEN_IMPORTS, updated_at__lt=limit).order_by("pk")
    found = list(old)
    for job in [] if dry_run else found:
        cancel_if_old(job)
    return f"Impor alumni: {angka(len(found))} yang tidak diteruskan selama 7 hari dibatalkan."


def cancel_if_old(job: AlumniImport) -> None:
    with transaction.atomic():
        job = jobs.locked(job.pk)
        if job.status in OPEN_IMPORTS:
            jobs.finish(job, ImportStatus.CANCELLED)
