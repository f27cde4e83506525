"""Sentences that mean a filter: "kasir tanpa pengalaman gaji 3 juta". What they mean stands in sentences.txt.

The filter is offered, never set: a sentence can be misread. Words that no vacancy would hold are not looked for, so
that they do not keep the rest from being found.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bkk_portal.kit.search.query import says_nothing
from bkk_portal.kit.search.stemming import fold
from bkk_portal.kit.web.cache import remembered
from placements.vacancies.search import choices

if TYPE_CHECKING:
    from re import Match, Pattern

TABLE = Path(__file__).parent / "sentences.txt"
TOKEN = re.compile(r'-?"[^"]*"?|\S+')
AROUND = ",.;:!?()"
TAKEN = '"'  # stands for what is read already, quoted or left out: no phrase runs over it
LONGEST = 300  # letters that are read for sentences
MILLION = 1_000_000
CITY_OR_REGENCY = re.compile(r"^(kabupaten|kota|semua) ")


@dataclass(frozen=True)
class Meaning:
    """What a phrase stands for; without a filter it is nothing that vacancies are found by."""

    filter: str
    value: str
    pattern: re.Pattern
    is_looked_for: bool = False


@dataclass(frozen=True)
class Said:
    """A filter that was said in words, and `rest`: the text without these words."""

    filter: str
    value: str
    rest: str
    is_looked_for: bool


def looked_for(text: str) -> str:
    """What of a text is to be found in the vacancies; "" when all of it is filters and words nobody looks for."""
    read = _read(_words(text), table())
    return _without(text, {place for meaning, _, places in read if not meaning.is_looked_for for place in places})


def said_in(text: str) -> list[Said]:
    """[Said] in the order of the table, each filter once."""
    if not text:
        return []
    words, found = _words(text), dict[str, Said]()
    read = _read(words, table()) + _read(words, _named_places())
    idle = {place for meaning, _, places in read if not meaning.filter for place in places}
    for meaning, match, places in read:
        if meaning.filter and (value := _pay(match) if meaning.value == "?" else meaning.value):
            said = Said(meaning.filter, value, _without(text, idle.union(places)), meaning.is_looked_for)
            found.setdefault(meaning.filter, said)
    return list(found.values())


def _without(text: str, places: set[int]) -> str:
    """The text without the words at these places; "" when what is left says nothing."""
    if not places:
        return text
    words = TOKEN.findall(text)
    rest = " ".join(word for place, word in enumerate(words) if place not in places)
    if says_nothing(rest):
        return ""
    is_open = len(words) - 1 not in places and not text[-1].isspace()  # the last word may not be whole yet
    return rest if is_open else f"{rest} "


def _read(words: list[str], meanings: list[Meaning]) -> list[tuple[Meaning, Match, range]]:
    """[(Meaning, match, places of its words)]; takes these out of `words`: they belong to the first that fits."""
    found = []
    for meaning in meanings:
        line = " ".join(words)
        for match in meaning.pattern.finditer(line):
            first = line.count(" ", 0, match.start())
            places = range(first, first + match.group().count(" ") + 1)
            found.append((meaning, match, places))
            words[places.start : places.stop] = [TAKEN] * len(places)
    return found


def _words(text: str) -> list[str]:
    tokens = TOKEN.findall(text[:LONGEST])
    return [TAKEN if token.startswith("-") or '"' in token else _plain(token) for token in tokens]


def _plain(token: str) -> str:
    return "".join(fold(token).strip(AROUND).split())


def _pay(match: Match) -> str:
    """The highest step of the filter that the said amount reaches: "3,5 juta" looks from 3 million on."""
    said = match.groupdict()
    if said.get("juta"):
        amount = float(said["juta"].replace(",", ".")) * MILLION
    else:
        amount = int(said["rupiah"].replace(".", ""))
    return str(max((step for step in choices.PAY_STEPS if step <= amount), default=""))


@functools.cache
def table() -> list[Meaning]:
    """[Meaning] of sentences.txt, in its order."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [_meaning(*line.split(" | ", 1)) for line in lines if line.strip() and not line.startswith("#")]


def _meaning(head: str, phrase: str) -> Meaning:
    name, _, value = head.lstrip("+-").partition("=")
    return Meaning(name, value, _pattern(phrase), is_looked_for=head.startswith("+"))


def _pattern(phrase: str) -> Pattern:
    return re.compile(rf"(?<!\S)(?:{phrase})(?!\S)")


@remembered(choices.KEPT)
def _named_places() -> list[Meaning]:
    """[Meaning] of every place that the filter offers, by its name; the longer names first."""
    known = [entry for _, group in choices.places() for entry in group if entry[0] != choices.ELSEWHERE]
    codes = {_plain_name(name): code for code, name in known}
    for code, name in known:
        codes.setdefault(CITY_OR_REGENCY.sub("", _plain_name(name)), code)
    codes["kupang"] = codes.get("kota kupang", "")  # and not the regency around it
    names = sorted((name for name in codes if codes[name]), key=len, reverse=True)
    return [Meaning("tempat", codes[name], _pattern(re.escape(name)), is_looked_for=True) for name in names]


def _plain_name(name: str) -> str:
    return " ".join(_plain(word) for word in name.split())
