import datetime

from django.conf import settings
from django.db.models import Count
from django.utils import timezone

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from placements.applications import drafts
from placements.applications.actions import close_unanswered
from placements.applications.models import Application
from placements.schools.models import SchoolMembership

SILENT_URL = "/bkk/lamaran/?diam=perusahaan"
REMIND_EVERY = datetime.timedelta(days=7)  # chores run every hour


def close_silent(dry_run):
    """After twice the set number of days without an answer the application ends with "no answer"."""
    due = Application.objects.waiting_longer_than(2 * settings.RULES["silent_employer_days"]).order_by("pk")
    if dry_run:
        return f"{due.count()} lamaran tanpa jawaban perusahaan akan ditutup."
    closed = sum(close_unanswered(application=application) for application in list(due))
    return f"{closed} lamaran tanpa jawaban perusahaan ditutup."


def remind_of_silent(dry_run):
    """After the set number of days the BKK is reminded, and again each week while the employer is silent."""
    days = settings.RULES["silent_employer_days"]
    silent = Application.objects.waiting_longer_than(days).order_by()
    counts = dict(silent.values_list("alumnus__school_id").annotate(count=Count("pk")))
    members = SchoolMembership.objects.current().filter(school_id__in=counts).exclude(user__in=_reminded_lately())
    members = list(members.select_related("user").order_by("pk"))
    if dry_run:
        return f"{len(members)} koordinator BKK akan diingatkan tentang perusahaan yang belum menjawab."
    for member in members:
        _remind(member.user, counts[member.school_id], days)
    return f"{len(members)} koordinator BKK diingatkan tentang perusahaan yang belum menjawab."


def _reminded_lately():
    since = timezone.now() - REMIND_EVERY
    return Notification.objects.filter(url=SILENT_URL, created_at__gt=since).order_by().values("user_id")


def _remind(user, count, days):
    notify(
        user=user,
        topic=Topic.APPLICATION,
        title=f"{count} lamaran belum dijawab perusahaan lebih dari {days} hari",
        body="Hubungi perusahaannya; lamaran yang terlalu lama tanpa jawaban ditutup sendiri.",
        url=SILENT_URL,
    )


def forget_drafts(dry_run):
    """Applications that were begun and never sent, a month after their vacancy has closed."""
    if dry_run:
        return f"{drafts.old_drafts().count()} draf lamaran lama akan dihapus."
    return f"{drafts.forget_drafts()} draf lamaran lama dihapus."
