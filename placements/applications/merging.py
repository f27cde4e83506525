"""When two records of one alumnus become one."""

from django.utils import timezone

from placements.applications.enums import PIPELINE, ApplicationStatus
from placements.applications.models import ApplicationStatusLog

TWICE = "Lamaran yang sama tercatat dua kali karena data alumninya ganda; yang lain diteruskan."


def further_along(ours, theirs):
    """A merge rule: of two open applications for one vacancy the one further along goes on, the other is withdrawn.

    Both are kept, with their steps and papers.
    """
    on, off = (theirs, ours) if _step(theirs) > _step(ours) else (ours, theirs)
    before, off.status, off.reason = off.status, ApplicationStatus.WITHDRAWN, TWICE
    off.status_changed_at = timezone.now()
    off.save()
    ApplicationStatusLog.objects.create(
        application=off, from_status=before, to_status=off.status, reason=TWICE, at=off.status_changed_at
    )
    return on, None


def _step(application):
    return PIPELINE.index(application.status)
