"""What comes from recipients: the LPJ, received or returned; how it goes in their own words; requests for help."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.pdf.pictures import as_photo
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import AgencyMembership
from trainings.monitoring.enums import IncomeBand, LpjStatus, SelfActivity
from trainings.monitoring.notices import tell, tell_recipient
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.visits.outcomes import differs, note_own_word
from trainings.participants.enums import ENROLLED

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.participants.models import Participant

LONGEST_REASON = 300
LONGEST = 1000
OPEN_REQUESTS = 3  # of one participation, so that nobody is flooded


def receive_report(*, report: UseReport, file: Any, received_on: datetime.date, actor: Actor) -> UseReport:
    """An officer takes the LPJ in: `file` when it came on paper, None for what the recipient sent.

    Raises AlreadyDone, Refused.
    """
    with transaction.atomic():
        row = _locked(report)
        _check_office(row, actor)
        if not file and not row.file:
            raise Refused("Unggah pindaian atau foto LPJ-nya.")
        if not row.handover.handed_on <= received_on <= timezone.localdate():
            raise Refused("Tanggal diterima harus antara hari serah terima dan hari ini.")
        with _stored(row, file):
            row.status, row.received_on, row.received_by_id = LpjStatus.RECEIVED, received_on, actor.user_id
            row.return_reason = ""
            row.save()
        tell_recipient(row.handover, "LPJ Anda sudah diterima", f"Diterima {tanggal(received_on)}. Terima kasih.")
    return row


def send_report(*, report: UseReport, file: Any, actor: Actor) -> UseReport:
    """By the recipient, from the phone. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        row = _locked(report)
        if not actor.person_id or row.handover.participant.person_id != actor.person_id:
            raise Refused("Hanya penerima sendiri yang dapat mengirim LPJ.")
        _check_open(row)
        if row.status == LpjStatus.SENT:
            raise AlreadyDone("Sudah dikirim. Petugas sedang memeriksanya.")
        with _stored(row, file):
            row.status, row.sent_on, row.return_reason = LpjStatus.SENT, timezone.localdate(), ""
            row.save()
    return row


def return_report(*, report: UseReport, reason: str, actor: Actor) -> UseReport:
    """What was sent does not do; the recipient reads why. Raises AlreadyDone, Refused."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis apa yang harus diperbaiki; penerima membacanya.")
    with transaction.atomic():
        row = _locked(report)
        _check_office(row, actor)
        if row.status == LpjStatus.RETURNED:
            raise AlreadyDone("Sudah dikembalikan kepada penerima.")
        if row.status != LpjStatus.SENT:
            raise Refused("Belum ada LPJ yang dikirim penerima.")
        row.status, row.return_reason = LpjStatus.RETURNED, reason
        row.save()
        tell_recipient(row.handover, "LPJ Anda dikembalikan", f"Perbaiki lalu kirim lagi: {reason}")
    return row


def _locked(report: UseReport) -> UseReport:
    return locked(report, "handover__participant__person__user")


def _check_office(row: UseReport, actor: Actor) -> None:
    if row.handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    _check_open(row)


def _check_open(row: UseReport) -> None:
    if row.handover.is_cancelled:
        raise Refused("Serah terima ini sudah dibatalkan.")
    if row.is_received:
        raise AlreadyDone(f"Sudah diterima tanggal {tanggal(row.received_on)}.")


@contextlib.contextmanager
def _stored(row: UseReport, file: Any) -> Iterator[None]:
    """The new file with its row; it is taken away again when the row cannot be saved."""
    if file:
        row.file = file
    done = False
    try:
        yield
        done = True
    finally:
        if not done and file and getattr(row.file, "_committed", False):
            row.file.storage.delete(str(row.file.name))


def report_self(*, report: SelfReport, photo: Any, actor: Actor) -> SelfReport:
    """Saves an unsaved SelfReport of the actor's own participation; a spell of it stays unverified.

    `report.differs`: whether it contradicts what somebody verified, which is left as it is. Raises AlreadyDone for a
    second one on the same day, Refused for somebody else's participation.
    """
    _check_own(report.participant, actor)
    if report.activity != SelfActivity.SELF_EMPLOYED:
        report.workers, report.income_band = None, "" if report.activity != SelfActivity.WORKING else report.income_band
    if report.activity == SelfActivity.SELF_EMPLOYED and not report.income_band:
        report.income_band = IncomeBand.NONE
    with transaction.atomic():
        type(report.participant).objects.select_for_update().get(pk=report.participant_id)
        today = SelfReport.objects.filter(participant=report.participant, reported_on=report.reported_on)
        if today.filter(activity=report.activity).exists():
            raise AlreadyDone("Sudah terkirim hari ini. Terima kasih.")
        if photo:
            report.photo.save("kabar.jpg", ContentFile(as_photo(photo.read())), save=False)
        report.save()
        report.differs = differs(report)
        note_own_word(report)
    return report


def ask_help(*, participant: Participant, kind: str, text: str, actor: Actor) -> HelpRequest:
    """A HelpRequest, and the office is told. Refused for no words, or when too many wait for an answer."""
    _check_own(participant, actor)
    text = text.strip()[:LONGEST]
    if not text:
        raise Refused("Tulis apa yang Anda butuhkan.")
    with transaction.atomic():
        locked(participant)
        open_ones = HelpRequest.objects.open().filter(participant=participant)
        if open_ones.filter(kind=kind, text=text).exists():
            raise AlreadyDone("Sudah terkirim. Dinas akan menjawabnya.")
        if open_ones.count() >= OPEN_REQUESTS:
            raise Refused(f"{OPEN_REQUESTS} permintaan Anda belum dijawab. Tunggu jawabannya dulu.")
        row = HelpRequest.objects.create(participant=participant, kind=kind, text=text)
        _tell_office(participant.training.agency_id, row)
    return row


def answer_help(*, asked: HelpRequest, answer: str, actor: Actor) -> HelpRequest:
    """Once; the participant is told. Raises AlreadyDone, Refused."""
    answer = answer.strip()[:LONGEST]
    if not answer:
        raise Refused("Tulis jawabannya.")
    with transaction.atomic():
        row = locked(asked, "participant__training", "participant__person__user")
        if row.participant.training.agency_id != actor.agency_id:
            raise Refused("Permintaan ini untuk dinas lain.")
        if not row.is_open:
            raise AlreadyDone("Sudah dijawab.")
        row.answer, row.answered_by_id, row.answered_at = answer, actor.user_id, timezone.now()
        row.save()
        tell(row.participant, "Permintaan bantuan Anda dijawab", answer[:200])
    return row


def may_report(participant: Participant) -> bool:
    """Who is or was in the class."""
    return participant.status in ENROLLED


def _check_own(participant: Participant, actor: Actor) -> None:
    if not actor.person_id or participant.person_id != actor.person_id:
        raise Refused("Ini bukan pelatihan Anda.")
    if not may_report(participant):
        raise Refused("Anda belum menjadi peserta pelatihan ini.")


def _tell_office(agency_id: int, row: HelpRequest) -> None:
    members = AgencyMembership.objects.current().filter(agency_id=agency_id).select_related("user")
    for member in members.order_by("pk"):
        notify(
            user=member.user,
            topic=Topic.TRAINING,
            title="Seorang peserta meminta bantuan",
            body=row.get_kind_display(),
            url=f"/dinas/monev/bantuan/{row.pk}/",
        )
