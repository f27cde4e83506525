"""Applications of the people in tests.harness.seats."""

from bkk_portal.notifications.models import Notification
from tests.factories.applications import ApplicationFactory, ApplicationStatusLogFactory


def application_of(seat, **fields):
    """An application of this alumnus, in whatever status."""
    return ApplicationFactory(alumnus=seat.alumnus, **fields)


def shown_to(employer, **fields):
    """An application that was put before this employer."""
    status = fields.setdefault("status", "nominated")
    application = ApplicationFactory(vacancy__employer=employer, **fields)
    ApplicationStatusLogFactory(application=application, to_status=status)
    return application


def steps(application):
    """[(from, to, reason, as whom)] of the status log, oldest first."""
    rows = application.status_log.order_by("at", "pk")
    return list(rows.values_list("from_status", "to_status", "reason", "by_label"))


def told(seat):
    """[(title, body, address)] of the lines in the mailbox of this seat, oldest first."""
    rows = Notification.objects.of_user(seat.user.pk).order_by("created_at", "pk")
    return list(rows.values_list("title", "body", "url"))


def messages(response):
    return [str(message) for message in response.context["messages"]]
