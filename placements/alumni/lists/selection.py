"""Which alumni something is done to: those ticked, or all that the filters of an address find."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import QueryDict

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.dates import whole_number
from placements.alumni.lists.filters import COLUMNS_FIELD, AlumnusFilter
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from placements.alumni.lists.models import BulkRun
    from placements.alumni.queries import AlumnusQuerySet

MOST_PICKED = 500
LONGEST = 500  # letters, as the column holds
UNREADABLE = "Saringan ini tidak dikenali. Kembali ke daftar alumni, lalu saring lagi."


@dataclasses.dataclass(frozen=True)
class OfActor:
    """As much of a request as AlumnusFilter asks for."""

    actor: Actor


def filters_in(query: QueryDict) -> str:
    """The filters of a QueryDict as text for an address: what is empty, page and columns left out. Refused if long."""
    kept = QueryDict(mutable=True)
    for name in AlumnusFilter.base_filters:
        if name != COLUMNS_FIELD and (value := query.get(name, "").strip()):
            kept[name] = value
    text = kept.urlencode()
    if len(text) > LONGEST:
        raise Refused("Saringan ini terlalu panjang. Pakai kata yang lebih pendek.")
    return text


def picked_in(values: list[str]) -> list[int]:
    """Row numbers of those texts that are one, each once."""
    numbers = {number for value in values if (number := whole_number(value)) is not None}
    return sorted(numbers)[:MOST_PICKED]


def chosen(actor: Actor, query: str, picked: Sequence[int] = ()) -> AlumnusQuerySet:
    """The alumni, of those the actor sees. Raises Refused where a filter says nothing: it would mean everybody."""
    alumni = Alumnus.objects.visible_to(actor)
    if picked:
        return alumni.filter(pk__in=picked)
    filters = AlumnusFilter(QueryDict(query), queryset=alumni, request=OfActor(actor))
    if not filters.is_valid():
        raise Refused(UNREADABLE)
    return filters.qs


def actor_of(run: BulkRun) -> Actor:
    """For whom a BulkRun works, when no request is there to say."""
    return Actor(
        role=Role.SCHOOL_COORDINATOR, user_id=run.created_by_id, school_id=run.school_id, label=run.school.name
    )
