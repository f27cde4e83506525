"""One row stands for the whole day: whoever writes anything of a selection day holds its row first.

So two coordinators cannot give away the same last place, and nobody is called to a day while it is cancelled.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.audit.changes import CREATED, record_changes
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import angka
from placements.applications.actions import advance
from placements.applications.models import Application
from placements.applications.selection import notices, rules
from placements.applications.selection.enums import CALLABLE, REALLY_INVITED, CallResult, CallStatus, Stage
from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.queries import ApplicationQuerySet
    from placements.applications.selection.forms import DayForm
    from placements.applications.selection.queries import CallQuerySet

NOT_INVITED = "Orang ini tidak diundang ke hari seleksi ini. Undang dulu, lalu catat kehadirannya."


def lock_day(pk: int) -> SelectionDay:
    """The day as it is now; the caller is inside a transaction."""
    return SelectionDay.objects.select_for_update(of=("self",)).select_related("school").get(pk=pk)


def calls_of(day: SelectionDay) -> CallQuerySet:
    """Its invitations, with what notices and guards read."""
    rows = SelectionInvitation.objects.filter(day=day)
    return rows.select_related(
        "day",
        "session",
        "application__vacancy__employer",
        "application__alumnus__person__user",
        "application__alumnus__school",
    )


def recount(*sessions: Any) -> None:
    """Sets `taken` anew; the database refuses more than there are places. The caller holds the day's lock."""
    for session in sessions:
        taken = SelectionInvitation.objects.filter(session=session).holding().count()
        SelectionSession.objects.filter(pk=session.pk).update(taken=taken)
        session.taken = taken


TOLD_OF_DAY = ("held_on", "place", "bring", "contact_name", "contact_phone", "notes")
TOLD_OF_SESSION = ("starts_at", "ends_at", "room")
NOT_YOURS = "Hari seleksi ini diselenggarakan BKK sekolah lain."


def create_day(*, form: DayForm, sessions: Any, actor: Actor) -> SelectionDay:
    """`form`: a valid DayForm; `sessions`: a valid SessionFormSet of its instance."""
    if actor.school_id is None:
        raise Refused("Hanya BKK sekolah yang dapat membuat hari seleksi.")
    with transaction.atomic():
        form.instance.school_id, form.instance.created_by_id = actor.school_id, actor.user_id
        day = form.save()
        sessions.instance = day
        sessions.save()
    return day


def change_day(*, form: DayForm, sessions: Any, actor: Actor) -> SelectionDay:
    """Those invited are told what is new; where date or hours moved, who had said yes is asked again."""
    with transaction.atomic():
        before = lock_day(form.instance.pk)
        _check(before, actor)
        hours = _hours(before)
        day = form.save()
        sessions.save()
        _tell_changes(day, calls_of(day).holding().order_by("pk"), before, hours, actor)
    return day


def _check(day: SelectionDay, actor: Actor) -> None:
    if not rules.holds(actor, day):
        raise Refused(NOT_YOURS)
    if sentence := rules.obstacle_to_changing(day):
        raise Refused(sentence)


def _hours(day: SelectionDay) -> dict[int, tuple[datetime.time, datetime.time, str]]:
    """{session primary key: what the invited are told of it}"""
    return {row[0]: row[1:] for row in day.sessions.order_by().values_list("pk", *TOLD_OF_SESSION)}


def _tell_changes(
    day: SelectionDay,
    calls: CallQuerySet,
    before: SelectionDay,
    hours: dict[int, tuple[datetime.time, datetime.time, str]],
    actor: Actor,
) -> None:
    day_is_new = any(getattr(day, name) != getattr(before, name) for name in TOLD_OF_DAY)
    after = _hours(day)
    moved = {pk for pk, facts in after.items() if pk in hours and hours[pk][:2] != facts[:2]}
    told = {pk for pk, facts in after.items() if pk in hours and hours[pk] != facts}
    concerned = [call for call in calls if day_is_new or call.session_id in told]
    ask = [call for call in concerned if day.held_on != before.held_on or call.session_id in moved]
    _ask_again([call for call in ask if call.is_accepted], actor)
    asked = {call.pk for call in ask}
    notices.changed(concerned, asked_again=asked)


def _ask_again(calls: list[SelectionInvitation], actor: Actor) -> None:
    before = {call.pk: {"status": (call.status, CallStatus.SENT)} for call in calls}
    for call in calls:
        call.status, call.answered_at, call.reminded_at = CallStatus.SENT, None, None
    SelectionInvitation.objects.bulk_update(calls, ["status", "answered_at", "reminded_at"], batch_size=100)
    record_changes(SelectionInvitation, before, by_id=actor.user_id)


