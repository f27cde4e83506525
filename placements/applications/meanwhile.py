"""What a second mover is told: who moved the application before them, where, and when."""

from bkk_portal.kit.formatting import waktu
from placements.applications.enums import ApplicationStatus
from placements.applications.models import ApplicationStatusLog


def movers_of(keys):
    """{application's primary key: its newest step}"""
    steps = ApplicationStatusLog.objects.filter(application_id__in=list(keys)).select_related("by")
    return {step.application_id: step for step in steps.order_by("at", "pk")} if keys else {}


def sentence(status, step):
    """`status`: where it stands now; `step`: the newest of the status log, or None."""
    where = ApplicationStatus(status).label
    return f"Lamaran ini baru saja dipindahkan ke {where}{_by(step)}. Periksa dulu."


def sentence_if_there(status, step):
    """The same for a mover who wanted just that; empty where the log says nothing."""
    return f"Sudah dipindahkan ke {ApplicationStatus(status).label}{_by(step)}." if step else ""


def _by(step):
    if step is None:
        return ""
    who = step.by or step.by_label
    return f" oleh {who}, {waktu(step.at)}" if who else f", {waktu(step.at)}"
