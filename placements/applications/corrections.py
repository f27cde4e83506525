"""A stage set by mistake: the BKK takes back its last step, and the status log keeps both lines."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications import actions, meanwhile, notices, rules
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application
from placements.applications.queries import SHOWN_TO_EMPLOYER

HOURS = 24
WHY = "Langkah sebelumnya salah dicatat."
NOTHING_TO_TAKE_BACK = "Belum ada langkah yang dapat dikembalikan."
NOT_BY_BKK = "Langkah terakhir bukan dari BKK, jadi tidak dapat dikembalikan."
TOO_LATE = f"Langkah terakhir sudah lewat {HOURS} jam dan tidak dapat dikembalikan lagi."
PLACED = "Penempatannya sudah dicatat. Batalkan dulu penempatan itu."
INVITED = "Pelamar sudah diundang ke hari seleksi tahap ini. Tarik dulu undangannya."
LETTER = "Surat pengantar yang memuat pelamar ini masih berlaku. Cabut dulu suratnya."
APPLIED_AGAIN = "Pelamar sudah mengirim lamaran baru untuk lowongan ini. Teruskan lamaran yang baru itu."


def take_back(*, application, step, actor, reason=""):
    """The Application, where it stood before its newest step. `step`: primary key of that step as it was seen.

    The applicant, who was told of the step at once, is told of this as well. Twice raises AlreadyDone.
    """
    with transaction.atomic():
        row = actions.locked(application)
        if not rules.handles(actor, row):
            raise Refused(actions.NOT_YOURS)
        newest = newest_step(row)
        _refuse_if_another(row, newest, step)
        if sentence := obstacle(row, newest):
            raise Refused(sentence)
        _write(row, newest.from_status, reason.strip() or WHY, actor)
        notices.taken_back(row)
    return row


def newest_step(application):
    """ApplicationStatusLog or None"""
    return application.status_log.order_by("-at", "-pk").first()


def obstacle(application, step):
    """Why `step`, the newest, cannot be taken back, as a sentence; empty when it can."""
    if step is None or not step.from_status or rules.is_correction(step):
        return NOTHING_TO_TAKE_BACK
    if step.by_id is None or step.by_label == actions.APPLICANT:
        return NOT_BY_BKK
    if step.at < timezone.now() - dt.timedelta(hours=HOURS):
        return TOO_LATE
    return _built_upon(application, step)


def _built_upon(application, step):
    """What rests on the step and has to go first."""
    placement = getattr(application, "placement", None)
    if placement and not placement.cancelled_at:
        return PLACED
    if application.selection_calls.filter(day__stage=step.to_status, day__cancelled_at=None).exists():
        return INVITED
    is_put_forward = step.to_status in SHOWN_TO_EMPLOYER and step.from_status not in SHOWN_TO_EMPLOYER
    if is_put_forward and application.nomination_letters.standing().exists():
        return LETTER
    others = Application.objects.open().filter(alumnus=application.alumnus_id, vacancy=application.vacancy_id)
    return APPLIED_AGAIN if others.exclude(pk=application.pk).exists() else ""


def _refuse_if_another(row, newest, seen):
    if newest and rules.is_correction(newest):
        raise AlreadyDone(f"Sudah dikembalikan ke {row.get_status_display()}.")
    if newest and newest.pk != seen:
        raise Refused(meanwhile.sentence(row.status, newest))


def _write(row, to, reason, actor):
    try:
        with transaction.atomic():
            actions.set_status(row, ApplicationStatus(to), actor=actor, reason=reason)
    except IntegrityError as error:  # a new application was sent in this very moment
        raise Refused(APPLIED_AGAIN) from error
