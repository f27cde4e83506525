"""The SQL of a search index, one class a database. Words are [a-z0-9]+ by then, so that quoting them is safe."""

import itertools
from dataclasses import dataclass

from django.db.models.expressions import RawSQL

POINTS = {"a": 8, "b": 4, "c": 2, "d": 1}
MANY = 1000  # SQLite: fewer matches always lead to their rows
COMMON = 5000  # … and fewer are always gathered first
BATCH = 200
LAST_POSITION = 16383  # PostgreSQL counts no further


@dataclass(frozen=True)
class Fragment:
    """SQL with %(expressions)s where the owner's key goes, and its parameters."""

    template: str
    params: tuple = ()


class Dialect:
    key: str  # the column that holds the owner's primary key
    match: str  # the condition on a row of the index; its parameter is what match_of() gives

    def __init__(self, index):
        self.table = index.table
        self.owner = index.owner_table
        self.column = index.owner_column

    def count(self, cursor, query, limit, *, strong=False, owners=None):
        """How many rows `query` finds, counted up to `limit`; among `owners` (a queryset) when given."""
        sql, params = f"SELECT 1 FROM {self.table} WHERE {self.match}", [self.match_of(query, strong)]
        if owners is not None:
            inner, inner_params = self._of_this_row(owners)
            sql, params = f"{sql} AND EXISTS ({inner})", [*params, *inner_params]
        cursor.execute(f"SELECT count(*) FROM ({sql} LIMIT %s) AS found", [*params, limit])
        return cursor.fetchone()[0]

    def _of_this_row(self, owners):
        """The SQL of `owners`, narrowed to the owner of the index row in hand."""
        here = owners.order_by().filter(pk=RawSQL(f"{self.table}.{self.key}", ())).values("pk")
        return here.query.get_compiler(using=owners.db).as_sql()


