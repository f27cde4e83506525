"""What the two databases share in writing the SQL of a search index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.expressions import RawSQL

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from bkk_portal.kit.search.index import SearchIndex
    from bkk_portal.kit.search.terms import Expression


@dataclass(frozen=True)
class Fragment:
    """SQL with %(expressions)s where the owner's key goes, and its parameters."""

    template: str
    params: tuple = ()


class Dialect:
    @property
    def key(self) -> str:
        """The column that holds the owner's primary key."""
        raise NotImplementedError

    @property
    def match(self) -> str:
        """The condition on a row of the index; its parameter is what write() gives."""
        raise NotImplementedError

    def write(self, expression: Expression) -> str:
        """What is looked for, in this database's own words."""
        raise NotImplementedError

    def __init__(self, index: SearchIndex) -> None:
        self.table = index.table
        self.owner = index.owner_table
        self.column = index.owner_column

    def count(
        self, cursor: CursorWrapper, expression: Expression, limit: int, *, owners: models.QuerySet | None = None
    ) -> int:
        """How many rows are found, counted up to `limit`; among `owners` (a queryset) when given."""
        params: list[Any]
        sql, params = f"SELECT 1 FROM {self.table} WHERE {self.match}", [self.write(expression)]
        if owners is not None:
            inner, inner_params = self._of_this_row(owners)
            sql, params = f"{sql} AND EXISTS ({inner})", [*params, *inner_params]
        cursor.execute(f"SELECT count(*) FROM ({sql} LIMIT %s) AS found", [*params, limit])
        return cursor.fetchone()[0]

    def _of_this_row(self, owners: models.QuerySet) -> tuple[str, tuple[str | int, ...]]:
        """The SQL of `owners`, narrowed to the owner of the index row in hand."""
        here = owners.order_by().filter(pk=RawSQL(f"{self.table}.{self.key}", ())).values("pk")
        return here.query.get_compiler(using=owners.db).as_sql()
