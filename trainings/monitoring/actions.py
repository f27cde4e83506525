"""Visits after a handover: due by the rules, made once, and what they say of the person's work."""

import calendar
import contextlib

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import tanggal
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from trainings.monitoring.enums import IncomeBand
from trainings.monitoring.models import MonitoringVisit

RESULT_FIELDS = ("visited_on", "equipment_use", "business_running", "workers", "income_band", "note", "photo")


def plan_visits(handover):
    """One visit after each of RULES["monitoring_months"]. Called in the transaction of the handover."""
    return MonitoringVisit.objects.bulk_create(
        MonitoringVisit(handover=handover, due_on=months_after(handover.handed_on, months))
        for months in settings.RULES["monitoring_months"]
    )


def drop_visits(handover):
    """Those of a cancelled handover that were not made; what was seen stays."""
    handover.visits.filter(visited_on__isnull=True).delete()


def record_visit(*, visit, actor):
    """Saves what the form put into RESULT_FIELDS of a MonitoringVisit. Raises AlreadyDone, Refused.

    A running business becomes a self-employed spell of the person, if none is current.
    """
    with _photo_only_with_row(visit), transaction.atomic():
        row = (
            MonitoringVisit.objects.select_for_update(of=("self",))
            .select_related("handover__participant")
            .get(pk=visit.pk)
        )
        _check(row, visit, actor)
        for name in RESULT_FIELDS:
            setattr(row, name, getattr(visit, name))
        row.officer_id = actor.user_id
        row.save()
        if row.business_running:
            _note_business(row)
    return row


def months_after(day, months):
    """The same day of the month so many months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def _check(row, visit, actor):
    if row.handover.agency_id != actor.agency_id:
        raise Refused("Serah terima ini milik dinas lain.")
    if row.is_done:
        raise AlreadyDone(f"Sudah dicatat: kunjungan ini dilakukan {tanggal(row.visited_on)}.")
    if row.handover.is_cancelled:
        raise Refused("Serah terima ini sudah dibatalkan, jadi tidak perlu dikunjungi.")
    if visit.visited_on > timezone.localdate():
        raise Refused("Tanggal kunjungan belum tiba.")
    if visit.visited_on < row.handover.handed_on:
        raise Refused("Tanggal kunjungan lebih awal daripada serah terimanya.")
    if not visit.business_running and visit.income_band not in ("", IncomeBand.NONE):
        raise Refused("Usaha tidak berjalan, jadi penghasilannya belum ada. Periksa kedua isian itu.")


def _note_business(row):
    person_id = row.handover.participant.person_id
    spells = ActivitySpell.objects.filter(person_id=person_id, kind=SpellKind.SELF_EMPLOYED)
    if spells.on(row.visited_on).exists():
        return
    ActivitySpell.objects.create(
        person_id=person_id,
        kind=SpellKind.SELF_EMPLOYED,
        since=row.visited_on,
        source=SpellSource.TRAINING,
        verified_by_id=row.officer_id,
        verified_at=timezone.now(),
    )


@contextlib.contextmanager
def _photo_only_with_row(visit):
    """A photo written for a visit that was refused is taken away again."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done and visit.photo and visit.photo._committed:
            visit.photo.storage.delete(visit.photo.name)
