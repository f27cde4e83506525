"""One row stands for the whole day: whoever writes anything of a selection day holds its row first.

So two coordinators cannot give away the same last place, and nobody is called to a day while it is cancelled.
"""

from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession

NOT_INVITED = "Orang ini tidak diundang ke hari seleksi ini. Undang dulu, lalu catat kehadirannya."


def lock_day(pk):
    """The day as it is now; the caller is inside a transaction."""
    return SelectionDay.objects.select_for_update(of=("self",)).select_related("school").get(pk=pk)


def calls_of(day):
    """Its invitations, with what notices and guards read."""
    rows = SelectionInvitation.objects.filter(day=day)
    return rows.select_related(
        "day",
        "session",
        "application__vacancy__employer",
        "application__alumnus__person__user",
        "application__alumnus__school",
    )


def recount(*sessions):
    """Sets `taken` anew; the database refuses more than there are places. The caller holds the day's lock."""
    for session in sessions:
        taken = SelectionInvitation.objects.filter(session=session).holding().count()
        SelectionSession.objects.filter(pk=session.pk).update(taken=taken)
        session.taken = taken
