from bkk_portal.kit.states import timeline
from placements.applications.rules import is_correction


def entries_of(application, *, with_names):
    """The status log as people see it. Applicants read "BKK …", coordinators the person's name."""
    steps = application.status_log.select_related("by").order_by("-at", "-pk")
    return timeline(steps, who=lambda step: str(step.by) if with_names and step.by else step.by_label, label=_label)


def _label(step):
    word = step.get_to_status_display()
    return f"Dikembalikan ke {word}" if is_correction(step) else word
