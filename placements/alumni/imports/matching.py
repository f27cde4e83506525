"""What the portal already knows about the people of a list: a fixed number of queries per 900 rows."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings

from bkk_portal.kit import nik_vault
from bkk_portal.kit.text.formatting import nama_singkat, tanggal
from bkk_portal.people.models import Konsentrasi, Person
from placements.alumni.enums import RowKind
from placements.alumni.imports.outcomes import (
    ADD_HERE,
    OTHER_PERSON,
    SAME_PERSON,
    SKIP,
    Enrolled,
    Known,
    Outcome,
    Question,
    compare_alumnus,
    compare_person,
    same,
)
from placements.alumni.models import Alumnus, RombelMapping
from placements.schools.models import School

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User
    from placements.alumni.imports.reading import Pupil

Key = TypeVar("Key", int, str)
CHUNK = 900  # SQLite takes 999 values in one question
MOST_ROMBELS = 300  # more than any school has; a page with a question for each must still be answerable
SOMEBODY_ELSE = "NISN ini tercatat atas nama orang lain ({name}). Periksa NISN, nama dan tanggal lahirnya."
ONE_PERSON_TWICE = "Baris {rows} menunjuk orang yang sama di portal. Perbaiki nomornya, atau hapus salah satu barisnya."
NOBODY_YET = "NISN dan NIK belum ada di portal."
NO_NUMBERS = "Tanpa NISN dan NIK; dicatat sebagai orang baru."


def chunks(values: Iterable[Key]) -> Iterator[list[Key]]:
    left = iter(values)
    while chunk := list(itertools.islice(left, CHUNK)):
        yield chunk


def _people(**condition: Any) -> Iterator[Known]:
    rows = Person.objects.filter(**condition).order_by("pk").values_list(*Known._fields)
    return map(Known._make, rows)


class KnownPeople:
    """Everyone the rows may mean, by NIK, NISN, and name with birth date and phone."""

    def __init__(self, pupils: list[Pupil], school: School) -> None:
        self.school = school
        self.people: dict[int, Known] = {}
        self.by_nisn: dict[str, Known] = {}
        self.by_hash: dict[str, Known] = {}
        self._ask("nisn", (pupil.nisn for pupil in pupils if pupil.nisn))
        self._ask("nik_hash", (key for pupil in pupils if pupil.nik for key in nik_vault.possible_hashes(pupil.nik)))
        strangers = [pupil for pupil in pupils if not self.with_numbers(pupil)]
        self.namesakes: dict[tuple, list[Known]] = defaultdict(list)
        self._find_namesakes(strangers)
        self.numberless = self._numberless_here() if strangers else {}
        self.enrolled = self._enrolments()

    def with_numbers(self, pupil: Pupil) -> list[Known]:
        """[Known] that carry the row's NIK or its NISN: none, one, or two people."""
        by_nik = next((self.by_hash[key] for key in self._hashes(pupil) if key in self.by_hash), None)
        by_nisn = self.by_nisn.get(pupil.nisn) if pupil.nisn else None
        return [known for known in (by_nik, by_nisn if by_nisn is not by_nik else None) if known]

    @staticmethod
    def _hashes(pupil: Pupil) -> list[str] | tuple[Any, ...]:
        return nik_vault.possible_hashes(pupil.nik) if pupil.nik else ()

    def _ask(self, field: str, values: Iterator[Any]) -> None:
        for chunk in chunks(values):
            for known in _people(**{f"{field}__in": chunk}):
                self._keep(known)

    def _keep(self, known: Known) -> Known:
        known = self.people.setdefault(known.pk, known)
        if known.nisn:
            self.by_nisn[known.nisn] = known
        if known.nik_hash:
            self.by_hash[known.nik_hash] = known
        return known

    def _find_namesakes(self, pupils: list[Pupil]) -> None:
        """Same name, birth date and phone (people.identity.possibly_same), asked by phone for many at once."""
        for chunk in chunks({pupil.phone for pupil in pupils if pupil.phone and pupil.birth_date}):
            for known in _people(phone__in=chunk):
                key = known.name.casefold(), known.birth_date, known.phone
                self.namesakes[key].append(known)
                self.people.setdefault(known.pk, known)

    def _numberless_here(self) -> dict[tuple[str, str, datetime.date | None], Known]:
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

    def _enrolments(self) -> dict[int, list[Enrolled]]:
        """{person: [Enrolled]} of everyone found."""
        found = defaultdict(list)
        for chunk in chunks(sorted(self.people)):
            rows = Alumnus.objects.filter(person_id__in=chunk).order_by("pk").values_list(*Enrolled._fields)
            for row in map(Enrolled._make, rows):
                found[row.person_id].append(row)
        return found


