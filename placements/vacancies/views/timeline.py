"""A vacancy's status log as parts/timeline.html shows it."""

from placements.vacancies.enums import VacancyStatus

BY_TIME = "otomatis"


def entries_of(vacancy, *, with_names=True):
    """[entry] newest first: label, at, by, reason, kind. An employer reads no names of the desks' people."""
    steps = vacancy.status_log.select_related("by").order_by("-at", "-pk")
    return [_entry(step, is_newest=number == 0, with_names=with_names) for number, step in enumerate(steps)]


def _entry(step, *, is_newest, with_names):
    kind = "now" if is_newest else ""
    return {
        "label": step.get_to_status_display(),
        "at": step.at,
        "by": (step.by if with_names else "") if step.by else BY_TIME,
        "reason": step.reason,
        "kind": "attention" if step.to_status == VacancyStatus.HIDDEN else kind,
    }
