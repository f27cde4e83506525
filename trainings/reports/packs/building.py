"""Putting a pack together: one ZIP, written file by file."""

from __future__ import annotations

import csv
import hashlib
import io
import tempfile
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.pdf.forms import Column, OfficialList, official_list
from bkk_portal.kit.pdf.joining import joined
from bkk_portal.kit.text.formatting import angka, waktu
from trainings.participants.certificates.actions import letterhead_of
from trainings.reports.packs.contents import entries_of
from trainings.reports.packs.findings import at_home, findings_of
from trainings.reports.packs.scope import scope_of
from trainings.reports.packs.totals import totals_of

if TYPE_CHECKING:
    from tempfile import SpooledTemporaryFile
    from zipfile import ZipFile

    from bkk_portal.kit.errors import Fault
    from trainings.reports.models import AuditPack
    from trainings.reports.packs.contents import Entry
    from trainings.reports.packs.scope import Scope
    from trainings.reports.packs.totals import Total

MEMORY_BEFORE_DISK = 10 * 1024**2
NUMBER = Column(title="No.", align="right", width=0)


def build(pack: AuditPack, report: Callable) -> tuple[SpooledTemporaryFile, list[Fault]]:
    """(open file of the ZIP, [Fault]). `report(done, total)` is told after each file."""
    scope = scope_of(pack)
    totals = totals_of(scope)
    findings = findings_of(scope, totals)
    file = tempfile.SpooledTemporaryFile(max_size=MEMORY_BEFORE_DISK)  # noqa: SIM115  (the caller closes it)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        files, missing = _write(archive, entries_of(scope), report)
        findings = [*findings, *(at_home(scope, sentence) for sentence in missing)]
        archive.writestr("daftar-berkas.csv", _index(files))
        archive.writestr("0-sampul.pdf", cover_pdf(scope, totals, findings, files, asked_by=pack.asked_by.name))
    file.seek(0)
    return file, findings


def _write(archive: ZipFile, entries: list[Entry], report: Callable) -> tuple[list[tuple[str, int, str]], list[str]]:
    """([(path, size, SHA-256)], [sentence for each file that is not there])"""
    files, missing, total = [], [], len(entries) + 1
    for done, entry in enumerate(entries, 1):
        try:
            content = entry.read()
        except Refused as gone:
            missing.append(f"{entry.path}: {gone.message}")
            continue
        archive.writestr(entry.path, content)
        files.append((entry.path, len(content), hashlib.sha256(content).hexdigest()))
        report(done, total)
    return files, missing


def _index(files: list[tuple[str, int, str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["berkas", "byte", "sha256"])
    writer.writerows(files)
    return f"\ufeff{text.getvalue()}"


def cover_pdf(
    scope: Scope, totals: list[Total], findings: list[Fault], files: list[tuple[str, int, str]], *, asked_by: str
) -> bytes:
    """PDF bytes. `findings`: [sentence]; `files`: [(path, bytes as a number, SHA-256)]."""
    pages = [_totals(scope, totals, findings, asked_by), _findings(scope, findings), _files(scope, files)]
    return joined([official_list(page) for page in pages], title=f"Paket audit {scope.title}", portrait=True)


def _page(
    scope: Scope, title: str, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...], **fields: Any
) -> OfficialList:
    today, head = timezone.localdate(), letterhead_of(scope.agency)
    return OfficialList(
        letterhead=head, title=title, subtitle=scope.title, date=today, columns=columns, rows=rows, **fields
    )


def _totals(scope: Scope, totals: list[Total], findings: list[Fault], asked_by: str) -> OfficialList:
    facts = (
        *((name, text) for name, text in scope.facts if text),
        ("Disusun", f"{waktu(timezone.now())}, atas permintaan {asked_by}"),
        ("Ketidaksesuaian", f"{angka(len(findings))}, lihat daftar berikut" if findings else "tidak ada"),
    )
    columns = (
        Column(title="Menurut", width=3),
        Column(title="Angka", align="right", width=2),
        Column(title="Menurut", width=3),
        Column(title="Angka", align="right", width=2),
        Column(title="Selisih", align="right", width=2),
    )
    notes = ("Semua angka dihitung ulang dari catatan satu per satu pada saat paket ini disusun.",)
    rows = tuple(total.cells for total in totals)
    return _page(scope, "Paket Audit", columns, rows, facts=facts, notes=notes)


def _findings(scope: Scope, findings: list[Fault]) -> OfficialList:
    columns = (NUMBER, Column(title="Yang tidak sesuai", width=1))
    rows = tuple((str(number), sentence) for number, sentence in enumerate(findings, 1))
    return _page(scope, "Daftar Ketidaksesuaian", columns, rows, empty="Tidak ada ketidaksesuaian.")


def _files(scope: Scope, files: list[tuple[str, int, str]]) -> OfficialList:
    columns = (
        NUMBER,
        Column(title="Berkas", width=5),
        Column(title="KB", align="right", width=1),
        Column(title="Sidik SHA-256 (16 huruf pertama)", width=2),
    )
    rows = tuple(
        (str(number), path, angka(-(-size // 1024)), digest[:16])
        for number, (path, size, digest) in enumerate(files, 1)
    )
    notes = ("Sidik lengkap ada di daftar-berkas.csv.",)
    return _page(scope, "Isi Paket", columns, rows, notes=notes, font_size=8)
