"""Lighthouse on the pages of an application, as a middling telephone sees them. Alone on the machine: it measures time.

Run by itself: `pytest -m lighthouse`. The best of three runs counts for speed; all else is the same in each.
"""

import shutil

import pytest
from django.conf import settings

from tests.e2e.audits import NO_LIGHTHOUSE, lighthouse, lighthouse_report
from tests.e2e.conftest import BROWSERS, NO_BROWSER
from tests.factories.vacancies import VacancyFactory

pytestmark = [pytest.mark.lighthouse, pytest.mark.django_db(transaction=True)]
LEAST = {"performance": 0.98, "accessibility": 1, "best-practices": 1, "seo": 1}
RUNS = 3
# Search engines are kept out of the desks on purpose (robots.txt): there Lighthouse cannot be told that it is meant.
KEPT_OUT = {"is-crawlable"}


def scores(report, without=frozenset()):
    """{category: 0–1}, as Lighthouse weighs them, without some audits."""
    return {name: weighed(report, category, without) for name, category in report["categories"].items()}


def weighed(report, category, without):
    counted = [ref for ref in category["auditRefs"] if ref["weight"] and ref["id"] not in without]
    counted = [ref for ref in counted if report["audits"][ref["id"]]["score"] is not None]
    points = sum(ref["weight"] * report["audits"][ref["id"]]["score"] for ref in counted)
    return round(points / sum(ref["weight"] for ref in counted), 2)


def faults_of(found):
    return {name: score for name, score in found.items() if score < LEAST[name]}


@pytest.fixture
def visit(live_server):
    script, browser = lighthouse(), next(filter(None, map(shutil.which, BROWSERS)), None)
    if not script or not browser:
        pytest.skip(NO_BROWSER if script else NO_LIGHTHOUSE)

    def best(path, headers=None, without=frozenset()):
        faults = {}
        for _ in range(RUNS):
            faults = faults_of(scores(lighthouse_report(script, live_server.url + path, browser, headers), without))
            if not faults:
                break
        return faults

    return best


@pytest.mark.parametrize("page", ["home", "list", "vacancy"])
def test_public_pages(visit, page):
    vacancies = VacancyFactory.create_batch(25)
    paths = {"home": "/", "list": "/lowongan/", "vacancy": vacancies[0].get_absolute_url()}
    assert visit(paths[page]) == {}


def test_applying(visit, alumnus_user):
    vacancy = VacancyFactory()
    session = alumnus_user.client.cookies[settings.SESSION_COOKIE_NAME].value
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}"}
    assert visit(f"/saya/lamar/{vacancy.pk}/", headers, KEPT_OUT) == {}
