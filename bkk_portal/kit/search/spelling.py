"""What was meant by a text that finds nothing: words spelt wrongly, or more words than any row has."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from django.db import connections, models

from bkk_portal.kit.search import stemming
from bkk_portal.kit.search.query import MOST_WORDS, QUOTED, Query, noise_words, parse_query, synonym_words
from bkk_portal.kit.search.vocabulary import SHORTEST

if TYPE_CHECKING:
    from bkk_portal.kit.search.index import SearchIndex

MOST_TRIED = 5  # of the words that are equally near
ENOUGH = 1000  # counted no further when the most frequent of them is looked for
LETTERS = re.compile(r"[^\W\d_]+")


@dataclasses.dataclass(frozen=True)
class Understood:
    """`text`: what was searched for in place of what was typed, or "" when that was searched for."""

    query: Query
    text: str = ""

    @property
    def is_part(self) -> bool:
        return self.query.any_will_do


def as_typed(text: str) -> Understood:
    return Understood(parse_query(text))


def understood(index: SearchIndex, queryset: models.QuerySet, text: str) -> Understood:
    """How to read a text so that it finds something in `queryset`; as typed when it does, or when nothing helps.

    `queryset`: everything that could be found, before any filter: what is understood must not change with them.
    """
    query = parse_query(text)
    if not (query.groups or query.phrases) or index.number_of(queryset, query, 1):
        return Understood(query)
    begun = parse_query(text, is_begun=True)
    if begun != query and index.number_of(queryset, begun, 1):
        return Understood(begun)
    corrected = _corrected(index, queryset, text)
    if corrected != text:
        query = parse_query(f"{corrected} ")
        if index.number_of(queryset, query, 1):
            return Understood(query, corrected)
    return _in_part(index, queryset, query, corrected if corrected != text else "") or Understood(parse_query(text))


def _in_part(index: SearchIndex, queryset: models.QuerySet, query: Query, text: str) -> Understood | None:
    if len(query.groups) + len(query.phrases) < 2:
        return None
    part = dataclasses.replace(query, any_will_do=True)
    return Understood(part, text) if index.number_of(queryset, part, 1) else None


def _corrected(index: SearchIndex, queryset: models.QuerySet, text: str) -> str:
    """The text with each unknown word replaced by the likeliest known one."""
    loose = QUOTED.sub(" ", text)
    asked = [word for word in stemming.words(loose) if len(word) >= SHORTEST and not _is_ours(word)][:MOST_WORDS]
    with connections[queryset.db].cursor() as cursor:
        unknown = set(asked) - index.vocabulary.known(cursor, asked)
        near = {word: index.vocabulary.near(cursor, word, synonym_words()) for word in sorted(unknown)}
    meant = {word: best for word, found in near.items() if (best := _likeliest(index, queryset, found))}
    return LETTERS.sub(lambda found: meant.get(stemming.fold(found[0]), found[0]), text)


def _is_ours(word: str) -> bool:
    return word in stemming.stop_words() or word in noise_words() or word in synonym_words() or stemming.is_known(word)


def _likeliest(index: SearchIndex, queryset: models.QuerySet, near: list[tuple[int, str]]) -> str:
    """Of the nearest words that find anything the one that finds most."""
    for number in sorted({number for number, _ in near}):
        tried = [word for far, word in near if far == number][:MOST_TRIED]
        found = {word: index.number_of(queryset, parse_query(f"{word} "), ENOUGH) for word in tried}
        best = max(tried, key=lambda word: found[word])
        if found[best]:
            return best
    return ""
