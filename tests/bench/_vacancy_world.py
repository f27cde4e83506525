"""Vacancies in any number for bench_vacancies: a thousand written by the portal itself, the others copied."""

import datetime as dt

from django.db import connection
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.people.models import Konsentrasi, Skill
from bkk_portal.regions.models import Regency, Village
from bkk_portal.regions.reference import KUPANG
from placements.demo.vacancies import JOBS
from placements.employers.models import Employer
from placements.schools.models import School
from placements.vacancies.enums import VacancyKind, VacancyStatus, Visibility
from placements.vacancies.models import Vacancy
from placements.vacancies.search import index
from tests.bench._copies import BASE, TEMPLATES, analyze, copy_links, copy_rows, run

WRITTEN = 1_000
RARE = "Bersertifikat selam."  # of one in a thousand
LINKS = ((Vacancy.konsentrasi.through, "konsentrasi_id"), (Vacancy.skills.through, "skill_id"))


class World:
    """60 of 100 open for everyone, 5 for alumni only, 5 drafts, 30 closed; published within the last forty days."""

    def __init__(self):
        self.present = WRITTEN
        self.user = User.objects.create_user(name="Ukur", email="ukur@contoh.test")
        self.school = School.objects.order_by("pk").first()
        self.villages = list(Village.objects.filter(district__regency_id=KUPANG).order_by("code"))
        self.regencies = list(Regency.objects.order_by("code"))
        wanted = [Employer(name=f"Usaha Contoh {number}", regency_id=KUPANG) for number in range(WRITTEN)]
        self.employers = Employer.objects.bulk_create(wanted)
        self._write()

    def grow(self, size):
        numbers, self.present = range(self.present - WRITTEN, size - WRITTEN), size
        if numbers:
            minutes = "(n.i % 57600 * 7919 % 57600)"
            copy_rows(Vacancy, templates=WRITTEN, numbers=numbers, published_at=_earlier(minutes))
            for through, target in LINKS:
                copy_links(through, source="vacancy_id", target=target, templates=WRITTEN, numbers=numbers)
            self._copy_index(numbers)
        index.INDEX.tidy()
        vacuum()
        analyze()

    def _copy_index(self, numbers):
        key, texts = ("vacancy_id", "words") if connection.vendor == "postgresql" else ("rowid", "a, b, c, d")
        table = index.INDEX.table
        run(
            f"WITH RECURSIVE n(i) AS (SELECT {numbers.start} UNION ALL SELECT i + 1 FROM n "
            f"WHERE i < {numbers.stop - 1}) INSERT INTO {table} ({key}, {texts}) SELECT {BASE} + n.i, {texts}"
            f" FROM n JOIN {table} t ON t.{key} = {TEMPLATES} + n.i % {WRITTEN}"
        )

    def _write(self):
        konsentrasi = {row.name: row for row in Konsentrasi.objects.filter(edition=2022)}
        skills = {row.name: row for row in Skill.objects.all()}
        rows = Vacancy.objects.bulk_create([self._vacancy(number) for number in range(WRITTEN)])
        named = {"konsentrasi": [], "skill": []}
        for number, row in enumerate(rows):
            _, _, _, _, names, skill_names, _ = JOBS[number % len(JOBS)]
            named["konsentrasi"] += [(row.pk, konsentrasi[name].pk) for name in names]
            named["skill"] += [(row.pk, skills[name].pk) for name in skill_names]
        for through, target in LINKS:
            pairs = named[target.removesuffix("_id")]
            through.objects.bulk_create(through(**{"vacancy_id": pk, target: other}) for pk, other in pairs)
        index.rebuild(Vacancy.objects.all(), tidy=False)

    def _vacancy(self, number):
        title, _, low, high, _, _, description = JOBS[number % len(JOBS)]
        today, share = timezone.localdate(), number * 37 % 100
        closed, draft, far = share >= 70, 65 <= share < 70, number % 9 == 4
        return Vacancy(
            pk=TEMPLATES + number,
            employer=self.employers[number * 7 % len(self.employers)],
            title=f"{title} {number % 50}" if number % 3 else title,
            description=f"{description} {RARE}" if number == 20 else description,
            kind=VacancyKind.values[number % 5],
            education=number % 6,
            experience_months=(0, 0, 6, 12)[number // 3 % 4],
            disability_friendly=number % 11 == 0,
            opens_on=today - dt.timedelta(days=40),
            closes_on=today - dt.timedelta(days=5) if closed else today + dt.timedelta(days=number % 60),
            pay_min=(low + number % 9) * 100_000,
            pay_max=(high + number % 9) * 100_000,
            regency_id=self.regencies[number * 31 % len(self.regencies)].pk if far else KUPANG,
            village=None if far else self.villages[number * 11 % len(self.villages)],
            school=self.school,
            created_by=self.user,
            visibility=Visibility.ALL_BKK if 60 <= share < 65 else Visibility.EVERYONE,
            status=VacancyStatus.CLOSED if closed else VacancyStatus.DRAFT if draft else VacancyStatus.PUBLISHED,
            published_at=None if draft else timezone.now() - dt.timedelta(minutes=number * 13 % 57_600),
            closed_at=timezone.now() if closed else None,
            close_reason="Masa berlaku habis" if closed else "",
        )


def _earlier(minutes):
    """The template's time of publishing, moved back within forty days; drafts have none."""
    if connection.vendor == "postgresql":
        return f"CASE WHEN t.published_at IS NOT NULL THEN now() - {minutes} * interval '1 minute' END"
    return f"CASE WHEN t.published_at IS NOT NULL THEN datetime('now', '-' || {minutes} || ' minutes') END"


def vacuum():
    """What autovacuum does by itself in a night."""
    if connection.vendor == "postgresql":
        run(f"VACUUM ANALYZE {Vacancy._meta.db_table}, {index.INDEX.table}")
