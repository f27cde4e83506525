"""Fit both ways: the ranked lists beside the same answer in hand-written SQL, and the pages around them."""

import dataclasses
import os
import statistics

from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.models import User
from placements.alumni.models import Alumnus
from placements.matching.fit import pools, ranking
from placements.matching.fit.facts import seekers_of, wish_of
from placements.matching.models import FitWeights
from placements.schools.models import ForumMembership, SchoolMembership
from placements.vacancies.models import Vacancy
from tests.bench._clock import milliseconds
from tests.bench._copies import BASE, TEMPLATES, analyze
from tests.bench._fit_sql import SHOWN, alumni_by_hand, vacancies_by_hand
from tests.bench._fit_world import World

NAME = "Kecocokan dua arah (sasaran: paling banyak 2 kali SQL tulisan tangan, sama cepat pada setiap ukuran)"
SIZES, LARGE = (1_000, 100_000), 1_000_000  # the last only with BENCH_LARGE=1 in the environment
RUNS = 30
PERSON = TEMPLATES + 3  # who named three skills
# Pages of a clone where nobody has collected the static files yet.
UNCOLLECTED = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def run():
    sizes = (*SIZES, LARGE) if os.environ.get("BENCH_LARGE") else SIZES
    storages, results, world = settings.STORAGES | {"staticfiles": UNCOLLECTED}, [], World()
    with override_settings(ALLOWED_HOSTS=["*"], SECURE_SSL_REDIRECT=False, STORAGES=storages, STAFF_MFA_REQUIRED=False):
        seats = _seats()
        for size in sizes:
            world.grow_vacancies(size)
            world.grow_alumni(size)
            analyze()
            results += [*_for_a_person(size, seats), *_for_a_vacancy(size, seats)]
    return results


def _seats():
    """{what: signed-in client} of an alumnus, of the coordinator of the first school, of the forum."""
    coordinator = User.objects.create_user(name="Koordinator", email="ukur-bkk@contoh.test")
    chair = User.objects.create_user(name="Ketua", email="ukur-forum@contoh.test")
    SchoolMembership.objects.create(user=coordinator, school_id=BASE - 1, started_on="2026-01-01")
    ForumMembership.objects.create(user=chair, regency_id="53.71", started_on="2026-01-01")
    users = {"saya": User.objects.get(pk=PERSON), "bkk": coordinator, "forum": chair}
    return {name: _client(user) for name, user in users.items()}


def _client(user):
    client = Client()
    client.force_login(user)
    return client


def _for_a_person(size, seats):
    weights, seeker = FitWeights.objects.current(), seekers_of([PERSON])[PERSON]
    actor = Actor(role=Role.PERSON, person_id=PERSON)

    def ranked():
        rows = Vacancy.objects.visible_to(actor).open().filter(is_overseas=False)
        return list(ranking.ranked_vacancies(rows, seeker, weights).values_list("pk", "fit_points")[:SHOWN])

    yield from _beside_sql("lowongan untuk alumni", size, ranked, lambda: vacancies_by_hand(seeker, weights))
    yield _page("halaman /saya/cocok/", size, seats["saya"], "/saya/cocok/")


def _for_a_vacancy(size, seats):
    vacancy, weights = Vacancy.objects.get(pk=TEMPLATES + 4), FitWeights.objects.current()
    wish, school_id = wish_of(vacancy), BASE
    own, everyone = Alumnus.objects.filter(school_id=school_id), pools.alumni_of(Actor(role=Role.FORUM_CHAIR))

    def ranked():
        return list(ranking.ranked_alumni(own, wish, weights).values_list("pk", "fit_points")[:SHOWN])

    def findable():
        rows = ranking.ranked_alumni(everyone, wish, weights, everywhere=True)
        return list(rows.values_list("pk", "fit_points")[:SHOWN])

    yield from _beside_sql("alumni untuk lowongan", size, ranked, lambda: alumni_by_hand(wish, weights, school_id))
    yield _line("alumni yang setuju, semua sekolah", size, _timed(findable))
    SchoolMembership.objects.filter(user__email="ukur-bkk@contoh.test").update(school_id=school_id)
    yield _page("halaman BKK", size, seats["bkk"], f"/bkk/lowongan/{vacancy.pk}/cocok/")
    yield _page("halaman forum", size, seats["forum"], f"/forum/lowongan/{vacancy.pk}/cocok/")


def _beside_sql(label, size, ranked, by_hand):
    assert ranked() == by_hand(), f"{label}: SQL says otherwise"
    hand = _timed(by_hand)
    yield _line(f"SQL: {label}", size, hand, hand)
    yield _line(label, size, _timed(ranked), hand)


def _page(label, size, client, url):
    def visit():
        page = client.get(url)
        assert page.status_code == 200, f"{url}: {page.status_code}"

    return _line(label, size, _timed(visit))


@dataclasses.dataclass
class Timing:
    """Milliseconds: the whole, and what of it the database took; `queries` of one run."""

    whole: list = dataclasses.field(default_factory=list)
    database: list = dataclasses.field(default_factory=list)
    queries: int = 0

    def ask(self, execute, sql, params, many, context):
        started = milliseconds()
        try:
            return execute(sql, params, many, context)
        finally:
            self.database[-1] += milliseconds() - started
            self.queries += 1


def _timed(function):
    function()
    timing = Timing()
    for _ in range(RUNS):
        timing.database.append(0.0)
        timing.queries = 0
        started = milliseconds()
        with connection.execute_wrapper(timing.ask):
            function()
        timing.whole.append(milliseconds() - started)
    return timing


def _line(label, size, timing, hand=None):
    whole, database = statistics.median(timing.whole), statistics.median(timing.database)
    return {
        "apa": label,
        "baris": size,
        "kueri": timing.queries,
        "p50 ms": whole,
        "p95 ms": statistics.quantiles(timing.whole, n=20)[-1],
        "basis data ms": database,
        "kali SQL": whole / statistics.median(hand.whole) if hand else 0.0,
        "basis data kali SQL": database / statistics.median(hand.database) if hand else 0.0,
    }
