"""Whom and what is compared at all: bounded sets, found through indexes, so that a list costs the same at any size.

Whatever shares a konsentrasi, a program, a certificate or a skill is a candidate, the newest of each kind up to the
limits below. In one city they are never reached; where they are, the explanation page says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.accounts.models import Consent
from bkk_portal.people.models import Credential, PersonSkill
from placements.alumni.models import Alumnus
from placements.matching.enums import Distance
from placements.matching.fit.facts import family, valid_credentials
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.queries import ConsentQuerySet
    from placements.alumni.queries import AlumnusQuerySet
    from placements.matching.fit.facts import Seeker, Wish

# The newest so many of each konsentrasi at that distance, of each skill, of each certificate, and of all.
OF_KONSENTRASI = {Distance.SAME: 200, Distance.PROGRAM: 60, Distance.FIELD: 20}
OF_SKILL, OF_CERTIFICATE, OF_ALL = 60, 100, 400
HOLDERS = 1000  # of a skill, the latest people in the register, when all schools are compared
EACH = -1  # no row has this primary key


def keys_of(sources: Iterator[Any], *, using: str) -> list[int]:
    """Primary keys that any source finds, in one query. A source: (queryset of one column, [(key, most)] or None).

    A queryset with keys is asked for so many rows of each of them, in place of EACH: Django writes its SQL only once.
    Written out because SQLite takes no LIMIT inside a UNION unless it is wrapped, which Django does not do.
    """
    parts: list[str] = []
    params: list[Any] = []
    for queryset, wanted in sources:
        for sql, values in _written(queryset, wanted, using):
            parts.append(f"SELECT * FROM ({sql}) AS part")
            params.extend(values)
    if not parts:
        return []
    with connections[using].cursor() as cursor:
        cursor.execute(" UNION ".join(parts), params)
        return [key for (key,) in cursor.fetchall()]


def _written(
    queryset: models.QuerySet, wanted: list[tuple[int, int]] | None, using: str
) -> list[tuple[str, tuple[str | int, ...] | list[int | str]]]:
    """[(SQL, parameters)] of a source; none for one that cannot find anything."""
    if wanted is not None and not wanted:
        return []
    try:
        sql, values = queryset.query.get_compiler(using).as_sql()
    except EmptyResultSet:
        return []
    if wanted is None:
        return [(sql, values)]
    return [(f"{sql} LIMIT {most}", [key if value == EACH else value for value in values]) for key, most in wanted]


def _steps(
    near: dict[Distance, list[int]], steps: tuple[Distance, Distance] | type[Distance] = Distance
) -> list[tuple[int, int]]:
    """[(konsentrasi, how many of it)] at these distances."""
    return [(pk, OF_KONSENTRASI[step]) for step in steps for pk in near[step]]


def vacancies_worth_comparing(seeker: Seeker) -> list[int]:
    """Primary keys of open vacancies to compare with this Seeker."""
    return keys_of(_vacancy_sources(seeker), using=DEFAULT_DB_ALIAS)


def _vacancy_sources(seeker: Seeker) -> Iterator[tuple[models.QuerySet, list[tuple[int, int]] | None]]:
    near = family(seeker.konsentrasi)
    named = _steps(near, (Distance.SAME, Distance.PROGRAM))
    named += [(pk, OF_CERTIFICATE) for pk in family(seeker.certified)[Distance.SAME]]
    yield _among_the_newest(near, seeker), None
    yield _newest_links(Vacancy.konsentrasi.through, "konsentrasi"), named
    yield _newest_links(Vacancy.skills.through, "skill"), [(pk, OF_SKILL) for pk in sorted(seeker.skills)]


def _newest_links(through: type[Any], what: str) -> models.QuerySet:
    today = timezone.localdate()
    rows = through.objects.filter(**{what: EACH}, vacancy__status=VacancyStatus.PUBLISHED)
    rows = rows.filter(vacancy__opens_on__lte=today, vacancy__closes_on__gte=today)
    return rows.order_by("-vacancy_id").values("vacancy_id")


def _among_the_newest(near: dict[Distance, list[int]], seeker: Seeker) -> models.QuerySet:
    """Of the newest open ones: those of the same bidang, and those open to every konsentrasi.

    Whoever tells too little to be compared gets the newest as they are.
    """
    newest = Vacancy.objects.open().order_by("-published_at", "-pk").values("pk")[:OF_ALL]
    if seeker.says_little:
        return newest
    links = Vacancy.konsentrasi.through.objects.filter(vacancy=OuterRef("pk"))
    related = links.filter(konsentrasi__in=[pk for step in Distance for pk in near[step]])
    rows = Vacancy.objects.filter(pk__in=newest).order_by()
    return rows.filter(Exists(related) | ~Exists(links)).values("pk")


def alumni_worth_comparing(alumni: AlumnusQuerySet, wish: Wish, *, everywhere: bool = False) -> list[int]:
    """Primary keys of those of `alumni` to compare with this Wish. `everywhere`: they are of all schools."""
    return keys_of(_alumnus_sources(alumni, wish, everywhere), using=alumni.db)


def _alumnus_sources(
    alumni: AlumnusQuerySet, wish: Wish, everywhere: bool
) -> Iterator[tuple[models.QuerySet, list[tuple[int, int]] | None]]:
    newest = alumni.order_by("-graduation_year", "-pk").values("pk")
    near = family(wish.konsentrasi)
    if not wish.konsentrasi:
        yield newest[:OF_ALL], None
    yield newest.filter(konsentrasi=EACH), _steps(near)
    proven = _certified_people("konsentrasi", near[Distance.SAME])
    yield newest.filter(person__in=proven)[:OF_CERTIFICATE], None
    if wish.skills:
        named = PersonSkill.objects.filter(skill=EACH).order_by("-person_id").values("person_id")
        holders = named[:HOLDERS] if everywhere else named.order_by()
        yield newest.filter(person__in=holders), [(pk, OF_SKILL) for pk in wish.skill_ids]
        yield newest.filter(person__in=_certified_people("skills", wish.skill_ids))[:OF_SKILL], None


def _certified_people(what: str, keys: list[int]) -> models.QuerySet:
    through = getattr(Credential, what).through
    links = through.objects.filter(credential=OuterRef("pk"), **{f"{_target(what)}__in": list(keys)})
    return valid_credentials().filter(Exists(links)).order_by().values("person_id")


def _target(what: str) -> str:
    return {"konsentrasi": "konsentrasi", "skills": "skill"}[what]


def alumni_of(actor: Actor) -> AlumnusQuerySet:
    """Whom this actor may compare: the own school's; for the forum, those who let other schools find them."""
    if actor.is_forum:
        return _findable()
    return Alumnus.objects.visible_to(actor).exclude(_withdrew())


def _findable() -> AlumnusQuerySet:
    """The records of people who agreed, under every school they come from: each BKK answers for its own."""
    agreed = _consents(ConsentPurpose.SHARE_WITH_FORUM).current()
    return Alumnus.objects.filter(Exists(agreed), person__user__isnull=False)


def _withdrew() -> models.Q:
    """Once the consent for the account is taken back, processing stops (UU 27/2022)."""
    consents = _consents(ConsentPurpose.ACCOUNT)
    return Exists(consents.filter(withdrawn_at__isnull=False)) & ~Exists(consents.current())


def _consents(purpose: ConsentPurpose) -> ConsentQuerySet:
    return Consent.objects.filter(user=OuterRef("person__user"), purpose=purpose).order_by()
