"""Who may do what at a selection day, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession


def holds(actor: Actor, day: SelectionDay) -> bool:
    return actor.school_id is not None and actor.school_id == day.school_id


def may_invite(actor: Actor, day: SelectionDay) -> bool:
    """The school that holds it, and any BKK where it is open to them."""
    return actor.school_id is not None and (day.is_shared or holds(actor, day))


def handles(actor: Actor, call: SelectionInvitation) -> bool:
    return actor.school_id is not None and actor.school_id == call.application.alumnus.school_id


def is_invited(actor: Actor, call: SelectionInvitation) -> bool:
    return actor.person_id is not None and actor.person_id == call.application.alumnus.person_id


def has_ended(session: SelectionSession, day: SelectionDay) -> bool:
    """The session's last minute has passed."""
    now = timezone.localtime()
    return (day.held_on, session.ends_at) < (now.date(), now.time())


def obstacle_to_inviting(session: SelectionSession, day: SelectionDay) -> str:
    """Why nobody can be called to this session any more, as a sentence; empty when they can."""
    if day.is_cancelled:
        return "Hari seleksi ini dibatalkan; tidak ada yang dapat diundang."
    if has_ended(session, day):
        return f"Sesi {session.hours} tanggal {tanggal(day.held_on)} sudah lewat."
    return ""


def obstacle_to_noting(day: SelectionDay) -> str:
    """Why attendance or results cannot be noted now, as a sentence; empty when they can."""
    if day.is_cancelled:
        return "Hari seleksi ini dibatalkan; kehadiran dan hasil tidak dapat dicatat."
    if not day.has_come:
        return f"Kehadiran dicatat mulai hari seleksi, {tanggal(day.held_on)}."
    return ""


def obstacle_to_changing(day: SelectionDay) -> str:
    if day.is_cancelled:
        return f"Sudah dibatalkan: {day.cancel_reason}"
    if day.is_over:
        return f"Hari seleksi ini sudah lewat, {tanggal(day.held_on)}; datanya tidak dapat diubah lagi."
    return ""