def cancel_day(*, day: SelectionDay, reason: str, actor: Actor) -> SelectionDay:
    """Everyone invited who has not declined is told why. Twice raises AlreadyDone."""
    if not reason.strip():
        raise Refused("Tulis alasan pembatalan; yang diundang membacanya.")
    with transaction.atomic():
        row = lock_day(day.pk)
        if not rules.holds(actor, row):
            raise Refused(NOT_YOURS)
        if row.is_cancelled:
            raise AlreadyDone(f"Sudah dibatalkan: {row.cancel_reason}")
        if row.is_over or SelectionInvitation.objects.filter(day=row).exclude(presence="").exists():
            raise Refused("Hari seleksi ini sudah berlangsung; tidak dapat dibatalkan lagi.")
        row.cancelled_at, row.cancel_reason = timezone.now(), _sentence(reason)
        row.save()
        notices.cancelled(row, calls_of(row).holding().order_by("pk"))
    return row


def _sentence(text: str) -> str:
    """With its full stop."""
    text = text.strip()[:199]
    return text if text.endswith((".", "!", "?")) else f"{text}."


MOST_AT_ONCE = 200
NOBODY = "Pilih dulu pelamar yang diundang."
REASON = 200  # characters of SelectionInvitation.reason


def candidates(actor: Actor, day: SelectionDay) -> ApplicationQuerySet:
    """The actor's own applicants of the day's vacancies who are not past its stage, nor called to it yet."""
    called = SelectionInvitation.objects.filter(day=day).order_by().values("application_id")
    return _applicants(actor, day).exclude(pk__in=called)


def _applicants(actor: Actor, day: SelectionDay) -> ApplicationQuerySet:
    rows = Application.objects.visible_to(actor).filter(status__in=CALLABLE[Stage(day.stage)])
    return rows.filter(vacancy__in=day.vacancies.order_by().values("pk"))


def invite(
    *, session: SelectionSession, application_ids: list[int], actor: Actor
) -> list[tuple[Application, CallResult]]:
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


def _chosen(day: SelectionDay, application_ids: list[int], actor: Actor) -> list[Application]:
    rows = _applicants(actor, day).filter(pk__in=application_ids)
    return list(rows.select_related("alumnus__person__user", "vacancy").order_by("alumnus__person__name", "pk"))


def _obstacle(session: SelectionSession, day: SelectionDay, actor: Actor, chosen: list[Application]) -> str:
    if not rules.may_invite(actor, day):
        return "Hari seleksi ini diselenggarakan BKK sekolah lain."
    if len(chosen) > MOST_AT_ONCE:
        return f"Undang paling banyak {MOST_AT_ONCE} orang sekaligus."
    return rules.obstacle_to_inviting(session, day) or ("" if chosen else NOBODY)


def _over_full(session: SelectionSession, wanted: int) -> str:
    return (
        f"Sesi {session.hours} tinggal {angka(session.free)} tempat, Anda memilih {angka(wanted)} orang. "
        "Kurangi pilihannya, pakai sesi lain, atau tambah tempatnya."
    )


def _results(
    session: SelectionSession, day: SelectionDay, applications: list[Application]
) -> list[tuple[Application, CallResult]]:
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


def _busy(session: SelectionSession, day: SelectionDay, applications: list[Application]) -> set[int]:
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


def _call(session: SelectionSession, day: SelectionDay, applications: list[Application], actor: Actor) -> None:
    calls = SelectionInvitation.objects.bulk_create(
        SelectionInvitation(
            day=day,
            session=session,
            application=application,
            invited_by_id=actor.signed_in_id,
            invited_at=timezone.now(),
        )
        for application in applications
    )
    record_changes(SelectionInvitation, {call.pk: {} for call in calls}, action=CREATED, by_id=actor.user_id)
    recount(session)
    for call in calls:
        advance(application=call.application, to=day.stage, actor=actor, reason=f"Diundang ke {day.title}.")
    notices.invited(calls)


def answer(*, call: SelectionInvitation, to: CallStatus, actor: Actor, reason: str = "") -> SelectionInvitation:
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


def _answered(row: SelectionInvitation, to: CallStatus, reason: str) -> None:
    row.status, row.answered_at = to, timezone.now()
    row.reason = reason if to == CallStatus.DECLINED else ""
    row.save()
    recount(row.session)


def uninvite(*, call: SelectionInvitation, actor: Actor) -> None:
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


def reseat(*, call: SelectionInvitation, session: SelectionSession, actor: Actor) -> SelectionInvitation:
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
            notices.changed([row], asked_again={row.pk} if asks_again else set())
    return row


def _locked(call: SelectionInvitation) -> SelectionInvitation:
    day = lock_day(call.day_id)
    found = calls_of(day).filter(pk=call.pk).first()
    if found is None:
        raise AlreadyDone("Sudah ditarik: undangan ini tidak berlaku lagi.")
    return found
