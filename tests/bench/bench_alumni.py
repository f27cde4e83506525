"""The coordinator's alumni list with filters, 100,000 alumni in one BKK, beside SQL by hand for the same rows."""

import dataclasses
import datetime as dt
import statistics
import time

from django.db import connection, reset_queries
from django.http import QueryDict
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import ConsentPurpose, Role
from bkk_portal.accounts.models import Consent, User
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Konsentrasi, Person
from placements.alumni.enums import Tracing
from placements.alumni.lists.filters import AlumnusFilter
from placements.alumni.lists.selection import OfActor
from placements.alumni.models import Alumnus
from placements.alumni.views import ORDER
from placements.schools.models import School, SchoolMembership
from tests.bench._copies import analyze

NAME = "Daftar alumni dengan saringan, 100.000 alumni satu BKK (sasaran: paling banyak 2 kali SQL tulisan tangan)"
ROWS, YEARS, SHOWN, TIMES = 100_000, 20, 20, 15
FIRST = ["Maria", "Yohanes", "Kristina", "Petrus", "Novita", "Andreas", "Yuliana", "Simon", "Regina", "Melkianus"]
LAST = ["Nenobais", "Tefa", "Banunaek", "Lay", "Benu", "Fanggidae", "Saba", "Kolloh", "Rihi", "Tnunay", "Bessie"]
FOUND = """
    SELECT a.id, p.id, p.name, p.nisn, a.graduation_year, k.name, a.tracing FROM placements_alumnus a
    JOIN people_person p ON p.id = a.person_id LEFT JOIN people_konsentrasi k ON k.id = a.konsentrasi_id
    WHERE a.school_id = %s AND {where} ORDER BY a.graduation_year DESC, p.name, a.id LIMIT 21"""
COUNTED = """
    SELECT COUNT(*) FROM (SELECT 1 FROM placements_alumnus a JOIN people_person p ON p.id = a.person_id
    WHERE a.school_id = %s AND {where} LIMIT 1001) AS found"""
DOING = """
    SELECT person_id, kind, organisation FROM people_activityspell
    WHERE person_id IN ({marks}) AND since <= %s AND (until IS NULL OR until >= %s) ORDER BY since DESC, id DESC"""
CHOICES = (  # what the filters offer
    "SELECT id, name, edition FROM people_konsentrasi WHERE id IN "
    "(SELECT DISTINCT konsentrasi_id FROM placements_alumnus WHERE school_id = %s) ORDER BY edition DESC, name",
    "SELECT DISTINCT graduation_year FROM placements_alumnus WHERE school_id = %s ORDER BY 1 DESC",
)
WORKING = (
    "EXISTS (SELECT 1 FROM people_activityspell s WHERE s.person_id = a.person_id AND s.kind = 'working' "
    "AND s.since <= CURRENT_DATE AND (s.until IS NULL OR s.until >= CURRENT_DATE))"
)


@dataclasses.dataclass(frozen=True)
class Case:
    label: str
    query: str
    where: str = "1 = 1"


CASES = [
    Case("daftar", ""),
    Case("halaman 5", "hal=5"),
    Case("tahun", "tahun=2020", "a.graduation_year = 2020"),
    Case("tidak terlacak", "penelusuran=untraceable", "a.tracing = 'untraceable'"),
    Case("nama", "q=novita+rihi", "lower(p.name) LIKE '%%novita%%' AND lower(p.name) LIKE '%%rihi%%'"),
    Case("NISN", "q=0000077777", "p.nisn = '0000077777'"),
    Case("bekerja", "kegiatan=working", WORKING),
    Case("tanpa akun, ada surel", "akun=belum&kontak=surel", "p.user_id IS NULL AND p.email <> ''"),
    Case(
        "tahun, bekerja, tanpa akun",
        "tahun=2020&kegiatan=working&akun=belum",
        f"a.graduation_year = 2020 AND p.user_id IS NULL AND {WORKING}",
    ),
]


def run():
    school, client, actor = _world()
    with override_settings(ALLOWED_HOSTS=["*"], SECURE_SSL_REDIRECT=False, STORAGES=_plain_files()):
        return [_measured(case, school, client, actor) for case in CASES]


