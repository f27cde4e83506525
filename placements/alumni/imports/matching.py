"""Which row means whom. Numbers decide; everything else is a question that a person answers."""

from collections import defaultdict

from django.conf import settings

from bkk_portal.kit.formatting import nama_singkat, tanggal
from placements.alumni.enums import RowKind
from placements.alumni.imports.comparing import compare_alumnus, compare_person, same
from placements.alumni.imports.lookups import KnownPeople
from placements.alumni.imports.outcomes import ADD_HERE, OTHER_PERSON, SAME_PERSON, SKIP, Outcome, Question
from placements.alumni.imports.rombels import edition_for
from placements.schools.models import School

TWO_PEOPLE = (
    "NIK dan NISN di baris ini milik dua orang yang berbeda di portal. Periksa kedua nomor pada dokumen aslinya."
)
SOMEBODY_ELSE = "NISN ini tercatat atas nama orang lain ({name}). Periksa NISN, nama dan tanggal lahirnya."
ONE_PERSON_TWICE = "Baris {rows} menunjuk orang yang sama di portal. Perbaiki nomornya, atau hapus salah satu barisnya."
OTHER_SPECTRUM = (
    "Lulusan {year} memakai daftar jurusan yang lain daripada lulusan {whole}. Unggah angkatan sampai {last} dan "
    "angkatan sesudahnya dalam dua berkas."
)
NOBODY_YET = "NISN dan NIK belum ada di portal."
NO_NUMBERS = "Tanpa NISN dan NIK; dicatat sebagai orang baru."


def match(pupils, *, school, year, mapping, answers, rest=None):
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
    def __init__(self, known, school, year, mapping, answers, rest):
        self.known = known
        self.school_id = school.pk
        self.year = year
        self.mapping = mapping
        self.answers = answers
        self.rest = rest
        self._school_names = None

    def outcome(self, pupil):
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

    def _year(self, pupil):
        return pupil.year or self.year

    def _own_without_nisn(self, pupil):
        """This school's alumnus known by its own NIS or, where neither has one, by year, name and birth date."""
        own = self.known.numberless.get((pupil.nis, *pupil.who))
        if own is None or (pupil.nik and own.nik_hash):
            return None
        years = [row.graduation_year for row in self.known.enrolled[own.pk] if row.school_id == self.school_id]
        return own if pupil.nis or (not pupil.nisn and years == [self._year(pupil)]) else None

    @staticmethod
    def _how_found(pupil, known):
        return "Dikenali dari NISN." if pupil.nisn and known.nisn == pupil.nisn else "Dikenali dari NIK."

    def _known(self, pupil, known, reason):
        rows = self.known.enrolled.get(known.pk, [])
        own = next((row for row in rows if row.school_id == self.school_id), None)
        elsewhere = [row for row in rows if row.school_id != self.school_id]
        outcome = Outcome(pupil, RowKind.SAME, reason, person=known, alumnus=own)
        if own is None and not _plausible(pupil, known):
            outcome.refuse(SOMEBODY_ELSE.format(name=nama_singkat(known.name)))
        elif own is None and elsewhere:
            self._elsewhere(outcome, elsewhere[0])
        else:
            self._compare(outcome, is_shared=bool(elsewhere))
        return outcome

    def _compare(self, outcome, *, is_shared):
        outcome.changes, outcome.kept = compare_person(outcome.pupil, outcome.person, is_shared=is_shared)
        if outcome.alumnus is None:
            outcome.kind = RowKind.NEW
            return
        konsentrasi_id = self.mapping.get(outcome.pupil.group)
        outcome.changes += compare_alumnus(
            outcome.pupil, outcome.alumnus, year=self._year(outcome.pupil), konsentrasi_id=konsentrasi_id
        )
        outcome.kind = RowKind.CHANGED if outcome.changes else RowKind.SAME

    def _elsewhere(self, outcome, alumnus):
        """A pupil who is another school's alumnus is a question, not an error."""
        answer = self._answer(outcome.pupil, outcome.person) or self.rest
        if answer == ADD_HERE:
            self._compare(outcome, is_shared=True)
        elif answer == SKIP:
            outcome.kind, outcome.reason = RowKind.SKIPPED, "Dilewati sesuai jawaban Anda."
        else:
            outcome.kind = RowKind.QUESTION
            text = f"Sudah tercatat sebagai alumni {self._school(alumnus.school_id)}, lulus {alumnus.graduation_year}."
            outcome.question = Question(ADD_HERE, text, outcome.person.pk)

    def _namesake(self, pupil):
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

    def _same_person(self, pupil, known):
        rows = self.known.enrolled.get(known.pk, [])
        own = next((row for row in rows if row.school_id == self.school_id), None)
        outcome = Outcome(pupil, RowKind.SAME, "Orang yang sama, sesuai jawaban Anda.", person=known, alumnus=own)
        self._compare(outcome, is_shared=any(row.school_id != self.school_id for row in rows))
        return outcome

    def _answer(self, pupil, known):
        answer, person_id = self.answers.get(str(pupil.row), (None, None))
        return answer if person_id == known.pk else None

    def _school(self, school_id):
        if self._school_names is None:
            self._school_names = dict(School.objects.order_by("pk").values_list("pk", "name"))
        return self._school_names[school_id]


def _refused(pupil, reason, column):
    outcome = Outcome(pupil, RowKind.REFUSED, "")
    outcome.refuse(reason, column)
    return outcome


def _plausible(pupil, known):
    """A typing error in a NISN must not reach into a stranger's record."""
    dates = pupil.birth_date is None or known.birth_date is None or pupil.birth_date == known.birth_date
    return dates or same(known.name, pupil.name)


def _refuse_one_person_twice(outcomes):
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
