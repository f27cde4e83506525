"""Who is told of what happened to an application."""

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from placements.schools.models import SchoolMembership


def applied(application):
    _tell_school(application, "Lamaran baru", f"Untuk {application.vacancy}.")


def answered_by_applicant(application):
    """The reason itself stands on the page: it may name somebody."""
    _tell_school(application, f"Lamaran: {application.get_status_display().lower()}", f"Untuk {application.vacancy}.")


def moved(application):
    """The applicant reads each step, and the reason where there is one."""
    user = application.alumnus.person.user
    if user is not None:
        notify(
            user=user,
            topic=Topic.APPLICATION,
            title=f"{application.vacancy}: {application.get_status_display().lower()}",
            body=application.reason,
            url=reverse("saya:application_page", args=[application.pk]),
        )


def _tell_school(application, title, body):
    """Names nobody: letters are read on other people's telephones too."""
    members = SchoolMembership.objects.current().filter(school_id=application.alumnus.school_id)
    for member in members.select_related("user"):
        url = reverse("bkk:application_page", args=[application.pk])
        notify(user=member.user, topic=Topic.APPLICATION, title=title, body=body, url=url)
