"""Handing a kit to the participant who passed, taking it or pieces of it back, and what the recipient says."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.documents.actions import Issuer, issue, revoke
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked, log
from bkk_portal.kit.text.formatting import angka, tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from trainings.equipment.enums import HandoverStatus, MovementKind, RecipientAnswer
from trainings.equipment.handovers.concerns import concern_about_proxy, concerns_about, refusal
from trainings.equipment.handovers.documents import bast_paper
from trainings.equipment.handovers.lines import lines_of
from trainings.equipment.handovers.models import Handover, HandoverLine
from trainings.equipment.stock import ledger, reservations
from trainings.equipment.stock.models import StockLot
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant

if TYPE_CHECKING:
    from django.core.files import File

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.kit.registry import Registry
    from trainings.equipment.handovers.lines import Given

LONGEST_REASON = 300
# what is taken a fingerprint of, and how it is called
FINGERPRINTS = {"photo": "Foto", "signature": "Tanda tangan", "proxy_letter": "Surat kuasa"}


def hand_over(*, handover: Handover, given: list[Given], actor: Actor) -> Handover:
    """Saves an unsaved Handover (participant, kit, place, day, photo, signature) with its lines and its BAST.

    `given`: [lines.Given], one per line of the kit. All or nothing, files too. Raises AlreadyDone for a second kit of
    one training, Refused for who did not pass, is another office's, is doubtful (concerns.py), or where stock does not
    suffice; for a photo, signature or letter that served another recipient already.
    """
    with _files_only_with_rows(handover), transaction.atomic():
        participant = _locked_participant(handover.participant_id)
        _check_recipient(participant, actor)
        handover.participant = participant
        _check_act(participant, handover, actor)
        _check_doubts(participant, handover, actor)
        _check_fingerprints(handover)
        handover.agency = participant.training.agency
        handover.officer_id = actor.signed_in_id
        handover.save()
        lines = _write_lines(handover, given, actor)
        handover.document = issue(
            kind=IssuedKind.BAST,
            issuer=Issuer.of_agency(handover.agency),
            paper=bast_paper(handover, lines),
            actor=actor,
            issued_on=handover.handed_on,
        )
        handover.save()
        log(handover, "", by_id=actor.user_id, reason=handover.override_reason)
        _follow(registry.handover_made, handover)
        _tell(participant, "Paket peralatan Anda sudah diserahkan", f"{handover.kit}, BAST {handover.document.number}")
    return handover


def cancel_handover(*, handover: Handover, reason: str, actor: Actor) -> Handover:
    """Counter-entries bring the goods back, the BAST is revoked; nothing is deleted. Raises AlreadyDone, Refused."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis alasan pembatalan. Penerima dan dinas membacanya kemudian.")
    with transaction.atomic():
        row = locked(handover, "document", "participant__person")
        if row.agency_id != actor.agency_id:
            raise Refused("Serah terima ini milik dinas lain.")
        if row.is_cancelled:
            raise AlreadyDone(f"Sudah dibatalkan tanggal {tanggal(row.cancelled_at)}.")
        _put_back(row, actor)
        row.status, row.cancelled_at, row.cancel_reason = HandoverStatus.CANCELLED, timezone.now(), reason
        row.save()
        if row.document:
            revoke(document=row.document, reason="Serah terima dibatalkan.", actor=actor)
        log(row, HandoverStatus.HANDED_OVER, by_id=actor.user_id, reason=reason)
        _follow(registry.handover_cancelled, row)
        _tell(row.participant, "Serah terima paket Anda dibatalkan", f"Alasan: {reason}")
    return row


