from django.conf import settings
from django.db.models import Count

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from placements.applications.actions import close_unanswered
from placements.applications.models import Application
from placements.schools.models import SchoolMembership


def silent_employers(dry_run):
    """After the set number of days the BKK is reminded; after twice as many the application ends with "no answer"."""
    days = settings.RULES["silent_employer_days"]
    ended = Application.objects.waiting_longer_than(2 * days).order_by("pk")
    silent = Application.objects.waiting_longer_than(days)
    schools = silent.order_by().values_list("alumnus__school_id").annotate(count=Count("pk"))
    text = f"{ended.count()} lamaran tanpa jawaban ditutup, {len(schools)} BKK diingatkan."
    if not dry_run:
        for application in ended.iterator():
            close_unanswered(application=application)
        for school_id, count in schools:
            _remind(school_id, count)
    return text


def _remind(school_id, count):
    for member in SchoolMembership.objects.current().filter(school_id=school_id).select_related("user"):
        notify(
            user=member.user,
            topic=Topic.APPLICATION,
            title=f"{count} lamaran belum dijawab perusahaan",
            body="Hubungi perusahaannya; lamaran yang terlalu lama tanpa jawaban ditutup sendiri.",
            url="/bkk/lamaran/?status=nominated",
        )
