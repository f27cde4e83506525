from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone

from placements.alumni.models import Alumnus
from placements.reports.periods import Period

if TYPE_CHECKING:
    from placements.alumni.queries import AlumnusQuerySet


@dataclasses.dataclass(frozen=True)
class Scope:
    """Whom and when a report is about. A konsentrasi or a class narrows what is counted by graduate."""

    school_id: int
    period: Period
    konsentrasi_id: int | None = None
    graduation_year: int | None = None

    @property
    def start(self) -> dt.date:
        return self.period.start

    @property
    def end(self) -> dt.date:
        return self.period.end

    @property
    def known_until(self) -> dt.date:
        """The last day anything can be known of: today in a period that still runs."""
        return min(self.end, timezone.localdate())

    @property
    def moments(self) -> tuple[dt.datetime, dt.datetime]:
        """(first moment, first moment after) of the period in the portal's zone, for `__gte` and `__lt`."""
        return _midnight(self.start), _midnight(self.end + dt.timedelta(days=1))

    @property
    def alumni(self) -> AlumnusQuerySet:
        return Alumnus.objects.filter(**self.of_alumni())

    def of_alumni(self, prefix: str = "") -> dict[str, int]:
        """The filter on graduates, for rows that reach them by `prefix`."""
        wanted = {
            "school_id": self.school_id,
            "konsentrasi_id": self.konsentrasi_id,
            "graduation_year": self.graduation_year,
        }
        return {f"{prefix}{name}": value for name, value in wanted.items() if value is not None}

    def days(self, field: str) -> dict[str, dt.date]:
        return {f"{field}__gte": self.start, f"{field}__lte": self.end}

    def times(self, field: str) -> dict[str, dt.datetime]:
        first, after = self.moments
        return {f"{field}__gte": first, f"{field}__lt": after}


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), timezone.get_current_timezone())
