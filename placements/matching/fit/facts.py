"""What is compared of a person and of a vacancy, and how far apart two konsentrasi are in the SMK spectrum.

Names decide, not rows: a konsentrasi of 2018 that kept its name in 2022 is the same (most codes are derived).
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.people.enums import CredentialSource, Education, SpellKind
from bkk_portal.people.models import ActivitySpell, Credential, Person, PersonSkill
from bkk_portal.regions.models import Regency, Village
from placements.alumni.models import Alumnus
from placements.matching.enums import Distance
from placements.vacancies.models import Vacancy
from placements.vacancies.search import choices

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Konsentrasi
    from bkk_portal.people.queries import CredentialQuerySet, PersonRowQuerySet, SpellQuerySet
    from placements.alumni.queries import AlumnusQuerySet

NAME_OF = {Distance.SAME: "name", Distance.PROGRAM: "program", Distance.FIELD: "field"}
DAYS_OF_MONTH = 30
PLACE_FIELDS = ("village__name", "village__district__name", "village__district__regency__name")


def distance(mine: tuple[Konsentrasi, ...], theirs: tuple[Konsentrasi, ...]) -> Distance | None:
    """The Distance of the nearest pair of two collections of Konsentrasi; None when no pair shares a bidang."""
    for step, name in NAME_OF.items():
        if {getattr(row, name) for row in mine} & {getattr(row, name) for row in theirs}:
            return step
    return None


def family(rows: tuple[Konsentrasi, ...] | list[Konsentrasi]) -> dict[Distance, list[int]]:
    """{Distance: primary keys at that distance from any of the rows}, in every edition; from memory, without a query.

    A name alone can stand in another bidang of the earlier spectrum.
    """
    found: dict[Distance, list[int]] = {step: [] for step in Distance}
    mine = {name: {getattr(row, name) for row in rows} for name in NAME_OF.values()}
    for pk, names in sorted(choices.konsentrasi().items()) if rows else ():
        theirs = dict(zip(choices.SPECTRUM.values(), names, strict=True))
        if step := next((step for step, name in NAME_OF.items() if theirs[name] in mine[name]), None):
            found[step].append(pk)
    return found


EXPERIENCE = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.INTERNSHIP)
BUSY: dict[str, str] = {
    SpellKind.WORKING: "sedang bekerja",
    SpellKind.SELF_EMPLOYED: "sedang berwirausaha",
    SpellKind.STUDYING: "sedang kuliah",
}
OF_SCHOOL = Education.SMA_SMK  # what every alumnus has finished


@dataclasses.dataclass(frozen=True)
class Seeker:
    """One person as matching sees them. `days_worked`: over all work and PKL; `busy`: why not ready, in words."""

    person_id: int
    konsentrasi: tuple = ()
    skills: frozenset = frozenset()
    certificates: tuple = ()
    village: Village | None = None
    willing_to_move: bool = False
    wished_regencies: frozenset = frozenset()
    education: int = Education.NONE
    days_worked: int = 0
    is_ready: bool = False
    busy: str = ""
    expected_pay: int | None = None

    @property
    def says_little(self) -> bool:
        """Neither school, skill nor certificate to compare with."""
        return not (self.konsentrasi or self.skills or self.certificates)

    @property
    def certified(self) -> list[Konsentrasi]:
        """[Konsentrasi] that a certificate stands for."""
        return [konsentrasi for one in self.certificates for konsentrasi in one.konsentrasi.all()]

    def has_worked(self, months: int) -> bool:
        return self.days_worked >= months * DAYS_OF_MONTH

    def would_move_to(self, regency: Regency) -> bool:
        return self.willing_to_move or regency.pk in self.wished_regencies


@dataclasses.dataclass(frozen=True)
class Wish:
    """One vacancy as matching sees it. `pay`: the most that is offered, None when nothing was said."""

    vacancy_id: int
    konsentrasi: tuple = ()
    skills: tuple = ()
    village: Village | None = None
    regency: Regency | None = None
    education: int = Education.NONE
    experience_months: int = 0
    pay: int | None = None

    @property
    def skill_ids(self) -> list[int]:
        return [skill.pk for skill in self.skills]


def seeker_of(actor: Actor) -> Seeker | None:
    """The Seeker behind an actor, or None for one who acts for an office, a school or an employer."""
    return seekers_of([actor.person_id])[actor.person_id] if actor.person_id else None


def seekers_of(person_ids: list[int]) -> dict[int, Seeker]:
    """{person primary key: Seeker}"""
    ids = list(person_ids)
    people = Person.objects.filter(pk__in=ids).select_related("village__district__regency")
    fields = ("willing_to_move", "education", "available_from", "expected_pay", *PLACE_FIELDS)
    people = people.only(*fields).prefetch_related("wished_regencies")
    rows = [_by_person(found) for found in _rows_of(ids)]
    return {person.pk: _seeker(person, *(found.get(person.pk, []) for found in rows)) for person in people}


def _rows_of(ids: list[int]) -> tuple[AlumnusQuerySet, PersonRowQuerySet, CredentialQuerySet, SpellQuerySet]:
    """Of all these people: alumnus records, named skills, valid certificates and spells, newest first."""
    related = {"person_id__in": ids}
    alumni = Alumnus.objects.filter(**related).select_related("konsentrasi")
    credentials = valid_credentials().filter(**related).prefetch_related("konsentrasi", "skills")
    spells = ActivitySpell.objects.filter(**related, since__lte=timezone.localdate())
    return (
        alumni.order_by("pk"),
        PersonSkill.objects.filter(**related).order_by("pk"),
        credentials.order_by("-issued_on", "-pk"),
        spells.order_by("-since", "-pk"),
    )


def _by_person(rows: models.QuerySet) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row)
    return found


def valid_credentials() -> CredentialQuerySet:
    """In force today, and somebody else's word: what people add themselves proves nothing yet."""
    in_force = Q(expires_on__isnull=True) | Q(expires_on__gte=timezone.localdate())
    return Credential.objects.filter(in_force, revoked_at__isnull=True).exclude(source=CredentialSource.SELF)


