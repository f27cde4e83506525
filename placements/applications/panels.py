from placements.applications.models import Application


def apply_panel(actor, vacancy):
    """In place of the button to apply: the application that this person has sent already."""
    if actor.person_id is None:
        return None
    standing = Application.objects.visible_to(actor).open().filter(vacancy=vacancy).first()
    return ("applications/standing_panel.html", {"application": standing}) if standing else None


def applications_panel(actor):
    """The latest applications, on the dashboard of /saya/."""
    rows = (
        Application.objects.visible_to(actor).select_related("vacancy__employer").order_by("-status_changed_at", "-pk")
    )
    return "applications/saya_panel.html", {"applications": rows[:3]}
