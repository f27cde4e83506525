"""What lies in a pack, folder by folder: nothing is read before its turn comes."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.text import slugify

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.spreadsheets.writing import OutSheet, write_workbook
from trainings.monitoring.findings.models import ReminderLetter
from trainings.monitoring.reports.models import UseReport
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.participants.certificates.models import Certificate, CompetenceCertificate
from trainings.participants.running.documents import ranking_pdf, recap_of, recap_pdf
from trainings.programmes.models import JournalPhoto

if TYPE_CHECKING:
    from django.core.files import File

    from trainings.equipment.handovers.models import HandoverLine
    from trainings.equipment.queries import (
        ContractLineQuerySet,
        ContractQuerySet,
        HandoverLineQuerySet,
        HandoverQuerySet,
        MovementQuerySet,
    )
    from trainings.equipment.stock.models import StockMovement
    from trainings.participants.models import Participant
    from trainings.programmes.models import Training, TrainingSession
    from trainings.reports.packs.scope import Scope


@dataclasses.dataclass(frozen=True)
class Entry:
    """`read` gives the bytes; Refused where a file that the database knows is not there."""

    path: str
    read: Callable[[], bytes]


def entries_of(scope: Scope) -> list[Entry]:
    """[Entry], in the order of the folders."""
    return [*_about_training(scope.training), *_about_goods(scope)] if scope.training else _about_goods(scope)


def _about_training(training: Training) -> list[Entry]:
    return [
        *_letters(training),
        _table("2-peserta/daftar-peserta.xlsx", participants, training),
        *_ranking(training),
        Entry("3-kehadiran/rekapitulasi.pdf", functools.partial(recap_pdf, training)),
        _table("3-kehadiran/rekapitulasi.xlsx", attendance, training),
        _table("3-kehadiran/jurnal.xlsx", journal, training),
        *_journal_photos(training),
        *_certificates(training),
    ]


def _about_goods(scope: Scope) -> list[Entry]:
    return [
        *_contracts(scope.contracts),
        _table("5-kontrak/rincian-kontrak.xlsx", contract_lines, scope.contract_lines),
        _table("6-stok/mutasi.xlsx", movements, scope.movements),
        _table("7-serah-terima/rincian.xlsx", handover_lines, scope.lines),
        *_handovers(scope.handovers),
        _table("8-monitoring/kunjungan.xlsx", visits, scope.handovers),
        *_monitoring(scope.handovers),
    ]


def _table(path: str, table: Callable, rows: Training | models.QuerySet) -> Entry:
    return Entry(path, lambda: workbook(table(rows)))


def _letters(training: Training) -> Iterator[Entry]:
    for row in training.proposals.order_by("letter_date", "pk"):
        yield from _file(f"1-surat/usulan-{_name(row.letter_number)}", row.letter_file)


def _ranking(training: Training) -> Iterator[Entry]:
    if training.programme.criteria.exists():
        yield Entry("2-peserta/hasil-seleksi.pdf", functools.partial(ranking_pdf, training))


def _journal_photos(training: Training) -> Iterator[Entry]:
    photos = JournalPhoto.objects.filter(entry__session__training=training).select_related("entry__session")
    for row in photos.order_by("entry__session__held_on", "pk"):
        yield from _file(f"3-kehadiran/foto/{row.entry.session.held_on:%Y-%m-%d}-{row.pk}", row.image)


def _certificates(training: Training) -> Iterator[Entry]:
    rows = Certificate.objects.filter(participant__training=training).select_related("document")
    for row in rows.order_by("document__sequence", "pk"):
        folder = "dicabut/" if row.revoked_at else ""
        yield from _file(f"4-sertifikat/{folder}{_name(row.document.number)}", row.document.file)
    for other in CompetenceCertificate.objects.filter(participant__training=training).order_by("pk"):
        yield from _file(f"4-sertifikat/kompetensi/{_name(other.number)}", other.file)


def _contracts(contracts: ContractQuerySet) -> Iterator[Entry]:
    for contract in contracts.prefetch_related("papers").order_by("pk"):
        folder = f"5-kontrak/{_name(contract.number)}"
        yield from _file(f"{folder}/kontrak", contract.file)
        for paper in contract.papers.all():
            yield from _file(f"{folder}/{_name(paper.title)}-{paper.pk}", paper.file)


def _handovers(handovers: HandoverQuerySet) -> Iterator[Entry]:
    for row in handovers.select_related("document", "participant__person").order_by("pk"):
        number = _name(row.document.number) if row.document else "tanpa-bast"
        folder = f"7-serah-terima/{row.pk}-{number}"
        yield from _file(f"{folder}/bast", row.document and row.document.file)
        for word, file in (("foto", row.photo), ("tanda-tangan", row.signature), ("surat-kuasa", row.proxy_letter)):
            yield from _file(f"{folder}/{word}", file)


def _monitoring(handovers: HandoverQuerySet) -> Iterator[Entry]:
    of_these = {"handover__in": handovers.order_by().values("pk")}
    for visit in MonitoringVisit.objects.done().filter(**of_these).order_by("visited_on", "pk"):
        yield from _file(f"8-monitoring/foto/{visit.visited_on:%Y-%m-%d}-{visit.handover_id}-{visit.pk}", visit.photo)
    for report in UseReport.objects.filter(**of_these).order_by("pk"):
        yield from _file(f"8-monitoring/lpj/{report.handover_id}", report.file)
    for letter in ReminderLetter.objects.filter(**of_these).select_related("document").order_by("pk"):
        yield from _file(f"8-monitoring/teguran/{_name(letter.document.number)}", letter.document.file)


def _file(path: str, file: File | None) -> Iterator[Entry]:
    """Nothing where there is no file."""
    if file:
        yield Entry(f"{path}{PurePath(str(file.name)).suffix}", functools.partial(_bytes, file))


def _bytes(file: File) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read()
    except FileNotFoundError as error:
        raise Refused("Berkasnya tercatat, tetapi tidak ada di penyimpanan.") from error


def _name(text: str) -> str:
    return slugify(text.replace("/", "-")) or "tanpa-nomor"


def workbook(*sheets: Any) -> bytes:
    """Bytes of an .xlsx."""
    file = io.BytesIO()
    write_workbook(file, sheets)
    return file.getvalue()


def participants(training: Training) -> OutSheet:
    rows = training.participants.select_related("person", "origin_village").by_name()
    headings = ["Nama", "NIK", "Kelurahan", "Cara mendaftar", "Keadaan", "Nilai", "Alasan"]
    return OutSheet("Peserta", headings, [_participant(row) for row in rows], [32, 20, 22, 16, 16, 8, 40])


def _participant(row: Participant) -> tuple[str | Decimal | None, ...]:
    village = row.origin_village.name if row.origin_village else ""
    channel, status = row.get_channel_display(), row.get_status_display()
    return (row.person.name, row.person.nik_masked, village, channel, status, row.score, row.reason)


def attendance(training: Training) -> OutSheet:
    recap = recap_of(training)
    headings = ["Nama", *(f"{day.held_on:%d/%m/%Y}" for day in recap.days), "Hadir", "Tercatat"]
    rows = [(row.person.name, *letters, row.present, row.recorded) for row, letters in recap.rows]
    return OutSheet("Kehadiran", headings, rows, [32])


def journal(training: Training) -> OutSheet:
    days = training.sessions.order_by("held_on", "pk").select_related("journal")
    rows = [(day.held_on, day.topic, *_written(day)) for day in days]
    return OutSheet("Jurnal", ["Tanggal", "Materi", "Kegiatan", "Kendala"], rows, [14, 30, 60, 40])


def _written(day: TrainingSession) -> tuple[str, str]:
    if day.cancelled:
        return (f"Ditiadakan: {day.cancel_reason}", "")
    entry = getattr(day, "journal", None)
    return (entry.text, entry.problems) if entry else ("", "")


def contract_lines(lines: ContractLineQuerySet) -> OutSheet:
    rows = lines.with_received().select_related("contract", "item").order_by("contract_id", "pk")
    cells = [
        (row.contract.number, row.item.name, row.brand, row.ordered, row.received, row.unit_price, row.amount)
        for row in rows
    ]
    headings = ["Kontrak", "Barang", "Merek", "Dipesan", "Diterima", "Harga satuan (Rp)", "Jumlah (Rp)"]
    return OutSheet("Rincian kontrak", headings, cells, [28, 32, 20, 10, 10, 18, 18])


def movements(rows: MovementQuerySet) -> OutSheet:
    cells = [
        (row.at, row.lot.item.name, row.lot.contract.number, row.get_kind_display(), row.quantity, *_context(row))
        for row in rows.for_list().order_by("at", "pk").iterator()
    ]
    headings = ["Waktu", "Barang", "Kontrak", "Jenis", "Jumlah", "Gudang", "Keterangan", "Oleh"]
    return OutSheet("Mutasi stok", headings, cells, [18, 32, 28, 24, 10, 20, 40, 24])


def _context(row: StockMovement) -> tuple[str, str, str]:
    return (str(row.lot.location), row.note, row.by.name)


def handover_lines(rows: HandoverLineQuerySet) -> OutSheet:
    path = "handover__participant"
    rows = rows.select_related(f"{path}__person", "handover__document", "item", "lot__contract")
    cells = [_line(row) for row in rows.order_by("handover_id", "pk").iterator()]
    headings = ["BAST", "Tanggal", "Penerima", "Keadaan", "Barang", "Nomor seri", "Rencana", "Diserahkan"]
    headings += ["Dikembalikan", "Harga satuan (Rp)", "Nilai (Rp)", "Kontrak", "Alasan selisih"]
    return OutSheet("Serah terima", headings, cells, [28, 12, 30, 14, 28, 18])


def _line(row: HandoverLine) -> tuple[str | datetime.date | int, ...]:
    handover = row.handover
    head = (str(handover.document or ""), handover.handed_on, handover.participant.person.name)
    goods = (row.item.name, row.serial_number, row.planned, row.given, row.returned, row.unit_price, row.value)
    contract = row.lot.contract.number if row.lot else ""
    return (*head, handover.get_status_display(), *goods, contract, row.difference_reason)


def visits(handovers: HandoverQuerySet) -> OutSheet:
    rows = MonitoringVisit.objects.filter(handover__in=handovers.order_by().values("pk"))
    cells = [_visit(row) for row in rows.for_list().order_by("due_on", "pk")]
    headings = ["Penerima", "Jatuh tempo", "Dikunjungi", "Petugas", "Keadaan alat", "Usaha berjalan", "Pekerja"]
    headings += ["Penghasilan", "Yang ditemui", "Catatan"]
    return OutSheet("Kunjungan", headings, cells, [30, 14, 14, 24, 24, 16, 10, 22, 24, 50])


def _visit(row: MonitoringVisit) -> tuple[str | int | datetime.date | None, ...]:
    running = {True: "Ya", False: "Tidak", None: ""}[row.business_running]
    officer = row.officer.name if row.officer else ""
    seen = (row.get_equipment_use_display(), running, row.workers, row.get_income_band_display())
    return (str(row.handover.participant), row.due_on, row.visited_on, officer, *seen, row.get_met_display(), row.note)
