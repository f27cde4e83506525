from __future__ import annotations

import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, F, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Lower
from django.utils import timezone

from bkk_portal.kit import nik_vault, registry
from bkk_portal.kit.models import PublicQuerySet
from bkk_portal.people.enums import EXPERIENCE_KINDS, CredentialSource, SpellSource

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

OFFERED_FROM = 3  # people who typed the same skill before it is offered to others


def reachable_people(actor: Actor) -> models.Q:
    """The privacy predicate: a Q on Person for whom this actor may see. Pages, exports and notices all use it.

    Each app adds the people it answers for (a school its alumni, an agency its participants) to
    `kit.registry.person_scopes`.
    """
    if actor.is_superuser:
        return Q()
    mine = Q(pk=actor.person_id) if actor.person_id else Q(pk__in=())
    for entry in registry.person_scopes:
        if (scope := entry.function(actor)) is not None:
            mine |= Q(pk__in=scope)
    return mine


class PersonQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(reachable_people(actor))

    def with_nik(self, nik: str) -> Self:
        """Looks under every key that is still in use, so that keys can rotate."""
        return self.filter(nik_hash__in=nik_vault.possible_hashes(nik))


class PersonRowQuerySet(models.QuerySet):
    """Rows that hang on a person and are as visible as that person."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        from bkk_portal.people.models import Person

        return self.filter(person__in=Person.objects.visible_to(actor).order_by().values("pk"))


class SpellQuerySet(PersonRowQuerySet):
    def on(self, day: datetime.date) -> Self:
        """Spells that cover this day."""
        return self.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gte=day))

    def current(self) -> Self:
        return self.on(timezone.localdate())

    def own_reports(self, actor: Actor) -> Self:
        """What this person wrote themselves and nobody has verified: only that may be changed by them."""
        own = self.filter(person_id=actor.person_id) if actor.person_id else self.none()
        return own.filter(source=SpellSource.SELF, verified_at__isnull=True)

    def experience(self) -> Self:
        return self.filter(kind__in=EXPERIENCE_KINDS)

    def standing(self) -> Self:
        """Without those of a placement that was cancelled: they are closed on their first day."""
        return self.exclude(source=SpellSource.PLACEMENT, until=F("since"))


class CredentialQuerySet(PersonRowQuerySet):
    def in_force(self) -> Self:
        """What the person can prove today: neither revoked nor expired."""
        in_time = Q(expires_on__isnull=True) | Q(expires_on__gte=timezone.localdate())
        return self.filter(in_time, revoked_at__isnull=True)

    def own_entries(self, actor: Actor) -> Self:
        """What this person added themselves; what the portal issued is not theirs to change."""
        return self.filter(person_id=actor.person_id, source=CredentialSource.SELF) if actor.person_id else self.none()


class SkillQuerySet(PublicQuerySet):
    def listed(self) -> Self:
        return self.filter(is_listed=True)

    def named(self, name: str) -> Self:
        """The one of this name in any case."""
        return self.annotate(lower_name=Lower("name")).filter(lower_name=Lower(Value(name)))

    def offered_for(self, text: str) -> Self:
        """Listed ones, and those that several people have; every word of `text` begins a word of the name."""
        from bkk_portal.people.models import PersonSkill

        users = (
            PersonSkill.objects.filter(skill=OuterRef("pk"))
            .order_by()
            .values("skill")
            .annotate(n=Count("pk"))
            .values("n")
        )
        rows = self.annotate(users=Subquery(users)).filter(Q(is_listed=True) | Q(users__gte=OFFERED_FROM))
        for word in text.split():
            starts = (Q(name__icontains=f"{before}{word}") for before in (" ", "(", "/"))
            rows = rows.filter(reduce(or_, starts, Q(name__istartswith=word)))
        return rows.order_by("-is_listed", "name")

    def own_first(self, konsentrasi: list[int]) -> Self:
        """Those taught in these konsentrasi (primary keys) come first, marked `is_own`; the rest by `field`."""
        from bkk_portal.people.models import Skill

        taught = Skill.konsentrasi.through.objects.filter(skill=OuterRef("pk"), konsentrasi__in=konsentrasi)
        marked = self.listed().annotate(is_own=Exists(taught), field=Min("konsentrasi__field"))
        return marked.order_by("-is_own", F("field").asc(nulls_first=True), "name")


class DuplicatePairQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Who may see both of them."""
        if actor.is_superuser:
            return self.all()
        from bkk_portal.people.models import Person

        people = Person.objects.visible_to(actor).order_by().values("pk")
        return self.filter(first__in=people, second__in=people)

    def open(self) -> Self:
        return self.filter(decided_at__isnull=True)

    def decided(self) -> Self:
        return self.filter(decided_at__isnull=False)


class MergeQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from bkk_portal.people.models import Person

        if actor.is_superuser:
            return self.all()
        return self.filter(kept__in=Person.objects.visible_to(actor).order_by().values("pk"))
