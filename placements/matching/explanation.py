"""The weights as people read them."""

import dataclasses
import itertools

from placements.matching.models import FitWeights

GROUPS = (
    ("Jurusan", ("same_konsentrasi", "same_program", "same_field", "open_to_all"), "Hanya yang paling dekat dihitung."),
    ("Kemampuan", ("skills", "certificate", "experience", "education"), "Masing-masing dihitung."),
    (
        "Tempat",
        ("same_village", "same_district", "same_regency", "moving"),
        "Hanya yang paling dekat dihitung.",
    ),
    ("Keadaan", ("ready", "pay"), "Masing-masing dihitung."),
)


@dataclasses.dataclass(frozen=True)
class Line:
    name: str
    label: str
    why: str
    points: int


def groups_of(weights):
    """[(heading, how they add up, [Line])] of these FitWeights."""
    return [(heading, how, [_line(weights, name) for name in names]) for heading, names, how in GROUPS]


def _line(weights, name):
    field = weights._meta.get_field(name)
    return Line(name, field.verbose_name, field.help_text, getattr(weights, name))


def changes_of(entries):
    """[(entry, [(label, points before, after)])] of history entries, newest first; the oldest changed nothing."""
    return [(entry, _changes(older, entry)) for entry, older in itertools.zip_longest(entries, entries[1:])]


def _changes(older, newer):
    pairs = [(name, getattr(older, name), getattr(newer, name)) for name in FitWeights.names()] if older else []
    return [(FitWeights._meta.get_field(name).verbose_name, old, new) for name, old, new in pairs if old != new]
