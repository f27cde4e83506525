"""Written reminders of the office to BKKs that have not reported for long; each is logged."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import tanggal
from placements.reports import notices, supervision
from placements.reports.managers import supervises
from placements.reports.models import BkkReminder
from placements.schools.models import School

TITLE = "BKK Anda sudah lama tidak melapor"
ONLY_OFFICE = "Teguran dikirim oleh dinas yang membina BKK."
NOBODY = "Semua BKK yang diam sudah diingatkan minggu ini."


def remind(*, school, actor):
    """The logged BkkReminder. Refused for a BKK that is not silent; AlreadyDone within bkk_reminder_days."""
    _only_office(actor)
    with transaction.atomic():
        School.objects.select_for_update().get(pk=school.pk)
        row = supervision.register().get(pk=school.pk)
        if not row.is_silent:
            months = settings.RULES["silent_bkk_months"]
            raise Refused(f"BKK {row} tidak perlu diingatkan: belum {months} bulan tanpa laporan.")
        if row.last_reminded and row.last_reminded >= _lately():
            raise AlreadyDone(f"Sudah diingatkan tanggal {tanggal(row.last_reminded)}.")
        return _send(row, actor)


def remind_all(*, actor):
    """[BkkReminder] to every silent BKK that was not reminded lately. AlreadyDone when there is none."""
    _only_office(actor)
    with transaction.atomic():
        locked = School.objects.filter(pk__in=supervision.silent().values("pk")).order_by("pk").select_for_update()
        keys = [school.pk for school in locked]
        not_lately = Q(last_reminded__isnull=True) | Q(last_reminded__lt=_lately())
        rows = supervision.register().filter(not_lately, pk__in=keys, is_silent=True)
        sent = [_send(row, actor) for row in rows.order_by("pk")]
        if not sent:
            raise AlreadyDone(NOBODY)
    return sent


def _only_office(actor):
    if not supervises(actor):
        raise Refused(ONLY_OFFICE)


def _lately():
    return timezone.now() - dt.timedelta(days=settings.RULES["bkk_reminder_days"])


def _send(row, actor):
    last = f"Laporan terakhir dikirim {tanggal(row.last_sent)}." if row.last_sent else "Belum ada laporan yang dikirim."
    told = notices.tell_coordinators(row.pk, TITLE, f"{last} Kirim laporan lewat portal.", reverse("bkk:report_list"))
    return BkkReminder.objects.create(
        school_id=row.pk,
        agency_id=actor.agency_id,
        last_report_at=row.last_sent,
        recipients=told,
        sent_by_id=actor.user_id,
    )
