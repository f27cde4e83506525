"""Alumni who were written down twice, and two who only look like it."""

import copy
import datetime as dt

from bkk_portal.people.enums import DuplicateReason, SpellKind, SpellSource
from bkk_portal.people.merging.duplicates import refresh
from bkk_portal.people.models import ActivitySpell, DuplicatePair, Person
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.schools.models import SchoolMembership

SCHOOLS = ("50304998", "50304997")


def demo_duplicates(city):
    """After the alumni and all that hangs on them."""
    for npsn in SCHOOLS:
        chosen = list(_plain(npsn))
        for alumnus, change in zip(chosen, (_zeros_lost, _spelled_otherwise, _no_birth_date), strict=False):
            _twice(city, alumnus, change)
        _siblings(*chosen[3:5])
    refresh(Person.objects.all())
    _told_apart(city)


def _plain(npsn):
    """Some who are traced and have no account."""
    rows = Alumnus.objects.filter(school__npsn=npsn, person__user=None, tracing=Tracing.TRACED, applications=None)
    return rows.select_related("person", "school").order_by("-graduation_year", "pk")[:5]


def _twice(city, alumnus, change):
    """The same alumnus as a list from another year has it: less is known, one thing is written differently."""
    person = copy.copy(alumnus.person)
    person.pk, person.nik_cipher, person.nik_hash, person.nisn = None, "", None, None
    person.address = person.rt = person.rw = ""
    change(person, alumnus.person)
    person.save(force_insert=True)
    Alumnus.objects.create(
        person=person,
        school=alumnus.school,
        konsentrasi=alumnus.konsentrasi,
        graduation_year=alumnus.graduation_year,
        diploma_number=f"DN-24/M-SMK/{alumnus.pk:07d}",
    )
    since = dt.date(alumnus.graduation_year, 7, 1)
    kind, place = SpellKind.WORKING, "Toko Rukun Jaya"
    ActivitySpell.objects.create(person=person, kind=kind, since=since, organisation=place, source=SpellSource.BKK)


def _zeros_lost(person, known):
    person.nisn = known.nisn.lstrip("0").ljust(10, "0")
    person.phone = ""


def _spelled_otherwise(person, known):
    first, *rest = known.name.split()
    person.name = " ".join([first[:-2] + "is" if first.endswith("es") else f"{first}h", *rest])


def _no_birth_date(person, known):
    person.birth_date, person.phone = None, ""


def _siblings(one, other):
    """Who share the telephone of their house."""
    other.person.phone = one.person.phone
    other.person.save()


def _told_apart(city):
    pairs = DuplicatePair.objects.filter(reasons=[DuplicateReason.PHONE]).order_by("pk")
    for pair in pairs:
        member = SchoolMembership.objects.filter(school__alumni__person=pair.first_id).order_by("pk").first()
        if member:
            pair.decided_at, pair.decided_by = city.at(city.days_ago(9)), member.user
            pair.save()
