"""Distance between konsentrasi in the SMK spectrum.

Names decide, not rows: a konsentrasi of 2018 that kept its name in 2022 is the same (most codes are derived).
"""

from placements.matching.enums import Distance
from placements.vacancies import choices

NAME_OF = {Distance.SAME: "name", Distance.PROGRAM: "program", Distance.FIELD: "field"}


def distance(mine, theirs):
    """The Distance of the nearest pair of two collections of Konsentrasi; None when no pair shares a bidang."""
    for step, name in NAME_OF.items():
        if {getattr(row, name) for row in mine} & {getattr(row, name) for row in theirs}:
            return step
    return None


def family(rows):
    """{Distance: primary keys at that distance from any of the rows}, in every edition; from memory, without a query.

    A name alone can stand in another bidang of the earlier spectrum.
    """
    found = {step: [] for step in Distance}
    mine = {name: {getattr(row, name) for row in rows} for name in NAME_OF.values()}
    for pk, names in sorted(choices.konsentrasi().items()) if rows else ():
        theirs = dict(zip(choices.SPECTRUM.values(), names, strict=True))
        if step := next((step for step, name in NAME_OF.items() if theirs[name] in mine[name]), None):
            found[step].append(pk)
    return found
