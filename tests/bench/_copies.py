"""Many rows from a few: INSERT … SELECT inside the database, the same statement on SQLite and PostgreSQL."""

from django.db import connection

BASE = 50_000_000  # far above what sequences give, so that both can be used beside each other
TEMPLATES = BASE - 10_000  # well below: SQLite goes on numbering after the highest key it has seen


def copy_rows(model, *, templates, numbers, **overrides):
    """A row of `model` with primary key BASE + i for each i of the range, from template TEMPLATES + i % `templates`.

    `overrides`: SQL by column, with n.i and t.*.
    """
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    columns = [field.column for field in fields]
    values = {column: f"t.{column}" for column in columns} | {"id": f"{BASE} + n.i"} | overrides
    run(
        f"WITH RECURSIVE n(i) AS (SELECT {numbers.start} UNION ALL SELECT i + 1 FROM n WHERE i < {numbers.stop - 1}) "
        f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values[column] for column in columns)} "
        f"FROM n JOIN {model._meta.db_table} t ON t.id = {TEMPLATES} + n.i % {templates}"
    )


def copy_links(through, *, source, target, templates, numbers):
    """The links of each template for its copies. `source`, `target`: columns of the link table."""
    table = through._meta.db_table
    run(
        f"WITH RECURSIVE n(i) AS (SELECT {numbers.start} UNION ALL SELECT i + 1 FROM n WHERE i < {numbers.stop - 1}) "
        f"INSERT INTO {table} ({source}, {target}) SELECT {BASE} + n.i, t.{target} "
        f"FROM n JOIN {table} t ON t.{source} = {TEMPLATES} + n.i % {templates}"
    )


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def analyze():
    run("ANALYZE")
