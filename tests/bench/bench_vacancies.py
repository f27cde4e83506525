"""The public list of vacancies and its search, beside a bare view of 20 rows from one query."""

import datetime as dt
import gc
import time

import brotli
from django.conf import settings
from django.db import connection, reset_queries
from django.http import HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import timezone

from bkk_portal.accounts.access import public
from bkk_portal.accounts.models import User
from bkk_portal.people.models import Konsentrasi, Skill
from bkk_portal.regions.models import Village
from bkk_portal.regions.reference import KUPANG
from bkk_portal.urls import urlpatterns as portal
from placements.demo.vacancies import JOBS
from placements.employers.models import Employer
from placements.schools.models import School
from placements.vacancies import search
from placements.vacancies.enums import VacancyKind, VacancyStatus, Visibility
from placements.vacancies.models import Vacancy

NAME = "Daftar lowongan dan pencariannya (sasaran: paling banyak 2 kali polos, sama cepat pada 1.000 dan 100.000)"
SIZES = (1_000, 100_000)
RUNS = 40
BATCH = 5_000
PAGES = [
    ("polos: 20 baris, satu kueri", "/polos/"),
    ("polos, di dalam tata letak portal", "/polos-berbingkai/"),
    ("daftar", "/lowongan/"),
    ("halaman 5", "/lowongan/?hal=5"),
    ("segera ditutup", "/lowongan/?urut=tutup"),
    ("gaji tertinggi", "/lowongan/?urut=gaji"),
    ("saring jurusan", "/lowongan/?program=Kuliner"),
    ("saring kelurahan", "/lowongan/?tempat=53.71.04.1008"),
    ("cari: las", "/lowongan/?q=las"),
    ("cari: bekerja", "/lowongan/?q=bekerja"),
    ("cari: teknisi jaringan komputer", "/lowongan/?q=teknisi+jaringan+komputer"),
    ("cari: kasir, gaji tertinggi", "/lowongan/?q=kasir&urut=gaji"),
    ("cari: tidak ada", "/lowongan/?q=astronaut"),
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
urlpatterns = [path("polos/", bare), path("polos-berbingkai/", framed), *portal]


def run():
    results = []
    storages = settings.STORAGES | {"staticfiles": UNCOLLECTED}
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECURE_SSL_REDIRECT=False, STORAGES=storages):
        for size in SIZES:
            _fill_to(size)
            results += _measured(size)
    return results


def _measured(size):
    pages = [(label, url, *_timed(url)) for label, url in PAGES]
    plain = pages[0][2]
    return [
        {
            "halaman": label,
            "lowongan": size,
            "kueri": queries,
            "ms (tercepat)": milliseconds,
            "kali polos": milliseconds / plain,
            "byte (brotli)": size_of_page,
        }
        for label, _, milliseconds, queries, size_of_page in pages
    ]


def _timed(url):
    """Milliseconds of the quickest anonymous visit, its queries, and its HTML's bytes after brotli.

    The quickest, because the machine does other things as well: they only ever make a visit slower.
    """
    client = Client()
    client.get(url)
    reset_queries()  # the log is full of what filled the tables, and a full log counts nothing
    with CaptureQueriesContext(connection) as captured:
        page = client.get(url)
    assert page.status_code == 200, url
    queries = len(captured)  # now: the next request empties the log
    gc.collect()
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        client.get(url)
        times.append((time.perf_counter() - started) * 1000)
    return min(times), queries, len(brotli.compress(page.content, quality=5))


def _fill_to(size):
    """Vacancies up to that number: 60 of 100 open for everyone, 5 for alumni only, 5 drafts, 30 closed."""
    world = _world()
    present = Vacancy.objects.count()
    for start in range(present, size, BATCH):
        _add(range(start, min(start + BATCH, size)), world)
    search.INDEX.tidy()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _world():
    user = User.objects.filter(email="ukur@contoh.test").first() or User.objects.create_user(
        name="Ukur", email="ukur@contoh.test"
    )
    names = {name for job in JOBS for name in job[4]}
    return {
        "user": user,
        "school": School.objects.order_by("pk").first(),
        "villages": list(Village.objects.order_by("code")),
        "employers": _employers(),
        "konsentrasi": {row.name: row for row in Konsentrasi.objects.filter(edition=2022, name__in=names)},
        "skills": {row.name: row for row in Skill.objects.all()},
    }


def _employers():
    wanted = [Employer(name=f"Usaha Contoh {number}", regency_id=KUPANG) for number in range(2_000)]
    return list(Employer.objects.order_by("pk")) or Employer.objects.bulk_create(wanted)


def _add(numbers, world):
    rows = Vacancy.objects.bulk_create([_vacancy(number, world) for number in numbers], batch_size=500)
    jobs = [JOBS[number % len(JOBS)] for number in numbers]
    links, skill_links = [], []
    for row, job in zip(rows, jobs, strict=True):
        links += [
            Vacancy.konsentrasi.through(vacancy=row, konsentrasi=world["konsentrasi"][name])
            for name in job[4]
            if name in world["konsentrasi"]
        ]
        skill_links += [Vacancy.skills.through(vacancy=row, skill=world["skills"][name]) for name in job[5]]
    Vacancy.konsentrasi.through.objects.bulk_create(links, batch_size=2_000)
    Vacancy.skills.through.objects.bulk_create(skill_links, batch_size=2_000)
    search.rebuild(Vacancy.objects.filter(pk__in=[row.pk for row in rows]), tidy=False)


def _vacancy(number, world):
    title, _, low, high, _, _, description = JOBS[number % len(JOBS)]
    today, share = timezone.localdate(), number * 37 % 100
    closed, draft = share >= 70, 65 <= share < 70
    return Vacancy(
        employer=world["employers"][number * 7 % len(world["employers"])],
        title=f"{title} {number % 50}" if number % 3 else title,
        description=description,
        kind=VacancyKind.values[number % 5],
        opens_on=today - dt.timedelta(days=40),
        closes_on=today - dt.timedelta(days=5) if closed else today + dt.timedelta(days=number % 60),
        pay_min=(low + number % 9) * 100_000,
        pay_max=(high + number % 9) * 100_000,
        regency_id=KUPANG,
        village=world["villages"][number * 11 % len(world["villages"])],
        school=world["school"],
        created_by=world["user"],
        visibility=Visibility.ALL_BKK if 60 <= share < 65 else Visibility.EVERYONE,
        status=VacancyStatus.CLOSED if closed else VacancyStatus.DRAFT if draft else VacancyStatus.PUBLISHED,
        published_at=None if draft else timezone.now() - dt.timedelta(minutes=number * 13 % 57_600),
        closed_at=timezone.now() if closed else None,
        close_reason="Masa berlaku habis" if closed else "",
    )