def _put_back(handover: Handover, actor: Actor) -> None:
    """Counter-entries for what the recipient still has; the class has it reserved again, numbers are free again."""
    lines = list(handover.lines.given().kept().select_related("item").order_by("lot_id", "pk"))
    ledger.lock_items({line.item_id for line in lines})
    for line in lines:
        kept = line.kept
        lot = _locked_lot(line)
        line.put_back = True
        line.save()
        ledger.move(lot, MovementKind.CANCELLED, kept, actor, handover_line=line)
        ledger.mark_in(line.item, line.serial_number)
        reservations.give_back(handover.participant.training_id, line.item_id, min(line.reserved, kept))


def _locked_lot(line: HandoverLine) -> StockLot:
    """Of a line of which something was given."""
    return StockLot.objects.select_for_update().get(pk=line.lot_id or 0)


def _locked_participant(pk: int) -> Participant:
    """The person is locked too: two offices cannot give one person a kit each at the same moment."""
    rows = Participant.objects.select_for_update(of=("self", "person"))
    path = "training"
    return rows.select_related("person", f"{path}__programme", f"{path}__agency", f"{path}__village").get(pk=pk)


def _check_recipient(participant: Participant, actor: Actor) -> None:
    name = participant.person.name
    if participant.training.agency_id != actor.agency_id:
        raise Refused("Pelatihan ini milik dinas lain.")
    if Handover.objects.standing().filter(participant=participant).exists():
        raise AlreadyDone(f"Sudah diserahkan: {name} sudah menerima paket untuk pelatihan ini.")
    if participant.status != ParticipantStatus.PASSED:
        raise Refused(f"{name} belum dinyatakan lulus pelatihan ini, jadi tidak dapat menerima paket.")


def _check_act(participant: Participant, handover: Handover, actor: Actor) -> None:
    if handover.kit.programme_id != participant.training.programme_id:
        raise Refused("Paket ini untuk program pelatihan lain.")
    if not handover.identity_checked:
        raise Refused("Periksa dulu KTP penerima, lalu centang bahwa identitasnya sudah diperiksa.")
    if handover.handed_on > timezone.localdate():
        raise Refused("Tanggal serah terima belum tiba.")
    if handover.handed_on < participant.training.starts_on:
        raise Refused("Tanggal serah terima lebih awal daripada pelatihannya.")
    if handover.location and handover.location.agency_id != actor.agency_id:
        raise Refused("Gudang ini milik dinas lain.")
    if (handover.latitude is None) != (handover.longitude is None):
        raise Refused("Lokasi foto tidak lengkap. Catat lagi atau kosongkan.")


def _check_doubts(participant: Participant, handover: Handover, actor: Actor) -> None:
    doubts = [*concerns_about(participant, handover.handed_on), concern_about_proxy(handover)]
    doubts = [sentence for sentence in doubts if sentence]
    if doubts and not actor.is_agency_head:
        raise Refused(refusal(doubts))
    if doubts and not handover.override_reason.strip():
        raise Refused(f"{' '.join(doubts)} Tulis alasan mengapa paket tetap diserahkan.")
    if not doubts:
        handover.override_reason = ""


def _check_fingerprints(handover: Handover) -> None:
    """One signature, photo or letter is for one recipient: nobody signs for a class."""
    for name, label in FINGERPRINTS.items():
        mark = f"{name.removeprefix('proxy_')}_hash"
        print_ = _fingerprint(getattr(handover, name))
        setattr(handover, mark, print_)
        if not print_:
            continue
        other = Handover.objects.standing().filter(**{mark: print_}).select_related("participant__person").first()
        if other:
            raise Refused(
                f"{label} ini sudah dipakai untuk serah terima kepada {other.participant.person.name}. "
                "Tiap penerima punya foto dan tanda tangannya sendiri."
            )


def _fingerprint(file: File) -> str:
    if not file:
        return ""
    file.open("rb")
    try:
        return hashlib.sha256(file.read()).hexdigest()
    finally:
        file.seek(0)


