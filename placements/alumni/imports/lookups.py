"""What the portal already knows about the people of a list: a fixed number of queries per 900 rows."""

import itertools
from collections import defaultdict

from bkk_portal.kit import nik_vault
from bkk_portal.people.models import Person
from placements.alumni.imports.outcomes import Enrolled, Known
from placements.alumni.models import Alumnus

CHUNK = 900  # SQLite takes 999 values in one question


def chunks(values):
    values = iter(values)
    while chunk := list(itertools.islice(values, CHUNK)):
        yield chunk


def _people(**condition):
    rows = Person.objects.filter(**condition).order_by("pk").values_list(*Known._fields)
    return map(Known._make, rows)


class KnownPeople:
    """Everyone the rows may mean, by NIK, NISN, and name with birth date and phone."""

    def __init__(self, pupils, school):
        self.school = school
        self.people = {}
        self.by_nisn = {}
        self.by_hash = {}
        self._ask("nisn", (pupil.nisn for pupil in pupils if pupil.nisn))
        self._ask("nik_hash", (key for pupil in pupils if pupil.nik for key in nik_vault.possible_hashes(pupil.nik)))
        strangers = [pupil for pupil in pupils if not self.with_numbers(pupil)]
        self.namesakes = defaultdict(list)
        self._find_namesakes(strangers)
        self.numberless = self._numberless_here() if strangers else {}
        self.enrolled = self._enrolments()

    def with_numbers(self, pupil):
        """[Known] that carry the row's NIK or its NISN: none, one, or two people."""
        by_nik = next((self.by_hash[key] for key in self._hashes(pupil) if key in self.by_hash), None)
        by_nisn = self.by_nisn.get(pupil.nisn) if pupil.nisn else None
        return [known for known in (by_nik, by_nisn if by_nisn is not by_nik else None) if known]

    @staticmethod
    def _hashes(pupil):
        return nik_vault.possible_hashes(pupil.nik) if pupil.nik else ()

    def _ask(self, field, values):
        for chunk in chunks(values):
            for known in _people(**{f"{field}__in": chunk}):
                self._keep(known)

    def _keep(self, known):
        known = self.people.setdefault(known.pk, known)
        if known.nisn:
            self.by_nisn[known.nisn] = known
        if known.nik_hash:
            self.by_hash[known.nik_hash] = known
        return known

    def _find_namesakes(self, pupils):
        """Same name, birth date and phone (people.identity.possibly_same), asked by phone for many at once."""
        for chunk in chunks({pupil.phone for pupil in pupils if pupil.phone and pupil.birth_date}):
            for known in _people(phone__in=chunk):
                key = known.name.casefold(), known.birth_date, known.phone
                self.namesakes[key].append(known)
                self.people.setdefault(known.pk, known)

    def _numberless_here(self):
        """{(NIS, name, birth date): Known} of this school's alumni without NISN; the school's own number tells them."""
        rows = (
            Alumnus.objects.filter(school=self.school, person__nisn__isnull=True)
            .order_by("pk")
            .values_list("nis", *(f"person__{field}" for field in Known._fields))
        )
        found = {}
        for nis, *values in rows:
            known = self.people.setdefault(values[0], Known._make(values))
            found[nis, known.name.casefold(), known.birth_date] = known
        return found

    def _enrolments(self):
        """{person: [Enrolled]} of everyone found."""
        found = defaultdict(list)
        for chunk in chunks(sorted(self.people)):
            rows = Alumnus.objects.filter(person_id__in=chunk).order_by("pk").values_list(*Enrolled._fields)
            for row in map(Enrolled._make, rows):
                found[row.person_id].append(row)
        return found
