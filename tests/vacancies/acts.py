"""Steps that several tests of this room take."""

import datetime

from django.utils import timezone

from bkk_portal.notifications.models import Notification
from placements.vacancies import actions
from placements.vacancies.checklist import items_for
from placements.vacancies.models import Vacancy
from placements.vacancies.search import index
from tests.factories.employers import EmployerFactory
from tests.factories.regions import RegencyFactory
from tests.factories.vacancies import VacancyFactory


def day(number):
    """The date so many days from today."""
    return timezone.localdate() + datetime.timedelta(days=number)


def fields(**changes):
    """What create_vacancy needs at least."""
    return {
        "employer": changes.pop("employer", None) or EmployerFactory(),
        "title": "Teknisi Komputer",
        "kind": "permanent",
        "description": "Merawat komputer pelanggan.",
        "opens_on": day(0),
        "closes_on": day(30),
    } | changes


def form_data(**changes):
    """What a browser sends from the form of a new vacancy; None leaves a field out."""
    data = {
        "title": "Teknisi Komputer",
        "kind": "permanent",
        "headcount": "2",
        "description": "Merawat komputer pelanggan.",
        "education": "3",
        "experience_months": "0",
        "regency": RegencyFactory().pk,
        "opens_on": day(0).isoformat(),
        "closes_on": day(30).isoformat(),
        "visibility": "everyone",
    } | changes
    return {name: value for name, value in data.items() if value is not None}


def yes_to_all(vacancy):
    return {item.key: True for item in items_for(vacancy.employer)}


def published(vacancy, seat, **changes):
    return actions.publish(vacancy=vacancy, answers=yes_to_all(vacancy) | changes, actor=seat.actor)


def found_by_search(**traits):
    """A vacancy that stands in the search index, as one does that an action wrote."""
    traits.setdefault("employer__name", "CV Aman")
    vacancy = VacancyFactory(**traits)
    index.rebuild(Vacancy.objects.filter(pk=vacancy.pk), tidy=False)
    return vacancy


def log(vacancy):
    """[(from, to, reason, by)], oldest first."""
    rows = vacancy.status_log.order_by("at", "pk")
    return list(rows.values_list("from_status", "to_status", "reason", "by_id"))


def told(user):
    """[(title, body, url)] of what this user was told, oldest first."""
    return list(Notification.objects.filter(user=user).order_by("pk").values_list("title", "body", "url"))


def messages(response):
    return [str(message) for message in response.context["messages"]]


def titles(response):
    return [card.title for card in response.context["cards"]]
