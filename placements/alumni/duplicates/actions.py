"""A BKK joins two records of one of its alumni. What hangs on the person moves in people.merging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.merging.actions import MERGED, ONESELF, PERSON_CHOICES, has_any, merge_people
from placements.alumni import rules
from placements.alumni.actions import OTHER_SCHOOL
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person

BOTH_SHARED = (
    "Keduanya juga alumni sekolah lain, jadi bukan hanya sekolah Anda yang memutuskan. Hubungi pengelola portal."
)
CHANGED = "Data salah satu alumni ini sudah diubah sejak halaman dibuka. Belum ada yang disatukan; periksa lagi."
ALUMNUS_CHOICES = {
    "graduation_year": ("graduation_year",),
    "konsentrasi": ("konsentrasi_id",),
    "nis": ("nis",),
    "rombel": ("rombel",),
    "diploma_number": ("diploma_number",),
    "tracing": ("tracing",),
}
FILLED = ("claimed_at", "imported_by_id", "invited_at")  # nobody chooses these: what one lacks the other has
IDENTITY = ("name", "birth_date", "birth_place", "sex", "nisn", "nik", "education")
TOLD_BY_THEMSELVES = ("phone", "email", "address", "summary", "wishes")


def in_order(first: Alumnus, second: Alumnus) -> tuple[Alumnus, Alumnus]:
    """(kept, dropped): who has an account, then who is known elsewhere, then the older record stays."""
    kept, dropped = sorted((first, second), key=_standing)
    return kept, dropped


def _standing(alumnus: Alumnus) -> tuple[bool, bool, int]:
    return alumnus.person.user_id is None, rules.can_edit_person(alumnus), alumnus.pk


def owned_choices(first: Alumnus, second: Alumnus) -> dict[str, Alumnus]:
    """{name: the Alumnus whose value must stay}: what is not this school's to decide.

    Refused when both are other schools' alumni as well.
    """
    shared = [row for row in (first, second) if not rules.can_edit_person(row)]
    if len(shared) > 1:
        raise Refused(BOTH_SHARED)
    accounts = [row for row in (first, second) if rules.owns_contact(row)]
    owned = dict.fromkeys(IDENTITY, shared[0]) if shared else {}
    return owned | (dict.fromkeys(TOLD_BY_THEMSELVES, accounts[0]) if len(accounts) == 1 else {})


def usual_choice(name: str, first: Alumnus, second: Alumnus) -> Alumnus:
    """The Alumnus whose value is offered: the one that has any, else the one that stays."""
    kept, dropped = in_order(first, second)
    if name == "tracing":
        return dropped if dropped.tracing == Tracing.TRACED != kept.tracing else kept
    has_kept, has_dropped = (has_any(_row(name, row), _fields(name)) for row in (kept, dropped))
    return dropped if has_dropped and not has_kept else kept


def _row(name: str, alumnus: Alumnus) -> Person | Alumnus:
    return alumnus if name in ALUMNUS_CHOICES else alumnus.person


def _fields(name: str) -> tuple[str, ...]:
    return ALUMNUS_CHOICES.get(name) or PERSON_CHOICES[name]


def differs(name: str, first: Alumnus, second: Alumnus) -> bool:
    one, other = _row(name, first), _row(name, second)
    return any(getattr(one, field) != getattr(other, field) for field in _fields(name))


def version_of(first: Alumnus, second: Alumnus) -> str:
    """What a form carries, to see on saving whether anybody changed either of them."""
    return " ".join(str(row.updated_at.timestamp()) for alumnus in (first, second) for row in (alumnus, alumnus.person))


def merge_alumni(
    *, first: Alumnus, second: Alumnus, choices: dict[str, int], actor: Actor, seen: str | None = None
) -> Alumnus:
    """The Alumnus that stays. `choices`: {name in PERSON_CHOICES or ALUMNUS_CHOICES: primary key of the Alumnus whose
    value stays}; what is not named follows `usual_choice`. `seen`: version_of() what the coordinator looked at.
    """
    if first.pk == second.pk:
        raise Refused(ONESELF)
    with transaction.atomic():
        first, second = _locked(first, second, actor)
        if seen is not None and seen != version_of(first, second):
            raise Refused(CHANGED)
        kept, dropped = in_order(first, second)
        sides = _sides(first, second, choices)
        merge_people(
            kept=kept.person,
            dropped=dropped.person,
            choices={name: sides[name].person_id for name in PERSON_CHOICES},
            actor=actor,
        )
        values = {field: getattr(sides[name], field) for name, fields in ALUMNUS_CHOICES.items() for field in fields}
        return _write(kept.pk, values)


def _locked(first: Alumnus, second: Alumnus, actor: Actor) -> tuple[Alumnus, Alumnus]:
    rows = Alumnus.objects.select_for_update(of=("self",)).select_related("person")
    found = {row.pk: row for row in rows.filter(pk__in=[first.pk, second.pk]).order_by("pk")}
    if len(found) < 2:
        raise AlreadyDone(MERGED)
    if not all(rules.can_edit(actor, row) for row in found.values()) or first.school_id != second.school_id:
        raise Refused(OTHER_SCHOOL)
    return found[first.pk], found[second.pk]


def _sides(first: Alumnus, second: Alumnus, choices: dict[str, int]) -> dict[str, Alumnus]:
    """{name: Alumnus}"""
    by_key, owned = {first.pk: first, second.pk: second}, owned_choices(first, second)
    return {
        name: owned.get(name) or by_key.get(choices.get(name, 0)) or usual_choice(name, first, second)
        for name in (*PERSON_CHOICES, *ALUMNUS_CHOICES)
    }


def _write(pk: int, values: dict[str, int | str]) -> Alumnus:
    row = Alumnus.objects.get(pk=pk)
    for field, value in values.items():
        setattr(row, field, value)
    row.save()
    return row


def complete(ours: Alumnus, theirs: Alumnus) -> tuple[Alumnus, Alumnus]:
    """A merge rule: of two records at one school the second fills what the first lacks."""
    fields = [field for fields in ALUMNUS_CHOICES.values() for field in fields]
    for field in (*fields, *FILLED):
        if not has_any(ours, [field]):
            setattr(ours, field, getattr(theirs, field))
    ours.save()
    return ours, theirs


def follow_account(person: Person) -> None:
    """A merge follower: records that came to somebody with an account are claimed by it."""
    if person.user_id:
        for alumnus in person.alumni.filter(claimed_at=None).order_by("pk"):
            alumnus.claimed_at = timezone.now()
            alumnus.save()
