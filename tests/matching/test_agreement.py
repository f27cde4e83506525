"""The points of the database, in both directions, are those of the reasons that people read."""

import datetime
import random

import pytest
from django.utils import timezone

from bkk_portal.people.enums import CredentialSource, Education, SpellKind
from placements.alumni.models import Alumnus
from placements.matching.fit import facts, reasons, scoring
from placements.matching.models import FitWeights
from placements.vacancies.models import Vacancy
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import CredentialFactory, KonsentrasiFactory, PersonSkillFactory, SkillFactory, SpellFactory
from tests.factories.regions import DistrictFactory, RegencyFactory, VillageFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
SPECTRUM = [
    {},
    {"edition": 2018, "program": "Lama"},
    {"name": "Teknik Transmisi"},
    {"name": "Rekayasa Perangkat Lunak", "program": "Pengembangan Perangkat Lunak"},
    {"other": True},
]
PRIMES = dict(zip(FitWeights.names(), (53, 31, 13, 11, 60, 23, 7, 5, 43, 19, 3, 2, 17, 29), strict=True))
WEIGHTS = FitWeights(**PRIMES)


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.konsentrasi = [KonsentrasiFactory(**row) for row in SPECTRUM]
        self.skills = [SkillFactory(name=f"Kecakapan {number}") for number in range(4)]
        rote = RegencyFactory(code="53.14", name="Kabupaten Rote Ndao")
        self.far = DistrictFactory(code="53.14.01", name="Lobalain", regency=rote)
        self.villages = [
            None,
            VillageFactory(),
            VillageFactory(other=True),
            VillageFactory(code="53.71.01.1001", district=DistrictFactory(code="53.71.01", name="Alak")),
            VillageFactory(code="53.14.01.1001", name="Metina", district=self.far),
        ]

    def some(self, rows, most):
        return self.random.sample(rows, self.random.randrange(most + 1))

    def day(self, first=-500, last=30):
        return timezone.localdate() + datetime.timedelta(days=self.random.randrange(first, last))

    def alumnus(self):
        pick = self.random.choice
        alumnus = AlumnusFactory(
            konsentrasi=pick([None, *self.konsentrasi]),
            person__village=pick(self.villages),
            person__willing_to_move=pick([True, False]),
            person__education=pick([None, Education.SMP, Education.SMA_SMK, Education.DIPLOMA]),
            person__expected_pay=pick([None, 2_000_000, 3_000_000, 4_000_000]),
            person__available_from=pick([None, None, self.day(-3, 3)]),
        )
        if self.random.random() < 0.3:
            AlumnusFactory(person=alumnus.person, konsentrasi=pick(self.konsentrasi), graduation_year=2020)
        alumnus.person.wished_regencies.set(self.some([self.far.regency], 1))
        for skill in self.some(self.skills, 3):
            PersonSkillFactory(person=alumnus.person, skill=skill)
        self._past_of(alumnus.person)
        return alumnus

    def _past_of(self, person):
        for _ in range(self.random.randrange(3)):
            since = self.day()
            until = self.random.choice([None, since + datetime.timedelta(days=self.random.randrange(200))])
            SpellFactory(person=person, kind=self.random.choice(SpellKind.values), since=since, until=until)
        for _ in range(self.random.randrange(3)):
            CredentialFactory(
                person=person,
                source=self.random.choice(CredentialSource.values),
                issued_on=datetime.date(2024, 1, 1),
                expires_on=self.random.choice([None, self.day(-3, 3)]),
                revoked_at=self.random.choice([None, None, timezone.now()]),
                konsentrasi=self.some(self.konsentrasi, 2),
                skills=self.some(self.skills, 2),
            )

    def vacancy(self):
        pick = self.random.choice
        village = pick(self.villages)
        return VacancyFactory(
            konsentrasi=self.some(self.konsentrasi, 3),
            skills=self.some(self.skills, 4),
            village=village,
            regency=village.district.regency if village and pick([True, False]) else None,
            education=pick(Education.values),
            experience_months=pick([0, 1, 6, 12]),
            pay_min=pick([None, 2_500_000]),
            pay_max=pick([None, 3_000_000]),
        )


@pytest.mark.parametrize("seed", range(12))
def test_points_agree_in_both_directions_and_with_the_reasons(seed):
    world = World(seed)
    alumni, vacancies = [world.alumnus() for _ in range(6)], [world.vacancy() for _ in range(6)]
    seekers = facts.seekers_of([alumnus.person_id for alumnus in alumni])
    wishes = facts.wishes_of([vacancy.pk for vacancy in vacancies])
    told, of_vacancies, of_alumni = {}, {}, {}
    for alumnus in alumni:
        seeker = seekers[alumnus.person_id]
        for pk, wish in wishes.items():
            told[alumnus.pk, pk] = reasons.compare(seeker, wish, WEIGHTS).points
        rows = Vacancy.objects.annotate(fit_points=scoring.vacancy_points(seeker, WEIGHTS)).order_by("pk")
        of_vacancies |= {(alumnus.pk, row.pk): row.fit_points for row in rows}
    for pk, wish in wishes.items():
        rows = Alumnus.objects.annotate(fit_points=scoring.alumnus_points(wish, WEIGHTS)).order_by("pk")
        of_alumni |= {(row.pk, pk): row.fit_points for row in rows if row.person_id in seekers}
    mine = {alumnus.pk for alumnus in alumni}
    assert of_vacancies == told
    assert {pair: points for pair, points in of_alumni.items() if pair[0] in mine} == told
