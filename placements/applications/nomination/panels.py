from placements.applications.models import Application
from placements.applications.nomination.enums import CAN_BE_NAMED
from placements.applications.nomination.models import NominationLetter

LETTERS_SHOWN = 5


def letters_panel(actor, vacancy):
    """On a coordinator's page of a vacancy: whom one may put forward, and the letters so far."""
    if not actor.school_id:
        return None
    letters = NominationLetter.objects.visible_to(actor).filter(vacancy=vacancy).with_counts()
    waiting = Application.objects.visible_to(actor).filter(vacancy=vacancy, status__in=CAN_BE_NAMED).count()
    context = {"vacancy": vacancy, "letters": letters.order_by("-made_at", "-pk")[:LETTERS_SHOWN], "waiting": waiting}
    return "applications/letters_panel.html", context
