"""Audit packs: asked for, put together in the background, thrown away."""

from __future__ import annotations

import contextlib
import datetime
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django_tasks import task

from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import angka
from trainings.reports.enums import PackStatus
from trainings.reports.models import AuditPack
from trainings.reports.packs.building import build

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.contracts.models import ProcurementContract
    from trainings.programmes.models import Training

REPORT_EVERY = 10  # files
STALLED = datetime.timedelta(hours=1)  # whoever was at it is gone


def ask_for_pack(
    *, actor: Actor, training: Training | None = None, contract: ProcurementContract | None = None
) -> AuditPack:
    """An AuditPack that is being made. Raises AlreadyDone while one of the same is, Refused for another office's."""
    subject = training or contract
    if subject is None:
        raise ValueError("a pack is about a training or a contract")
    if not (actor.is_agency_head or (actor.is_agency and actor.agency_id == subject.agency_id)):
        raise Refused("Paket audit hanya untuk dinas yang menyelenggarakan dan kepala dinas.")
    with transaction.atomic():
        locked(subject)
        same = AuditPack.objects.running().filter(training=training, contract=contract)
        same.filter(created_at__lt=timezone.now() - STALLED).update(status=PackStatus.FAILED)
        if same.exists():
            raise AlreadyDone("Sudah sedang disusun. Tunggu sampai selesai.")
        pack = AuditPack.objects.create(
            agency_id=subject.agency_id, training=training, contract=contract, asked_by_id=actor.signed_in_id
        )
        record(AuditKind.EXPORTED, actor=actor, target="paket audit", detail=f"{pack.pk}")
        transaction.on_commit(functools.partial(put_together.enqueue, pack.pk))
    return pack


@task()
def put_together(pk: int) -> None:
    make(pk)


def make(pk: int) -> None:
    """Puts the pack together, once; whoever comes second finds nothing to do."""
    if not AuditPack.objects.filter(pk=pk, status=PackStatus.WAITING).update(status=PackStatus.WORKING):
        return
    pack = AuditPack.objects.for_list().get(pk=pk)
    with _failed_unless_whole(pack):
        file, faults = build(pack, functools.partial(_progress, pk))
        pack.findings = [[str(fault), fault.url] for fault in faults]
        with file:
            pack.file.save(f"{filename_of(pack)}.zip", File(file), save=False)
        pack.status, pack.finished_at = PackStatus.READY, timezone.now()
        pack.done = pack.total = AuditPack.objects.values_list("total", flat=True).get(pk=pk)
        pack.save()


def _progress(pk: int, done: int, total: int) -> None:
    if done % REPORT_EVERY == 1 or done == total - 1:
        AuditPack.objects.filter(pk=pk).update(done=done, total=total)


@contextlib.contextmanager
def _failed_unless_whole(pack: AuditPack) -> Iterator[None]:
    """An unforeseen error still ends in the log, but who waits is told and can ask again."""
    whole = False
    try:
        yield
        whole = True
    finally:
        if not whole:
            AuditPack.objects.filter(pk=pack.pk).update(status=PackStatus.FAILED, finished_at=timezone.now())


def filename_of(pack: AuditPack) -> str:
    return f"paket-audit-{slugify(str(pack.subject))[:60]}-{pack.pk}"


def drop_old_packs(dry_run: bool) -> str:
    """A pack holds personal data of a class in one file: it is kept for as long as an audit needs it, no longer."""
    days = settings.RULES["audit_pack_days"]
    rows = AuditPack.objects.filter(created_at__lt=timezone.now() - datetime.timedelta(days=days))
    count = rows.count()
    if not dry_run:
        for pack in rows.iterator():
            pack.file.delete(save=False)
            pack.delete()
    return f"Paket audit: {angka(count)} lebih lama dari {days} hari dihapus."
