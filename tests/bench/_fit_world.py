"""Vacancies and alumni in any number for bench_matching: 120 kinds of vacancies, 96 kinds of alumni, copied."""

import datetime as dt

from django.utils import timezone

from bkk_portal.accounts.enums import BY_PURPOSE, ConsentPurpose
from bkk_portal.accounts.models import Consent, User
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Konsentrasi, Person, PersonSkill, Skill
from bkk_portal.regions.models import Village
from bkk_portal.regions.reference import KUPANG
from placements.alumni.models import Alumnus
from placements.demo.vacancies import JOBS
from placements.employers.models import Employer
from placements.schools.models import School
from placements.vacancies.enums import VacancyKind, VacancyStatus
from placements.vacancies.models import Vacancy
from tests.bench._copies import BASE, TEMPLATES, copy_links, copy_rows

VACANCY_KINDS, ALUMNUS_KINDS = 120, 96
OF_SCHOOL = 2_000  # alumni of one school, whatever the size of the country
AGREED = 5  # every fifth lets other schools find them


class World:
    def __init__(self):
        self.user = User.objects.create_user(name="Ukur", email="ukur-cocok@contoh.test")
        self.employer = Employer.objects.create(name="Usaha Ukur", regency_id=KUPANG)
        self.villages = list(Village.objects.order_by("code"))
        self.konsentrasi = {row.name: row for row in Konsentrasi.objects.filter(edition=2022)}
        self.skills = {row.name: row for row in Skill.objects.all()}
        self.vacancies = self.alumni = 0
        self._make_vacancies()
        self._make_alumni()

    def grow_vacancies(self, size):
        numbers, self.vacancies = range(self.vacancies, size), size
        copy_rows(Vacancy, templates=VACANCY_KINDS, numbers=numbers)
        for through, target in ((Vacancy.konsentrasi.through, "konsentrasi_id"), (Vacancy.skills.through, "skill_id")):
            copy_links(through, source="vacancy_id", target=target, templates=VACANCY_KINDS, numbers=numbers)

    def grow_alumni(self, size):
        self._grow_schools(size)
        numbers, self.alumni = range(self.alumni, size), size
        copied = {"templates": ALUMNUS_KINDS, "numbers": numbers}
        me = f"{BASE} + n.i"
        user = f"CASE WHEN n.i % {AGREED} = 0 THEN {me} END"
        copy_rows(User, **copied, email="'ukur' || n.i || '@contoh.test'")
        copy_rows(Consent, **copied, user_id=me)
        copy_rows(Person, **copied, user_id=user, nisn="NULL")
        copy_rows(Alumnus, **copied, person_id=me, school_id=f"{BASE} + n.i / {OF_SCHOOL}")
        copy_rows(ActivitySpell, **copied, person_id=me)
        copy_links(PersonSkill, source="person_id", target="skill_id", **copied)

    def _grow_schools(self, size):
        present = School.objects.filter(pk__gte=BASE).count()
        School.objects.bulk_create(
            School(pk=BASE + number, npsn=f"9{number:07d}", name=f"SMK Ukur {number}", district_id="53.71.04")
            for number in range(present, size // OF_SCHOOL + 1)
        )

    def _make_vacancies(self):
        rows = Vacancy.objects.bulk_create([self._vacancy(number) for number in range(VACANCY_KINDS)])
        for number, row in enumerate(rows):
            _, _, _, _, names, skills, _ = JOBS[number % len(JOBS)]
            row.konsentrasi.set([self.konsentrasi[name] for name in names])
            row.skills.set([self.skills[name] for name in skills])

    def _vacancy(self, number):
        title, _, low, high, _, _, description = JOBS[number % len(JOBS)]
        today, closed = timezone.localdate(), number % 5 in (1, 3)
        return Vacancy(
            pk=TEMPLATES + number,
            employer=self.employer,
            title=title,
            description=description,
            kind=VacancyKind.values[number % 5],
            opens_on=today - dt.timedelta(days=40),
            closes_on=today - dt.timedelta(days=5) if closed else today + dt.timedelta(days=5 + number % 50),
            experience_months=(0, 0, 6, 12)[number % 4],
            pay_min=low * 100_000,
            pay_max=high * 100_000,
            regency_id=KUPANG,
            village=self.villages[number * 11 % len(self.villages)],
            created_by=self.user,
            status=VacancyStatus.CLOSED if closed else VacancyStatus.PUBLISHED,
            published_at=timezone.now() - dt.timedelta(minutes=number * 13 % 57_600),
            closed_at=timezone.now() if closed else None,
            close_reason="Masa berlaku habis" if closed else "",
        )

    def _make_alumni(self):
        jobs = [job for job in JOBS if job[4]]
        School.objects.bulk_create([School(pk=BASE - 1, npsn="89999999", name="SMK Pola", district_id="53.71.04")])
        for number in range(ALUMNUS_KINDS):
            self._alumnus(TEMPLATES + number, number, jobs[number % len(jobs)])

    def _alumnus(self, pk, number, job):
        wording = BY_PURPOSE[ConsentPurpose.SHARE_WITH_FORUM]
        user = User.objects.create(pk=pk, name="Pola", email=f"pola{number}@contoh.test", password="!")
        Consent.objects.create(pk=pk, user=user, purpose=wording.purpose, version=wording.version, wording=wording.text)
        person = Person.objects.create(
            pk=pk,
            user=user,
            name=f"Alumni Ukur {number}",
            village=self.villages[number * 7 % len(self.villages)],
            willing_to_move=number % 3 == 0,
            expected_pay=(None, 2_500_000, 3_500_000)[number % 3],
        )
        studied = self.konsentrasi[job[4][number % len(job[4])]]
        Alumnus.objects.create(
            pk=pk, person=person, school_id=BASE - 1, konsentrasi=studied, graduation_year=2018 + number % 9
        )
        since = timezone.localdate() - dt.timedelta(days=200 + number)
        kind = (SpellKind.JOB_SEEKING, SpellKind.WORKING, SpellKind.STUDYING)[number % 3]
        ActivitySpell.objects.create(pk=pk, person=person, kind=kind, since=since, source=SpellSource.BKK)
        named = [self.skills[name] for name in job[5][: number % 4]]
        PersonSkill.objects.bulk_create(PersonSkill(person=person, skill=skill) for skill in named)
