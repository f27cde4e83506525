"""Reading the CSV files that ship with the portal."""

import csv
from pathlib import Path
from typing import Any

from django.db import models


def read_rows(path: Any) -> list[dict[str, str]]:
    """List of dicts, one per row, from a UTF-8 CSV with a header."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add_missing(model: type[models.Model], rows: list[models.Model], *, key: tuple[str, ...]) -> int:
    """Creates the rows whose `key` (tuple of field names) is not there yet; never touches an edited one.

    Returns how many were created.
    """
    known = set(model.objects.values_list(*key))
    new = [row for row in rows if tuple(getattr(row, name) for name in key) not in known]
    return len(model.objects.bulk_create(new, batch_size=500))
