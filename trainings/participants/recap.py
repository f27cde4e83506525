"""Attendance of a whole class as a grid of letters."""

import dataclasses

from trainings.participants.enums import PRESENCE_LETTERS
from trainings.participants.models import Attendance


@dataclasses.dataclass(frozen=True)
class Recap:
    """`rows`: [(participant with recorded and present, [letter per day])]; an empty letter where nothing was noted."""

    days: list
    rows: list


def recap_of(training):
    """Three queries, however large the class."""
    days = list(training.sessions.held().order_by("held_on"))
    marks = Attendance.objects.filter(session__in=days).values_list("participant_id", "session_id", "presence")
    letters = {(participant, session): PRESENCE_LETTERS[presence] for participant, session, presence in marks}
    people = training.participants.enrolled().select_related("person", "origin_village").with_attendance().by_name()
    return Recap(days, [(person, [letters.get((person.pk, day.pk), "") for day in days]) for person in people])