WORD = re.compile(r"[A-Z]+|\d+")
GRADES = frozenset("KELAS KLS KL TINGKAT X XI XII XIII I II III IV".split())


@dataclasses.dataclass(frozen=True)
class Proposal:
    konsentrasi_id: int | None = None
    remembered: bool = False


def edition_for(year: int) -> int:
    """The spectrum (2018 or 2022) under which graduates of that year studied."""
    return 2022 if year >= settings.RULES["spectrum_2022_from"] else 2018


def core_of(rombel: str) -> str:
    """ "XII TKJ-2" → "TKJ": without grade, number and parallel letter."""
    words = [word for word in WORD.findall(rombel.upper()) if not word.isdigit() and word not in GRADES]
    if len(words) > 1 and len(words[-1]) == 1:
        words.pop()
    return " ".join(words)


def propose(rombels: dict[str, int] | list[str], *, school: School, edition: int) -> dict[str, Proposal]:
    """{rombel: Proposal}: what the school said last time, else what the abbreviation commonly means."""
    remembered = dict(
        RombelMapping.objects.filter(school=school, edition=edition, rombel__in=list(rombels))
        .order_by("pk")
        .values_list("rombel", "konsentrasi_id")
    )
    common = common_meanings(edition)
    return {
        rombel: Proposal(remembered[rombel], remembered=True)
        if rombel in remembered
        else Proposal(common.get(core_of(rombel)))
        for rombel in rombels
    }


def common_meanings(edition: int) -> dict[str, int]:
    """{abbreviation or name in capitals: pk of Konsentrasi}; what could mean two of them means none."""
    meanings: dict[str, set[int]] = {}
    for konsentrasi in Konsentrasi.objects.filter(edition=edition).order_by("pk"):
        for words in (konsentrasi.name, *konsentrasi.abbreviations.split(";")):
            if core := core_of(words):
                meanings.setdefault(core, set()).add(konsentrasi.pk)
    return {core: found.pop() for core, found in meanings.items() if len(found) == 1}


def remember(mapping: dict[str, int | None], *, school: School, edition: int, user: User | None = None) -> None:
    """Keep {rombel: pk of Konsentrasi or None} for the school's next import; what is so already stays untouched."""
    known = {row.rombel: row for row in RombelMapping.objects.filter(school=school, edition=edition).order_by("pk")}
    for rombel, konsentrasi_id in mapping.items():
        row = known.get(rombel) or RombelMapping(school=school, edition=edition, rombel=rombel)
        if row.pk is None or row.konsentrasi_id != konsentrasi_id:
            row.konsentrasi_id = konsentrasi_id
            vars(row)["_history_user"] = user
            row.save()


TWO_PEOPLE = (
    "NIK dan NISN di baris ini milik dua orang yang berbeda di portal. Periksa kedua nomor pada dokumen aslinya."
)
OTHER_SPECTRUM = (
    "Lulusan {year} memakai daftar jurusan yang lain daripada lulusan {whole}. Unggah angkatan sampai {last} dan "
    "angkatan sesudahnya dalam dua berkas."
)


