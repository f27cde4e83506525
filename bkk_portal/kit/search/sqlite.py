"""A search index as an FTS5 table. Words are [a-z0-9]+ by then, so that quoting them is safe."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from bkk_portal.kit.search import ranking
from bkk_portal.kit.search.dialects import Dialect, Fragment
from bkk_portal.kit.search.terms import AllOf, AnyOf, Expression, Phrase, Prefix, Without, Words

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from bkk_portal.kit.search.query import Query

MANY = 1000  # fewer matches always lead to their rows
COMMON = 5000  # … and fewer are always gathered first


class SqliteDialect(Dialect):
    @property
    def key(self) -> str:
        return "rowid"

    @property
    def match(self) -> str:
        return f"{self.table} MATCH %s"

    def create(self) -> list[str]:
        return [
            f"CREATE VIRTUAL TABLE {self.table} USING fts5(a, b, c, d, tokenize='ascii')",
            f"CREATE TRIGGER {self.table}_forget AFTER DELETE ON {self.owner} "
            f"BEGIN DELETE FROM {self.table} WHERE rowid = old.id; END",
        ]

    def drop(self) -> list[str]:
        return [f"DROP TRIGGER IF EXISTS {self.table}_forget", f"DROP TABLE {self.table}"]

    def tidy(self) -> list[str]:
        return [f"INSERT INTO {self.table}({self.table}) VALUES ('optimize')"]

    def put(self, cursor: CursorWrapper, rows: list[tuple[int, list[list[str]]]]) -> None:
        sql = f"INSERT OR REPLACE INTO {self.table}(rowid, a, b, c, d) VALUES (%s, %s, %s, %s, %s)"
        cursor.executemany(sql, [(key, *(" ".join(tokens) for tokens in texts)) for key, texts in rows])

    def remove(self, cursor: CursorWrapper, keys: list[int]) -> None:
        cursor.executemany(f"DELETE FROM {self.table} WHERE rowid = %s", [(key,) for key in keys])

    def condition(self, cursor: CursorWrapper, expression: Any, *, few: bool = False) -> Fragment:
        """Gathers all matches first, and few of them lead to their rows. Of many, the queryset goes through its own
        order until it has enough that are among them (the plus forbids SQLite the way from match to row). Of a word
        that a good share of all rows has, it reads each row's own text.

        `few`: it is known already that there are not many.
        """
        number, rows = (0, 0) if few else self._matches(cursor, expression)
        if number > max(COMMON, rows // 5):
            return self._read(expression)
        key = "+%(expressions)s" if number > max(MANY, rows // 50) else "%(expressions)s"
        found = f"SELECT rowid FROM {self.table} WHERE {self.table} MATCH %%s"
        return Fragment(f"{key} IN ({found})", (self.write(expression),))

    def _matches(self, cursor: CursorWrapper, expression: Any) -> tuple[int, int]:
        """How many rows are found, counted as far as it makes a difference, and of how many."""
        rows = f"SELECT max(rowid) FROM {self.table}"
        limit = f"max({COMMON}, coalesce(({rows}), 0) / 5) + 1"
        found = f"SELECT 1 FROM {self.table} WHERE {self.match} LIMIT {limit}"
        cursor.execute(f"SELECT (SELECT count(*) FROM ({found})), coalesce(({rows}), 0)", [self.write(expression)])
        return cursor.fetchone()

    def _read(self, expression: AnyOf) -> Fragment:
        test, params = _held(expression)
        return Fragment(f"EXISTS (SELECT 1 {self._row} AND {test})", tuple(params))

    def write(self, expression: Any) -> str:
        """An FTS5 query."""
        match expression:
            case AllOf(parts):
                return f"({' AND '.join(map(self.write, parts))})"
            case AnyOf(parts):
                return f"({' OR '.join(map(self.write, parts))})"
            case Without(wanted, unwanted):
                return f"({self.write(wanted)} NOT {self.write(unwanted)})"
            case Words(words, where):
                text = " AND ".join(f'"{word}"' for word in words)
            case Prefix(prefix, where):
                text = f'"{prefix}" *'
            case Phrase(words, where):
                text = f'"{" ".join(words)}"'
        return f"({where} : ({text}))" if where else f"({text})"

    def rank(self, query: Query) -> Fragment:
        """Looks the words up in the stored text: for as few rows as are ranked, that is quicker than the index."""
        sums: list[str] = []
        params: list[str] = []
        for cases in ranking.cases(query):
            tests = [(points, *_held(expression)) for points, expression in cases]
            sums.append(f"CASE {' '.join(f'WHEN {test} THEN {points}' for points, test, _ in tests)} ELSE 0 END")
            params += itertools.chain(*(held for _, _, held in tests))
        return Fragment(f"(SELECT {' + '.join(sums)} {self._row})", tuple(params))

    @property
    def _row(self) -> str:
        """The row of the index, with a space around each text: a word is what stands between two."""
        texts = " || ' . ' || ".join("abcd")
        columns = ", ".join(f"' ' || {column} || ' ' AS {column}" for column in "abcd")
        source = f"SELECT {columns}, ' ' || {texts} || ' ' AS anywhere FROM {self.table} WHERE rowid = %(expressions)s"
        return f"FROM ({source}) WHERE 1"


def _held(expression: Expression) -> tuple[str, list[str]]:
    """(SQL, parameters) that read the texts of a row."""
    match expression:
        case AllOf(parts):
            return _joined(" AND ", parts)
        case AnyOf(parts):
            return _joined(" OR ", parts)
        case Without(wanted, unwanted):
            test, params = _held(wanted)
            unwanted_test, unwanted_params = _held(unwanted)
            return f"({test} AND NOT {unwanted_test})", [*params, *unwanted_params]
        case Words(words, where):
            texts = [f" {word} " for word in words]
        case Prefix(prefix, where):
            texts = [f" {prefix}"]
        case Phrase(words, where):
            texts = [f" {' '.join(words)} "]
    return "(" + " AND ".join(f"instr({where or 'anywhere'}, %%s) > 0" for _ in texts) + ")", texts


def _joined(word: str, parts: tuple[Words | Prefix, ...]) -> tuple[str, list[str]]:
    tests, params = zip(*map(_held, parts), strict=True)
    return f"({word.join(tests)})", list(itertools.chain(*params))
