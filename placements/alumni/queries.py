from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import OPEN_IMPORTS, NowDoing

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

# What the list's columns read; a column that reads another field must name it here.
LISTED = (
    *("school_id", "graduation_year", "rombel", "nis", "tracing", "invited_at"),
    *("konsentrasi__edition", "konsentrasi__name"),
    *("person__name", "person__nisn", "person__user_id", "person__phone", "person__email", "person__sex"),
    *("person__birth_date", "person__village__name"),
)


class SchoolRowQuerySet(models.QuerySet):
    """Rows that belong to one school's BKK."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()


class ImportQuerySet(SchoolRowQuerySet):
    def open(self) -> Self:
        return self.filter(status__in=OPEN_IMPORTS)


class AlumnusQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """A coordinator sees their school's, a person their own. The forum sees totals, never people."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()

    def search(self, text: str) -> Self:
        """Ten digits are a NISN; anything else is words that all occur in the name."""
        text = text.strip()
        if len(text) == 10 and text.isdigit():
            return self.filter(person__nisn=text)
        found = self
        for word in text.split():
            found = found.filter(person__name__icontains=word)
        return found

    def now_doing(self, what: str) -> Self:
        """`what`: NowDoing. UNKNOWN are those without any of the others today."""
        kinds = [kind.value for kind in NowDoing if kind != NowDoing.UNKNOWN]
        spells = ActivitySpell.objects.current().filter(person_id=OuterRef("person_id"))
        if what == NowDoing.UNKNOWN:
            return self.filter(~Exists(spells.filter(kind__in=kinds)))
        return self.filter(Exists(spells.filter(kind=what)))

    def claimed(self, yes: bool = True) -> Self:
        return self.filter(person__user__isnull=not yes)

    def reachable_by(self, way: str) -> Self:
        """`way`: "surel", "hp", or "tidak" for who has neither."""
        email, phone = ~Q(person__email=""), ~Q(person__phone="")
        return self.filter({"surel": email, "hp": phone, "tidak": ~email & ~phone}[way])

    def for_list(self) -> Self:
        """With what lists.columns shows, and no more: a person has forty columns."""
        related = ("person__village", "konsentrasi")
        return self.select_related(*related).only(*LISTED).with_current_spells()

    def with_current_spells(self) -> Self:
        """`person.current_spells` of each row, in one query for all."""
        spells = ActivitySpell.objects.on(timezone.localdate()).order_by("-since", "-pk")
        return self.prefetch_related(Prefetch("person__spells", spells, to_attr="current_spells"))


class ClaimLockQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.all() if actor.is_superuser else self.none()
