"""Calling applicants to a session, their answers, and taking a call back."""

from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import angka
from bkk_portal.kit.history import record_history
from placements.applications.actions import advance
from placements.applications.models import Application
from placements.applications.selection import notices, rules
from placements.applications.selection.enums import CALLABLE, REALLY_INVITED, CallResult, CallStatus, Stage
from placements.applications.selection.locking import calls_of, lock_day, recount
from placements.applications.selection.models import SelectionInvitation, SelectionSession

MOST_AT_ONCE = 200
NOBODY = "Pilih dulu pelamar yang diundang."
REASON = 200  # characters of SelectionInvitation.reason


def candidates(actor, day):
    """The actor's own applicants of the day's vacancies who are not past its stage, nor called to it yet."""
    called = SelectionInvitation.objects.filter(day=day).order_by().values("application_id")
    return _applicants(actor, day).exclude(pk__in=called)


def _applicants(actor, day):
    rows = Application.objects.visible_to(actor).filter(status__in=CALLABLE[Stage(day.stage)])
    return rows.filter(vacancy__in=day.vacancies.order_by().values("pk"))


def invite(*, session, application_ids, actor):
    """[(Application, CallResult)] by name, one for each chosen application of the actor's own alumni.

    All who can be called are, or, where the places do not suffice, nobody: who gets them is the coordinator's choice.
    Raises Refused then, and when nobody was chosen or the session is over.
    """
    if not application_ids:
        raise Refused(NOBODY)
    with transaction.atomic():
        day = lock_day(session.day_id)
        row = SelectionSession.objects.get(pk=session.pk)
        chosen = _chosen(day, application_ids, actor)
        if sentence := _obstacle(row, day, actor, chosen):
            raise Refused(sentence)
        results = _results(row, day, chosen)
        calls = [application for application, result in results if result in REALLY_INVITED]
        if len(calls) > row.free:
            raise Refused(_over_full(row, len(calls)))
        _call(row, day, calls, actor)
    return results


def _chosen(day, application_ids, actor):
    rows = _applicants(actor, day).filter(pk__in=application_ids)
    return list(rows.select_related("alumnus__person__user", "vacancy").order_by("alumnus__person__name", "pk"))


def _obstacle(session, day, actor, chosen):
    if not rules.may_invite(actor, day):
        return "Hari seleksi ini diselenggarakan BKK sekolah lain."
    if len(chosen) > MOST_AT_ONCE:
        return f"Undang paling banyak {MOST_AT_ONCE} orang sekaligus."
    return rules.obstacle_to_inviting(session, day) or ("" if chosen else NOBODY)


def _over_full(session, wanted):
    return (
        f"Sesi {session.hours} tinggal {angka(session.free)} tempat, Anda memilih {angka(wanted)} orang. "
        "Kurangi pilihannya, pakai sesi lain, atau tambah tempatnya."
    )


def _results(session, day, applications):
    """Who was called to this day before, and who is busy elsewhere at that time."""
    before = set(calls_of(day).order_by().values_list("application_id", flat=True))
    busy, results = _busy(session, day, applications), []
    for application in applications:
        result = CallResult.INVITED if application.alumnus.person.user_id else CallResult.UNREACHABLE
        if application.alumnus_id in busy:
            result = CallResult.CLASH
        if application.pk in before:
            result = CallResult.BEFORE
        if result in REALLY_INVITED:
            busy.add(application.alumnus_id)  # nobody sits two tests at once
        results.append((application, result))
    return results


def _busy(session, day, applications):
    """Alumni called elsewhere on that date in hours that overlap."""
    alumni = {application.alumnus_id for application in applications}
    others = SelectionInvitation.objects.holding().filter(
        application__alumnus__in=alumni,
        day__held_on=day.held_on,
        day__cancelled_at__isnull=True,
        session__starts_at__lt=session.ends_at,
        session__ends_at__gt=session.starts_at,
    )
    return set(others.order_by().values_list("application__alumnus_id", flat=True))


def _call(session, day, applications, actor):
    calls = SelectionInvitation.objects.bulk_create(
        SelectionInvitation(
            day=day, session=session, application=application, invited_by_id=actor.user_id, invited_at=timezone.now()
        )
        for application in applications
    )
    record_history(SelectionInvitation, [call.pk for call in calls], kind="+", user=User.objects.get(pk=actor.user_id))
    recount(session)
    for call in calls:
        advance(application=call.application, to=day.stage, actor=actor, reason=f"Diundang ke {day.title}.")
    notices.invited(calls)


def answer(*, call, to, actor, reason=""):
    """What the invited person says, or their own BKK after a call. Declining frees the place; it can be taken back."""
    with transaction.atomic():
        row = _locked(call)
        if not (rules.is_invited(actor, row) or rules.handles(actor, row)):
            raise Refused("Undangan ini bukan untuk Anda.")
        if row.day.is_cancelled:
            raise Refused(f"Hari seleksi ini dibatalkan: {row.day.cancel_reason}")
        if rules.has_ended(row.session, row.day) or row.presence:
            raise Refused("Seleksi ini sudah berlangsung; jawabannya tidak dapat diubah lagi.")
        if row.status == to:
            raise AlreadyDone(f"Sudah dijawab: {row.get_status_display().lower()}.")
        if row.is_declined and row.session.free < 1:
            raise Refused(f"Sesi {row.session.hours} sudah penuh. Hubungi {row.day.contact}.")
        _answered(row, to, reason.strip()[:REASON])
        if row.is_declined and rules.is_invited(actor, row):
            notices.declined(row)
    return row


def _answered(row, to, reason):
    row.status, row.answered_at = to, timezone.now()
    row.reason = reason if to == CallStatus.DECLINED else ""
    row.save()
    recount(row.session)


def uninvite(*, call, actor):
    """Takes a call back before the day; the person is told and the place is free again."""
    with transaction.atomic():
        row = _locked(call)
        if not rules.handles(actor, row):
            raise Refused("Undangan ini dikirim BKK sekolah lain.")
        if row.day.has_come or row.presence:
            raise Refused("Hari seleksi sudah tiba; catat kehadirannya saja.")
        notices.uninvited(row)
        row.delete()
        recount(row.session)


def reseat(*, call, session, actor):
    """To another session of the same day. Twice raises AlreadyDone; no place, or another day's session, Refused."""
    with transaction.atomic():
        row = _locked(call)
        new = SelectionSession.objects.filter(pk=session.pk, day=row.day).first()
        if not rules.handles(actor, row) or new is None or row.presence:
            raise Refused("Undangan ini tidak dapat dipindahkan ke sesi itu.")
        if row.session_id == new.pk:
            raise AlreadyDone(f"Sudah di sesi {new.hours}.")
        if (sentence := rules.obstacle_to_inviting(new, row.day)) or new.free < 1:
            raise Refused(sentence or f"Sesi {new.hours} sudah penuh.")
        old, row.session = row.session, new
        asks_again = row.is_accepted
        row.status = CallStatus.SENT if asks_again else row.status
        row.reminded_at = None
        row.save()
        recount(old, new)
        if not row.is_declined:
            notices.changed([row], asked_again={row.pk} if asks_again else ())
    return row


def _locked(call):
    day = lock_day(call.day_id)
    found = calls_of(day).filter(pk=call.pk).first()
    if found is None:
        raise AlreadyDone("Sudah ditarik: undangan ini tidak berlaku lagi.")
    return found
