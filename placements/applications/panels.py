from django.db.models import Case, When

from placements.applications.enums import OPEN_STATUSES, SHARED_TEXTS, Sharing
from placements.applications.models import Application, ApplicationAnswer, ApplicationDocument

SENT_SHOWN = 20


def apply_panel(actor, vacancy):
    """In place of the button to apply: the application that this person has sent already."""
    if actor.person_id is None:
        return None
    standing = Application.objects.visible_to(actor).open().filter(vacancy=vacancy).first()
    return ("applications/standing_panel.html", {"application": standing}) if standing else None


def applications_panel(actor):
    """The latest applications, those that still run first, on the dashboard of /saya/."""
    rows = Application.objects.visible_to(actor).select_related("vacancy__employer")
    over = Case(When(status__in=OPEN_STATUSES, then=0), default=1)
    rows = rows.order_by(over, "-status_changed_at", "-pk")
    return "applications/saya_panel.html", {"applications": rows[:3]}


def sent_along(actor, application):
    """What of the message, the answers and the files this actor may see: context of sent_along.html."""
    answers = ApplicationAnswer.objects.visible_to(actor).filter(application=application).order_by("position")
    files = ApplicationDocument.objects.visible_to(actor).filter(application=application)
    reads_note = not actor.employer_id or application.sharing != Sharing.NOTHING
    return {
        "note": application.note if reads_note else "",
        "answers": answers,
        "files": files.select_related("document").order_by("pk"),
        "sharing": SHARED_TEXTS[application.sharing],
    }


def sent_files_panel(actor, person):
    """On a coordinator's page of an alumnus: the files they sent along with applications handled there."""
    files = ApplicationDocument.objects.visible_to(actor).filter(application__alumnus__person=person)
    rows = files.select_related("document", "application__vacancy").order_by("-application__applied_at", "-pk")
    return "applications/desk_files.html", {"sent_files": rows[:SENT_SHOWN]}