def _plain_files():
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    return {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}, "staticfiles": plain}


def _world():
    school = School.objects.get(npsn="50304998")
    user = User.objects.create_user(name="Ukur", email="ukur@contoh.test")
    Consent.objects.create(user=user, purpose=ConsentPurpose.STAFF, version="ukur", wording="ukur")
    SchoolMembership.objects.create(user=user, school=school)
    _people(school, list(Konsentrasi.objects.filter(edition=2022).order_by("pk")[:12]))
    analyze()
    client = Client()
    client.force_login(user)
    return school, client, Actor(role=Role.SCHOOL_COORDINATOR, user_id=user.pk, school_id=school.pk)


def _people(school, konsentrasi):
    for start in range(0, ROWS, 5_000):
        people = Person.objects.bulk_create(map(_person, range(start, start + 5_000)))
        numbered = list(enumerate(people, start))
        Alumnus.objects.bulk_create(
            Alumnus(
                person=person,
                school=school,
                konsentrasi=konsentrasi[number % len(konsentrasi)],
                graduation_year=2026 - number % YEARS,
                tracing=Tracing.values[number % 3],
            )
            for number, person in numbered
        )
        ActivitySpell.objects.bulk_create(_spell(number, person) for number, person in numbered if number % 4)


def _person(number):
    name = f"{FIRST[number % 10]} {LAST[number // 10 % 11]} {number // 110}"
    return Person(name=name, nisn=f"{number:010d}", email=f"a{number}@contoh.test" if number % 2 else "")


def _spell(number, person):
    kind = (SpellKind.JOB_SEEKING, SpellKind.WORKING, SpellKind.STUDYING, SpellKind.SELF_EMPLOYED)[number % 4]
    return ActivitySpell(person=person, kind=kind, since=dt.date(2024, 1, 1), source=SpellSource.BKK)


def _measured(case, school, client, actor):
    url = f"/bkk/alumni/?{case.query}"
    assert client.get(url).status_code == 200, url
    line = {"halaman": case.label, "p50 ms": _p50(lambda: client.get(url)), "kueri": _queries(client, url)}
    if "hal=" in case.query:
        return line | {"SQL ms": 0.0, "ORM ms": 0.0, "kali": 0.0}
    ours, by_hand = _ours(case, actor), _by_hand(case, school)
    assert ours == by_hand, f"{case.label}: SQL says otherwise"
    sql, orm = _p50(lambda: _by_hand(case, school)), _p50(lambda: _ours(case, actor))
    return line | {"SQL ms": sql, "ORM ms": orm, "kali": orm / sql}


def _queries(client, url):
    reset_queries()  # the log is full of what filled the tables, and a full log counts nothing
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def _ours(case, actor):
    alumni = Alumnus.objects.visible_to(actor)
    filters = AlumnusFilter(QueryDict(case.query), queryset=alumni, request=OfActor(actor))
    rows = list(filters.qs.order_by(*ORDER).for_list()[: SHOWN + 1])
    choices = list(filters.form["konsentrasi"].field.choices), list(filters.form["tahun"].field.choices)
    return [row.pk for row in rows], filters.qs.order_by()[:1001].count(), [len(part) - 1 for part in choices]


def _by_hand(case, school):
    with connection.cursor() as cursor:
        cursor.execute(FOUND.format(where=case.where), [school.pk])
        rows = cursor.fetchall()
        cursor.execute(COUNTED.format(where=case.where), [school.pk])
        count, today = cursor.fetchone()[0], timezone.localdate()
        choices = [len(_fetched(cursor, question, school.pk)) for question in CHOICES]
        if rows:
            marks = ", ".join(["%s"] * len(rows))
            cursor.execute(DOING.format(marks=marks), [*(row[1] for row in rows), today, today])
            cursor.fetchall()
    return [row[0] for row in rows], count, choices


def _fetched(cursor, question, key):
    cursor.execute(question, [key])
    return cursor.fetchall()


def _p50(work):
    """Milliseconds."""
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)
