"""From a new vacancy to the saved searches that may find it, without asking all of them.

Each saved search hangs on a few anchors, of which every vacancy it finds has at least one: words of its text. Only
those whose anchor the vacancy carries are asked whether they really find it. Searches without words share the anchor
ALL; there are only as many different ones as the filters have choices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import QueryDict

from bkk_portal.kit.search import stemming
from bkk_portal.kit.search.query import SHORTEST_PREFIX
from placements.vacancies.search import index

if TYPE_CHECKING:
    from placements.vacancies.models import Vacancy

ALL = "semua"


def anchors_of(query: str) -> list[str]:
    """The anchors of a saved search, given as its query string."""
    parsed = index.read(QueryDict(query).get("q", ""))
    if parsed.phrases:
        return [_word(parsed.phrases[0][0])]
    whole = parsed.groups[:-1] if parsed.prefix else parsed.groups
    if whole:
        return _of_group(whole[0])
    if parsed.groups:
        return sorted({*_of_group(parsed.groups[0]), _beginning(parsed.prefix)})
    return [ALL]


def anchors_in(vacancy: Vacancy) -> set[str]:
    """Every anchor that this vacancy carries."""
    stems = {stem for text in index.texts_of(vacancy).values() for stem in stemming.tokens(text)}
    beginnings = {_beginning(stem) for stem in stems if len(stem) >= SHORTEST_PREFIX}
    return {ALL, *map(_word, stems), *beginnings}


def _of_group(alternatives: tuple[tuple[str, ...], ...]) -> list[str]:
    """Of each alternative all words are needed, so its first will do."""
    return sorted({_word(words[0]) for words in alternatives})


def _word(stem: str) -> str:
    return f"kata:{stem}"[:140]


def _beginning(word: str) -> str:
    return f"awal:{word[:SHORTEST_PREFIX]}"
