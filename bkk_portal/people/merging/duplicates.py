"""Which records may be one person. Each finder looks for what is equal in the database; nobody is compared with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, groupby
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Count, F, Func, Q, TextField, Value, Window
from django.db.models.functions import Length
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.history import record_history
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import angka
from bkk_portal.people.enums import DUPLICATE_WEIGHTS, DuplicateReason
from bkk_portal.people.merging.actions import ONESELF
from bkk_portal.people.models import DuplicatePair, Person

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.queries import PersonQuerySet

MOST_ALIKE = 4  # a number that more people share says nothing: it is the school's telephone
MOST_COMPARED = 40  # with one name, born on one day: more than that, and the day is a placeholder of some list
SHORTEST_CORE = 6  # digits of a NISN between the zeros at its edges
LIKE = 0.86  # of two names, letter by letter
AT_NIGHT = 3  # the hour in which chores look through everybody
STRANGERS = "Salah satu orang ini bukan alumni sekolah Anda."


def find_people(people: PersonQuerySet) -> Iterator[tuple[int, int, DuplicateReason]]:
    """What stands on the person: NISN, telephone, e-mail, name with birth date."""
    core = Func(Func(F("nisn"), Value("0"), function="LTRIM"), Value("0"), function="RTRIM", output_field=TextField())
    numbered = people.exclude(nisn=None).annotate(core=core).annotate(length=Length("core"))
    yield from _because(DuplicateReason.NISN, pairs_sharing(numbered.filter(length__gte=SHORTEST_CORE), "core"))
    yield from _because(DuplicateReason.PHONE, pairs_sharing(people.exclude(phone=""), "phone"))
    yield from _because(DuplicateReason.EMAIL, pairs_sharing(people.exclude(email=""), "email"))
    yield from _by_birth(people)


def pairs_sharing(rows: models.QuerySet, *fields: Any, person: str = "pk") -> Iterator[tuple[int, int]]:
    """(primary key, primary key) of those who have all these fields alike, where at most four do. One query."""
    marked = rows.annotate(sharing=Window(Count("pk"), partition_by=[F(field) for field in fields]))
    found = marked.filter(sharing__gte=2, sharing__lte=MOST_ALIKE).order_by(*fields, person)
    for _, group in groupby(found.values_list(*fields, person), key=lambda row: row[:-1]):
        yield from combinations([row[-1] for row in group], 2)


def _because(reason: DuplicateReason, pairs: Iterator[Any]) -> Iterator[Any]:
    return ((first, second, reason) for first, second in pairs)


def _by_birth(people: PersonQuerySet) -> Iterator[tuple[int, int, DuplicateReason]]:
    """Born on one day, with names that are alike. Read in one go, a day at a time."""
    rows = people.exclude(birth_date=None).order_by("birth_date", "pk").values_list("birth_date", "pk", "name", "sex")
    for _, born in groupby(rows.iterator(chunk_size=2000), key=lambda row: row[0]):
        named = [Named(*row[1:]) for row in born]
        if len(named) > 1:
            yield from _alike(named)


class Named:
    def __init__(self, pk: int, name: str, sex: str) -> None:
        self.pk = pk
        self.sex = sex
        self.words = sorted("".join(filter(str.isalpha, word)).casefold() for word in name.split())
        self.bones = {bones(word) for word in self.words}


def bones(word: str) -> str:
    """What two spellings of one name have in common: "Yohanis" and "Yohannes" are both yns."""
    kept = [letter for letter in word[:1] + "".join(c for c in word[1:] if c not in "aeiouhy")]
    return "".join(letter for letter, _ in groupby(kept))


def _alike(born: list[Named]) -> Iterator[tuple[int, int, DuplicateReason]]:
    sharing = defaultdict(list)
    for one in born:
        for key in (tuple(one.words), *one.bones):
            sharing[key].append(one)
    seen = set()
    for group in sharing.values():
        for one, other in combinations(group, 2) if len(group) <= MOST_COMPARED else ():
            if (one.pk, other.pk) not in seen and (reason := _likeness(one, other)):
                seen.add((one.pk, other.pk))
                yield one.pk, other.pk, reason


def _likeness(one: Named, other: Named) -> DuplicateReason | None:
    if one.words == other.words:
        return DuplicateReason.NAME_AND_BIRTH
    if one.sex and other.sex and one.sex != other.sex:
        return None  # twins
    fewer = min(one.bones, other.bones, key=len)
    if len(fewer) > 1 and (fewer <= one.bones and fewer <= other.bones):
        return DuplicateReason.LIKE_NAME_AND_BIRTH
    ratio = SequenceMatcher(None, " ".join(one.words), " ".join(other.words), autojunk=False).ratio()
    return DuplicateReason.LIKE_NAME_AND_BIRTH if ratio >= LIKE else None


def refresh(people: PersonQuerySet) -> tuple[int, int]:
    """(pairs new, pairs gone) among a queryset of Person. What was decided stays decided; what a person put together
    by hand stays. One transaction; a fixed number of queries.
    """
    people = people.order_by()
    found = _found(people)
    with transaction.atomic():
        within = Q(first__in=people.values("pk"), second__in=people.values("pk"))
        known = {(pair.first_id, pair.second_id): pair for pair in DuplicatePair.objects.filter(within)}
        made = [_pair(*key, reasons) for key, reasons in found.items() if key not in known]
        DuplicatePair.objects.bulk_create(made, batch_size=500, ignore_conflicts=True)
        _change([_explained(pair, found[key]) for key, pair in known.items() if _differs(pair, found.get(key))])
        gone = [pair.pk for key, pair in known.items() if key not in found and _was_guessed(pair)]
        DuplicatePair.objects.filter(pk__in=gone).delete()
    return len(made), len(gone)


def _found(people: PersonQuerySet) -> dict[tuple[int, int], set[DuplicateReason]]:
    """{(smaller key, larger key): {DuplicateReason}}"""
    found = defaultdict(set)
    for entry in registry.duplicate_finders:
        for first, second, reason in entry.function(people):
            if first != second:
                found[min(first, second), max(first, second)].add(reason)
    return found


def _pair(first: int, second: int, reasons: set[DuplicateReason]) -> DuplicatePair:
    return _explained(DuplicatePair(first_id=first, second_id=second), reasons)


def _explained(pair: DuplicatePair, reasons: set[DuplicateReason]) -> DuplicatePair:
    """The strongest reason first."""
    pair.reasons = sorted(reasons, key=lambda reason: (-DUPLICATE_WEIGHTS[reason], reason))
    pair.weight = sum(DUPLICATE_WEIGHTS[reason] for reason in reasons)
    return pair


def _differs(pair: DuplicatePair, reasons: set[DuplicateReason] | None) -> bool:
    return reasons is not None and set(pair.reasons) != reasons


def _was_guessed(pair: DuplicatePair) -> bool:
    return pair.decided_at is None and DuplicateReason.HAND not in pair.reasons


def _change(pairs: list[Any]) -> None:
    DuplicatePair.objects.bulk_update(pairs, ["reasons", "weight"], batch_size=500)
    record_history(DuplicatePair, [pair.pk for pair in pairs], kind="~", reason="Dicari lagi")


def look_again(dry_run: bool) -> str:
    """Chore: everybody once a night; a school looks through its own whenever it likes."""
    hour = timezone.localtime().hour
    if hour != AT_NIGHT:
        return f"Catatan ganda dicari pukul {AT_NIGHT:02d}.00."
    if dry_run:
        return "Catatan ganda akan dicari di semua data orang."
    made, gone = refresh(Person.objects.all())
    return f"{angka(made)} kemungkinan catatan ganda ditemukan, {angka(gone)} tidak berlaku lagi."


def put_together(*, first: Person, second: Person, actor: Actor) -> DuplicatePair:
    """The pair of two people whom somebody takes for one, to be looked at side by side. `first`, `second`: Person."""
    if first.pk == second.pk:
        raise Refused(ONESELF)
    one, other = sorted((first.pk, second.pk))
    if Person.objects.visible_to(actor).filter(pk__in=[one, other]).count() < 2:
        raise Refused(STRANGERS)
    with transaction.atomic():
        pair = DuplicatePair.objects.select_for_update().filter(first_id=one, second_id=other).first()
        if pair is None:
            return _saved(_pair(one, other, {DuplicateReason.HAND}))
        if pair.decided_at:
            pair.decided_at = pair.decided_by = None
            pair.save()
    return pair


def _saved(pair: DuplicatePair) -> DuplicatePair:
    pair.save()
    return pair


def decide_different(*, pair: DuplicatePair, actor: Actor) -> DuplicatePair:
    """Not the same person: the pair is not shown again. AlreadyDone when that was said before."""
    with transaction.atomic():
        row = _open_to(pair, actor)
        if row.decided_at:
            raise AlreadyDone("Sudah ditandai bukan orang yang sama.")
        row.decided_at, row.decided_by_id = timezone.now(), actor.user_id
        row.save()
    return row


def ask_again(*, pair: DuplicatePair, actor: Actor) -> DuplicatePair:
    """Takes that back. AlreadyDone when it is being asked."""
    with transaction.atomic():
        row = _open_to(pair, actor)
        if not row.decided_at:
            raise AlreadyDone("Sudah ada di daftar yang perlu diperiksa.")
        row.decided_at = row.decided_by = None
        row.save()
    return row


def _open_to(pair: DuplicatePair, actor: Actor) -> DuplicatePair:
    row = DuplicatePair.objects.visible_to(actor).filter(pk=pair.pk).first()
    if row is None:
        raise Refused("Pasangan ini sudah tidak ada. Mungkin sudah disatukan.")
    return locked(row)
