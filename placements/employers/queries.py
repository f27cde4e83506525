from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from bkk_portal.accounts.queries import MembershipQuerySet
from bkk_portal.kit.models import PublicQuerySet
from placements.employers.enums import Standing

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.models import Employer

# What stands before or after a company's own name and tells nothing apart.
FORMS = {"pt", "cv", "ud", "pd", "fa", "firma", "tbk", "persero", "perseroan", "terbatas"}
FORMS |= {"toko", "kios", "usaha", "dagang", "koperasi", "yayasan"}
ALIKE = 0.84  # share of equal letters above which a person is asked
CANDIDATES = 300  # how many names are compared letter by letter
START = 4  # a slip rarely comes before the fifth letter of every word


def words_of(name: str) -> list[str]:
    """The telling words of a company's name in lower case, in alphabetical order; all words when none tells."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    return sorted(word for word in words if word not in FORMS) or sorted(words)


def name_key(name: str) -> str:
    """PT. Sinar Timor Jaya, Tbk → "jaya sinar timor": the same for every way of writing one name."""
    return " ".join(words_of(name))


def is_alike(key: str, other: str) -> bool:
    """Whether two name keys are near enough to ask."""
    return key == other or difflib.SequenceMatcher(None, key, other).ratio() >= ALIKE


class EmployerQuerySet(PublicQuerySet["Employer"]):
    """The register is shared; contact persons' names are shown to desks only (templates)."""

    def verified(self) -> Self:
        return self.filter(verified_at__isnull=False)

    def standing(self, standing: str) -> Self:
        """Those of this enums.Standing."""
        return self.filter(
            verified_at__isnull=standing != Standing.VERIFIED, rejected_at__isnull=standing != Standing.REJECTED
        )

    def search(self, text: str) -> Self:
        """Every telling word of the text is part of the name."""
        found = self
        for word in words_of(text):
            found = found.filter(name_key__contains=word)
        return found

    def alike(self, name: str, **numbers: Any) -> list[Employer]:
        """List of at most five employers that may be the same company, the nearest first.

        By name, or by one of `numbers` ({field: value}, e.g. phone, npwp) that both have.
        """
        same = Q(pk__in=())
        for field, value in numbers.items():
            same |= Q(**{field: value}) if value else Q(pk__in=())
        found = [*self._named_like(name), *self.filter(same).select_related("regency").order_by("name", "pk")[:5]]
        return list({employer.pk: employer for employer in found}.values())[:5]

    def _named_like(self, name: str) -> list[Employer]:
        """Those that share most words are compared letter by letter: a common word does not crowd out the rest."""
        key = name_key(name)
        words = key.split()
        if not words:
            return []
        starts = [Case(When(name_key__contains=word[:START], then=1), default=0) for word in words]
        shared = sum(starts, Value(0, output_field=IntegerField()))
        near = self.annotate(shared=shared).filter(shared__gt=0).select_related("regency")
        near = near.order_by("-shared", "name", "pk")[:CANDIDATES]
        return sorted(
            (employer for employer in near if is_alike(key, employer.name_key)),
            key=lambda employer: employer.name_key != key,
        )


class EmployerMembershipQuerySet(MembershipQuerySet):
    pass


class ContactQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """BKKs share them with the register; an employer reads its own. Nobody else."""
        if actor.is_superuser or actor.school_id:
            return self.all()
        return self.filter(employer_id=actor.employer_id) if actor.employer_id else self.none()


class VerificationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.all() if actor.is_superuser or actor.is_forum or actor.school_id else self.none()
