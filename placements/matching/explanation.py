"""The weights as people read them."""

import dataclasses

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
