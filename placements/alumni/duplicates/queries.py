"""What makes two alumni records look like one person, beyond what stands on the person (people.duplicates)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Q, Window
from django.db.models.functions import Lower

from bkk_portal.people.enums import DuplicateReason
from bkk_portal.people.merging.duplicates import pairs_sharing, refresh
from bkk_portal.people.models import DuplicatePair, Person, PersonMerge
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.queries import DuplicatePairQuerySet, PersonQuerySet
    from placements.alumni.queries import AlumnusQuerySet


def find_alumni(people: PersonQuerySet) -> Iterator[tuple[int, int, DuplicateReason]]:
    """Same NIS in one class, same diploma, same name in one class while a birth date is missing."""
    alumni = Alumnus.objects.filter(person__in=people.values("pk")).order_by()
    of_class = ("school_id", "graduation_year")
    yield from _because(DuplicateReason.NIS, alumni.exclude(nis=""), *of_class, "nis")
    yield from _because(DuplicateReason.DIPLOMA, alumni.exclude(diploma_number=""), "school_id", "diploma_number")
    named = alumni.annotate(lower_name=Lower("person__name"))
    unknown = Count("pk", filter=Q(person__birth_date=None))
    by_name = Window(unknown, partition_by=[*map(F, of_class), F("lower_name")])
    undated = named.annotate(undated=by_name).filter(undated__gte=1)
    yield from _because(DuplicateReason.NAME_AND_YEAR, undated, *of_class, "lower_name")


def _because(reason: DuplicateReason, alumni: AlumnusQuerySet, *fields: Any) -> Iterator[Any]:
    return ((first, second, reason) for first, second in pairs_sharing(alumni, *fields, person="person_id"))


def refresh_school(school_id: int) -> tuple[int, int]:
    """(pairs new, pairs gone) among the alumni of one school."""
    return refresh(Person.objects.filter(pk__in=Alumnus.objects.filter(school_id=school_id).values("person_id")))


def pairs_of(actor: Actor) -> DuplicatePairQuerySet:
    """Pairs of which both are alumni of the actor's school."""
    people = Alumnus.objects.visible_to(actor).order_by().values("person_id")
    return DuplicatePair.objects.filter(first__in=people, second__in=people)


def merged_alumnus(actor: Actor, pk: int) -> Alumnus | None:
    """The actor's Alumnus that came of the pair `pk` once it was merged; None where it was not, or is not theirs."""
    pair = DuplicatePair.history.filter(id=pk).order_by("-history_date", "-history_id").first()
    if pair is None:
        return None
    people = {pair.first_id, pair.second_id}
    merges = PersonMerge.objects.filter(gone__in=people).values_list("gone", "kept_id")
    kept = {dict(merges).get(key, key) for key in people}
    return Alumnus.objects.visible_to(actor).filter(person__in=kept).first() if len(kept) == 1 else None
