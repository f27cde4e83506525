"""Distance between konsentrasi in the SMK spectrum.

Names decide, not rows: a konsentrasi of 2018 that kept its name in 2022 is the same (most codes are derived).
"""

from django.db.models import Q

from bkk_portal.people.models import Konsentrasi
from placements.matching.enums import Distance

NAME_OF = {Distance.SAME: "name", Distance.PROGRAM: "program", Distance.FIELD: "field"}


def distance(mine, theirs):
    """The Distance of the nearest pair of two collections of Konsentrasi; None when no pair shares a bidang."""
    for step, name in NAME_OF.items():
        if {getattr(row, name) for row in mine} & {getattr(row, name) for row in theirs}:
            return step
    return None


def family(rows):
    """{Distance: primary keys at that distance from any of the rows}, in every edition; one query, none for no rows."""
    found = {step: [] for step in Distance}
    for other in _relatives(rows) if rows else ():
        found[distance(rows, [other])].append(other.pk)
    return found


def _relatives(rows):
    """A name alone can stand in another bidang of the earlier spectrum."""
    same = Q(name__in={row.name for row in rows}) | Q(program__in={row.program for row in rows})
    return Konsentrasi.objects.filter(same | Q(field__in={row.field for row in rows})).order_by("pk")
