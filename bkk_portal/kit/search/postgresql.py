"""A search index as a table of tsvectors. Words are [a-z0-9]+ by then, so that quoting them is safe.

A word of weight A is in the vector twice: once more with a capital A before it, which the index can count.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bkk_portal.kit.search import ranking
from bkk_portal.kit.search.dialects import Dialect, Fragment
from bkk_portal.kit.search.terms import AllOf, AnyOf, Expression, Phrase, Prefix, Without, Words

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from bkk_portal.kit.search.query import Query

BATCH = 200
LAST_POSITION = 16383  # PostgreSQL counts no further


class PostgresqlDialect(Dialect):
    @property
    def match(self) -> str:
        return "words @@ %s::tsquery"

    @property
    def key(self) -> str:
        return self.column

    def create(self) -> list[str]:
        return [
            f"CREATE TABLE {self.table} ({self.column} bigint PRIMARY KEY, words tsvector NOT NULL)",
            f"CREATE INDEX {self.table}_words ON {self.table} USING gin (words)",
            self._function("forget", f"DELETE FROM {self.table} WHERE {self.column} = OLD.id"),
            f"CREATE TRIGGER {self.table}_forget AFTER DELETE ON {self.owner} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.table}_forget()",
            self._function("forget_all", f"DELETE FROM {self.table}"),
            f"CREATE TRIGGER {self.table}_forget_all AFTER TRUNCATE ON {self.owner} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {self.table}_forget_all()",
        ]

    def _function(self, name: str, statement: str) -> str:
        return (
            f"CREATE FUNCTION {self.table}_{name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$body$ BEGIN {statement}; RETURN NULL; END $body$"
        )

    def drop(self) -> list[str]:
        return [
            *(f"DROP FUNCTION {self.table}_{name}() CASCADE" for name in ("forget", "forget_all")),
            f"DROP TABLE {self.table}",
        ]

    def tidy(self) -> list[str]:
        return [f"ANALYZE {self.table}"]

    def put(self, cursor: CursorWrapper, rows: Iterable[tuple[int, list[list[str]]]]) -> None:
        vectors = [(key, vector(texts)) for key, texts in dict(rows).items()]
        for start in range(0, len(vectors), BATCH):
            batch = vectors[start : start + BATCH]
            cursor.execute(
                f"INSERT INTO {self.table} ({self.column}, words) "
                f"VALUES {', '.join(['(%s, %s::tsvector)'] * len(batch))} "
                f"ON CONFLICT ({self.column}) DO UPDATE SET words = EXCLUDED.words "
                f"WHERE {self.table}.words IS DISTINCT FROM EXCLUDED.words",
                list(itertools.chain(*batch)),
            )

    def remove(self, cursor: CursorWrapper, keys: list[int]) -> None:
        cursor.execute(f"DELETE FROM {self.table} WHERE {self.column} = ANY(%s)", [keys])

    def condition(self, cursor: CursorWrapper, expression: Expression, *, few: bool = False) -> Fragment:
        row = f"SELECT 1 FROM {self.table} WHERE {self.column} = %(expressions)s AND words @@ %%s::tsquery"
        return Fragment(f"EXISTS ({row})", (self.write(expression),))

    def write(self, expression: Expression) -> str:
        """A tsquery."""
        match expression:
            case AllOf(parts):
                return f"({' & '.join(map(self.write, parts))})"
            case AnyOf(parts):
                return f"({' | '.join(map(self.write, parts))})"
            case Without(wanted, unwanted):
                return f"({self.write(wanted)} & !{self.write(unwanted)})"
            case Words(words, where):
                return "(" + " & ".join(_lexeme(word, where) for word in words) + ")"
            case Prefix(prefix, where):
                return f"({_lexeme(prefix, where, begins=True)})"
            case Phrase(words, where):
                label = f":{where.upper()}" if where else ""
                return "(" + " <-> ".join(f"'{word}'{label}" for word in words) + ")"

    def rank(self, query: Query) -> Fragment:
        sums: list[str] = []
        params: list[str] = []
        for cases in ranking.cases(query):
            sums.append(
                f"CASE {' '.join(f'WHEN words @@ %%s::tsquery THEN {points}' for points, _ in cases)} ELSE 0 END"
            )
            params += [self.write(expression) for _, expression in cases]
        return Fragment(
            f"(SELECT {' + '.join(sums)} FROM {self.table} WHERE {self.column} = %(expressions)s)", tuple(params)
        )


def _lexeme(word: str, where: str, *, begins: bool = False) -> str:
    if where == "a":
        return f"'A{word}'" + (":*" if begins else "")
    label = ("*" if begins else "") + where.upper()
    return f"'{word}'" + (f":{label}" if label else "")


def vector(texts: list[list[str]]) -> str:
    """A tsvector literal. Between two weights lies a gap, so that no phrase runs from one into the next."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, tokens in zip("ABCD", texts, strict=True):
        for word in tokens:
            position += 1
            places.setdefault(word, []).append(f"{min(position, LAST_POSITION)}{weight}")
            if weight == "A":
                places.setdefault(f"A{word}", [])
        position += 1
    return " ".join(f"'{word}'{':' if found else ''}{','.join(found)}" for word, found in places.items())
