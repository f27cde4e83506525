"""Where rooms that may not import each other meet: each registers what it offers when the site starts.

A provider is a plain function; `AppConfig.ready()` of the app that owns the data registers it.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkk_portal.kit.web.sitemaps import InParts


@dataclasses.dataclass(frozen=True)
class Entry:
    name: str
    function: Callable
    order: int


class Registry:
    def __init__(self, purpose: str) -> None:
        self.purpose = purpose
        self._entries: dict[str, Entry] = {}

    def register(self, name: str, function: Callable | type[list], *, order: int = 100) -> None:
        if name in self._entries:
            raise ValueError(f"{self.purpose}: {name} is registered twice")
        self._entries[name] = Entry(name, function, order)

    def __iter__(self) -> Iterator[Entry]:
        return iter(sorted(self._entries.values(), key=lambda entry: (entry.order, entry.name)))

    def __getitem__(self, name: str) -> Callable | InParts:
        return self._entries[name].function

    def get(self, name: str, default: Callable) -> Callable:
        return self._entries[name].function if name in self._entries else default

    def __contains__(self, name: str) -> bool:
        return name in self._entries


# hats(user) -> list[accounts.actor.Hat]: for whom this user may act
hats = Registry("hats")
# membership_makers[role](user, scope_id, invited_by): what accepting an invitation creates
membership_makers = Registry("membership makers")
# find(text) -> list of (primary key, name): organisations a superuser may invite somebody into; by role
membership_scopes = Registry("membership scopes")
# roll(actor) -> queryset of the memberships in the actor's own organisation, or None
membership_rolls = Registry("membership rolls")
# mailer(*, address, subject, body, user=None): puts a letter into the outbox, in the caller's transaction
mailers = Registry("mailers")
# konsentrasi(person) -> iterable of Konsentrasi primary keys the person studied
person_konsentrasi = Registry("person konsentrasi")
# studies(person) -> list of (school, konsentrasi or "", year of graduation): what schools have on record
person_studies = Registry("person studies")
# skills(konsentrasi primary keys) -> iterable of Skill primary keys that the app's offers ask for or teach
konsentrasi_skills = Registry("konsentrasi skills")
# proofs(person) -> {number: verification code} of papers that still stand
person_proofs = Registry("person proofs")
# erase(person) -> None: takes away what a room keeps of one's own making, in the caller's transaction
person_erasers = Registry("person erasers")
# chore(dry_run: bool) -> str: what time triggers; returns one Indonesian sentence of what was done
chores = Registry("chores")
# check() -> iterable of str: every inconsistency found, one sentence each
consistency_checks = Registry("consistency checks")
# loader() -> str: loads or refreshes reference data, safe to repeat
reference_loaders = Registry("reference loaders")
# part(city: kit.demo.City) -> None: fills its share of the demo city
demo_parts = Registry("demo parts")
# panel(actor) -> (template name, context) or None: a block on the dashboard of /saya/
person_panels = Registry("person panels")
# panel(actor, person) -> (template name, context) or None: a block on a coordinator's page of a person they may see
person_desk_panels = Registry("person desk panels")
# export(person) -> (heading, list of dicts): a person's own data for /saya/data-saya/
person_exports = Registry("person exports")
# urls() -> iterable of (path, lastmod): public pages for the sitemap; kit.sitemaps.InParts where they may be many
sitemap_pages = Registry("sitemap pages")
# scope(actor) -> queryset of Person primary keys this actor answers for, or None
person_scopes = Registry("person scopes")
# counter(actor) -> int: unread lines in the portal's own mailbox
unread_counters = Registry("unread counters")
# people(city) -> list of Person the demo city knows already and another app may draw on
demo_people = Registry("demo people")
# fit(actor, vacancies) -> {vacancy primary key: [sentence, …]}: why a vacancy suits who looks at the list
vacancy_fit = Registry("vacancy fit")
# panel(actor, vacancy) -> (template name, context) or None: a block on a vacancy's page. The one named "apply"
# takes the place of the button to apply
vacancy_panels = Registry("vacancy panels")
# days(vacancy) -> iterable of kit.ical.Event: what belongs into a vacancy's calendar (selection days)
vacancy_days = Registry("vacancy days")
# days(since: date) -> iterable of kit.ical.Event: what belongs into the public calendar of the BKKs, from that day on
calendar_days = Registry("calendar days")
# panel(actor, school) -> (template name, context) or None: a block on a school's public page
school_panels = Registry("school panels")
# follower(handover): what another room does in the transaction of a handover
handover_made = Registry("handover made")
handover_cancelled = Registry("handover cancelled")
# ranker(actor, vacancies) -> the same vacancies, those that suit who looks first
vacancy_rankers = Registry("vacancy rankers")
# panel(actor, vacancy) -> (template name, context) or None: a block on a coordinator's page of a vacancy
vacancy_desk_panels = Registry("vacancy desk panels")
# find(skills, konsentrasi: sets of primary keys) -> list of kit.offers.TrainingOffer that teach any of them
gap_trainings = Registry("gap trainings")
# uses(keys of trainings' Budget) -> {key: (planned, spent)} in rupiah: what a room takes out of budget lines
budget_uses = Registry("budget uses")
# find(people: queryset of Person) -> iterable of (primary key, primary key, people.enums.DuplicateReason)
duplicate_finders = Registry("duplicate finders")
# choose(ours, theirs) -> (row that stays, row that goes), named by the model's label: of two rows that cannot both
# belong to one person. (ours, None) when the room has made room for both
merge_rules = Registry("merge rules")
# follower(person) -> None: what a room puts right once two records are one, in the same transaction
merge_followers = Registry("merge followers")
# follower(employer): what rooms further on do in the transaction in which an employer is found not to be real
employer_rejected = Registry("employer rejected")
# due(actor) -> list of (queryset of rows, what they are, where they are done): what waits on a coordinator's desk
desk_dues = Registry("desk dues")


@dataclasses.dataclass(frozen=True)
class TrainingOffer:
    """A training that takes registrations now. `skills`, `konsentrasi`: primary keys of what it teaches."""

    name: str
    url: str
    place: str
    starts_on: datetime.date
    skills: frozenset
    konsentrasi: frozenset
