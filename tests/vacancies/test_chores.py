"""What time does to vacancies."""

import datetime
import io

import pytest
from django.core.management import call_command
from django.utils import timezone

from placements.employers.models import Employer
from placements.vacancies import offers
from placements.vacancies.actions import close_expired
from placements.vacancies.models import Vacancy
from placements.vacancies.search.index import search
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import found_by_search, log, told

pytestmark = pytest.mark.django_db


def ran(*options):
    """{chore: sentence} of this room."""
    out = io.StringIO()
    call_command("chores", *options, stdout=out)
    lines = dict(line.split(": ", 1) for line in out.getvalue().splitlines())
    return {name: lines[name] for name in ("overdue vacancies", "vacancy search")}


def statuses():
    return sorted(Vacancy.objects.order_by("pk").values_list("title", "status"))


def every_state():
    VacancyFactory(title="lewat", expired=True)
    VacancyFactory(title="lewat, ditunda", expired=True, status="paused")
    VacancyFactory(title="hari terakhir", closes_on=timezone.localdate())
    VacancyFactory(title="draf", draft=True, closes_on=timezone.localdate() - datetime.timedelta(days=1))
    VacancyFactory(title="tersembunyi", hidden=True, expired=True)


BEFORE = [
    ("draf", "draft"),
    ("hari terakhir", "published"),
    ("lewat", "published"),
    ("lewat, ditunda", "paused"),
    ("tersembunyi", "hidden"),
]


def test_dry_run_only_says_what_it_would_do():
    every_state()
    assert ran("--dry-run")["overdue vacancies"] == "2 lowongan habis masa berlakunya akan ditutup."
    assert statuses() == BEFORE


def test_closes_what_is_over_and_nothing_else():
    every_state()
    assert ran()["overdue vacancies"] == "2 lowongan ditutup karena masa berlakunya habis."
    assert statuses() == sorted(dict(BEFORE, **{"lewat": "closed", "lewat, ditunda": "closed"}).items())


def test_a_second_run_finds_nothing(coordinator):
    vacancy = VacancyFactory(title="Kasir", expired=True, school=coordinator.school)
    sentences = [offers.close_overdue(False) for _ in range(2)]
    vacancy.refresh_from_db()
    assert [sentence.split()[0] for sentence in sentences] == ["1", "0"]
    assert (vacancy.close_reason, log(vacancy)) == (
        "Masa berlaku habis",
        [("published", "closed", "Masa berlaku habis", None)],
    )
    assert told(coordinator.user) == [
        (
            "Lowongan Kasir ditutup",
            "Masa berlakunya habis. Salin menjadi lowongan baru bila masih dibuka.",
            f"/bkk/lowongan/{vacancy.pk}/",
        )
    ]


def test_what_was_given_more_time_meanwhile_stays():
    vacancy = VacancyFactory()
    assert close_expired(vacancy=vacancy) is False
    vacancy.refresh_from_db()
    assert (vacancy.status, log(vacancy)) == ("published", [])


def found(text):
    return [vacancy.title for vacancy in search(Vacancy.objects.order_by("pk"), text)]


def test_an_employers_new_name_reaches_the_search():
    vacancy = found_by_search(title="Kasir", employer__name="Toko Rukun")
    vacancy.employer.name = "Swalayan Flobamora"
    vacancy.employer.save()
    assert ran("--dry-run")["vacancy search"] == "Pencarian 1 lowongan akan disegarkan."
    assert (found("rukun"), found("flobamora")) == (["Kasir"], [])
    assert ran()["vacancy search"] == "Pencarian 1 lowongan disegarkan."
    assert (found("rukun"), found("flobamora")) == ([], ["Kasir"])


def test_employers_that_did_not_change_are_left_alone():
    vacancy = VacancyFactory()
    Employer.objects.filter(pk=vacancy.employer_id).update(updated_at=timezone.now() - datetime.timedelta(days=3))
    assert ran()["vacancy search"] == "Pencarian 0 lowongan disegarkan."
