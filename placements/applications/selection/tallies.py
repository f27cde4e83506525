"""The figures of a selection day: invited, came, passed, hired by vacancy, employer and school, men and women apart."""

import collections
import dataclasses

from django.db.models import Count

from bkk_portal.people.enums import Sex
from placements.applications.selection.models import SelectionInvitation
from placements.applications.selection.queries import CAME, HIRED, PASSED

MEASURES = {"invited": "Diundang", "came": "Hadir", "passed": "Lulus", "hired": "Diterima"}
VACANCY, EMPLOYER, SCHOOL = "application__vacancy", "application__vacancy__employer", "application__alumnus__school"
SEX = "application__alumnus__person__sex"
GROUPS = {"Menurut lowongan": VACANCY, "Menurut perusahaan": EMPLOYER, "Menurut sekolah": SCHOOL}


@dataclasses.dataclass
class Tally:
    """`counts[measure][sex]`; people without a sex on record are counted under ""."""

    name: str
    counts: dict = dataclasses.field(default_factory=lambda: {name: collections.Counter() for name in MEASURES})

    def add(self, row):
        for name in MEASURES:
            self.counts[name][row[SEX]] += row[f"n_{name}"]

    @property
    def cells(self):
        """[men, women, all] of each measure, one after another."""
        return [number for name in MEASURES for number in self._of(self.counts[name])]

    @staticmethod
    def _of(count):
        return [count[Sex.MALE], count[Sex.FEMALE], sum(count.values())]

    @property
    def totals(self):
        return {name: sum(count.values()) for name, count in self.counts.items()}

    @property
    def without_sex(self):
        return self.counts["invited"][""]


def tallies_of(day):
    """{heading: [Tally by name]} and the Tally of all; one query, grouped in the database."""
    names = (VACANCY, f"{VACANCY}__title", EMPLOYER, f"{EMPLOYER}__name", SCHOOL, f"{SCHOOL}__name", SEX)
    rows = SelectionInvitation.objects.filter(day=day).order_by().values(*names)
    rows = rows.annotate(
        n_invited=Count("pk"),
        n_came=Count("pk", filter=CAME),
        n_passed=Count("pk", filter=PASSED),
        n_hired=Count("pk", filter=HIRED),
    )
    groups, total = {heading: {} for heading in GROUPS}, Tally("Jumlah")
    for row in rows:
        total.add(row)
        for heading, key in GROUPS.items():
            groups[heading].setdefault(row[key], Tally(_name(row, key))).add(row)
    return {heading: sorted(found.values(), key=lambda one: one.name) for heading, found in groups.items()}, total


def _name(row, key):
    if key == VACANCY:
        return f"{row[f'{VACANCY}__title']}, {row[f'{EMPLOYER}__name']}"
    return row[f"{key}__name"]
