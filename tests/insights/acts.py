"""A city in figures."""

import csv
import io

from django.utils import timezone

from tests.factories.alumni import AlumnusFactory
from tests.factories.insights import LabourFigureFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import SpellFactory
from tests.factories.programmes import TrainingFactory

THIS_YEAR = timezone.localdate().year


def labour(year, unemployed=None, employed=None, **fields):
    """The published figures of one year; None: nothing was published."""
    for indicator, value in (("pengangguran", unemployed), ("bekerja", employed)):
        if value is not None:
            LabourFigureFactory(year=year, indicator=indicator, value=value, **fields)


def graduates(number, *, doing=None, **fields):
    for alumnus in AlumnusFactory.create_batch(number, **fields):
        if doing:
            SpellFactory(person=alumnus.person, kind=doing)


def trained(village, number, **fields):
    """A training in this kelurahan today, with so many participants."""
    today = timezone.localdate()
    dates = {"starts_on": today, "ends_on": today}
    training = TrainingFactory(village=village, **dates | fields)
    ParticipantFactory.create_batch(number, training=training)
    return training


def csv_rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))
