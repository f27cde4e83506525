"""Rows of a pack as workbooks. NIK is masked: the papers identify, the tables only add up."""

import io

from bkk_portal.kit.spreadsheets import OutSheet, write_workbook
from trainings.monitoring.models import MonitoringVisit
from trainings.participants.recap import recap_of


def workbook(*sheets):
    """Bytes of an .xlsx."""
    file = io.BytesIO()
    write_workbook(file, sheets)
    return file.getvalue()


def participants(training):
    rows = training.participants.select_related("person", "origin_village").by_name()
    headings = ["Nama", "NIK", "Kelurahan", "Cara mendaftar", "Keadaan", "Nilai", "Alasan"]
    return OutSheet("Peserta", headings, [_participant(row) for row in rows], [32, 20, 22, 16, 16, 8, 40])


def _participant(row):
    village = row.origin_village.name if row.origin_village else ""
    channel, status = row.get_channel_display(), row.get_status_display()
    return (row.person.name, row.person.nik_masked, village, channel, status, row.score, row.reason)


def attendance(training):
    recap = recap_of(training)
    headings = ["Nama", *(f"{day.held_on:%d/%m/%Y}" for day in recap.days), "Hadir", "Tercatat"]
    rows = [(row.person.name, *letters, row.present, row.recorded) for row, letters in recap.rows]
    return OutSheet("Kehadiran", headings, rows, [32])


def journal(training):
    days = training.sessions.order_by("held_on", "pk").select_related("journal")
    rows = [(day.held_on, day.topic, *_written(day)) for day in days]
    return OutSheet("Jurnal", ["Tanggal", "Materi", "Kegiatan", "Kendala"], rows, [14, 30, 60, 40])


def _written(day):
    if day.cancelled:
        return (f"Ditiadakan: {day.cancel_reason}", "")
    entry = getattr(day, "journal", None)
    return (entry.text, entry.problems) if entry else ("", "")


def contract_lines(lines):
    rows = lines.with_received().select_related("contract", "item").order_by("contract_id", "pk")
    cells = [
        (row.contract.number, row.item.name, row.brand, row.ordered, row.received, row.unit_price, row.amount)
        for row in rows
    ]
    headings = ["Kontrak", "Barang", "Merek", "Dipesan", "Diterima", "Harga satuan (Rp)", "Jumlah (Rp)"]
    return OutSheet("Rincian kontrak", headings, cells, [28, 32, 20, 10, 10, 18, 18])


def movements(rows):
    cells = [
        (row.at, row.lot.item.name, row.lot.contract.number, row.get_kind_display(), row.quantity, *_context(row))
        for row in rows.for_list().order_by("at", "pk").iterator()
    ]
    headings = ["Waktu", "Barang", "Kontrak", "Jenis", "Jumlah", "Gudang", "Keterangan", "Oleh"]
    return OutSheet("Mutasi stok", headings, cells, [18, 32, 28, 24, 10, 20, 40, 24])


def _context(row):
    return (str(row.lot.location), row.note, row.by.name)


def handover_lines(rows):
    path = "handover__participant"
    rows = rows.select_related(f"{path}__person", "handover__document", "item", "lot__contract")
    cells = [_line(row) for row in rows.order_by("handover_id", "pk").iterator()]
    headings = ["BAST", "Tanggal", "Penerima", "Keadaan", "Barang", "Nomor seri", "Rencana", "Diserahkan"]
    headings += ["Dikembalikan", "Harga satuan (Rp)", "Nilai (Rp)", "Kontrak", "Alasan selisih"]
    return OutSheet("Serah terima", headings, cells, [28, 12, 30, 14, 28, 18])


def _line(row):
    handover = row.handover
    head = (str(handover.document or ""), handover.handed_on, handover.participant.person.name)
    goods = (row.item.name, row.serial_number, row.planned, row.given, row.returned, row.unit_price, row.value)
    contract = row.lot.contract.number if row.lot else ""
    return (*head, handover.get_state_display(), *goods, contract, row.difference_reason)


def visits(handovers):
    rows = MonitoringVisit.objects.filter(handover__in=handovers.order_by().values("pk"))
    cells = [_visit(row) for row in rows.for_list().order_by("due_on", "pk")]
    headings = ["Penerima", "Jatuh tempo", "Dikunjungi", "Petugas", "Keadaan alat", "Usaha berjalan", "Pekerja"]
    headings += ["Penghasilan", "Yang ditemui", "Catatan"]
    return OutSheet("Kunjungan", headings, cells, [30, 14, 14, 24, 24, 16, 10, 22, 24, 50])


def _visit(row):
    running = {True: "Ya", False: "Tidak"}.get(row.business_running, "")
    officer = row.officer.name if row.officer else ""
    seen = (row.get_equipment_use_display(), running, row.workers, row.get_income_band_display())
    return (str(row.handover.participant), row.due_on, row.visited_on, officer, *seen, row.get_met_display(), row.note)
