"""A room's own full-text index, with the same words and the same order of results on SQLite and PostgreSQL.

The index stands in a table of its own, beside the rows it finds: FTS5 on SQLite, a tsvector with GIN on PostgreSQL.
Texts come in four weights: A (the name of the thing) to D (the small print). A room keeps it in three steps:

    INDEX = SearchIndex(table="placements_vacancysearch", owner_table="placements_vacancy", owner_column="vacancy_id")

1. a migration written by hand, after the one that makes the owner's table:
       operations = SearchIndex(table=…, owner_table=…, owner_column=…).create_operations()
2. its actions call `INDEX.put([(vacancy.pk, {"A": title, "B": employer, "D": description})])` in the transaction
   that changes the row; `INDEX.remove(ids)` for rows that shall not be found. Deleted rows leave by a trigger.
3. its queries narrow with `INDEX.matching(queryset, query)` and sort with `INDEX.best_first(queryset, query, number)`,
   where `query` is parse_query(text), or what spelling.understood() made of it.

How results are ordered. The rank adds up, for each thing asked for, the best weight it was found in (ranking.POINTS);
equal ranks keep the queryset's own order. Ranking every row that has a common word would cost more the more rows there
are, so of more than RANKED rows first those come that have all of it in weight A, then those that have some of it
there, then the rest (terms.tiers), each in the queryset's own order: an index of the owner's table leads to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS, connections, migrations, models
from django.db.models import BooleanField, F, Func, IntegerField

from bkk_portal.kit.search import stemming
from bkk_portal.kit.search.postgresql import PostgresqlDialect
from bkk_portal.kit.search.query import Query
from bkk_portal.kit.search.sqlite import SqliteDialect
from bkk_portal.kit.search.terms import everything, tiers
from bkk_portal.kit.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from django.db.migrations.operations.special import RunPython

    from bkk_portal.kit.search.dialects import Fragment

DIALECTS: dict[str, type[SqliteDialect] | type[PostgresqlDialect]] = {
    "sqlite": SqliteDialect,
    "postgresql": PostgresqlDialect,
}
WEIGHTS = ("A", "B", "C", "D")
RANKED = 1000
MOST_TOKENS = 5000  # of one text
NAME = re.compile(r"[a-z][a-z0-9_]*")


class _AroundKey(Func):
    """An SQL fragment of our own around the row's primary key."""

    def __init__(self, fragment: Fragment, output_field: BooleanField | IntegerField) -> None:
        super().__init__(F("pk"), template=fragment.template, output_field=output_field)
        self.fragment_params = fragment.params

    def as_sql(  # the parameters of Func.as_sql
        self,
        compiler: Any,
        connection: Any,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **extra: Any,
    ) -> tuple[str, Any]:
        sql, params = super().as_sql(compiler, connection, function, template, arg_joiner, **extra)
        return sql, [*params, *self.fragment_params]


@dataclass(frozen=True)
class SearchIndex:
    table: str
    owner_table: str
    owner_column: str

    def __post_init__(self) -> None:
        for name in (self.table, self.owner_table, self.owner_column):
            if not NAME.fullmatch(name):
                raise ValueError(f"not a plain SQL name: {name!r}")

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of all texts as written, for what is spelt wrongly."""
        return Vocabulary(self.table)

    def create_operations(self) -> list[RunPython]:
        """Operations of a migration: makes the table and its triggers; reversible. It starts empty."""
        return [_operation(self.create, self.drop)]

    def create_vocabulary_operations(self) -> list[RunPython]:
        """The same for the vocabulary, which came later."""
        return [_operation(self.vocabulary.create, self.vocabulary.drop)]

    def create(self, connection: Any) -> None:
        _execute(connection, self._dialect(connection).create())

    def drop(self, connection: Any) -> None:
        _execute(connection, self._dialect(connection).drop())

    def put(self, rows: Iterable[tuple[int, dict[str, str]]], *, using: str = DEFAULT_DB_ALIAS) -> None:
        """Adds or replaces rows: an iterable of (primary key, {"A": text, …}); weights left out are empty."""
        connection, held = connections[using], list(rows)
        tokenised = [(key, [self._tokens(texts, weight) for weight in WEIGHTS]) for key, texts in held]
        with connection.cursor() as cursor:
            self._dialect(connection).put(cursor, tokenised)
            self.vocabulary.learn(cursor, (text for _, texts in held for text in texts.values() if text))

    def _tokens(self, texts: dict[str, str], weight: str) -> list[str]:
        return stemming.tokens(texts.get(weight) or "")[:MOST_TOKENS]

    def remove(self, keys: list[int], *, using: str = DEFAULT_DB_ALIAS) -> None:
        connection = connections[using]
        with connection.cursor() as cursor:
            self._dialect(connection).remove(cursor, list(keys))

    def tidy(self, *, using: str = DEFAULT_DB_ALIAS) -> None:
        """After putting thousands of rows: lets the database see what it now holds."""
        connection = connections[using]
        _execute(connection, self._dialect(connection).tidy())

    def matching(self, queryset: models.QuerySet, query: Query) -> models.QuerySet:
        """The rows of `queryset` that `query` finds, in the queryset's own order. An empty query changes nothing."""
        if query.groups or query.phrases:
            return self._matched(queryset, everything(query))
        for words in query.excluded:
            queryset = queryset.exclude(self._condition(queryset, everything(Query(phrases=(words,)))))
        return queryset

    def best_first(self, queryset: models.QuerySet, query: Query, number: int) -> list[models.QuerySet]:
        """[queryset] to be read one after the other. `number`: how many rows of it `query` finds, at least up to
        RANKED + 1; this settles how they are ordered.
        """
        if not (query.groups or query.phrases):
            return [self.matching(queryset, query)]
        if number > RANKED:
            return [self._matched(queryset, tier) for tier in tiers(query)]
        found = self._matched(queryset, everything(query), few=True)
        fragment = self._dialect(connections[queryset.db]).rank(query)
        ranked = found.annotate(search_rank=_AroundKey(fragment, IntegerField()))
        return [ranked.order_by("-search_rank", *_own_order(queryset))]

    def number_of(self, queryset: models.QuerySet, query: Query, limit: int) -> int:
        """How many rows of `queryset` are found, counted up to `limit`: from the index, where few have the word.

        0 where nothing is looked for: a near word can be one that is never looked for (hari, cari).
        """
        if not (query.groups or query.phrases):
            return 0
        connection = connections[queryset.db]
        with connection.cursor() as cursor:
            return self._dialect(connection).count(cursor, everything(query), limit, owners=queryset)

    def _matched(self, queryset: models.QuerySet, expression: Any, **how: Any) -> models.QuerySet:
        return queryset.filter(self._condition(queryset, expression, **how))

    def _condition(self, queryset: models.QuerySet, expression: Any, **how: Any) -> _AroundKey:
        connection = connections[queryset.db]
        with connection.cursor() as cursor:
            fragment = self._dialect(connection).condition(cursor, expression, **how)
        return _AroundKey(fragment, BooleanField())

    def _dialect(self, connection: Any) -> SqliteDialect | PostgresqlDialect:
        return DIALECTS[connection.vendor](self)


def _operation(make: Callable, unmake: Callable) -> RunPython:
    return migrations.RunPython(
        lambda apps, schema_editor: make(schema_editor.connection),
        lambda apps, schema_editor: unmake(schema_editor.connection),
    )


def _execute(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _own_order(queryset: models.QuerySet) -> tuple[Any, ...]:
    return tuple(queryset.query.order_by or queryset.model._meta.ordering or ("-pk",))
