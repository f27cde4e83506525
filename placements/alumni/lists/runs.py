"""Doing one thing to many alumni: the coordinator confirms a Plan, the server carries it out, all of it or nothing.

Who cannot be helped is listed with the reason; the others are done.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django_tasks import task

from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web import progress
from bkk_portal.kit.web.listing import PAGE_PARAMETER, page_number
from placements.alumni.enums import BulkKind, BulkStatus
from placements.alumni.lists.bulk import DO
from placements.alumni.lists.models import BulkRun
from placements.alumni.lists.plans import MOST, plan_for
from placements.alumni.lists.selection import actor_of, chosen
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

FILES = (BulkKind.EXPORT, BulkKind.SLIPS)  # nothing is changed, personal data leaves
SMALL = 300  # so many the page waits for; more are the worker's
STALLED_AFTER = dt.timedelta(minutes=15)
FILES_KEPT = dt.timedelta(days=1)
CHANGED = "Daftarnya berubah sejak halaman ini dibuka: sekarang {now} alumni, tadi {then}. Periksa sekali lagi."
PER_PAGE = 50


def work_name(pk: int) -> str:
    """What its progress is kept under."""
    return f"massal-{pk}"


def check_size(kind: BulkKind, total: int) -> None:
    """Raises Refused when there is nobody, or more than can be done at once."""
    if not total:
        raise Refused("Tidak ada alumni yang cocok dengan saringan ini.")
    if total > MOST[kind]:
        raise Refused(
            f"{angka(total)} alumni terlalu banyak; paling banyak {angka(MOST[kind])} sekali jalan. "
            "Persempit saringannya, misalnya per tahun lulus."
        )


def start_run(
    *, actor: Actor, kind: BulkKind, query: str, picked: list[int], expected: int, options: dict[str, str] | None = None
) -> BulkRun:
    """The BulkRun, begun. `expected`: how many alumni the person was shown; Refused when there are others by now."""
    total = chosen(actor, query, picked).count()
    if total != expected:
        raise Refused(CHANGED.format(now=angka(total), then=angka(expected)))
    check_size(kind, total)
    with transaction.atomic():
        run = BulkRun.objects.create(
            school_id=actor.school_id,
            created_by_id=actor.signed_in_id,
            kind=kind,
            query=query,
            picked=picked,
            options=options or {},
            total=total,
        )
        if kind in FILES:
            record(AuditKind.EXPORTED, actor=actor, target=f"bulkrun {run.pk}", detail=run.get_kind_display())
        _launch(run)
    return run


def resume_run(*, run: BulkRun) -> None:
    """Begins anew what has broken off; nothing of it was done."""
    with transaction.atomic():
        run = _locked(run.pk)
        if run.status == BulkStatus.DONE:
            raise AlreadyDone("Sudah selesai.")
        if run.status == BulkStatus.RUNNING and not is_stalled(run):
            raise Refused("Tindakan ini sedang dikerjakan. Tunggu sampai selesai.")
        run.status, run.started_at = BulkStatus.RUNNING, None
        run.save()
        _launch(run)


def is_stalled(run: BulkRun) -> bool:
    """Whether whoever took it up must have died."""
    return run.is_running and run.started_at is not None and timezone.now() - run.started_at > STALLED_AFTER


def _launch(run: BulkRun) -> None:
    begin = work if run.total <= SMALL else work_on_run.enqueue
    transaction.on_commit(functools.partial(begin, run.pk))


def _locked(pk: int) -> BulkRun:
    return BulkRun.objects.select_for_update(of=("self",)).select_related("school").get(pk=pk)


@task()
def work_on_run(pk: int) -> None:
    work(pk)


def work(pk: int) -> None:
    """Carries the run out; nothing if another worker is at it or it is over."""
    if not _take_up(pk):
        return
    with _marked_on_failure(pk), transaction.atomic():
        _carry_out(_locked(pk))
    progress.forget(work_name(pk))


def _take_up(pk: int) -> bool:
    with transaction.atomic():
        run = _locked(pk)
        if not run.is_running or (run.started_at and not is_stalled(run)):
            return False
        run.started_at = timezone.now()
        run.save(update_fields=["started_at"])
        return True


@contextlib.contextmanager
def _marked_on_failure(pk: int) -> Iterator[None]:
    """An unforeseen error still ends in the log, but the person is told and can begin anew."""
    whole = False
    try:
        yield
        whole = True
    finally:
        if not whole:
            BulkRun.objects.filter(pk=pk).update(status=BulkStatus.FAILED, started_at=None)


def _carry_out(run: BulkRun) -> None:
    alumni = chosen(actor_of(run), run.query, run.picked)
    plan = plan_for(run.kind, alumni if run.kind in FILES else alumni.select_for_update(of=("self",)))
    DO[BulkKind(run.kind)](run, plan.todo, progress.Reporter(work_name(run.pk)))
    run.total, run.done_count, run.skipped = plan.total, len(plan.todo), plan.skipped
    run.status, run.finished_at = BulkStatus.DONE, timezone.now()
    run.save()


def drop_old_files(dry_run: bool) -> str:
    """Chore: what was made for download goes after a day; it holds personal data."""
    old = BulkRun.objects.filter(finished_at__lt=timezone.now() - FILES_KEPT).exclude(file="").order_by("pk")
    found = list(old)
    for run in [] if dry_run else found:
        run.file.delete(save=False)
        run.save(update_fields=["file", "updated_at"])
    return f"Daftar alumni: {angka(len(found))} berkas unduhan lama dihapus."


class SkippedPages:
    """One page of [(Alumnus, or None when it is gone, reason)]; has what parts/pager.html asks of a listing."""

    def __init__(self, query: QueryDict, run: BulkRun) -> None:
        self.skipped = run.skipped
        self.last = max(1, -(-len(self.skipped) // PER_PAGE))
        self.page = min(page_number(query.get(PAGE_PARAMETER, "1")), self.last)
        self.start = (self.page - 1) * PER_PAGE
        self.rows = self._rows(self.skipped[self.start : self.start + PER_PAGE])

    @staticmethod
    def _rows(part: list[tuple[int, str]]) -> list[tuple[Alumnus | None, str]]:
        found = Alumnus.objects.select_related("person").in_bulk([pk for pk, _ in part]) if part else {}
        return [(found.get(pk), reason) for pk, reason in part]

    @property
    def previous_url(self) -> str | None:
        return f"?{PAGE_PARAMETER}={self.page - 1}" if self.page > 1 else None

    @property
    def next_url(self) -> str | None:
        return f"?{PAGE_PARAMETER}={self.page + 1}" if self.page < self.last else None

    @property
    def count_text(self) -> str:
        return f"{angka(self.start + 1)}–{angka(self.start + len(self.rows))} dari {angka(len(self.skipped))}"
