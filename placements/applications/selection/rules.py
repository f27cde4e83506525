"""Who may do what at a selection day, and why not."""

from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal


def holds(actor, day):
    return actor.school_id is not None and actor.school_id == day.school_id


def may_invite(actor, day):
    """The school that holds it, and any BKK where it is open to them."""
    return actor.school_id is not None and (day.is_shared or holds(actor, day))


def handles(actor, call):
    return actor.school_id is not None and actor.school_id == call.application.alumnus.school_id


def is_invited(actor, call):
    return actor.person_id is not None and actor.person_id == call.application.alumnus.person_id


def has_ended(session, day):
    """The session's last minute has passed."""
    now = timezone.localtime()
    return (day.held_on, session.ends_at) < (now.date(), now.time())


def obstacle_to_inviting(session, day):
    """Why nobody can be called to this session any more, as a sentence; empty when they can."""
    if day.is_cancelled:
        return "Hari seleksi ini dibatalkan; tidak ada yang dapat diundang."
    if has_ended(session, day):
        return f"Sesi {session.hours} tanggal {tanggal(day.held_on)} sudah lewat."
    return ""


def obstacle_to_noting(day):
    """Why attendance or results cannot be noted now, as a sentence; empty when they can."""
    if day.is_cancelled:
        return "Hari seleksi ini dibatalkan; kehadiran dan hasil tidak dapat dicatat."
    if not day.has_come:
        return f"Kehadiran dicatat mulai hari seleksi, {tanggal(day.held_on)}."
    return ""


def obstacle_to_changing(day):
    if day.is_cancelled:
        return f"Sudah dibatalkan: {day.cancel_reason}"
    if day.is_over:
        return f"Hari seleksi ini sudah lewat, {tanggal(day.held_on)}; datanya tidak dapat diubah lagi."
    return ""
