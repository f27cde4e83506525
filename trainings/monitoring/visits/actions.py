"""Visits after a handover: due by the rules, made once, and what was seen of each item."""

from __future__ import annotations

import calendar
import contextlib
import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import angka, tanggal
from trainings.equipment.handovers.models import HandoverLine
from trainings.monitoring.enums import GONE, WORST_FIRST, IncomeBand, Met
from trainings.monitoring.findings.actions import find_breaches
from trainings.monitoring.notices import tell_recipient
from trainings.monitoring.reports.models import SelfReport, UseReport
from trainings.monitoring.terms import terms_of
from trainings.monitoring.visits.models import MonitoringVisit, VisitLine
from trainings.monitoring.visits.outcomes import note_outcome

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.handovers.models import Handover

RESULT_FIELDS = (
    *("visited_on", "met", "met_name", "equipment_use", "business_running", "workers", "income_band", "note", "photo"),
)


@dataclasses.dataclass(frozen=True)
class Seen:
    """What an officer noted of one HandoverLine. `number`: pieces that were there."""

    line: HandoverLine
    use: str
    condition: str = ""
    number: int = 0


def plan_visits(handover: Handover) -> None:
    """One visit after each of the office's months, and the LPJ. Called in the transaction of the handover."""
    terms = terms_of(handover.agency_id)
    due_on = handover.handed_on + dt.timedelta(days=terms.report_days)
    UseReport.objects.create(handover=handover, due_on=due_on)
    MonitoringVisit.objects.bulk_create(
        MonitoringVisit(handover=handover, due_on=months_after(handover.handed_on, months)) for months in terms.months
    )


def drop_visits(handover: Handover) -> None:
    """What a cancelled handover no longer owes; what was seen and sent stays."""
    handover.visits.filter(visited_on__isnull=True).delete()
    UseReport.objects.owed_of(handover).delete()


def record_visit(*, visit: MonitoringVisit, seen: Iterable[Seen] = (), actor: Actor) -> MonitoringVisit:
    """Saves what the form put into RESULT_FIELDS of a MonitoringVisit, with a Seen for each item the recipient keeps.

    Raises AlreadyDone, Refused. Breaches become findings with a deadline; a business becomes a spell (outcomes.py).
    """
    with _photo_only_with_row(visit), transaction.atomic():
        row = _locked(visit)
        made_on = _check(row, visit, actor)
        noted = _checked(row, seen)
        for name in RESULT_FIELDS:
            setattr(row, name, getattr(visit, name))
        row.equipment_use = worst(noted) or row.equipment_use
        row.met_name = "" if row.met == Met.RECIPIENT else row.met_name
        row.officer_id = actor.user_id
        row.save()
        VisitLine.objects.bulk_create(
            VisitLine(visit=row, handover_line=item.line, use=item.use, condition=item.condition, seen=item.number)
            for item in noted
        )
        find_breaches(row, made_on, noted, actor)
        _take_note_of_own_words(row)
        row.outcome = note_outcome(row, made_on)
        tell_recipient(row.handover, "Petugas sudah mengunjungi usaha Anda", f"Tercatat {tanggal(made_on)}.")
    return row


def _take_note_of_own_words(visit: MonitoringVisit) -> None:
    """What the participant had reported by then is checked now."""
    rows = SelfReport.objects.unchecked().filter(participant_id=visit.handover.participant_id)
    for report in rows.filter(reported_on__lte=visit.visited_on):
        report.visit = visit
        report.save()


def note_attempt(*, visit: MonitoringVisit, actor: Actor) -> MonitoringVisit:
    """Somebody went and met nobody: the visit stays due. Once a day; raises AlreadyDone, Refused."""
    today = timezone.localdate()
    with transaction.atomic():
        row = _locked(visit)
        _check_standing(row, actor)
        if row.tried_on == today:
            raise AlreadyDone("Sudah dicatat: hari ini tidak bertemu.")
        row.attempts, row.tried_on = row.attempts + 1, today
        row.save()
    return row


def kept_lines(handover: Handover) -> list[HandoverLine]:
    """HandoverLines of which the recipient still has pieces, with their items."""
    lines = handover.lines.given().kept().select_related("item").order_by("pk")
    return [line for line in lines if line.kept]


def worst(seen: list[Seen]) -> str:
    """One word for the whole kit."""
    uses = {item.use for item in seen}
    return next((use for use in WORST_FIRST if use in uses), "")


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def _locked(visit: MonitoringVisit) -> MonitoringVisit:
    return locked(visit, "handover__participant__person__user", "handover__agency")


def _check_standing(row: MonitoringVisit, actor: Actor) -> None:
    if row.handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    if row.is_done:
        raise AlreadyDone(f"Sudah dicatat: kunjungan ini dilakukan {tanggal(row.visited_on)}.")
    if row.handover.is_cancelled:
        raise Refused("Serah terima ini sudah dibatalkan, jadi tidak perlu dikunjungi.")


def _check(row: MonitoringVisit, visit: MonitoringVisit, actor: Actor) -> dt.date:
    """The day on which it was made."""
    _check_standing(row, actor)
    made_on = visit.visited_on
    if made_on is None:
        raise Refused("Isi tanggal kunjungannya.")
    if made_on > timezone.localdate():
        raise Refused("Tanggal kunjungan belum tiba.")
    if made_on < row.handover.handed_on:
        raise Refused("Tanggal kunjungan lebih awal daripada serah terimanya.")
    if not visit.business_running and visit.income_band not in ("", IncomeBand.NONE):
        raise Refused("Usaha tidak berjalan, jadi penghasilannya belum ada. Periksa kedua isian itu.")
    if visit.met in (Met.FAMILY, Met.OTHER):
        _check_speaker(row, visit)
    return made_on


def _check_speaker(row: MonitoringVisit, visit: MonitoringVisit) -> None:
    """Nobody speaks for a whole group: somebody outside the family confirms for one recipient of a class."""
    name = " ".join(visit.met_name.split())
    if not name:
        raise Refused("Tulis nama orang yang ditemui.")
    visit.met_name = name
    if visit.met == Met.FAMILY:
        return
    training_id = row.handover.participant.training_id
    same = MonitoringVisit.objects.done().filter(met=Met.OTHER, met_name__iexact=name)
    others = same.filter(handover__participant__training_id=training_id).exclude(handover=row.handover_id)
    if others.exists():
        raise Refused(
            f"{name} sudah menjawab untuk penerima lain di pelatihan ini. Satu orang tidak boleh menjawab untuk "
            "seluruh kelompok: temui penerimanya sendiri."
        )


def _checked(row: MonitoringVisit, given: Iterable[Seen]) -> list[Seen]:
    """The Seen of each kept line, none twice and none missing; what is gone has neither condition nor number."""
    seen, lines = list(given), {line.pk: line for line in kept_lines(row.handover)}
    if sorted(item.line.pk for item in seen) != sorted(lines):
        raise Refused("Daftar barangnya sudah berubah. Buka halamannya sekali lagi, lalu isi tiap barang.")
    for item in seen:
        kept = lines[item.line.pk].kept
        if item.number > kept:
            raise Refused(f"{item.line.item}: penerima memegang {angka(kept)}, tidak dapat terlihat {item.number}.")
    return [dataclasses.replace(item, condition="", number=0) if item.use in GONE else item for item in seen]


@contextlib.contextmanager
def _photo_only_with_row(visit: MonitoringVisit) -> Iterator[None]:
    """A photo written for a visit that was refused is taken away again."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done and visit.photo and getattr(visit.photo, "_committed", False):
            visit.photo.storage.delete(str(visit.photo.name))
