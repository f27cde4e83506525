"""The public list of vacancies, its search and its counts, beside SQL by hand and beside a bare view of 20 rows."""

import dataclasses
import gc
import os
import statistics

import brotli
from django.conf import settings
from django.core.cache import caches
from django.db import connection, reset_queries
from django.http import HttpResponse, QueryDict
from django.template import engines
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.urls import urlpatterns as portal
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.criteria import FilterRequest
from placements.vacancies.search.filters import NEWEST, VacancyFilter, find
from tests.bench._clock import milliseconds
from tests.bench._vacancy_sql import SHOWN, ByHand, search_by_hand
from tests.bench._vacancy_world import World

NAME = (
    "Daftar lowongan dan pencariannya (sasaran: halaman paling banyak 2 kali polos; jawaban paling banyak 2 kali SQL "
    "tulisan tangan, dengan hitungan 3 kali; halaman pertama sama cepat pada setiap ukuran)"
)
SIZES, LARGE = (1_000, 100_000), 1_000_000  # the last only with BENCH_LARGE=1 in the environment (bench --besar)
SUMMED = "provinsi"  # a part that is no query's: summed up from the regencies
RUNS, FEWEST, ENOUGH_MS = 25, 5, 1_000  # what takes long is measured less often
LINKED = (
    "EXISTS (SELECT 1 FROM placements_vacancy_konsentrasi l JOIN people_konsentrasi k ON k.id = l.konsentrasi_id "
    "WHERE l.vacancy_id = v.id AND k.program = 'Kuliner')"
)
IN_OETETE, PERMANENT = "v.village_id = '53.71.04.1008'", "v.kind = 'permanent'"


@dataclasses.dataclass(frozen=True)
class Case:
    label: str
    query: str
    by_hand: ByHand | None = None


CASES = [
    Case("daftar", "", ByHand()),
    Case("halaman 5", "hal=5"),
    Case("segera ditutup", "urut=tutup", ByHand(order="v.closes_on, v.id")),
    Case("gaji tertinggi", "urut=gaji", ByHand(order="v.pay_from DESC, v.id DESC")),
    Case("saring jurusan", "jurusan=p.Kuliner", ByHand(LINKED, own=(("jurusan", LINKED),))),
    Case("saring kelurahan", "tempat=53.71.04.1008", ByHand(IN_OETETE, own=(("tempat", IN_OETETE),))),
    Case(
        "saring tiga: jurusan, kelurahan, tetap",
        "jurusan=p.Kuliner&tempat=53.71.04.1008&jenis=permanent",
        ByHand(
            f"{LINKED} AND {IN_OETETE} AND {PERMANENT}",
            own=(("jurusan", LINKED), ("tempat", IN_OETETE), ("jenis", PERMANENT)),
        ),
    ),
    Case("cari: kasir", "q=kasir", search_by_hand("kasir", in_titles=True)),
    Case("cari: bekerja", "q=bekerja", search_by_hand("bekerja", in_titles=False)),
    Case("cari: selam (1 dari 1.000)", "q=selam", search_by_hand("selam", in_titles=False)),
    Case(
        "cari: teknisi jaringan komputer",
        "q=teknisi+jaringan+komputer",
        search_by_hand("teknisi jaringan komputer", in_titles=True),
    ),
    Case("cari: kasir, gaji tertinggi", "q=kasir&urut=gaji"),
    Case("cari: kasri (salah ketik)", "q=kasri"),
    Case("cari: tidak ada", "q=astronaut"),
]
ROWS = """<ul>{% for row in rows %}<li><a href="/lowongan/{{ row.pk }}/">{{ row.title }}</a> {{ row.employer.name }}
{{ row.closes_on|date:"j F Y" }}</li>{% endfor %}</ul>"""
BARE = engines["django"].from_string(f"<!DOCTYPE html><title>Lowongan</title>{ROWS}")
FRAMED = engines["django"].from_string(f"{{% extends 'base.html' %}}{{% block content %}}{ROWS}{{% endblock %}}")


def _rows():
    rows = Vacancy.objects.filter(status=VacancyStatus.PUBLISHED).select_related("employer")
    return {"rows": rows.order_by("-published_at", "-pk")[:20]}


@public
def bare(request):
    return HttpResponse(BARE.render(_rows(), request))


@public
def framed(request):
    return HttpResponse(FRAMED.render(_rows(), request))


