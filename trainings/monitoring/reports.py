"""The LPJ: sent by the recipient or brought to the office, looked at, received or returned with a reason."""

import contextlib

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import tanggal
from trainings.monitoring.enums import ReportState
from trainings.monitoring.models import UseReport
from trainings.monitoring.notices import tell_recipient

LONGEST_REASON = 300


def receive_report(*, report, file, received_on, actor):
    """An officer takes the LPJ in: `file` when it came on paper, None for what the recipient sent.

    Raises AlreadyDone, Refused.
    """
    with transaction.atomic():
        row = _locked(report.pk)
        _check_office(row, actor)
        if not file and not row.file:
            raise Refused("Unggah pindaian atau foto LPJ-nya.")
        if not row.handover.handed_on <= received_on <= timezone.localdate():
            raise Refused("Tanggal diterima harus antara hari serah terima dan hari ini.")
        with _stored(row, file):
            row.state, row.received_on, row.received_by_id = ReportState.RECEIVED, received_on, actor.user_id
            row.return_reason = ""
            row.save()
        tell_recipient(row.handover, "LPJ Anda sudah diterima", f"Diterima {tanggal(received_on)}. Terima kasih.")
    return row


def send_report(*, report, file, actor):
    """By the recipient, from the phone. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        row = _locked(report.pk)
        if not actor.person_id or row.handover.participant.person_id != actor.person_id:
            raise Refused("Hanya penerima sendiri yang dapat mengirim LPJ.")
        _check_open(row)
        if row.state == ReportState.SENT:
            raise AlreadyDone("Sudah dikirim. Petugas sedang memeriksanya.")
        with _stored(row, file):
            row.state, row.sent_on, row.return_reason = ReportState.SENT, timezone.localdate(), ""
            row.save()
    return row


def return_report(*, report, reason, actor):
    """What was sent does not do; the recipient reads why. Raises AlreadyDone, Refused."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis apa yang harus diperbaiki; penerima membacanya.")
    with transaction.atomic():
        row = _locked(report.pk)
        _check_office(row, actor)
        if row.state == ReportState.RETURNED:
            raise AlreadyDone("Sudah dikembalikan kepada penerima.")
        if row.state != ReportState.SENT:
            raise Refused("Belum ada LPJ yang dikirim penerima.")
        row.state, row.return_reason = ReportState.RETURNED, reason
        row.save()
        tell_recipient(row.handover, "LPJ Anda dikembalikan", f"Perbaiki lalu kirim lagi: {reason}")
    return row


def _locked(pk):
    rows = UseReport.objects.select_for_update(of=("self",))
    return rows.select_related("handover__participant__person__user").get(pk=pk)


def _check_office(row, actor):
    if row.handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    _check_open(row)


def _check_open(row):
    if row.handover.is_cancelled:
        raise Refused("Serah terima ini sudah dibatalkan.")
    if row.is_received:
        raise AlreadyDone(f"Sudah diterima tanggal {tanggal(row.received_on)}.")


@contextlib.contextmanager
def _stored(row, file):
    """The new file with its row; it is taken away again when the row cannot be saved."""
    if file:
        row.file = file
    done = False
    try:
        yield
        done = True
    finally:
        if not done and file and row.file._committed:
            row.file.storage.delete(row.file.name)
