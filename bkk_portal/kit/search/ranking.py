"""How well a row fits, from the weights alone: the same number on every database."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bkk_portal.kit.search.terms import Expression, things_of

if TYPE_CHECKING:
    from bkk_portal.kit.search.query import Query
    from bkk_portal.kit.search.terms import Thing

# By weight: for a word as it was typed, and for another word that means the same or only begins so.
POINTS = {"a": (16, 12), "b": (8, 6), "c": (4, 3), "d": (2, 1)}


def cases(query: Query) -> list[list[tuple[int, Expression]]]:
    """For each thing asked for its [(points, expression)], most points first; the first that holds counts."""
    return [list(itertools.chain(*(_cases_in(thing, where) for where in POINTS))) for thing in things_of(query)]


def _cases_in(thing: Thing, where: str) -> Iterator[tuple[int, Expression]]:
    typed, other = POINTS[where]
    yield typed, thing.as_typed(where)
    if thing.has_other_words:
        yield other, thing.anyhow(where)
