"""What lies in a pack, folder by folder: nothing is read before its turn comes."""

import dataclasses
import functools
from collections.abc import Callable
from pathlib import PurePath

from django.utils.text import slugify

from bkk_portal.kit.errors import Refused
from trainings.monitoring.models import MonitoringVisit, ReminderLetter, UseReport
from trainings.participants.lists import ranking_pdf, recap_pdf
from trainings.participants.models import Certificate, CompetenceCertificate
from trainings.programmes.models import JournalPhoto
from trainings.reports.packs import tables


@dataclasses.dataclass(frozen=True)
class Entry:
    """`read` gives the bytes; Refused where a file that the database knows is not there."""

    path: str
    read: Callable[[], bytes]


def entries_of(scope):
    """[Entry], in the order of the folders."""
    return [*_about_training(scope.training), *_about_goods(scope)] if scope.training else _about_goods(scope)


def _about_training(training):
    return [
        *_letters(training),
        _table("2-peserta/daftar-peserta.xlsx", tables.participants, training),
        *_ranking(training),
        Entry("3-kehadiran/rekapitulasi.pdf", functools.partial(recap_pdf, training)),
        _table("3-kehadiran/rekapitulasi.xlsx", tables.attendance, training),
        _table("3-kehadiran/jurnal.xlsx", tables.journal, training),
        *_journal_photos(training),
        *_certificates(training),
    ]


def _about_goods(scope):
    return [
        *_contracts(scope.contracts),
        _table("5-kontrak/rincian-kontrak.xlsx", tables.contract_lines, scope.contract_lines),
        _table("6-stok/mutasi.xlsx", tables.movements, scope.movements),
        _table("7-serah-terima/rincian.xlsx", tables.handover_lines, scope.lines),
        *_handovers(scope.handovers),
        _table("8-monitoring/kunjungan.xlsx", tables.visits, scope.handovers),
        *_monitoring(scope.handovers),
    ]


def _table(path, table, rows):
    return Entry(path, lambda: tables.workbook(table(rows)))


def _letters(training):
    for row in training.proposals.order_by("letter_date", "pk"):
        yield from _file(f"1-surat/usulan-{_name(row.letter_number)}", row.letter_file)


def _ranking(training):
    if training.programme.criteria.exists():
        yield Entry("2-peserta/hasil-seleksi.pdf", functools.partial(ranking_pdf, training))


def _journal_photos(training):
    photos = JournalPhoto.objects.filter(entry__session__training=training).select_related("entry__session")
    for row in photos.order_by("entry__session__held_on", "pk"):
        yield from _file(f"3-kehadiran/foto/{row.entry.session.held_on:%Y-%m-%d}-{row.pk}", row.image)


def _certificates(training):
    rows = Certificate.objects.filter(participant__training=training).select_related("document")
    for row in rows.order_by("document__sequence", "pk"):
        folder = "dicabut/" if row.revoked_at else ""
        yield from _file(f"4-sertifikat/{folder}{_name(row.document.number)}", row.document.file)
    for row in CompetenceCertificate.objects.filter(participant__training=training).order_by("pk"):
        yield from _file(f"4-sertifikat/kompetensi/{_name(row.number)}", row.file)


def _contracts(contracts):
    for contract in contracts.prefetch_related("papers").order_by("pk"):
        folder = f"5-kontrak/{_name(contract.number)}"
        yield from _file(f"{folder}/kontrak", contract.file)
        for paper in contract.papers.all():
            yield from _file(f"{folder}/{_name(paper.title)}-{paper.pk}", paper.file)


def _handovers(handovers):
    for row in handovers.select_related("document", "participant__person").order_by("pk"):
        number = _name(row.document.number) if row.document else "tanpa-bast"
        folder = f"7-serah-terima/{row.pk}-{number}"
        yield from _file(f"{folder}/bast", row.document and row.document.file)
        for word, file in (("foto", row.photo), ("tanda-tangan", row.signature), ("surat-kuasa", row.proxy_letter)):
            yield from _file(f"{folder}/{word}", file)


def _monitoring(handovers):
    of_these = {"handover__in": handovers.order_by().values("pk")}
    for visit in MonitoringVisit.objects.done().filter(**of_these).order_by("visited_on", "pk"):
        yield from _file(f"8-monitoring/foto/{visit.visited_on:%Y-%m-%d}-{visit.handover_id}-{visit.pk}", visit.photo)
    for report in UseReport.objects.filter(**of_these).order_by("pk"):
        yield from _file(f"8-monitoring/lpj/{report.handover_id}", report.file)
    for letter in ReminderLetter.objects.filter(**of_these).select_related("document").order_by("pk"):
        yield from _file(f"8-monitoring/teguran/{_name(letter.document.number)}", letter.document.file)


def _file(path, file):
    """Nothing where there is no file."""
    if file:
        yield Entry(f"{path}{PurePath(file.name).suffix}", functools.partial(_bytes, file))


def _bytes(file):
    try:
        with file.open("rb") as opened:
            return opened.read()
    except FileNotFoundError as error:
        raise Refused("Berkasnya tercatat, tetapi tidak ada di penyimpanan.") from error


def _name(text):
    return slugify(text.replace("/", "-")) or "tanpa-nomor"
