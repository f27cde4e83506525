"""Who is told of a report; in the transaction of its cause."""

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import AgencyMembership
from placements.schools.models import SchoolMembership


def tell_offices(report):
    officers = AgencyMembership.objects.current().filter(agency__supervises_bkk=True).select_related("user")
    url = reverse("dinas:bkk_report", args=[report.pk])
    for officer in officers.order_by("pk"):
        notify(
            user=officer.user,
            topic=Topic.REPORT,
            title=f"Laporan BKK {report.school}",
            body=f"{report.span.label}, nomor {report.document.number}.",
            url=url,
        )


def tell_school(report, title, body):
    tell_coordinators(report.school_id, title, body, reverse("bkk:bkk_report", args=[report.pk]))


def tell_coordinators(school_id, title, body, url):
    """How many were told."""
    members = SchoolMembership.objects.current().filter(school_id=school_id).select_related("user").order_by("pk")
    for member in members:
        notify(user=member.user, topic=Topic.REPORT, title=title, body=body, url=url)
    return len(members)
