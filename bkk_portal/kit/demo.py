import datetime as dt
import random

from django.contrib.auth.hashers import make_password
from django.utils import timezone

PASSWORD = "demo-kupang-2026"  # noqa: S105  (the demo's one public password; refused outside debug)


class City:
    """What the parts of the demo share: one seeded chance, one today, one password, and rows handed on by name."""

    def __init__(self, today=None, *, with_papers=True):
        self.with_papers = with_papers  # else they are written by demo_papers, once the portal is served
        self.random = random.Random(2026)
        self.today = today or timezone.localdate()
        self.now = timezone.now()
        self.password_hash = make_password(PASSWORD)
        self._rows = {}

    def put(self, name, rows):
        self._rows[name] = rows

    def get(self, name):
        return self._rows[name]

    def days_ago(self, days):
        """A date; negative days lie ahead."""
        return self.today - dt.timedelta(days=days)

    def at(self, day, hour=9, minute=0):
        """That day's time of day here, but never later than now."""
        moment = dt.datetime.combine(day, dt.time(hour, minute), timezone.get_current_timezone())
        return min(moment, self.now)
