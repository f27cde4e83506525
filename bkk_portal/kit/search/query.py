"""What a person typed, as the search understands it: "las listrik" -magang admin"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from bkk_portal.kit.search import stemming

MOST_WORDS = 12  # of one query; the rest of a pasted paragraph says nothing more
SHORTEST_PREFIX = 3
WEAK = ("kerja",)  # worth looking for only when nothing else was said
QUOTED = re.compile(r'(-?)"([^"]*)"?')

Words = tuple[str, ...]  # stems that belong together


@dataclass(frozen=True)
class Query:
    """Stems, ready for an index.

    groups: each must be found; one of a group's alternatives will do, and of an alternative all words, in any
    order. phrases: each must be found, word after word. excluded: none may be found; several words as a phrase.
    prefix: the last word as typed, when it may not be whole; words that begin so satisfy the last group as well.
    any_will_do: one of the groups and phrases is enough.
    """

    groups: tuple[tuple[Words, ...], ...] = ()
    phrases: tuple[Words, ...] = ()
    excluded: tuple[Words, ...] = ()
    prefix: str = ""
    any_will_do: bool = False

    def __bool__(self) -> bool:
        return bool(self.groups or self.phrases or self.excluded)


def parse_query(text: str, *, is_begun: bool = False) -> Query:
    """The Query of a text; an empty one when nothing in it can be looked for.

    `is_begun`: the last word is only the beginning of one, even if it is a word itself (kas, of kasir).
    """
    phrases, excluded = _quoted(text)
    loose = QUOTED.sub(" ", text).split()
    excluded += [stems for word in loose if word.startswith("-") and (stems := _stems(word))]
    wanted = " ".join(word for word in loose if not word.startswith("-"))
    groups = _groups(wanted, may_go_on=bool(loose) and text.endswith(loose[-1]))
    return Query(
        groups=tuple(groups),
        phrases=tuple(phrases),
        excluded=tuple(excluded),
        prefix=_prefix(wanted, text, is_begun) if groups and len(groups[-1][0]) == 1 else "",
    )


def _quoted(text: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    for minus, inside in QUOTED.findall(text):
        if stems := _stems(inside):
            (excluded if minus else phrases).append(stems)
    return phrases, excluded


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stemming.tokens(text)[:MOST_WORDS])


def _groups(text: str, *, may_go_on: bool) -> list[tuple[tuple[str, ...], ...]]:
    """One group a word, or a run of words that has synonyms, in their order."""
    stems = [stem for stem in _stems(text) if stem not in _noise()]
    if may_go_on and len(stems) > 1 and _is_barely_begun(text):
        stems.pop()
    groups = []
    while stems:
        run = _longest_known(stems)
        groups.append((run, *(other for other in sorted(_synonyms().get(run, ())) if other != run)))
        del stems[: len(run)]
    telling = [group for group in groups if group[0] != WEAK]
    return list(dict.fromkeys(telling or groups))


def says_nothing(text: str) -> bool:
    """Whether a text holds only what is looked for when nothing else was said."""
    query = parse_query(f"{text} ")
    return not (query.phrases or query.excluded) and all(group[0] == WEAK for group in query.groups)


def _is_barely_begun(text: str) -> bool:
    """Whether the last word is one or two letters that mean nothing yet: somebody is typing."""
    last = stemming.words(text)[-1]
    is_whole = stemming.is_known(last) or not last.isalpha() or tuple(stemming.tokens(last)) in _synonyms()
    return len(last) < SHORTEST_PREFIX and not is_whole and last not in stemming.stop_words()


def _longest_known(stems: list[str]) -> tuple[str, ...]:
    """The longest run at the start that the synonyms know; else the first word alone."""
    for length in range(min(_longest_synonym(), len(stems)), 1, -1):
        if tuple(stems[:length]) in _synonyms():
            return tuple(stems[:length])
    return tuple(stems[:1])


def _prefix(wanted: str, text: str, is_begun: bool) -> str:
    """The last word while it may still be typed on: not closed by a space, and not a whole word we know."""
    words = stemming.words(wanted)
    if not words or text[-1:].isspace() or not text.endswith(wanted.split()[-1]):
        return ""
    last = words[-1]
    is_whole = not is_begun and (stemming.is_known(last) or tuple(stemming.tokens(last)) in _synonyms())
    return "" if is_whole or len(last) < SHORTEST_PREFIX or last in stemming.stop_words() else last


@functools.cache
def _synonyms() -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """words → every other words that mean the same"""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for line in stemming.lines("synonyms.txt"):
        members = {tuple(stemming.tokens(member)) for member in line.split("=")}
        for member in members:
            found.setdefault(member, set()).update(members - {member})
    return found


@functools.cache
def _longest_synonym() -> int:
    return max(len(words) for words in _synonyms())


@functools.cache
def _noise() -> frozenset:
    return frozenset(stem for word in noise_words() for stem in stemming.tokens(word))


@functools.cache
def noise_words() -> frozenset:
    return frozenset(word for line in stemming.lines("noise.txt") for word in stemming.words(line))


@functools.cache
def synonym_words() -> frozenset:
    """Every single word that the synonyms know, as written."""
    return frozenset(word for line in stemming.lines("synonyms.txt") for word in stemming.words(line))
