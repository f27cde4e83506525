"""What /lowongan/ costs on a phone: the first visit, and the next one. Bytes, requests and nodes, never time."""

import brotli
import pytest

from bkk_portal.kit.web import cache
from tests.factories.people import KonsentrasiFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db(transaction=True)
KB = 1024
REQUESTS, NODES, AGAIN = 6, 800, 15 * KB
FIRST = {"document": 14 * KB, "stylesheet": 10 * KB, "script": 20 * KB}
RECEIVED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .reduce((sum, entry) => sum + entry.transferSize, 0)"""
TITLE = "Teknisi Jaringan Komputer dan Pemasangan Fiber Optik {}"


@pytest.fixture
def full_list(settings):
    """A first page as long as pages get, with every jurusan to choose from."""
    settings.PAGE_CACHE_SECONDS = 300
    for name in ("pages", "answers", "default"):
        cache.caches[name].clear()
    jurusan = [KonsentrasiFactory(name=f"Konsentrasi {n}", program=f"Program {n}", code=f"{n}") for n in range(60)]
    for number in range(60):
        VacancyFactory(
            title=TITLE.format(number),
            employer__name=f"PT Flobamora Telekomunikasi Nusantara {number}",
            konsentrasi=[jurusan[number]],
        )


def visit(page, answers):
    answers.clear()
    page.goto("/lowongan/", wait_until="networkidle")
    return page


@pytest.fixture
def answers(page_phone):
    seen = []
    page_phone.on("response", lambda answer: seen.append(answer))
    return seen


def test_first_visit(full_list, page_phone, answers, live_server):
    visit(page_phone, answers)
    weight = dict.fromkeys(FIRST, 0)
    for answer in answers:
        kind = answer.request.resource_type
        if kind in weight:
            weight[kind] += len(brotli.compress(answer.body()))
    assert {kind: size for kind, size in weight.items() if size > FIRST[kind]} == {}
    assert min(weight.values()) > 0
    asked = {answer.url for answer in answers}  # the tab's icon is the header's: it comes from the browser's cache
    assert len(asked) <= REQUESTS, "\n".join(asked)
    assert all(url.startswith(live_server.url) for url in asked)
    assert page_phone.evaluate("document.querySelectorAll('*').length") <= NODES


@pytest.mark.parametrize("changed", [False, True], ids=["same", "changed"])
def test_next_visit(full_list, page_phone, answers, changed):
    visit(page_phone, answers)
    if changed:
        VacancyFactory(title="Yang terbaru")
    visit(page_phone, answers)
    assert page_phone.evaluate(RECEIVED) <= AGAIN
    assert ("Yang terbaru" in page_phone.content()) is changed
