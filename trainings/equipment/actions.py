"""Handing a kit to the participant who passed, and taking that back by counter-entries."""

import contextlib

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
from trainings.equipment.lines import lines_of
from trainings.equipment.models import Handover, HandoverStatusLog
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant

LONGEST_REASON = 300


def hand_over(*, handover, given, actor):
    """Saves an unsaved Handover (participant, kit, place, day, photo, signature) with its lines and its BAST.

    `given`: [lines.Given], one per line of the kit. All or nothing, files too. Raises AlreadyDone for a second kit of
    one training, Refused for who did not pass, is another office's, had a kit lately, or where stock does not suffice.
    """
    with _files_only_with_rows(handover), transaction.atomic():
        participant = _locked_participant(handover.participant_id)
        _check_recipient(participant, actor)
        _check_act(participant, handover, actor)
        handover.participant, handover.agency = participant, participant.training.agency
        handover.officer_id = actor.user_id
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
        _log(handover, "", actor)
        _follow(registry.handover_made, handover)
        _tell(participant, "Paket peralatan Anda sudah diserahkan", f"{handover.kit}, BAST {handover.document.number}")
    return handover


def cancel_handover(*, handover, reason, actor):
    """Counter-entries bring the goods back, the BAST is revoked; nothing is deleted. Raises AlreadyDone, Refused."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis alasan pembatalan. Penerima dan dinas membacanya kemudian.")
    with transaction.atomic():
        row = _locked_handover(handover.pk)
        if row.agency_id != actor.agency_id:
            raise Refused("Serah terima ini milik dinas lain.")
        if row.is_cancelled:
            raise AlreadyDone(f"Sudah dibatalkan tanggal {tanggal(row.cancelled_at)}.")
        for line in row.lines.given().order_by("lot_id", "pk"):
            stock.put_back(line, actor)
        row.state, row.cancelled_at, row.cancel_reason = HandoverState.CANCELLED, timezone.now(), reason
        row.save()
        if row.document:
            revoke(document=row.document, reason="Serah terima dibatalkan.", actor=actor)
        _log(row, HandoverState.HANDED_OVER, actor, reason)
        _follow(registry.handover_cancelled, row)
        _tell(row.participant, "Serah terima paket Anda dibatalkan", f"Alasan: {reason}")
    return row


def earlier_kit(participant, day):
    """The standing Handover of another kit to this person within RULES["second_kit_years"] before `day`, or None."""
    since = _years_before(day, settings.RULES["second_kit_years"])
    mine = Handover.objects.standing().filter(participant__person_id=participant.person_id, handed_on__gt=since)
    return mine.order_by("-handed_on", "-pk").first()


def who_may_override(participant, earlier):
    """Why an officer cannot hand out this kit, and who can."""
    return (
        f"{participant.person.name} sudah menerima paket pada {tanggal(earlier.handed_on)}, belum "
        f"{settings.RULES['second_kit_years']} tahun. Hanya kepala dinas yang dapat menyerahkan paket kedua, "
        "dengan alasan tertulis."
    )


def _years_before(day, years):
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - years, day=last)


def _locked_participant(pk):
    """The person is locked too: two offices cannot give one person a kit each at the same moment."""
    rows = Participant.objects.select_for_update(of=("self", "person"))
    path = "training"
    return rows.select_related("person", f"{path}__programme", f"{path}__agency", f"{path}__village").get(pk=pk)


def _locked_handover(pk):
    rows = Handover.objects.select_for_update(of=("self",))
    return rows.select_related("document", "participant__person").get(pk=pk)


def _check_recipient(participant, actor):
    name = participant.person.name
    if participant.training.agency_id != actor.agency_id:
        raise Refused("Pelatihan ini milik dinas lain.")
    if Handover.objects.standing().filter(participant=participant).exists():
        raise AlreadyDone(f"Sudah diserahkan: {name} sudah menerima paket untuk pelatihan ini.")
    if participant.status != ParticipantStatus.PASSED:
        raise Refused(f"{name} belum dinyatakan lulus pelatihan ini, jadi tidak dapat menerima paket.")


def _check_act(participant, handover, actor):
    if handover.kit.programme_id != participant.training.programme_id:
        raise Refused("Paket ini untuk program pelatihan lain.")
    if not handover.identity_checked:
        raise Refused("Periksa dulu KTP penerima, lalu centang bahwa identitasnya sudah diperiksa.")
    if handover.handed_on > timezone.localdate():
        raise Refused("Tanggal serah terima belum tiba.")
    if handover.handed_on < participant.training.starts_on:
        raise Refused("Tanggal serah terima lebih awal daripada pelatihannya.")
    earlier = earlier_kit(participant, handover.handed_on)
    if earlier and not actor.is_agency_head:
        raise Refused(who_may_override(participant, earlier))
    if earlier and not handover.override_reason.strip():
        raise Refused(f"Tulis alasan mengapa {participant.person.name} menerima paket kedua.")


def _write_lines(handover, given, actor):
    lots = stock.locked_lots(handover.agency_id, {part.line.item_id for part in given})
    lines = [line for part in given for line in lines_of(handover, part, lots.get(part.line.item_id, []))]
    if not any(line.given for line in lines):
        raise Refused("Tidak ada barang yang diserahkan. Isi jumlahnya paling sedikit satu.")
    for line in lines:
        line.save()
        if line.given:
            stock.hand_out(line, actor)
    return lines


def _log(handover, before, actor, reason=""):
    HandoverStatusLog.objects.create(
        handover=handover, from_state=before, to_state=handover.state, reason=reason, by_id=actor.user_id
    )


def _follow(followers, handover):
    for entry in followers:
        entry.function(handover)


def _tell(participant, title, body):
    if participant.person.user:
        notify(user=participant.person.user, topic=Topic.HANDOVER, title=title, body=body, url="/saya/pelatihan/")


@contextlib.contextmanager
def _files_only_with_rows(handover):
    """Files written for a handover that was refused are taken away again."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            document = [handover.document.file] if handover.document else []
            for file in [handover.photo, handover.signature, handover.proxy_letter, *document]:
                if file and file._committed:
                    file.storage.delete(file.name)
