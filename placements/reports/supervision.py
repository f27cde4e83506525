"""The office's register of BKKs: who is registered, who reports, who is silent and was reminded."""

from django.db.models import Exists, F, Max, OuterRef, Q, Subquery

from placements.reports.enums import REPORTED
from placements.reports.managers import silent_since
from placements.reports.models import BkkReminder, BkkReport
from placements.schools.models import School


def register():
    """Schools with `last_sent` (moment of the last report), `last_status`, and `last_reminded`."""
    newest = BkkReport.objects.filter(school=OuterRef("pk"), status__in=REPORTED).order_by("-sent_at", "-pk")
    reminders = BkkReminder.objects.filter(school=OuterRef("pk")).order_by().values("school")
    return School.objects.annotate(
        last_sent=Subquery(newest.values("sent_at")[:1]),
        last_status=Subquery(newest.values("status")[:1]),
        last_reminded=Subquery(reminders.annotate(last=Max("sent_at")).values("last")),
        is_silent=_is_silent(),
    )


def silent():
    """The registered BKKs that have sent nothing for RULES["silent_bkk_months"]."""
    return School.objects.filter(_is_silent())


def _is_silent():
    """A BKK that was registered lately has not been silent yet."""
    since = silent_since()
    reported = BkkReport.objects.filter(school=OuterRef("pk"), status__in=REPORTED, sent_at__gte=since)
    return ~Q(registration_number="") & Q(registered_on__lt=since.date()) & ~Exists(reported)


IN_ORDER = [F("registration_number").asc(), "name", "pk"]
