"""The example rows of every room, for tests/test_matrix.py (see examples.py)."""

from tests.harness.example_rows import outcomes, people, placements, trainings

__all__ = ["outcomes", "people", "placements", "trainings"]