def _write_lines(handover: Handover, given: list[Given], actor: Actor) -> list[HandoverLine]:
    if sorted(part.line.pk for part in given) != sorted(handover.kit.lines.values_list("pk", flat=True)):
        raise Refused("Isi yang diserahkan tidak sesuai dengan paketnya. Buka halamannya sekali lagi.")
    lots = ledger.locked_lots(handover.agency_id, {part.line.item_id for part in given}, handover.location_id)
    lines = [line for part in given for line in lines_of(handover, part, lots.get(part.line.item_id, []))]
    if not any(line.given for line in lines):
        raise Refused("Tidak ada barang yang diserahkan. Isi jumlahnya paling sedikit satu.")
    for line in lines:
        if line.given:
            line.reserved = reservations.use(handover.participant.training_id, line.item_id, line.given)
        line.save()
        if line.lot:
            ledger.mark_out(line.item, [(line.lot, line.given, line.serial_number)])
            ledger.move(line.lot, MovementKind.HANDED_OVER, -line.given, actor, handover_line=line)
    return lines


def _follow(followers: Registry, handover: Handover) -> None:
    for entry in followers:
        entry.function(handover)


def _tell(participant: Participant, title: str, body: str) -> None:
    if participant.person.user:
        notify(user=participant.person.user, topic=Topic.HANDOVER, title=title, body=body, url="/saya/pelatihan/")


@contextlib.contextmanager
def _files_only_with_rows(handover: Handover) -> Iterator[None]:
    """Files written for a handover that was refused are taken away again."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            document = [handover.document.file] if handover.document else []
            for file in [handover.photo, handover.signature, handover.proxy_letter, *document]:
                if file and getattr(file, "_committed", False):
                    file.storage.delete(str(file.name))


def take_back(*, line: HandoverLine, quantity: int, reason: str, actor: Actor) -> HandoverLine:
    """`quantity` pieces of a HandoverLine come back into the lot they came from. Raises Refused."""
    reason = reason.strip()
    if not reason:
        raise Refused("Tulis alasan pengembalian, misalnya cacat atau penerima pindah kota.")
    with transaction.atomic():
        Handover.objects.select_for_update().get(pk=line.handover_id)
        row = HandoverLine.objects.select_related("handover", "item").get(pk=line.pk)
        _check_return(row, quantity, actor)
        ledger.lock_items([row.item_id])
        lot = _locked_lot(row)
        row.returned += quantity
        row.put_back = row.returned == row.given
        row.save()
        ledger.mark_in(row.item, row.serial_number)
        ledger.move(lot, MovementKind.RETURNED, quantity, actor, note=reason, handover_line=row)
    return row


def answer(*, handover: Handover, received: bool, note: str, actor: Actor) -> Handover:
    """The recipient says whether the kit arrived; the office sees a "no" first of all. Said again, the last stands."""
    said = RecipientAnswer.RECEIVED if received else RecipientAnswer.NOT_RECEIVED
    with transaction.atomic():
        row = locked(handover, "participant")
        if actor.person_id != row.participant.person_id:
            raise Refused("Hanya penerima sendiri yang dapat menjawab.")
        if row.is_cancelled:
            raise Refused("Serah terima ini sudah dibatalkan.")
        if row.recipient_answer == said:
            raise AlreadyDone("Sudah dijawab begitu. Terima kasih.")
        row.recipient_answer, row.recipient_note = said, note.strip()[:LONGEST_REASON]
        row.answered_at = timezone.now()
        row.save()
    return row


def _check_return(line: HandoverLine, quantity: int, actor: Actor) -> None:
    if line.handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    if line.handover.is_cancelled:
        raise Refused("Serah terima ini sudah dibatalkan; barangnya sudah kembali.")
    if quantity < 1:
        raise Refused("Jumlah yang dikembalikan paling sedikit 1.")
    if quantity > line.kept:
        raise Refused(
            f"{line.item}: penerima memegang {angka(line.kept)}; tidak dapat mengembalikan {angka(quantity)}."
        )
