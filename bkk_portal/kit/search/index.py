"""A room's own full-text index, with the same words and the same order of results on SQLite and PostgreSQL.

The index stands in a table of its own, beside the rows it finds: FTS5 on SQLite, a tsvector with GIN on PostgreSQL.
Texts come in four weights: A (the name of the thing) to D (the small print). A room keeps it in three steps:

    INDEX = SearchIndex(table="placements_vacancysearch", owner_table="placements_vacancy", owner_column="vacancy_id")

1. a migration written by hand, after the one that makes the owner's table:
       operations = SearchIndex(table=…, owner_table=…, owner_column=…).create_operations()
2. its actions call `INDEX.put([(vacancy.pk, {"A": title, "B": employer, "D": description})])` in the transaction
   that changes the row; `INDEX.remove(ids)` for rows that shall not be found. Deleted rows leave by a trigger.
3. its queries end in `INDEX.matching(queryset, parse_query(text))`, after every filter.

How results are ordered. The rank counts, for each thing asked for, the best weight it was found in (A 8, B 4, C 2,
D 1); equal ranks keep the queryset's own order. Ranking every row that has a common word would cost more the more rows
there are, so a query that finds more than RANKED rows is answered in its queryset's own order instead, and from those
rows that have all of it in weight A as soon as there are ENOUGH of these. `rank=False` always keeps every match.
"""

import re
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connections, migrations
from django.db.models import BooleanField, F, Func, IntegerField, Value

from bkk_portal.kit.search import stemming
from bkk_portal.kit.search.dialects import dialect_of
from bkk_portal.kit.search.query import Query

WEIGHTS = ("A", "B", "C", "D")
RANKED = 1000
ENOUGH = 100  # five pages
MOST_TOKENS = 5000  # of one text
NAME = re.compile(r"[a-z][a-z0-9_]*")


class _AroundKey(Func):
    """An SQL fragment of our own around the row's primary key."""

    def __init__(self, fragment, output_field):
        super().__init__(F("pk"), template=fragment.template, output_field=output_field)
        self.fragment_params = fragment.params

    def as_sql(self, compiler, connection, **extra):
        sql, params = super().as_sql(compiler, connection, **extra)
        return sql, [*params, *self.fragment_params]


@dataclass(frozen=True)
class SearchIndex:
    table: str
    owner_table: str
    owner_column: str

    def __post_init__(self):
        for name in (self.table, self.owner_table, self.owner_column):
            if not NAME.fullmatch(name):
                raise ValueError(f"not a plain SQL name: {name!r}")

    def create_operations(self):
        """Operations of a migration: makes the table and its triggers; reversible. It starts empty."""
        return [
            migrations.RunPython(
                lambda apps, schema_editor: self.create(schema_editor.connection),
                lambda apps, schema_editor: self.drop(schema_editor.connection),
            )
        ]

    def create(self, connection):
        _execute(connection, self._dialect(connection).create())

    def drop(self, connection):
        _execute(connection, self._dialect(connection).drop())

    def put(self, rows, *, using=DEFAULT_DB_ALIAS):
        """Adds or replaces rows: an iterable of (primary key, {"A": text, …}); weights left out are empty."""
        connection = connections[using]
        tokenised = [(key, [self._tokens(texts, weight) for weight in WEIGHTS]) for key, texts in rows]
        with connection.cursor() as cursor:
            self._dialect(connection).put(cursor, tokenised)

    def _tokens(self, texts, weight):
        return stemming.tokens(texts.get(weight) or "")[:MOST_TOKENS]

    def remove(self, keys, *, using=DEFAULT_DB_ALIAS):
        connection = connections[using]
        with connection.cursor() as cursor:
            self._dialect(connection).remove(cursor, list(keys))

    def tidy(self, *, using=DEFAULT_DB_ALIAS):
        """After putting thousands of rows: lets the database see what it now holds."""
        connection = connections[using]
        _execute(connection, self._dialect(connection).tidy())

    def matching(self, queryset, query, *, rank=True):
        """The rows of `queryset` that `query` finds, best first, annotated with `search_rank`.

        Call it last: filters after it see fewer rows than they should when the query is a common word. With
        rank=False (counts, exports) the order stays and every match is there. An empty query changes nothing.
        """
        if not (query.groups or query.phrases):
            found = self._without(queryset, query.excluded)
            return self._unranked(found) if rank else found
        if not rank:
            return self._matched(queryset, query)
        if not self._finds_more(query, RANKED, using=queryset.db):
            return self._ranked(self._matched(queryset, query, few=True), query)
        if self._finds_more(query, ENOUGH, using=queryset.db, strong=True, owners=queryset):
            return self._unranked(self._matched(queryset, query, strong=True))
        matched = self._matched(queryset, query)
        if self._finds_more(query, RANKED, using=queryset.db, owners=queryset):
            return self._unranked(matched)
        return self._ranked(matched, query)

    def _finds_more(self, query, number, *, using, **among):
        connection = connections[using]
        with connection.cursor() as cursor:
            return self._dialect(connection).count(cursor, query, number + 1, **among) > number

    def _matched(self, queryset, query, **how):
        return queryset.filter(self._condition(queryset, query, **how))

    def _condition(self, queryset, query, **how):
        connection = connections[queryset.db]
        with connection.cursor() as cursor:
            fragment = self._dialect(connection).condition(cursor, query, **how)
        return _AroundKey(fragment, BooleanField())

    def _without(self, queryset, excluded):
        for words in excluded:
            queryset = queryset.exclude(self._condition(queryset, Query(phrases=(words,))))
        return queryset

    def _ranked(self, queryset, query):
        fragment = self._dialect(connections[queryset.db]).rank(query)
        annotated = queryset.annotate(search_rank=_AroundKey(fragment, IntegerField()))
        return annotated.order_by("-search_rank", *_own_order(queryset))

    def _unranked(self, queryset):
        return queryset.annotate(search_rank=Value(0))

    def _dialect(self, connection):
        return dialect_of(connection.vendor)(self)


def _execute(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _own_order(queryset):
    return queryset.query.order_by or queryset.model._meta.ordering or ("-pk",)