class SqliteDialect(Dialect):
    key = "rowid"

    @property
    def match(self):
        return f"{self.table} MATCH %s"

    def create(self):
        return [
            f"CREATE VIRTUAL TABLE {self.table} USING fts5(a, b, c, d, tokenize='ascii')",
            f"CREATE TRIGGER {self.table}_forget AFTER DELETE ON {self.owner} "
            f"BEGIN DELETE FROM {self.table} WHERE rowid = old.id; END",
        ]

    def drop(self):
        return [f"DROP TRIGGER IF EXISTS {self.table}_forget", f"DROP TABLE {self.table}"]

    def tidy(self):
        return [f"INSERT INTO {self.table}({self.table}) VALUES ('optimize')"]

    def put(self, cursor, rows):
        sql = f"INSERT OR REPLACE INTO {self.table}(rowid, a, b, c, d) VALUES (%s, %s, %s, %s, %s)"
        cursor.executemany(sql, [(key, *(" ".join(tokens) for tokens in texts)) for key, texts in rows])

    def remove(self, cursor, keys):
        cursor.executemany(f"DELETE FROM {self.table} WHERE rowid = %s", [(key,) for key in keys])

    def condition(self, cursor, query, *, strong=False, few=False):
        """Gathers all matches first, and few of them lead to their rows. Of many, the queryset goes through its own
        order until it has enough that are among them (the plus forbids SQLite the way from match to row). Of a word
        that a good share of all rows has, it reads each row's own text.

        `few`: it is known already that there are not many.
        """
        number, rows = (0, 0) if few else self._matches(cursor, query, strong)
        if number > max(COMMON, rows // 5):
            return self._read(query, "a" if strong else "abcd")
        key = "+%(expressions)s" if number > max(MANY, rows // 50) else "%(expressions)s"
        found = f"SELECT rowid FROM {self.table} WHERE {self.table} MATCH %%s"
        return Fragment(f"{key} IN ({found})", (self.match_of(query, strong),))

    def _matches(self, cursor, query, strong):
        """How many rows are found, counted as far as it makes a difference, and of how many."""
        cursor.execute(f"SELECT max(rowid) FROM {self.table}")
        rows = cursor.fetchone()[0] or 0
        return self.count(cursor, query, max(COMMON, rows // 5) + 1, strong=strong), rows

    def _read(self, query, columns):
        text = " || ' . ' || ".join(columns)
        wanted = list(self._patterns(query))
        unwanted = [[[f" {' '.join(words)} "]] for words in query.excluded]
        tests = [self._holds_any(alternatives) for alternatives in wanted]
        tests += [f"NOT {self._holds_any(alternatives)}" for alternatives in unwanted]
        row = f"SELECT ' ' || {text} || ' ' AS text FROM {self.table} WHERE rowid = %(expressions)s"
        params = itertools.chain(*itertools.chain(*wanted, *unwanted))
        return Fragment(f"EXISTS (SELECT 1 FROM ({row}) WHERE {' AND '.join(tests)})", tuple(params))

    def _holds_any(self, alternatives, text="text"):
        return "(" + " OR ".join(self._holds(text, alternative) for alternative in alternatives) + ")"

    def _holds(self, text, strings):
        return "(" + " AND ".join(f"instr({text}, %%s) > 0" for _ in strings) + ")"

    def match_of(self, query, strong=False):
        text = " AND ".join(f"({' OR '.join(group)})" for group in self._wanted(query))
        if strong:
            text = f"a : ({text})"
        if query.excluded:
            text = f"({text}) NOT ({' OR '.join(self._in_a_row(words) for words in query.excluded)})"
        return text

    def _wanted(self, query):
        for group, prefix in _with_prefix(query):
            alternatives = ["(" + " AND ".join(f'"{word}"' for word in words) + ")" for words in group]
            yield alternatives + ([f'"{prefix}" *'] if prefix else [])
        yield from ([self._in_a_row(words)] for words in query.phrases)

    def _in_a_row(self, words):
        return f'"{" ".join(words)}"'

    def rank(self, query):
        """Looks the words up in the stored text: for as few rows as are ranked, that is quicker than the index."""
        sums, params = [], []
        for alternatives in self._patterns(query):
            tests = {
                points: self._holds_any(alternatives, f"' ' || {column} || ' '") for column, points in POINTS.items()
            }
            cases = " ".join(f"WHEN {test} THEN {points}" for points, test in tests.items())
            sums.append(f"CASE {cases} ELSE 0 END")
            params += list(itertools.chain(*alternatives)) * len(POINTS)
        row = f"FROM {self.table} WHERE rowid = %(expressions)s"
        return Fragment(f"(SELECT {' + '.join(sums)} {row})", tuple(params))

    def _patterns(self, query):
        """For each thing asked for its alternatives; each the strings that must all be in a column."""
        for group, prefix in _with_prefix(query):
            alternatives = [[f" {word} " for word in words] for words in group]
            yield alternatives + ([[f" {prefix}"]] if prefix else [])
        yield from ([[f" {' '.join(words)} "]] for words in query.phrases)


class PostgresqlDialect(Dialect):
    """A word of weight A is in the vector twice: once more with a capital A before it, which the index can count."""

    match = "words @@ %s::tsquery"

    @property
    def key(self):
        return self.column

    def create(self):
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

    def _function(self, name, statement):
        return (
            f"CREATE FUNCTION {self.table}_{name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$body$ BEGIN {statement}; RETURN NULL; END $body$"
        )

    def drop(self):
        return [
            *(f"DROP FUNCTION {self.table}_{name}() CASCADE" for name in ("forget", "forget_all")),
            f"DROP TABLE {self.table}",
        ]

    def tidy(self):
        return [f"ANALYZE {self.table}"]

    def put(self, cursor, rows):
        rows = [(key, _vector(texts)) for key, texts in dict(rows).items()]
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            cursor.execute(
                f"INSERT INTO {self.table} ({self.column}, words) "
                f"VALUES {', '.join(['(%s, %s::tsvector)'] * len(batch))} "
                f"ON CONFLICT ({self.column}) DO UPDATE SET words = EXCLUDED.words "
                f"WHERE {self.table}.words IS DISTINCT FROM EXCLUDED.words",
                list(itertools.chain(*batch)),
            )

    def remove(self, cursor, keys):
        cursor.execute(f"DELETE FROM {self.table} WHERE {self.column} = ANY(%s)", [keys])

    def condition(self, cursor, query, *, strong=False, few=False):
        row = f"SELECT 1 FROM {self.table} WHERE {self.column} = %(expressions)s AND words @@ %%s::tsquery"
        return Fragment(f"EXISTS ({row})", (self.match_of(query, strong),))

    def match_of(self, query, strong=False):
        wanted = [self._group(group, prefix, strong=strong) for group, prefix in _with_prefix(query)]
        wanted += [self._in_a_row(words, "A" if strong else "") for words in query.phrases]
        return " & ".join([*wanted, *(f"!({self._in_a_row(words)})" for words in query.excluded)])

    def _group(self, group, prefix, weight="", *, strong=False):
        twin = "A" if strong else ""
        label = f":{weight}" if weight else ""
        alternatives = ["(" + " & ".join(f"'{twin}{word}'{label}" for word in words) + ")" for words in group]
        alternatives += [f"'{twin}{prefix}':*{weight}"] if prefix else []
        return f"({' | '.join(alternatives)})"

    def _in_a_row(self, words, weight=""):
        label = f":{weight}" if weight else ""
        return "(" + " <-> ".join(f"'{word}'{label}" for word in words) + ")"

    def rank(self, query):
        terms = [[self._group(group, prefix, weight) for weight in "ABCD"] for group, prefix in _with_prefix(query)]
        terms += [[self._in_a_row(words, weight) for weight in "ABCD"] for words in query.phrases]
        cases = " ".join(f"WHEN words @@ %%s::tsquery THEN {points}" for points in POINTS.values())
        sums = " + ".join([f"CASE {cases} ELSE 0 END"] * len(terms))
        return Fragment(
            f"(SELECT {sums} FROM {self.table} WHERE {self.column} = %(expressions)s)",
            tuple(itertools.chain(*terms)),
        )


def _with_prefix(query):
    """Each group with the prefix that also satisfies it: the last one's, if any."""
    prefixes = [""] * (len(query.groups) - 1) + [query.prefix]
    return zip(query.groups, prefixes, strict=False)


def _vector(texts):
    """A tsvector literal. Between two weights lies a gap, so that no phrase runs from one into the next."""
    places, position = {}, 0
    for weight, tokens in zip("ABCD", texts, strict=True):
        for word in tokens:
            position += 1
            places.setdefault(word, []).append(f"{min(position, LAST_POSITION)}{weight}")
            if weight == "A":
                places.setdefault(f"A{word}", [])
        position += 1
    return " ".join(f"'{word}'{':' if found else ''}{','.join(found)}" for word, found in places.items())


DIALECTS = {"sqlite": SqliteDialect, "postgresql": PostgresqlDialect}


def dialect_of(vendor):
    return DIALECTS[vendor]
