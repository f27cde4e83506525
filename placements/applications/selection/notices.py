"""What those called to a selection day are told: when, where, what to bring, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from bkk_portal.kit.text.formatting import hari_tanggal
from bkk_portal.notifications.actions import notify, notify_many
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from placements.schools.models import SchoolMembership

if TYPE_CHECKING:
    from placements.applications.selection.models import SelectionDay, SelectionInvitation
    from placements.applications.selection.queries import CallQuerySet

BODY, TITLE = 500, 150  # characters of a Notification's body and title
ASKED_AGAIN = "Jadwalnya berubah; jawab lagi apakah Anda dapat datang. "


def invited(calls: list[SelectionInvitation]) -> None:
    _tell((call, f"Undangan {_what(call)}: {call.application.vacancy}", _facts(call)) for call in calls)


def reminded(calls: list[SelectionInvitation]) -> None:
    _tell((call, f"Besok {_what(call)}: {call.application.vacancy}", _facts(call)) for call in calls)


def changed(calls: list[SelectionInvitation], *, asked_again: set[int]) -> None:
    """`asked_again`: those of them (primary keys) who are to answer once more."""
    _tell(
        (
            call,
            f"Perubahan {_what(call)}: {call.application.vacancy}",
            (ASKED_AGAIN if call.pk in asked_again else "") + _facts(call),
        )
        for call in calls
    )


def cancelled(day: SelectionDay, calls: CallQuerySet) -> None:
    body = f"{hari_tanggal(day.held_on)} dibatalkan: {day.cancel_reason} Tanya: {day.contact}."
    _tell((call, f"Batal: {_what(call)} {call.application.vacancy}", body) for call in calls)


def uninvited(call: SelectionInvitation) -> None:
    _tell([(call, f"Undangan {_what(call)} ditarik: {call.application.vacancy}", f"Tanya: {call.day.contact}.")], "")


def declined(call: SelectionInvitation) -> None:
    """To the alumnus' own BKK. Names nobody: letters are read on other people's telephones too."""
    members = SchoolMembership.objects.current().filter(school_id=call.application.alumnus.school_id)
    url = reverse("bkk:selection_people", args=[call.day_id])
    title = f"Satu undangan tidak dapat datang: {call.day}"[:TITLE]
    for member in members.select_related("user"):
        notify(user=member.user, topic=Topic.APPLICATION, title=title, url=url)


def _what(call: SelectionInvitation) -> str:
    return call.day.get_stage_display().lower()


def _facts(call: SelectionInvitation) -> str:
    day = call.day
    room = f" ({call.session.room})" if call.session.room else ""
    bring = f" Bawa: {day.bring}." if day.bring else ""
    return f"{call.when}, {day.place}{room}. Tanya: {day.contact}.{bring}"


def _tell(letters: Iterator[Any] | list[tuple[SelectionInvitation, str, str]], url: str | None = None) -> None:
    """`letters`: (invitation, title, body); who has no account is told by their BKK."""
    notify_many(lines=[_line(*letter, url) for letter in letters if letter[0].application.alumnus.person.user_id])


def _line(call: SelectionInvitation, title: str, body: str, url: str | None) -> Notification:
    return Notification(
        user_id=call.application.alumnus.person.user_id,
        topic=Topic.APPLICATION,
        title=title[:TITLE],
        body=body[:BODY],
        url=reverse("saya:selection_page", args=[call.pk]) if url is None else url,
    )