# Pages of a clone where nobody has collected the static files yet.
UNCOLLECTED = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
KEEPS_PAGES = "bkk_portal.kit.web.cache.StrangersPages"
urlpatterns = [path("polos/", bare), path("polos-berbingkai/", framed), *portal]


def run():
    sizes = (*SIZES, LARGE) if os.environ.get("BENCH_LARGE") else SIZES
    storages, results, world = settings.STORAGES | {"staticfiles": UNCOLLECTED}, [], World()
    site = {"ROOT_URLCONF": __name__, "ALLOWED_HOSTS": ["*"], "SECURE_SSL_REDIRECT": False, "STORAGES": storages}
    site["MIDDLEWARE"] = [name for name in settings.MIDDLEWARE if name != KEEPS_PAGES]
    with override_settings(**site, PAGE_CACHE_SECONDS=0):
        for size in sizes:
            world.grow(size)
            results += _measured(size)
    return results


def _measured(size):
    caches["answers"].clear()  # copied rows tell nobody that they came
    plain = _page("/polos/")
    yield _line("polos: 20 baris, satu kueri", size, plain, plain)
    yield _line("polos, di dalam tata letak portal", size, _page("/polos-berbingkai/"), plain)
    for case in CASES:
        url = f"/lowongan/?{case.query}"
        with override_settings(PAGE_CACHE_SECONDS=300):  # answers, that is: whole pages are never kept here
            kept = _page(url)
        yield _line(case.label, size, _page(url), plain, kept, *_beside_sql(case))


def _beside_sql(case):
    """(p50 of SQL by hand for the rows, ours against it; the same with all counts)."""
    if case.by_hand is None or connection.vendor != "postgresql":
        return ()
    hand, number = case.by_hand, _found(case).counts.total
    assert _ours(case) == [row[0] for row in hand.rows(number)], f"{case.label}: SQL says otherwise"
    counted = _found(case).counts.numbers
    numbers = {(part, key): n for part, keys in counted.items() if part != SUMMED for key, n in keys.items()}
    assert numbers == hand.counts(), f"{case.label}: SQL counts otherwise"
    rows, found = _p50(lambda: hand.rows(number)), _found(case)
    both = _p50(lambda: (hand.rows(number), hand.counts()))
    return rows, _p50(lambda: _shown(found)) / rows, both, _p50(lambda: _shown(_found(case))) / both


def _found(case):
    rows = Vacancy.objects.visible_to(ANONYMOUS).open().order_by(*NEWEST)
    return find(VacancyFilter(QueryDict(case.query), queryset=rows, request=FilterRequest(ANONYMOUS)))


def _shown(found):
    return list(found.in_order(lambda rows: rows.as_cards())[:SHOWN])


def _ours(case):
    return [row[0] for row in _shown(_found(case))]


def _page(url):
    """(p50, p95 in milliseconds, queries, bytes of HTML after brotli) of an anonymous visit."""
    client = Client()
    client.get(url)
    reset_queries()  # the log is full of what filled the tables, and a full log counts nothing
    with CaptureQueriesContext(connection) as captured:
        page = client.get(url)
    assert page.status_code == 200, url
    queries = len(captured)  # now: the next request empties the log
    times = _times(lambda: client.get(url))
    size = len(brotli.compress(page.content, quality=5))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1], queries, size


def _p50(function):
    return statistics.median(_times(function))


def _times(function):
    """Milliseconds of work of each of RUNS calls, or of fewer when these take long."""
    function()
    gc.collect()
    times = []
    while len(times) < FEWEST or (len(times) < RUNS and sum(times) < ENOUGH_MS):
        started = milliseconds()
        function()
        times.append(milliseconds() - started)
    return times


def _line(label, size, page, plain, kept=(0.0,), sql=0.0, rows=0.0, both=0.0, counted=0.0):
    p50, p95, queries, weight = page
    return {
        "halaman": label,
        "lowongan": size,
        "kueri": queries,
        "p50 ms": p50,
        "p95 ms": p95,
        "kali polos": p50 / plain[0],
        "p50 disimpan": kept[0],
        "kali polos disimpan": kept[0] / plain[0],
        "byte (brotli)": weight,
        "SQL ms": sql,
        "kali SQL": rows,
        "SQL+hitungan ms": both,
        "kali SQL+hitungan": counted,
    }
