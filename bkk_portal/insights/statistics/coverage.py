"""What reached which of the 51 kelurahan in a year, and what of it may be told."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Sum

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.statistics.figures import YEARS, this_year
from bkk_portal.kit.suppression import shown, too_few
from bkk_portal.people.enums import SpellKind
from bkk_portal.people.models import ActivitySpell
from bkk_portal.regions.models import Village
from bkk_portal.regions.reference import KUPANG
from trainings.equipment.handovers.models import Handover, HandoverLine
from trainings.participants.models import Participant
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Training

if TYPE_CHECKING:
    from bkk_portal.regions.queries import VillageQuerySet

IN_WORK = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED)


@dataclasses.dataclass(frozen=True)
class VillageYear:
    """`spending` in rupiah: realised costs of the trainings and the equipment handed over. `outcome`: per cent of
    those who passed that work or run a business today. None: of too few people to tell, or of nobody."""

    year: int
    trainings: int = 0
    participants: int | None = 0
    kits: int | None = 0
    spending: int | None = 0
    passed: int | None = 0
    outcome: int | None = None


def city_villages() -> VillageQuerySet:
    """The 51 kelurahan with their kecamatan, in the order of their codes."""
    return Village.objects.select_related("district").filter(district__regency_id=KUPANG).order_by("code")


def all_villages(year: int) -> list[tuple[Village, VillageYear]]:
    """[(Village, VillageYear)] of one year."""
    counts = _counts(year=year)
    return [(village, _told(year, counts.get((village.pk, year), {}))) for village in city_villages()]


def one_village(village: Village) -> list[VillageYear]:
    """[VillageYear] of the last years, newest first."""
    counts, newest = _counts(village=village), this_year()
    return [_told(year, counts.get((village.pk, year), {})) for year in range(newest, newest - YEARS, -1)]


def _told(year: int, counts: dict[str, int | None]) -> VillageYear:
    people = {name: counts.get(name, 0) for name in ("participants", "kits", "passed")}
    # The price of a kit is public: the money spent on kits would tell how few they were.
    spending = None if too_few(people["kits"]) else (counts.get("cost") or 0) + (counts.get("value") or 0)
    outcome = _share(counts.get("working", 0), people["passed"])
    told = {name: shown(count) for name, count in people.items()}
    return VillageYear(year, counts.get("trainings", 0), spending=spending, outcome=outcome, **told)


def _share(part: int, whole: int) -> int | None:
    return None if not whole or too_few(part) or too_few(whole) else round(100 * part / whole)


def _counts(*, year: int | None = None, village: Village | None = None) -> dict[tuple[str, int], dict[str, int | None]]:
    """{(village code, year): {name: number}}, each name in one query; cancelled trainings left out."""
    counts = {}
    for name, rows, place, date, number in _sources():
        rows = rows.filter(**{f"{date}__year": year}) if year else rows
        rows = rows.filter(**{place: village.pk}) if village else rows
        for code, its_year, found in rows.order_by().values_list(place, f"{date}__year").annotate(number=number):
            counts.setdefault((code, its_year), {})[name] = found
    return counts


def _sources() -> list[tuple[str, models.QuerySet, str, str, Count | Sum]]:
    """(what is counted, rows, path to the village, path to the date, how). People and costs count in the year the
    training began, equipment in the year it was handed over."""
    trainings = Training.objects.visible_to(ANONYMOUS).exclude(status=TrainingStatus.CANCELLED)
    participants = Participant.objects.enrolled().filter(training__in=trainings.order_by().values("pk"))
    spells = ActivitySpell.objects.current().standing().filter(person=OuterRef("person_id"), kind__in=IN_WORK)
    passed = participants.passed()
    handovers = Handover.objects.standing()
    lines = HandoverLine.objects.filter(handover__in=handovers.order_by().values("pk"))
    begun, given = ("training__village_id", "training__starts_on"), "participant__training__village_id"
    cost = Sum((F("given") - F("returned")) * F("unit_price"))
    return [
        ("trainings", trainings, "village_id", "starts_on", Count("pk")),
        ("cost", trainings, "village_id", "starts_on", Sum("actual_cost")),
        ("participants", participants, *begun, Count("pk")),
        ("passed", passed, *begun, Count("pk")),
        ("working", passed.filter(Exists(spells)), *begun, Count("pk")),
        ("kits", handovers, given, "handed_on", Count("pk")),
        ("value", lines, f"handover__{given}", "handover__handed_on", cost),
    ]
