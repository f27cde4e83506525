"""Reading the CSV files that ship with the portal."""

import csv
from collections.abc import Sequence
from pathlib import Path

from django.db import models


def read_rows(path: Path) -> list[dict[str, str]]:
    """List of dicts, one per row, from a UTF-8 CSV with a header."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add_missing(model: type[models.Model], rows: Sequence[models.Model], *, key: tuple[str, ...]) -> int:
    """Creates the rows whose `key` (tuple of field names) is not there yet; never touches an edited one.

    Returns how many were created.
    """
    known = set(model._default_manager.values_list(*key))
    new = [row for row in rows if tuple(getattr(row, name) for name in key) not in known]
    return len(model._default_manager.bulk_create(new, batch_size=500))
