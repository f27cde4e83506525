"""What those called to a selection day are told: when, where, what to bring, and whom to ask."""

from django.urls import reverse

from bkk_portal.kit.formatting import hari_tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from placements.schools.models import SchoolMembership

BODY, TITLE = 500, 150  # characters of a Notification's body and title


def invited(call):
    _tell(call, f"Undangan {_what(call)}: {call.application.vacancy}", _facts(call))


def reminded(call):
    _tell(call, f"Besok {_what(call)}: {call.application.vacancy}", _facts(call))


def changed(call, *, asks_again):
    again = "Jadwalnya berubah; jawab lagi apakah Anda dapat datang. " if asks_again else ""
    _tell(call, f"Perubahan {_what(call)}: {call.application.vacancy}", again + _facts(call))


def cancelled(call):
    day = call.day
    body = f"{hari_tanggal(day.held_on)} dibatalkan: {day.cancel_reason} Tanya: {day.contact}."
    _tell(call, f"Batal: {_what(call)} {call.application.vacancy}", body)


def uninvited(call):
    _tell(call, f"Undangan {_what(call)} ditarik: {call.application.vacancy}", f"Tanya: {call.day.contact}.", url="")


def declined(call):
    """To the alumnus' own BKK. Names nobody: letters are read on other people's telephones too."""
    members = SchoolMembership.objects.current().filter(school_id=call.application.alumnus.school_id)
    url = reverse("bkk:selection_people", args=[call.day_id])
    title = f"Satu undangan tidak dapat datang: {call.day}"[:TITLE]
    for member in members.select_related("user"):
        notify(user=member.user, topic=Topic.APPLICATION, title=title, url=url)


def _what(call):
    return call.day.get_stage_display().lower()


def _facts(call):
    day = call.day
    room = f" ({call.session.room})" if call.session.room else ""
    bring = f" Bawa: {day.bring}." if day.bring else ""
    return f"{call.when}, {day.place}{room}. Tanya: {day.contact}.{bring}"


def _tell(call, title, body, url=None):
    user = call.application.alumnus.person.user
    if user is not None:
        url = reverse("saya:selection_page", args=[call.pk]) if url is None else url
        notify(user=user, topic=Topic.APPLICATION, title=title[:TITLE], body=body[:BODY], url=url)