def match(
    pupils: list[Pupil],
    *,
    school: School,
    year: int,
    mapping: dict[str, int | None],
    answers: dict[str, list[Any]],
    rest: str | None = None,
) -> list[Outcome]:
    """[Outcome] in the order of the rows.

    `mapping`: {rombel: pk of Konsentrasi or None}. `answers`: {row number as text: [answer, pk of the person asked
    about]}; an answer about somebody else than the question now means counts as none. `rest` (ADD_HERE or SKIP)
    answers for all other alumni of another school.
    """
    matcher = Matcher(KnownPeople(pupils, school), school, year, mapping, answers, rest)
    outcomes = [matcher.outcome(pupil) for pupil in pupils]
    _refuse_one_person_twice(outcomes)
    return outcomes


class Matcher:
    def __init__(
        self,
        known: KnownPeople,
        school: School,
        year: int,
        mapping: dict[str, int | None],
        answers: dict[str, list[Any]],
        rest: str | None,
    ) -> None:
        self.known = known
        self.school_id = school.pk
        self.year = year
        self.mapping = mapping
        self.answers = answers
        self.rest = rest
        self._school_names: dict[int, str] = {}

    def outcome(self, pupil: Pupil) -> Outcome:
        if edition_for(self._year(pupil)) != edition_for(self.year):
            last = settings.RULES["spectrum_2022_from"] - 1
            return _refused(pupil, OTHER_SPECTRUM.format(year=pupil.year, whole=self.year, last=last), "Tahun Lulus")
        found = self.known.with_numbers(pupil)
        if len(found) > 1:
            return _refused(pupil, TWO_PEOPLE, "NIK dan NISN")
        if found:
            return self._known(pupil, found[0], self._how_found(pupil, found[0]))
        if own := self._own_without_nisn(pupil):
            return self._known(pupil, own, "Dikenali dari NIS, nama dan tanggal lahir.")
        return self._namesake(pupil) or Outcome(
            pupil, RowKind.NEW, NOBODY_YET if pupil.nisn or pupil.nik else NO_NUMBERS
        )

    def _year(self, pupil: Pupil) -> int:
        return pupil.year or self.year

    def _own_without_nisn(self, pupil: Pupil) -> Known | None:
        """This school's alumnus known by its own NIS or, where neither has one, by year, name and birth date."""
        own = self.known.numberless.get((pupil.nis, *pupil.who))
        if own is None or (pupil.nik and own.nik_hash):
            return None
        years = [row.graduation_year for row in self.known.enrolled[own.pk] if row.school_id == self.school_id]
        return own if pupil.nis or (not pupil.nisn and years == [self._year(pupil)]) else None

    @staticmethod
    def _how_found(pupil: Pupil, known: Known) -> str:
        return "Dikenali dari NISN." if pupil.nisn and known.nisn == pupil.nisn else "Dikenali dari NIK."

    def _known(self, pupil: Pupil, known: Known, reason: str) -> Outcome:
        rows = self.known.enrolled.get(known.pk, [])
        own = next((row for row in rows if row.school_id == self.school_id), None)
        elsewhere = [row for row in rows if row.school_id != self.school_id]
        outcome = Outcome(pupil, RowKind.SAME, reason, person=known, alumnus=own)
        if own is None and not _plausible(pupil, known):
            outcome.refuse(SOMEBODY_ELSE.format(name=nama_singkat(known.name)))
        elif own is None and elsewhere:
            self._elsewhere(outcome, known, elsewhere[0])
        else:
            self._compare(outcome, known, is_shared=bool(elsewhere))
        return outcome

    def _compare(self, outcome: Outcome, known: Known, *, is_shared: bool) -> None:
        outcome.changes, outcome.kept = compare_person(outcome.pupil, known, is_shared=is_shared)
        if outcome.alumnus is None:
            outcome.kind = RowKind.NEW
            return
        konsentrasi_id = self.mapping.get(outcome.pupil.group)
        outcome.changes += compare_alumnus(
            outcome.pupil, outcome.alumnus, year=self._year(outcome.pupil), konsentrasi_id=konsentrasi_id
        )
        outcome.kind = RowKind.CHANGED if outcome.changes else RowKind.SAME

    def _elsewhere(self, outcome: Outcome, known: Known, alumnus: Enrolled) -> None:
        """A pupil who is another school's alumnus is a question, not an error."""
        answer = self._answer(outcome.pupil, known) or self.rest
        if answer == ADD_HERE:
            self._compare(outcome, known, is_shared=True)
        elif answer == SKIP:
            outcome.kind, outcome.reason = RowKind.SKIPPED, "Dilewati sesuai jawaban Anda."
        else:
            outcome.kind = RowKind.QUESTION
            text = f"Sudah tercatat sebagai alumni {self._school(alumnus.school_id)}, lulus {alumnus.graduation_year}."
            outcome.question = Question(ADD_HERE, text, known.pk)

    def _namesake(self, pupil: Pupil) -> Outcome | None:
        """Same name, birth date and phone: perhaps the same person; None when there is nobody like that."""
        found = self.known.namesakes.get((*pupil.who, pupil.phone)) if pupil.phone and pupil.birth_date else None
        if not found:
            return None
        answer = self._answer(pupil, found[0])
        if answer == OTHER_PERSON:
            return Outcome(pupil, RowKind.NEW, "Orang lain, sesuai jawaban Anda.")
        if answer == SAME_PERSON:
            return self._same_person(pupil, found[0])
        text = f"Nama, tanggal lahir ({tanggal(pupil.birth_date)}) dan nomor HP sama dengan orang yang sudah tercatat."
        question = Question(SAME_PERSON, text, found[0].pk)
        return Outcome(pupil, RowKind.QUESTION, "", person=found[0], question=question)

    def _same_person(self, pupil: Pupil, known: Known) -> Outcome:
        rows = self.known.enrolled.get(known.pk, [])
        own = next((row for row in rows if row.school_id == self.school_id), None)
        outcome = Outcome(pupil, RowKind.SAME, "Orang yang sama, sesuai jawaban Anda.", person=known, alumnus=own)
        self._compare(outcome, known, is_shared=any(row.school_id != self.school_id for row in rows))
        return outcome

    def _answer(self, pupil: Pupil, known: Known) -> str | None:
        answer, person_id = self.answers.get(str(pupil.row), (None, None))
        return answer if person_id == known.pk else None

    def _school(self, school_id: int) -> str:
        if not self._school_names:
            self._school_names = dict(School.objects.order_by("pk").values_list("pk", "name"))
        return self._school_names[school_id]


def _refused(pupil: Pupil, reason: str, column: str) -> Outcome:
    outcome = Outcome(pupil, RowKind.REFUSED, "")
    outcome.refuse(reason, column)
    return outcome


def _plausible(pupil: Pupil, known: Known) -> bool:
    """A typing error in a NISN must not reach into a stranger's record."""
    dates = pupil.birth_date is None or known.birth_date is None or pupil.birth_date == known.birth_date
    return dates or same(known.name, pupil.name)


def _refuse_one_person_twice(outcomes: list[Outcome]) -> None:
    rows = defaultdict(list)
    for outcome in outcomes:
        is_guess = outcome.question and outcome.question.kind == SAME_PERSON
        if outcome.person and outcome.kind != RowKind.REFUSED and not is_guess:
            rows[outcome.person.pk].append(outcome)
    for sharing in rows.values():
        if len(sharing) > 1:
            numbers = " dan ".join(str(outcome.pupil.row) for outcome in sharing)
            for outcome in sharing:
                outcome.refuse(ONE_PERSON_TWICE.format(rows=numbers), "NIK dan NISN")
