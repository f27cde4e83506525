"""Where rooms that may not import each other meet: each registers in its offers.py what it gives to others.

A provider is a plain function. To find the providers of a registry, search for `registry.<name>.register(`: all are
in files called offers.py (the rooms of the ground: apps.py). What a room to the left announces (employer_rejected,
handover_made …) is followed here as well, because actions know nothing of rooms to their right.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import datetime

    from django.db.models import Model, QuerySet

    from bkk_portal.accounts.actor import Actor, Hat
    from bkk_portal.accounts.models import Membership, User
    from bkk_portal.kit.demo import City
    from bkk_portal.people.enums import DuplicateReason
    from bkk_portal.people.models import Person
    from placements.employers.models import Employer
    from placements.vacancies.queries import VacancyQuerySet
    from trainings.equipment.handovers.models import Handover

Provider = TypeVar("Provider", bound=Callable[..., Any])
Panel = tuple[str, dict[str, Any]]  # template name and its context


@dataclasses.dataclass(frozen=True)
class TrainingOffer:
    """A training that takes registrations now. `skills`, `konsentrasi`: primary keys of what it teaches."""

    name: str
    url: str
    place: str
    starts_on: datetime.date
    skills: frozenset[int]
    konsentrasi: frozenset[int]


@dataclasses.dataclass(frozen=True)
class Entry(Generic[Provider]):
    name: str
    function: Provider
    order: int


class Registry(Generic[Provider]):
    def __init__(self, purpose: str) -> None:
        self.purpose = purpose
        self._entries: dict[str, Entry[Provider]] = {}

    def register(self, name: str, function: Provider, *, order: int = 100) -> None:
        if name in self._entries:
            raise ValueError(f"{self.purpose}: {name} is registered twice")
        self._entries[name] = Entry(name, function, order)

    def __iter__(self) -> Iterator[Entry[Provider]]:
        return iter(sorted(self._entries.values(), key=lambda entry: (entry.order, entry.name)))

    def __getitem__(self, name: str) -> Provider:
        return self._entries[name].function

    def get(self, name: str, default: Provider) -> Provider:
        return self._entries[name].function if name in self._entries else default

    def __contains__(self, name: str) -> bool:
        return name in self._entries


# Who works where (accounts asks the rooms that own memberships; by role where a role is the name)
hats: Registry[Callable[[User], list[Hat]]] = Registry("for whom a user may act")
membership_makers: Registry[Callable[[User, Any, User | None], Membership]] = Registry("what an invitation creates")
membership_scopes: Registry[Callable[[str], list[tuple[int, str]]]] = Registry("organisations by name: key, name")
membership_rolls: Registry[Callable[[Actor], QuerySet[Any] | None]] = Registry("memberships of one's organisation")

# Letters (accounts lies below notifications)
mailers: Registry[Callable[..., Any]] = Registry("letters into the outbox, in the caller's transaction")
unread_counters: Registry[Callable[[Actor], int]] = Registry("unread lines in the portal's own mailbox")

# One person across the rooms
person_scopes: Registry[Callable[[Actor], QuerySet[Any] | None]] = Registry("people an actor answers for")
person_konsentrasi: Registry[Callable[[Person], Iterable[int]]] = Registry("what a person studied")
person_studies: Registry[Callable[[Person], list[tuple[str, str, int]]]] = Registry("school, konsentrasi, year")
person_proofs: Registry[Callable[[Person], dict[str, str]]] = Registry("number and code of papers that stand")
person_panels: Registry[Callable[[Actor], Panel | None]] = Registry("blocks on the dashboard of /saya/")
person_desk_panels: Registry[Callable[[Actor, Person], Panel | None]] = Registry("blocks on a coordinator's page")
person_exports: Registry[Callable[[Person], tuple[str, list[dict[str, Any]]]]] = Registry("heading, rows of own data")
person_erasers: Registry[Callable[[Person], int]] = Registry("takes away what is of one's own making; how many")
konsentrasi_skills: Registry[Callable[[Iterable[int]], Iterable[int]]] = Registry("skills asked for or taught")

# Two records of one person
duplicate_finders: Registry[Callable[[QuerySet[Person]], Iterable[tuple[int, int, DuplicateReason]]]] = Registry(
    "pairs that may be one"
)
merge_rules: Registry[Callable[[Any, Any], tuple[Model, Model | None]]] = Registry("row that stays, row that goes")
merge_followers: Registry[Callable[[Person], None]] = Registry("what is put right once two are one")

# The whole portal
chores: Registry[Callable[[bool], str]] = Registry("what time triggers (dry run?); one sentence of what was done")
consistency_checks: Registry[Callable[[], Iterable[str]]] = Registry("every inconsistency, one sentence each")
reference_loaders: Registry[Callable[[], str]] = Registry("loads or refreshes reference data")
sitemap_pages: Registry[Any] = Registry("public pages: path and last change; or kit.web.sitemaps.InParts")
demo_parts: Registry[Callable[[City], None]] = Registry("fills its share of the demo city")
demo_people: Registry[Callable[[City], list[Person]]] = Registry("people the other app may draw on")

# From one app to the other
gap_trainings: Registry[Callable[[set[int], set[int]], list[TrainingOffer]]] = Registry(
    "trainings that teach any of these skills or konsentrasi"
)

# Announced to rooms further right, in the transaction of the cause, or asked of them
employer_rejected: Registry[Callable[[Employer], None]] = Registry("an employer was found not to be real")
vacancy_rankers: Registry[Callable[[Actor, VacancyQuerySet], VacancyQuerySet]] = Registry("those that suit, first")
handover_made: Registry[Callable[[Handover], None]] = Registry("a kit was handed over")
handover_cancelled: Registry[Callable[[Handover], None]] = Registry("a handover was taken back")
budget_uses: Registry[Callable[[Iterable[int]], dict[int, tuple[int, int]]]] = Registry(
    "planned and spent rupiah by budget line"
)
