"""A graduate who starts to work."""

import datetime

from bkk_portal.people.models import ActivitySpell
from placements.outcomes.enums import ContractKind, PlacementScope
from placements.outcomes.models import Placement
from tests.factories.alumni import AlumnusFactory
from tests.factories.employers import EmployerFactory

FIRST_DAY = datetime.date(2026, 9, 1)


def of_school(seat, **fields):
    """An alumnus of the coordinator's school."""
    return AlumnusFactory(school=seat.school, **fields)


def unsaved(**fields):
    """A Placement as the form gives it to the action."""
    values = {
        "employer": fields.pop("employer", None) or EmployerFactory(),
        "position": "Teknisi",
        "scope": PlacementScope.AKL,
        "contract": ContractKind.CONTRACT,
        "starts_on": FIRST_DAY,
        "monthly_pay": 2_400_000,
    }
    return Placement(**values | fields)


def form_data(**fields):
    values = {
        "position": "Teknisi",
        "scope": "AKL",
        "contract": "contract",
        "starts_on": FIRST_DAY.isoformat(),
        "monthly_pay": "2.400.000",
        "alignment": "3",
    }
    return values | fields


def spells(person):
    """[(kind, since, until, source)], oldest first."""
    rows = ActivitySpell.objects.filter(person=person).order_by("since", "pk")
    return list(rows.values_list("kind", "since", "until", "source"))


def messages(response):
    return [str(message) for message in response.context["messages"]]
