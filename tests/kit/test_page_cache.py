"""Pages kept for strangers: who gets one, what makes it old, and that nothing personal is ever kept."""

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bkk_portal.kit.web import cache
from placements.vacancies.enums import Visibility
from tests.factories.employers import EmployerFactory
from tests.factories.people import SkillFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keeping(settings):
    settings.PAGE_CACHE_SECONDS = 300
    for name in ("pages", "answers", "default"):
        cache.caches[name].clear()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What happens in it is committed, and so makes kept pages old; what rows were made before is done with."""

    def run():
        connection.run_on_commit.clear()
        return django_capture_on_commit_callbacks(execute=True)

    return run


def asked(number, url="/lowongan/", client=None, **headers):
    """The answer, which must have taken so many queries."""
    with CaptureQueriesContext(connection) as queries:
        response = (client or Client()).get(url, headers=headers)
    assert (len(queries) > 0) is (number > 0), [query["sql"] for query in queries]
    return response


def test_the_second_stranger_gets_the_same_page_without_a_query():
    VacancyFactory(title="Kasir")
    first, second = asked(1), asked(0)
    assert "Kasir" in second.content.decode()
    assert (first.content, first.headers) == (second.content, second.headers)


@pytest.mark.parametrize("url", ["/", "/lowongan/", "/lowongan/?q=kasir", "page"])
def test_these_pages_are_kept(url):
    vacancy = VacancyFactory()
    url = vacancy.get_absolute_url() if url == "page" else url
    asked(1, url)
    asked(0, url)


def test_each_address_and_part_has_its_own_page():
    VacancyFactory()
    asked(1, "/lowongan/")
    asked(1, "/lowongan/?hal=2")
    asked(1, "/lowongan/", **{"HX-Request": "true", "HX-Target": "daftar"})


def changes():
    vacancy, employer, school = VacancyFactory(), EmployerFactory(), SchoolFactory()
    yield vacancy.save
    yield employer.save
    yield school.save
    yield lambda: vacancy.skills.add(SkillFactory())
    yield VacancyFactory
    yield vacancy.delete


def test_any_change_makes_it_old(committed):
    for change in changes():
        asked(1)
        asked(0)
        with committed():
            change()
    asked(1)


def test_what_was_rolled_back_changes_nothing():
    VacancyFactory()
    asked(1)
    VacancyFactory()  # never committed
    asked(0)


def test_a_page_made_while_something_changed_is_not_kept(committed, monkeypatch):
    """The token is read before the page is made: what changes meanwhile makes it old at once."""
    VacancyFactory(title="Kasir")
    made = cache._page

    def slowly(response):
        cache._new_token()
        return made(response)

    monkeypatch.setattr(cache, "_page", slowly)
    asked(1)
    asked(1)


def test_who_is_signed_in_never_gets_or_leaves_one(alumnus_user):
    VacancyFactory()
    kept = asked(1)
    own = asked(1, client=alumnus_user.client)
    assert "Meja saya" in own.content.decode()
    assert "ETag" not in own.headers
    assert asked(0).content == kept.content


def counted_again(client, url="/lowongan/"):
    """How often a visit counts what the filters would find; and how many the list says there are."""
    with CaptureQueriesContext(connection) as queries:
        page = client.get(url)
    return sum("rows_0" in query["sql"] for query in queries), page.context["listing"].count


def test_numbers_are_kept_for_everybody_until_something_changes(committed, alumnus_user):
    VacancyFactory()
    assert counted_again(alumnus_user.client) == (1, 1)
    assert counted_again(alumnus_user.client, "/lowongan/?urut=gaji&hal=2") == (0, 1)
    assert counted_again(alumnus_user.client, "/lowongan/?jenis=internship") == (1, 0)
    with committed():
        VacancyFactory()
    assert counted_again(alumnus_user.client) == (1, 2)


def test_numbers_of_one_are_not_anothers(alumnus_user):
    VacancyFactory(visibility=Visibility.ALL_BKK)
    assert counted_again(Client()) == (1, 0)
    assert counted_again(alumnus_user.client) == (1, 1)
    alumnus_user.alumnus.delete()
    assert counted_again(alumnus_user.client) == (1, 0)


def test_who_has_a_message_waiting_gets_it():
    VacancyFactory()
    asked(1)
    client = Client()
    client.cookies["messages"] = "x"
    asked(1, client=client)


@pytest.mark.parametrize("url", ["/masuk/", "/daftar/", "/privasi/", "/lowongan/tidak-ada/"])
def test_other_pages_are_not_kept(url):
    Client().get(url)
    assert cache.caches["pages"]._cache == {}


def test_a_form_with_a_token_is_never_kept(rf):
    from django.http import HttpResponse
    from django.middleware.csrf import get_token

    def view(request):
        get_token(request)
        response = HttpResponse("x")
        response.may_be_kept = True
        return response

    cache.StrangersPages(view)(rf.get("/lowongan/"))
    assert cache.caches["pages"]._cache == {}


def test_what_the_browser_has_is_not_sent_again():
    VacancyFactory()
    first = asked(1)
    again = asked(0, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "no-cache"
    assert {name.strip() for name in first["Vary"].split(",")} == {"Cookie", "Accept-Encoding", "HX-Request"}


def test_it_travels_small_to_who_can_unpack_it():
    VacancyFactory()
    plain = asked(1)
    small = asked(0, **{"Accept-Encoding": "gzip, br"})
    assert small["Content-Encoding"] == "br"
    assert brotli.decompress(small.content) == plain.content
    assert int(small["Content-Length"]) == len(small.content)


def test_its_policy_goes_along():
    asked(1)
    assert "script-src 'self'" in asked(0)["Content-Security-Policy"]


def test_a_post_to_a_kept_page_is_not_answered_from_it():
    asked(1)
    assert Client().post("/lowongan/").status_code == 405
