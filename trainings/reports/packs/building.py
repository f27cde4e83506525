"""Putting a pack together: one ZIP, written file by file."""

import csv
import hashlib
import io
import tempfile
import zipfile

from bkk_portal.kit.errors import Refused
from trainings.reports.packs.contents import entries_of
from trainings.reports.packs.cover import cover_pdf
from trainings.reports.packs.findings import at_home, findings_of
from trainings.reports.packs.scope import scope_of
from trainings.reports.packs.totals import totals_of

MEMORY_BEFORE_DISK = 10 * 1024**2


def build(pack, report):
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


def _write(archive, entries, report):
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


def _index(files):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["berkas", "byte", "sha256"])
    writer.writerows(files)
    return f"\ufeff{text.getvalue()}"
