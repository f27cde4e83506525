"""The example rows of BKK reports, on all three desks that read them."""

import datetime
import itertools

from tests.factories.reports import BkkReportFactory
from tests.harness.example_rows.owners import school_of
from tests.harness.examples import example

YEARS = itertools.count(1900)  # a school has one report on a period


@example("bkk:bkk_report")
def report_of_school(seat, own):
    year = next(YEARS)
    span = {"starts_on": datetime.date(year, 7, 1), "ends_on": datetime.date(year, 9, 30)}
    return {"pk": BkkReportFactory(school=school_of(seat, own), **span).pk}


@example("dinas:bkk_report")
def report_sent_to_the_office(seat, own):
    return {"pk": BkkReportFactory(**{"sent" if own else "issued": True}).pk}


@example("forum:bkk_report")
def report_shared_with_the_forum(seat, own):
    return {"pk": BkkReportFactory(sent=True, is_shared=own).pk}
