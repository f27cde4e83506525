"""The SQL of a search index, one class a database. Words are [a-z0-9]+ by then, so that quoting them is safe."""

import itertools
from dataclasses import dataclass

POINTS = {"a": 8, "b": 4, "c": 2, "d": 1}
COMMON = 5000  # SQLite: from here on it is quicker to ask for each row than to gather all matches first
BATCH = 200
LAST_POSITION = 16383  # PostgreSQL counts no further


@dataclass(frozen=True)
class Fragment:
    """SQL with %(expressions)s where the owner's key goes, and its parameters."""

    template: str
    params: tuple = ()


class Dialect:
    def __init__(self, index):
        self.table = index.table
        self.owner = index.owner_table
        self.column = index.owner_column


class SqliteDialect(Dialect):
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

    def count(self, cursor, query, *, limit):
        return self._count(cursor, self._match(query), limit)

    def _count(self, cursor, match, limit):
        found = f"SELECT 1 FROM {self.table} WHERE {self.table} MATCH %s LIMIT %s"
        cursor.execute(f"SELECT count(*) FROM ({found})", [match, limit])
        return cursor.fetchone()[0]

    def condition(self, cursor, query, *, strong=False):
        match = self._match(query, strong)
        rows = f"FROM {self.table} WHERE {self.table} MATCH %%s"
        if self._count(cursor, match, COMMON + 1) > COMMON:
            return Fragment(f"EXISTS (SELECT 1 {rows} AND rowid = %(expressions)s)", (match,))
        return Fragment(f"%(expressions)s IN (SELECT rowid {rows})", (match,))

    def _match(self, query, strong=False):
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
        for patterns in self._patterns(query):
            cases = " ".join(
                f"WHEN {' OR '.join(self._holds(column, alternative) for alternative in patterns)} THEN {points}"
                for column, points in POINTS.items()
            )
            sums.append(f"CASE {cases} ELSE 0 END")
            params += list(itertools.chain(*patterns)) * len(POINTS)
        return Fragment(f"(SELECT {' + '.join(sums)} FROM {self.table} WHERE rowid = %(expressions)s)", tuple(params))

    def _holds(self, column, alternative):
        return "(" + " AND ".join(f"instr(' ' || {column} || ' ', %%s) > 0" for _ in alternative) + ")"

    def _patterns(self, query):
        """For each thing asked for its alternatives; each the strings that must all be in a column."""
        for group, prefix in _with_prefix(query):
            alternatives = [[f" {word} " for word in words] for words in group]
            yield alternatives + ([[f" {prefix}"]] if prefix else [])
        yield from ([[f" {' '.join(words)} "]] for words in query.phrases)


class PostgresqlDialect(Dialect):
    """A word of weight A is in the vector twice: once more with a capital A before it, which the index can count."""

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

    def count(self, cursor, query, *, limit):
        found = f"SELECT 1 FROM {self.table} WHERE words @@ %s::tsquery LIMIT %s"
        cursor.execute(f"SELECT count(*) FROM ({found}) AS found", [self._query(query), limit])
        return cursor.fetchone()[0]

    def condition(self, cursor, query, *, strong=False):
        row = f"SELECT 1 FROM {self.table} WHERE {self.column} = %(expressions)s AND words @@ %%s::tsquery"
        return Fragment(f"EXISTS ({row})", (self._query(query, strong),))

    def _query(self, query, strong=False):
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
