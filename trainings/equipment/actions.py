"""Handing a kit to the participant who passed, and taking that back by counter-entries."""

import dataclasses
import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.documents.actions import Issuer, issue, revoke
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from trainings.equipment import stock
from trainings.equipment.documents import bast_paper
from trainings.equipment.enums import HandoverState
from trainings.equipment.models import Handover, HandoverLine, HandoverStatusLog
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant

DAYS_A_YEAR = 365


@dataclasses.dataclass(frozen=True)
class Given:
    """What is given of one KitLine; `serials` one per piece where the item has them."""

    line: object
    quantity: int
    reason: str = ""
    serials: tuple[str, ...] = ()


def hand_over(*, handover, given, actor):
    """Saves an unsaved Handover (participant, kit, place, day, photo, signature) with its lines and its BAST.

    `given`: [Given], one per line of the kit. Raises AlreadyDone for a second kit of one training, Refused for who
    did not pass, is another office's, had a kit lately, or where the stock does not suffice. All or nothing.
    """
    with transaction.atomic():
        participant = _locked_participant(handover.participant_id)
        _check_recipient(participant, handover, actor)
        handover.participant, handover.agency = participant, participant.training.agency
        handover.officer_id = actor.user_id
        handover.save()
        lines = _write_lines(handover, given, actor)
        _log(handover, "", actor)
        handover.document = issue(
            kind=IssuedKind.BAST,
            issuer=Issuer.of_agency(handover.agency),
            paper=bast_paper(handover, lines),
            actor=actor,
            issued_on=handover.handed_on,
        )
        handover.save()
        _follow(registry.handover_made, handover)
        _tell(participant, "Paket peralatan sudah diserahkan", str(handover.kit))
    return handover


def cancel_handover(*, handover, reason, actor):
    """Counter-entries bring the goods back, the BAST is revoked; nothing is deleted. Raises AlreadyDone, Refused."""
    if not reason.strip():
        raise Refused("Tulis alasan pembatalan.")
    with transaction.atomic():
        row = (
            Handover.objects.select_for_update(of=("self",))
            .select_related("document", "participant")
            .get(pk=handover.pk)
        )
        if row.agency_id != actor.agency_id:
            raise Refused("Serah terima ini milik dinas lain.")
        if row.is_cancelled:
            raise AlreadyDone("Sudah dibatalkan.")
        for line in row.lines.filter(given__gt=0).order_by("lot_id"):
            stock.put_back(line, actor)
        row.state, row.cancelled_at, row.cancel_reason = HandoverState.CANCELLED, timezone.now(), reason.strip()[:300]
        row.save()
        _log(row, HandoverState.HANDED_OVER, actor, reason.strip()[:300])
        _follow(registry.handover_cancelled, row)
        if row.document is not None:
            revoke(document=row.document, reason=f"Serah terima dibatalkan: {reason.strip()}"[:300], actor=actor)
    return row


def _locked_participant(pk):
    rows = Participant.objects.select_for_update(of=("self",))
    return rows.select_related("person__village", "training__programme", "training__agency", "training__village").get(
        pk=pk
    )


def _check_recipient(participant, handover, actor):
    if participant.training.agency_id != actor.agency_id:
        raise Refused("Pelatihan ini milik dinas lain.")
    if participant.status != ParticipantStatus.PASSED:
        raise Refused(f"{participant.person.name} belum lulus pelatihan ini, jadi tidak dapat menerima paket.")
    if Handover.objects.standing().filter(participant=participant).exists():
        raise AlreadyDone(f"Sudah diserahkan: {participant.person.name} sudah menerima paket untuk pelatihan ini.")
    if not handover.identity_checked:
        raise Refused("Periksa dulu KTP penerima, lalu centang bahwa identitasnya sudah diperiksa.")
    if handover.handed_on > timezone.localdate():
        raise Refused("Tanggal serah terima belum tiba.")
    if handover.kit.programme_id != participant.training.programme_id:
        raise Refused("Paket ini untuk program pelatihan lain.")
    _check_earlier_kit(participant, handover, actor)


def _check_earlier_kit(participant, handover, actor):
    """A second package within the set years needs the head and a reason [A]."""
    years = settings.RULES["second_kit_years"]
    since = handover.handed_on - datetime.timedelta(days=DAYS_A_YEAR * years)
    earlier = Handover.objects.standing().filter(participant__person=participant.person, handed_on__gt=since).first()
    if earlier is None:
        return
    if not (actor.is_agency_head and handover.override_reason.strip()):
        raise Refused(
            f"{participant.person.name} sudah menerima paket pada {tanggal(earlier.handed_on)}, belum {years} tahun. "
            "Hanya kepala dinas yang dapat mengecualikan, dengan alasan tertulis."
        )


def _write_lines(handover, given, actor):
    lots = stock.locked_lots(handover.agency_id, [part.line.item_id for part in given])
    lines = [line for part in given for line in _lines_of(handover, part, lots.get(part.line.item_id, []))]
    if not any(line.given for line in lines):
        raise Refused("Tidak ada barang yang diserahkan. Isi jumlahnya paling sedikit satu.")
    for line in lines:
        line.save()
        if line.given:
            stock.hand_out(line, actor)
    return lines


def _lines_of(handover, part, lots):
    """One line per lot, or per piece where pieces have serial numbers; what is not given is a line with its reason."""
    item, planned = part.line.item, part.line.quantity
    _check_part(part, item, planned)
    serials = list(part.serials)
    for lot, pieces in stock.take(lots, part.quantity) if part.quantity else []:
        for count in [1] * pieces if item.has_serial else [pieces]:
            yield HandoverLine(
                handover=handover,
                item=item,
                lot=lot,
                planned=count,
                given=count,
                unit_price=lot.unit_price,
                brand=lot.brand,
                serial_number=serials.pop(0) if item.has_serial else "",
            )
    if part.quantity < planned:
        missing = planned - part.quantity
        yield HandoverLine(handover=handover, item=item, planned=missing, difference_reason=part.reason.strip()[:200])


def _check_part(part, item, planned):
    if part.quantity > planned:
        raise Refused(f"{item}: diserahkan {part.quantity}, padahal isi paketnya {planned}.")
    if part.quantity < planned and not part.reason.strip():
        raise Refused(f"{item}: tulis alasan mengapa kurang dari isi paket ({planned}).")
    if item.has_serial and (len(part.serials) != part.quantity or len(set(part.serials)) != part.quantity):
        raise Refused(f"{item}: isi {part.quantity} nomor seri yang berbeda, satu untuk tiap barang.")


def _follow(followers, handover):
    for entry in followers:
        entry.function(handover)


def _log(handover, before, actor, reason=""):
    HandoverStatusLog.objects.create(
        handover=handover, from_state=before, to_state=handover.state, reason=reason, by_id=actor.user_id
    )


def _tell(participant, title, body):
    if participant.person.user is not None:
        notify(user=participant.person.user, topic=Topic.HANDOVER, title=title, body=body, url="/saya/pelatihan/")
