"""The status log as people see it (templates/parts/timeline.html)."""

from placements.applications.rules import is_correction


def entries_of(application, *, with_names):
    """[{label, at, by, reason, kind}], newest first. Applicants read "BKK …", coordinators the person's name."""
    steps = list(application.status_log.select_related("by").order_by("-at", "-pk"))
    return [
        {
            "label": _label(step),
            "at": step.at,
            "by": (str(step.by) if with_names and step.by else step.by_label),
            "reason": step.reason,
            "kind": "now" if number == 0 else "",
        }
        for number, step in enumerate(steps)
    ]


def _label(step):
    word = step.get_to_status_display()
    return f"Dikembalikan ke {word}" if is_correction(step) else word
