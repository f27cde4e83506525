"""Which applications a bulk form is about: those ticked, or all that a filter finds; and what was seen of them."""

import dataclasses
import datetime as dt
import re

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from placements.applications.enums import OPEN_STATUSES, ApplicationStatus
from placements.applications.filters import ApplicationFilter
from placements.applications.models import Application

TICKED, ALL, SEEN_AT = "lamaran", "semua", "pada"
TICK = re.compile(r"([0-9]{1,18})\.([a-z_]+)")  # 123.applied: which, and where it stood on the page that was seen
MOST_TICKED = 500


@dataclasses.dataclass(frozen=True)
class Chosen:
    rows: object  # queryset
    is_all: bool
    seen: dict[int, str]
    seen_at: dt.datetime | None

    @property
    def ticks(self):
        """As the form carries them on: what had ended already was named there as staying."""
        return [f"{key}.{status}" for key, status in self.seen.items() if status in OPEN_STATUSES]

    @property
    def going(self):
        """The rows that are to be moved. Of all that a filter finds: the open ones, and what changed since."""
        if not self.is_all:
            return self.rows
        return self.rows.filter(Q(status__in=OPEN_STATUSES) | Q(status_changed_at__gt=self.seen_at))


def chosen(request):
    """Of this request's query string, and of its form where it is one."""
    data = request.POST if request.method == "POST" else request.GET
    mine = Application.objects.visible_to(request.actor)
    if request.GET.get(ALL):
        found = ApplicationFilter(request.GET, queryset=mine, request=request).qs
        return Chosen(found, True, {}, _time_of(data.get(SEEN_AT, "")))
    keys = _ticked(data.getlist(TICKED))
    return Chosen(mine.filter(pk__in=keys), False, keys, None)


def _ticked(values):
    """{primary key: status seen}"""
    found = [match.groups() for value in values[:MOST_TICKED] if (match := TICK.fullmatch(value))]
    return {int(key): status for key, status in found if status in ApplicationStatus.values}


def _time_of(text):
    """When the form was shown; now, where it does not say."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    return moment if moment and timezone.is_aware(moment) else timezone.now()
