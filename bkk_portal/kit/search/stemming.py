"""Indonesian words to the stems the index holds.

A form is led back to a root that words/roots.txt knows; only what it does not know goes to snowball, which would
make "pasak" of memasak and "elas" of pengelasan. Families that no affix explains stand in words/families.txt.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from snowballstemmer.indonesian_stemmer import IndonesianStemmer

WORDS = Path(__file__).parent / "words"
WORD = re.compile(r"[a-z0-9]+")
LONGEST = 60  # a longer "word" is no word: an address, a pasted picture
SHORT = 3  # a root of so few letters takes only the prefixes that one syllable takes: menge-las, di-cat
SHORT_PREFIXES = ("menge", "penge", "nge", "di", "se")
# prefix → what the root may have begun with before it
PREFIXES = {
    "memper": ("",),
    "diper": ("",),
    "menge": ("",),
    "penge": ("",),
    "meng": ("", "k"),
    "peng": ("", "k"),
    "meny": ("s",),
    "peny": ("s",),
    "mem": ("", "p"),
    "pem": ("", "p"),
    "men": ("", "t"),
    "pen": ("", "t"),
    "ber": ("",),
    "per": ("",),
    "ter": ("",),
    "pel": ("",),
    "nge": ("",),
    "ng": ("", "k"),
    "ny": ("s",),
    "me": ("",),
    "pe": ("",),
    "be": ("",),
    "ke": ("",),
    "di": ("",),
    "se": ("",),
}
ENDINGS = ("lah", "kah", "pun", "nya", "ku", "mu")
SUFFIXES = ("kan", "an", "i")


def fold(text: str) -> str:
    """Lower case, accents off, ligatures and full-width forms resolved."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of a text as written, folded; stop words stay."""
    return [word[:LONGEST] for word in WORD.findall(fold(text))]


def tokens(text: str) -> list[str]:
    """What the index holds of a text: stems in their order, stop words left out."""
    return [stem(word) for word in words(text) if word not in stop_words()]


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    if word in families():
        return families()[word]
    if word in roots() or len(word) <= SHORT or not word.isalpha():
        return word
    known = next((root for root in _candidates(word) if root in roots()), None)
    if known:
        return families().get(known, known)
    return _snowball().stemWord(word)


def is_known(word: str) -> bool:
    """Whether the word stands in a list or is a form of one that does: a whole word, not the start of one."""
    return word in families() or stem(word) in roots()


def _candidates(word: str) -> Iterator[str]:
    """Every root the word could come from, the least stripped first."""
    bare = [word, *(word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))]
    for form in bare:
        for trunk in (form, *(form.removesuffix(suffix) for suffix in SUFFIXES if form.endswith(suffix))):
            yield from _without_prefix(trunk, depth=2)


def _without_prefix(trunk: str, depth: int) -> Iterator[str]:
    if len(trunk) > SHORT:
        yield trunk
    if depth == 0:
        return
    for prefix, beginnings in PREFIXES.items():
        if not trunk.startswith(prefix):
            continue
        for beginning in beginnings:
            root = beginning + trunk[len(prefix) :]
            if len(root) > SHORT:
                yield from _without_prefix(root, depth - 1)
            elif len(root) == SHORT and prefix in SHORT_PREFIXES:
                yield root


@functools.cache
def stop_words() -> frozenset:
    return frozenset(_listed("stop.txt"))


@functools.cache
def roots() -> frozenset:
    return frozenset(_listed("roots.txt"))


@functools.cache
def families() -> dict[str, str]:
    """form → stem"""
    found = {}
    for line in lines("families.txt"):
        family, forms = line.split(":")
        found.update(dict.fromkeys([family.strip(), *forms.split()], family.strip()))
    return found


def lines(name: str) -> list[str]:
    text = (WORDS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _listed(name: str) -> list[str]:
    return " ".join(lines(name)).split()


@functools.cache
def _snowball() -> IndonesianStemmer:
    return snowballstemmer.stemmer("indonesian")
