from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.kit.text.formatting import kecil, waktu
from placements.applications.enums import NEEDS_REASON, PIPELINE, TRANSITIONS, ApplicationStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.models import Application, ApplicationStatusLog

REASON_WANTED = "Tulis alasan yang dapat dibaca pelamar, misalnya apa yang belum memenuhi syarat."


def handles(actor: Actor, application: Application) -> bool:
    """An application is handled by the alumnus' own BKK, whichever school published the vacancy."""
    return actor.school_id is not None and actor.school_id == application.alumnus.school_id


def is_own(actor: Actor, application: Application) -> bool:
    return actor.person_id is not None and actor.person_id == application.alumnus.person_id


def next_statuses(actor: Actor, application: Application) -> list[tuple[str, str]]:
    """Where this actor may move it, in the order of the pipeline."""
    if not handles(actor, application):
        return []
    allowed = TRANSITIONS[ApplicationStatus(application.status)]
    return [(status.value, status.label) for status in ApplicationStatus if status in allowed]


def obstacle_to(status: str, to: str, reason: str) -> str:
    """Why what stands in `status` cannot be moved there, as a sentence; empty when it can.

    Without a status: why nothing can be.
    """
    if to in NEEDS_REASON and not reason.strip():
        return REASON_WANTED
    if status == to:
        return f"Sudah berstatus {ApplicationStatus(status).label}."
    if status and to not in TRANSITIONS[ApplicationStatus(status)]:
        return f"Lamaran yang {kecil(ApplicationStatus(status).label)} tidak dapat dipindahkan ke sana."
    return ""


def is_correction(step: ApplicationStatusLog) -> bool:
    """Whether a line of the status log takes a step back: only that leads where the table does not."""
    return (
        bool(step.from_status)
        and step.to_status in PIPELINE
        and step.to_status not in TRANSITIONS[ApplicationStatus(step.from_status)]
    )


def moved_meanwhile(status: str, step: ApplicationStatusLog | None) -> str:
    """`status`: where it stands now; `step`: the newest of the status log, or None."""
    where = ApplicationStatus(status).label
    return f"Lamaran ini baru saja dipindahkan ke {where}{_by(step)}. Periksa dulu."


def moved_there(status: str, step: ApplicationStatusLog | None) -> str:
    """The same to a mover who wanted just that; empty where the log says nothing."""
    return f"Sudah dipindahkan ke {ApplicationStatus(status).label}{_by(step)}." if step else ""


def _by(step: ApplicationStatusLog | None) -> str:
    if step is None:
        return ""
    who = step.by or step.by_label
    return f" oleh {who}, {waktu(step.at)}" if who else f", {waktu(step.at)}"
