"""The words that an index has seen, as they are written, and which of them a word spelt wrongly may have meant.

A word is found by what is left of it when one or two letters are taken out: two words that differ by so little have
such a part in common, whichever letter was dropped, added, changed or swapped. The look-up needs nothing but equality,
so it gives the same answers on every database. (The idea of SymSpell, without its code.)
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from bkk_portal.kit.search import stemming

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper
    from django.utils.connection import ConnectionProxy

SHORTEST, LONGEST = 4, 24  # of the words that are learnt; a shorter one could have meant anything
Item = TypeVar("Item")
LONG = 6  # from so many letters on, two of them may be wrong
HEAD = 8  # parts are taken from so many first letters: the rest is compared, not looked up
BATCH = 400


class Vocabulary:
    def __init__(self, table: str) -> None:
        self.words, self.parts = f"{table}_word", f"{table}_part"

    def create(self, connection: ConnectionProxy) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {self.words} (word varchar({LONGEST}) PRIMARY KEY)")
            columns = f"part varchar({LONGEST}), word varchar({LONGEST})"
            cursor.execute(f"CREATE TABLE {self.parts} ({columns}, PRIMARY KEY (part, word))")

    def drop(self, connection: ConnectionProxy) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {self.parts}")
            cursor.execute(f"DROP TABLE {self.words}")

    def learn(self, cursor: CursorWrapper, texts: Iterator[Any]) -> None:
        words = {word for text in texts for word in stemming.words(text) if _is_plain(word)}
        new = sorted(words - self.known(cursor, words))
        _insert(cursor, self.words, [(word,) for word in new])
        _insert(cursor, self.parts, [(part, word) for word in new for part in sorted(parts_of(word))])

    def known(self, cursor: CursorWrapper, words: Iterable[str]) -> set[str]:
        """Those of the words that have been seen."""
        found: set[str] = set()
        for batch in _batches(sorted(words)):
            cursor.execute(f"SELECT word FROM {self.words} WHERE word IN ({_marks(batch)})", batch)
            found.update(word for (word,) in cursor.fetchall())
        return found

    def near(self, cursor: CursorWrapper, word: str, more: Collection[str] = ()) -> list[tuple[int, str]]:
        """[(distance, word)] of seen words, and of the words in `more`, that `word` may have meant; nearest first."""
        if not _is_plain(word):
            return []
        parts = sorted(parts_of(word))
        cursor.execute(f"SELECT DISTINCT word FROM {self.parts} WHERE part IN ({_marks(parts)})", parts)
        allowed = _allowed(word)
        seen = {found for (found,) in cursor.fetchall()} | {other for other in more if abs(len(other) - len(word)) <= 2}
        near = ((distance(word, other, allowed), other[0] != word[0], other) for other in seen)
        return [(number, other) for number, _, other in sorted(near) if 0 < number <= allowed]


def parts_of(word: str) -> set[str]:
    """The word's head, and what is left of it without one letter, and of a long word without two."""
    head = word[:HEAD]
    return {
        "".join(kept)
        for left_out in range(_allowed(word) + 1)
        for kept in itertools.combinations(head, len(head) - left_out)
    }


def _allowed(word: str) -> int:
    return 2 if len(word) >= LONG else 1


def _is_plain(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def _insert(cursor: CursorWrapper, table: str, rows: list[tuple[str, ...]]) -> None:
    for batch in _batches(rows):
        marks = ", ".join([f"({_marks(batch[0])})"] * len(batch))
        cursor.execute(f"INSERT INTO {table} VALUES {marks} ON CONFLICT DO NOTHING", list(itertools.chain(*batch)))


def _batches(rows: list[Item]) -> list[list[Item]]:
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]


def _marks(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))


def distance(one: str, other: str, most: int) -> int:
    """The number, or most + 1 when it is more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
