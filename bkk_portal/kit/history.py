"""History of many rows at once, copied inside the database: the bulk helpers of simple_history build every row anew."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import connection, models
from django.utils import timezone

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User

CHUNK = 900  # SQLite takes 999 values in one statement


def record_history(model: Any, keys: Iterable[int], *, kind: str, user: User | None = None, reason: str = "") -> None:
    """Writes the present state of the rows with these primary keys into their history, in the caller's transaction.

    `kind` is "+" for rows just created, "~" for changed ones, as simple_history has it. `user` may be None.
    """
    statement, fixed = _statement(model.history.model, model), _fixed_values(kind, user, reason)
    left = iter(keys)
    with connection.cursor() as cursor:
        while chunk := list(itertools.islice(left, CHUNK)):
            cursor.execute(statement.format(marks=", ".join(["%s"] * len(chunk))), [*fixed, *chunk])


def _statement(history: Any, model: Any) -> str:
    quote = connection.ops.quote_name
    copied = ", ".join(quote(field.column) for field in history.tracked_fields)
    added = ("history_date", "history_type", "history_change_reason", "history_user_id")
    return (
        f"INSERT INTO {quote(history._meta.db_table)} ({copied}, {', '.join(map(quote, added))}) "
        f"SELECT {copied}, %s, %s, %s, %s FROM {quote(model._meta.db_table)} "
        f"WHERE {quote(model._meta.pk.column)} IN ({{marks}})"
    )


def _fixed_values(kind: str, user: User | None, reason: str) -> list[Any]:
    return [connection.ops.adapt_datetimefield_value(timezone.now()), kind, reason, user and user.pk]


def delete_with_history(
    model: type[models.Model], keys: Iterable[int], *, user: User | None = None, reason: str = ""
) -> None:
    """Deletes rows that nothing points to (else IntegrityError); their last state stays in the history."""
    keys = list(keys)
    record_history(model, keys, kind="-", user=user, reason=reason)
    for start in range(0, len(keys), CHUNK):
        rows = model._base_manager.filter(pk__in=keys[start : start + CHUNK])
        rows._raw_delete(rows.db)  # the history is written already; a signal for each row would write it again
