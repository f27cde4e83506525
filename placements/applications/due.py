"""What this room has waiting on a coordinator's desk."""

from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application
from placements.applications.queries import QUIET_DAYS

APPLICATIONS = "/bkk/lamaran/"
UNRECORDED = "alumni diterima bekerja, penempatannya belum dicatat"


def due(actor):
    """[(rows, what they are, where they are done)]; see kit.registry.desk_dues."""
    applications = Application.objects.visible_to(actor)
    new = applications.filter(status=ApplicationStatus.APPLIED)
    hired = applications.filter(status=ApplicationStatus.HIRED, placement__isnull=True)
    return [
        (new, "lamaran baru belum diperiksa", f"{APPLICATIONS}?status=applied"),
        (applications.quiet(), f"lamaran tanpa kabar lebih dari {QUIET_DAYS} hari", f"{APPLICATIONS}?diam=proses"),
        (hired, UNRECORDED, f"{APPLICATIONS}?status=hired&penempatan=belum"),
    ]
