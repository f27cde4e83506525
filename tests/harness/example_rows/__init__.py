"""The example rows of every room, for tests/test_matrix.py (see examples.py)."""

from tests.harness.example_rows import (
    audits,
    employers,
    monitoring,
    outcomes,
    people,
    placements,
    reports,
    selection,
    trainings,
)

__all__ = ["audits", "employers", "monitoring", "outcomes", "people", "placements", "reports", "selection", "trainings"]
