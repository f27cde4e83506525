"""The figures, against a plain model of the same rules, and rule by rule."""

import dataclasses
import datetime

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from bkk_portal.people.enums import SpellKind
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.actions import cancel_placement
from placements.outcomes.bmw import BmwFigures, PublishedFigures, published
from tests.factories.alumni import AlumnusFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.people import SpellFactory
from tests.factories.schools import SchoolFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 31)
PRIORITY = ("working", "self_employed", "studying", "job_seeking", "training", "outside_labour_force", "internship")


def around(days):
    return DAY + datetime.timedelta(days=days)


def graduate(*kinds, **fields):
    alumnus = AlumnusFactory(**fields)
    for kind in kinds:
        SpellFactory(person=alumnus.person, kind=kind, since=DAY)
    return alumnus


def figures(**changes):
    """BmwFigures of everybody on the day, as {name: number} of what is not zero."""
    found = dataclasses.asdict(bmw.figures(Alumnus.objects.all(), DAY))
    return {name: number for name, number in found.items() if number}


# against a plain model

SPELLS = st.tuples(st.sampled_from(SpellKind.values), st.integers(-3, 3), st.none() | st.integers(0, 3))
GRADUATES = st.tuples(st.integers(0, 1), st.sampled_from(Tracing.values), st.lists(SPELLS, max_size=4))


def modelled(graduates):
    """What figures() must say of [(school, tracing, [(kind, first day, length)])], counted one by one."""
    counts = dict.fromkeys(("total", "answered", "overlapping", "untraceable", *PRIORITY), 0)
    for _, tracing, rows in graduates:
        kinds = {kind for kind, since, length in rows if since <= 0 and (length is None or since + length >= 0)}
        counts["total"] += 1
        if kinds:
            counts["answered"] += 1
            counts[next(kind for kind in PRIORITY if kind in kinds)] += 1
        elif tracing == Tracing.UNTRACEABLE:
            counts["untraceable"] += 1
        counts["overlapping"] += len(kinds & set(PRIORITY[:3])) > 1
    counts["other"] = sum(counts.pop(kind) for kind in ("training", "outside_labour_force", "internship"))
    return BmwFigures(seeking=counts.pop("job_seeking"), **counts)


@settings(max_examples=40)
@given(graduates=st.lists(GRADUATES, max_size=5))
def test_figures_equal_a_plain_count(graduates, db):
    with transaction.atomic():
        schools = [SchoolFactory(smkn1=True), SchoolFactory(smkn2=True)]
        for school, tracing, rows in graduates:
            person = AlumnusFactory(school=schools[school], tracing=tracing).person
            for kind, since, length in rows:
                until = None if length is None else around(since + length)
                SpellFactory(person=person, kind=kind, since=around(since), until=until)
        whole = bmw.figures(Alumnus.objects.all(), DAY)
        by_school = bmw.figures_by(Alumnus.objects.all(), "school_id", DAY)
        transaction.set_rollback(True)
    parts = {place: [row for row in graduates if row[0] == place] for place in (0, 1)}
    assert whole == modelled(graduates)
    assert by_school == {schools[place].pk: modelled(rows) for place, rows in parts.items() if rows}
    names = [field.name for field in dataclasses.fields(BmwFigures)]
    assert [sum(getattr(part, name) for part in by_school.values()) for name in names] == list(
        dataclasses.astuple(whole)
    )


# rule by rule


def test_nobody_is_nothing():
    assert bmw.figures(Alumnus.objects.all()) == BmwFigures()
    assert (BmwFigures().of_all, BmwFigures().of_answered) == (None, None)


@pytest.mark.parametrize(
    ("kinds", "counted"),
    [
        (["working", "self_employed", "studying"], "working"),
        (["self_employed", "studying"], "self_employed"),
        (["studying", "job_seeking"], "studying"),
        (["working", "job_seeking"], "working"),
        (["job_seeking", "training"], "seeking"),
        (["training", "outside_labour_force"], "other"),
    ],
)
def test_who_does_several_things_counts_once(kinds, counted):
    graduate(*kinds)
    overlap = {"overlapping": 1} if len(set(kinds) & set(PRIORITY[:3])) > 1 else {}
    assert figures() == {"total": 1, "answered": 1, counted: 1} | overlap


def test_the_same_thing_twice_is_no_overlap():
    graduate("working", "working")
    assert figures() == {"total": 1, "answered": 1, "working": 1}


