"""What is looked for in a row of an index, as an expression that each database writes in its own words.

`where` is a weight: "a" (the name of the thing) to "d" (the small print), or "" for anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkk_portal.kit.search.query import Query


@dataclass(frozen=True)
class Words:
    """All of these stems, in any order."""

    words: tuple
    where: str = ""


@dataclass(frozen=True)
class Prefix:
    text: str
    where: str = ""


@dataclass(frozen=True)
class Phrase:
    """These stems, one after the other."""

    words: tuple
    where: str = ""


@dataclass(frozen=True)
class AllOf:
    parts: tuple


@dataclass(frozen=True)
class AnyOf:
    parts: tuple


@dataclass(frozen=True)
class Without:
    wanted: Expression
    unwanted: Expression


Expression = Words | Prefix | Phrase | AllOf | AnyOf | Without


@dataclass(frozen=True)
class Thing:
    """One thing that was asked for: a word with what means the same, or a phrase."""

    alternatives: tuple
    prefix: str = ""
    is_phrase: bool = False

    def anyhow(self, where: str = "") -> Expression:
        if self.is_phrase:
            return Phrase(self.alternatives[0], where)
        parts: list[Expression] = [Words(words, where) for words in self.alternatives]
        return _any_of([*parts, Prefix(self.prefix, where)] if self.prefix else parts)

    def as_typed(self, where: str = "") -> Expression:
        """As it was typed, and not by another word for it."""
        kind = Phrase if self.is_phrase else Words
        return kind(self.alternatives[0], where)

    @property
    def has_other_words(self) -> bool:
        return bool(self.prefix) or len(self.alternatives) > 1


def things_of(query: Query) -> list[Thing]:
    """Groups and phrases of a Query; the prefix belongs to its last group."""
    last = len(query.groups) - 1
    groups = [Thing(group, query.prefix if number == last else "") for number, group in enumerate(query.groups)]
    return groups + [Thing((words,), is_phrase=True) for words in query.phrases]


def everything(query: Query) -> Expression:
    """What a row must hold to be found."""
    return _without_excluded(query, _together(query, [thing.anyhow() for thing in things_of(query)]))


def tiers(query: Query) -> list[Expression]:
    """Expressions that share out what `query` finds, best first: each row that it finds is in exactly one.

    All of it in the name and as typed; all of it in the name by other words for it; some of it in the name; the rest.
    """
    things = things_of(query)
    in_the_name, anywhere = ([thing.anyhow(where) for thing in things] for where in ("a", ""))
    found: list[Expression | None] = [
        _together(query, [thing.as_typed("a") for thing in things]),
        _together(query, in_the_name),
        AllOf((_any_of(in_the_name), _together(query, anywhere))) if len(things) > 1 else None,
        _together(query, anywhere),
    ]
    apart = [tier for tier in dict.fromkeys(found) if tier]
    return [_without_excluded(query, _apart(apart[:number], tier)) for number, tier in enumerate(apart)]


def _apart(earlier: Sequence[Expression], tier: Expression) -> Expression:
    return Without(tier, _any_of(earlier)) if earlier else tier


def _together(query: Query, parts: Sequence[Expression]) -> Expression:
    return _any_of(parts) if query.any_will_do else _all_of(parts)


def _without_excluded(query: Query, expression: Expression) -> Expression:
    unwanted = [Phrase(words) for words in query.excluded]
    return Without(expression, _any_of(unwanted)) if unwanted else expression


def _all_of(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _any_of(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))
