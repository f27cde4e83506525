"""A vacancy's status log as parts/timeline.html shows it."""

from placements.vacancies.enums import VacancyStatus

BY_TIME = "otomatis"


def entries_of(vacancy):
    """[entry] newest first: label, at, by, reason, kind."""
    steps = vacancy.status_log.select_related("by").order_by("-at", "-pk")
    return [_entry(step, is_newest=number == 0) for number, step in enumerate(steps)]


def _entry(step, *, is_newest):
    kind = "now" if is_newest else ""
    return {
        "label": step.get_to_status_display(),
        "at": step.at,
        "by": step.by or BY_TIME,
        "reason": step.reason,
        "kind": "attention" if step.to_status == VacancyStatus.HIDDEN else kind,
    }