def test_the_priority_is_a_setting(settings):
    settings.RULES = settings.RULES | {"bmw_priority": ("studying", "working", "self_employed")}
    graduate("working", "studying")
    assert figures() == {"total": 1, "answered": 1, "studying": 1, "overlapping": 1}


def test_both_denominators():
    for kinds in (["working"], ["studying"], ["job_seeking"], []):
        graduate(*kinds)
    found = bmw.figures(Alumnus.objects.all(), DAY)
    assert (found.bmw, found.of_all, round(found.of_answered, 1)) == (2, 50.0, 66.7)


def test_untraceable_is_counted_until_something_is_known():
    graduate(tracing=Tracing.UNTRACEABLE)
    graduate("working", tracing=Tracing.UNTRACEABLE)
    graduate(tracing=Tracing.TRACED)
    assert figures() == {"total": 3, "answered": 1, "working": 1, "untraceable": 1}


@pytest.mark.parametrize(("since", "until", "counts"), [(0, None, 1), (0, 0, 1), (-9, 0, 1), (-9, -1, 0), (1, None, 0)])
def test_the_cut_off_day_is_part_of_a_spell_that_begins_or_ends_on_it(since, until, counts):
    SpellFactory(person=AlumnusFactory().person, since=around(since), until=None if until is None else around(until))
    assert figures().get("working", 0) == counts


def test_the_day_is_today_unless_said():
    graduate("working")
    SpellFactory(person=AlumnusFactory().person, since=datetime.date(2099, 1, 1))
    assert bmw.figures(Alumnus.objects.all()).working == 1


def test_a_placement_that_was_cancelled_counts_on_no_day(coordinator):
    placement = PlacementFactory(starts_on=DAY, alumnus__school=coordinator.school)
    assert figures()["working"] == 1
    cancel_placement(placement=placement, reason="Tidak jadi", actor=coordinator.actor)
    assert figures() == {"total": 1}


def test_figures_by_class_and_by_konsentrasi():
    one = graduate("working", graduation_year=2024)
    graduate(graduation_year=2025, konsentrasi=None)
    everyone = Alumnus.objects.all()
    assert bmw.figures_by(everyone, "graduation_year", DAY) == {
        2024: BmwFigures(total=1, answered=1, working=1),
        2025: BmwFigures(total=1),
    }
    assert bmw.figures_by(everyone, "konsentrasi_id", DAY) == {
        one.konsentrasi_id: BmwFigures(total=1, answered=1, working=1),
        None: BmwFigures(total=1),
    }


def test_one_query_however_many(django_assert_num_queries):
    for kinds in (["working"], ["studying", "working"], []):
        graduate(*kinds)
    with django_assert_num_queries(1):
        bmw.figures(Alumnus.objects.all())
    with django_assert_num_queries(1):
        bmw.figures_by(Alumnus.objects.all(), "school_id")


# what is published of them


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({}, {"total": 0, "answered": 0, "working": 0, "self_employed": 0, "studying": 0}),
        ({"total": 4, "answered": 3, "working": 3}, {}),
        ({"total": 40, "answered": 4, "working": 4}, {"total": 40}),
        ({"total": 40, "answered": 20, "working": 2, "studying": 2, "seeking": 16}, {"total": 40, "answered": 20}),
        (
            {"total": 40, "answered": 40, "working": 20, "self_employed": 12, "studying": 3, "seeking": 5},
            {"total": 40, "answered": 40, "working": 20, "of_all": 87.5, "of_answered": 87.5},
        ),
        (
            {"total": 40, "answered": 40, "working": 20, "self_employed": 2, "studying": 3, "seeking": 15},
            {"total": 40, "answered": 40, "working": 20, "of_all": 62.5, "of_answered": 62.5},
        ),
        (
            {"total": 40, "answered": 20, "working": 10, "studying": 5, "seeking": 5},
            {
                "total": 40,
                "answered": 20,
                "working": 10,
                "self_employed": 0,
                "studying": 5,
                "of_all": 37.5,
                "of_answered": 75.0,
            },
        ),
    ],
)
def test_published_hides_what_tells_of_fewer_than_five(counts, shown):
    """Also the share that would tell it, and the part that could be worked out from the rest."""
    assert published(BmwFigures(**counts)) == PublishedFigures(**shown)
