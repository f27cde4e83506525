from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from bkk_portal.kit import registry
from placements.alumni.duplicates.actions import complete, follow_account
from placements.alumni.duplicates.queries import find_alumni, pairs_of
from placements.alumni.exports import export_alumni
from placements.alumni.lists.runs import drop_old_files
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from bkk_portal.people.queries import DuplicatePairQuerySet

DUPLICATES = "/bkk/alumni/ganda/"


def due(actor: Actor) -> list[tuple[DuplicatePairQuerySet, str, str]]:
    """[(rows, what they are, where they are done)]: what waits on a coordinator's desk."""
    return [(pairs_of(actor).open(), "pasang catatan alumni yang mungkin ganda", DUPLICATES)]


def school_people(actor: Actor) -> models.QuerySet | None:
    """A coordinator answers for the people who are alumni of the school."""
    return Alumnus.objects.filter(school_id=actor.school_id).values("person_id") if actor.school_id else None


def alumnus_konsentrasi(person: Person) -> list[int]:
    """What this person studied at school, for the skills shown first in their profile."""
    records = Alumnus.objects.filter(person=person, konsentrasi__isnull=False)
    return list(records.order_by("pk").values_list("konsentrasi_id", flat=True))


def studies_of(person: Person) -> list[tuple[str, str, int]]:
    """[(school, konsentrasi or "", year of graduation)] on record, newest first."""
    rows = Alumnus.objects.filter(person=person).order_by("-graduation_year", "-pk")
    found = rows.values_list("school__name", "konsentrasi__name", "graduation_year")
    return [(school, konsentrasi or "", year) for school, konsentrasi, year in found]


def register() -> None:
    registry.person_scopes.register("school", school_people)
    registry.person_konsentrasi.register("school", alumnus_konsentrasi)
    registry.person_studies.register("school", studies_of)
    registry.person_exports.register("alumni", export_alumni, order=20)
    registry.chores.register("alumni downloads", drop_old_files)
    registry.duplicate_finders.register("alumni", find_alumni)
    registry.merge_followers.register("account", follow_account)
    registry.merge_rules.register("placements.Alumnus", complete)
