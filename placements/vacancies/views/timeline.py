from bkk_portal.kit.states import BY_TIME, timeline
from placements.vacancies.enums import VacancyStatus


def entries_of(vacancy, *, with_names=True):
    """Of its status log, as parts/timeline.html shows it. An employer reads no names of the desks' people."""
    steps = vacancy.status_log.select_related("by").order_by("-at", "-pk")
    who = (lambda step: step.by or BY_TIME) if with_names else (lambda step: "" if step.by else BY_TIME)
    return timeline(steps, who=who, attention=[VacancyStatus.HIDDEN])
