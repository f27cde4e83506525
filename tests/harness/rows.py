"""What the database must not hide: rows without an order come back in another one, dates are dates."""

import datetime

from django.db.models import DateField, DateTimeField, QuerySet


class DatetimeInDateField(AssertionError):
    pass


def rotated(rows):
    """Neither the given order nor its reverse, so that no test passes by luck; the same in every run."""
    return rows[1:] + rows[:1]


def _install_shuffle():
    fetch_all = QuerySet._fetch_all

    def fetch_all_in_another_order(self):
        fresh = self._result_cache is None
        fetch_all(self)
        if fresh and not self.ordered and not self.query.is_sliced:
            self._result_cache = rotated(self._result_cache)

    QuerySet._fetch_all = fetch_all_in_another_order


def _install_date_check():
    prepare = DateField.get_prep_value

    def strict_prepare(self, value):
        if isinstance(value, datetime.datetime) and not isinstance(self, DateTimeField):
            raise DatetimeInDateField(f"{self} was given the datetime {value!r}")
        return prepare(self, value)

    DateField.get_prep_value = strict_prepare


def install():
    _install_shuffle()
    _install_date_check()
