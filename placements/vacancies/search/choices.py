"""The choices of the public list's filters: what each means to the database and what it is called."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.kit.web.cache import remembered
from bkk_portal.people.enums import Education
from bkk_portal.people.models import Konsentrasi
from bkk_portal.regions.models import Province, Regency, Village
from bkk_portal.regions.reference import KUPANG
from placements.alumni.models import Alumnus
from placements.schools.models import School
from placements.vacancies.enums import VacancyKind

if TYPE_CHECKING:
    from django.db.backends.base.operations import BaseDatabaseOperations

    from bkk_portal.accounts.actor import Actor

HOME = KUPANG[:2]
ELSEWHERE, ABROAD = "luar", "ln"
PAY_STEPS = (1_500_000, 2_000_000, 2_500_000, 3_000_000, 4_000_000, 5_000_000)
NEW_DAYS = 7
KEPT = 300  # seconds: regions and the spectrum change once in years
PLACES_BY_LENGTH = {2: "province", len(KUPANG): "regency"}
SPECTRUM = {"b": "field", "p": "program", "k": "name"}  # what a choice of jurusan begins with
TICKS = {
    "tanpa_pengalaman": "Tanpa pengalaman",
    "tanpa_gelar": "Tanpa gelar (cukup SMA/SMK)",
    "difabel": "Terbuka untuk penyandang disabilitas",
    "minggu_ini": "Baru minggu ini",
    "segera": "Segera ditutup",
}


def tick_conditions() -> dict[str, models.Q]:
    """{tick: the condition on a vacancy}; of today, so worked out anew each time."""
    return {
        "tanpa_pengalaman": Q(experience_months=0),
        "tanpa_gelar": Q(education__lte=Education.SMA_SMK),
        "difabel": Q(disability_friendly=True),
        "minggu_ini": Q(published_at__gte=_new_since()),
        "segera": Q(closes_on__lte=_soon()),
    }


def tick_sql(name: str, ops: BaseDatabaseOperations) -> tuple[str, list[str | None]]:
    """The same condition of one tick as (SQL, parameters), for a database with these `ops`."""
    return {
        "tanpa_pengalaman": ("experience_months = 0", []),
        "tanpa_gelar": (f"education <= {Education.SMA_SMK.value}", []),
        "difabel": ("disability_friendly", []),
        "minggu_ini": ("published_at >= %s", [ops.adapt_datetimefield_value(_new_since())]),
        "segera": ("closes_on <= %s", [ops.adapt_datefield_value(_soon())]),
    }[name]


def _new_since() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=NEW_DAYS)


def _soon() -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=settings.RULES["closing_soon_days"])


def kind_of_place(code: str) -> str:
    """What a choice of place names: "province", "regency", "village", ELSEWHERE or ABROAD."""
    return code if code in (ELSEWHERE, ABROAD) else PLACES_BY_LENGTH.get(len(code), "village")


@remembered(KEPT)
def spectrum() -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """[(bidang, [(program, [konsentrasi])])] of the spectrum in force, by name."""
    rows = Konsentrasi.objects.filter(edition=2022).order_by("field", "program", "name")
    grouped: dict[str, dict[str, list[str]]] = {}
    for field, program, name in rows.values_list("field", "program", "name"):
        grouped.setdefault(field, {}).setdefault(program, []).append(name)
    return [(field, list(programs.items())) for field, programs in grouped.items()]


@remembered(KEPT)
def konsentrasi() -> dict[int, list[str]]:
    """{primary key: (field, program, name)} of every edition: a vacancy may name one of an earlier spectrum."""
    return {pk: names for pk, *names in Konsentrasi.objects.values_list("pk", *SPECTRUM.values())}


def konsentrasi_of(jurusan: str) -> list[int]:
    """The primary keys that a choice of jurusan stands for."""
    level, name = jurusan.split(".", 1)
    place = list(SPECTRUM).index(level)
    return [pk for pk, names in konsentrasi().items() if names[place] == name]


@remembered(KEPT)
def jurusan() -> list[tuple[str, list[tuple[str, str]]]]:
    """Under each bidang: all of it, its programs, and under each program its konsentrasi."""
    return [(field, [(f"b.{field}", f"Semua {field}"), *_programs(programs)]) for field, programs in spectrum()]


def _programs(programs: list[tuple[str, list[str]]]) -> Iterator[tuple[str, str]]:
    for program, names in programs:
        yield f"p.{program}", program
        yield from ((f"k.{name}", name) for name in names if name != program)


def name_of_jurusan(value: str) -> str:
    """Kuliner, of p.Kuliner."""
    return value.split(".", 1)[1]


@remembered(KEPT)
def places() -> list[tuple[str, list[tuple[str, str]]]]:
    """Regencies of the home province, the kelurahan of the home city by kecamatan, and the provinces elsewhere."""
    regencies = Regency.objects.filter(province_id=HOME).order_by("code").values_list("code", "name")
    province = Province.objects.filter(code=HOME).values_list("code", "name")
    grouped = {"Kabupaten/kota": [*((code, f"Semua {name}") for code, name in province), *regencies]}
    villages = Village.objects.filter(district__regency_id=KUPANG).order_by("district__name", "name")
    for code, name, district in villages.values_list("code", "name", "district__name"):
        grouped.setdefault(f"Kec. {district}", []).append((code, name))
    others = Province.objects.exclude(code=HOME).order_by("name").values_list("code", "name")
    grouped["Di luar provinsi"] = [(ELSEWHERE, "Semua di luar provinsi"), *others, (ABROAD, "Luar negeri")]
    return list(grouped.items())


@remembered(KEPT)
def regencies_elsewhere() -> dict[str, list[tuple[str, str]]]:
    """{province: [(code, name)]} of every other province: shown once one of it is chosen."""
    rows = Regency.objects.exclude(province_id=HOME).order_by("code").values_list("province_id", "code", "name")
    return {
        province: [(code, name) for _, code, name in group]
        for province, group in itertools.groupby(rows, lambda row: row[0])
    }


def known_places() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every choice there is, also those that are not always shown."""
    return [*places(), *regencies_elsewhere().items()]


@functools.cache
def kinds() -> list[tuple[str, str]]:
    return VacancyKind.choices


@functools.cache
def pays() -> list[tuple[str, str]]:
    return [(str(amount), f"mulai Rp {amount / 1_000_000:g} juta".replace(".", ",")) for amount in PAY_STEPS]


@functools.cache
def schooling() -> list[tuple[str, str]]:
    """What a seeker has: a vacancy that asks for no more is shown."""
    return [(str(Education.NONE.value), "Belum punya ijazah"), *((str(v), name) for v, name in Education.choices[1:])]


def schools_for(actor: Actor, npsn: str) -> list[tuple[str, str, int]]:
    """[(NPSN, name, primary key)]: the schools of who looks at the list, and the one that the URL names."""
    wanted = Q(npsn=npsn) if npsn else Q()
    if actor and actor.school_id:
        wanted |= Q(pk=actor.school_id)
    if actor and actor.person_id:
        wanted |= Q(pk__in=Alumnus.objects.filter(person_id=actor.person_id).order_by().values("school_id"))
    if not wanted:
        return []
    return list(School.objects.filter(wanted).order_by("name").values_list("npsn", "name", "pk"))