def _seeker(
    person: Person,
    alumni: list[Alumnus],
    skills: list[PersonSkill],
    credentials: list[Credential],
    spells: list[ActivitySpell],
) -> Seeker:
    certified_skills = {skill.pk for row in credentials for skill in row.skills.all()}
    is_ready = _is_ready(person, spells)
    return Seeker(
        person_id=person.pk,
        konsentrasi=tuple(alumnus.konsentrasi for alumnus in alumni if alumnus.konsentrasi),
        skills=frozenset(row.skill_id for row in skills) | certified_skills,
        certificates=tuple(row for row in credentials if row.konsentrasi.all()),
        village=person.village,
        willing_to_move=person.willing_to_move,
        wished_regencies=frozenset(regency.pk for regency in person.wished_regencies.all()),
        education=max(person.education or Education.NONE, OF_SCHOOL if alumni else Education.NONE),
        days_worked=sum(_days(spell) for spell in spells if spell.kind in EXPERIENCE),
        is_ready=is_ready,
        busy="" if is_ready else _why_not_ready(person, spells),
        expected_pay=person.expected_pay,
    )


def _days(spell: ActivitySpell) -> int:
    today = timezone.localdate()
    return (min(spell.until or today, today) - spell.since).days


def _goes_on(spell: ActivitySpell) -> bool:
    return spell.until is None or spell.until >= timezone.localdate()


def _is_ready(person: Person, spells: list[ActivitySpell]) -> bool:
    """What the person said counts; else whether they are looking for work now."""
    if person.available_from:
        return person.available_from <= timezone.localdate()
    return any(spell.kind == SpellKind.JOB_SEEKING and _goes_on(spell) for spell in spells)


def _why_not_ready(person: Person, spells: list[ActivitySpell]) -> str:
    if person.available_from:
        return f"siap mulai {tanggal(person.available_from)}"
    doing = (BUSY.get(spell.kind) for spell in spells if _goes_on(spell))
    return next((word for word in doing if word), "")


def wishes_of(vacancy_ids: list[int]) -> dict[int, Wish]:
    """{vacancy primary key: Wish}"""
    fields = ("regency__name", "education", "experience_months", "pay_min", "pay_max", *PLACE_FIELDS)
    rows = Vacancy.objects.filter(pk__in=list(vacancy_ids)).select_related("regency", "village__district__regency")
    rows = rows.only(*fields)
    return {row.pk: _wish(row) for row in rows.prefetch_related("konsentrasi", "skills")}


def wish_of(vacancy: Vacancy) -> Wish:
    return wishes_of([vacancy.pk])[vacancy.pk]


def _wish(row: Vacancy) -> Wish:
    return Wish(
        vacancy_id=row.pk,
        konsentrasi=tuple(row.konsentrasi.all()),
        skills=tuple(row.skills.all()),
        village=row.village,
        regency=row.regency or (row.village.district.regency if row.village else None),
        education=row.education,
        experience_months=row.experience_months,
        pay=row.pay_min if row.pay_max is None else row.pay_max,
    )
