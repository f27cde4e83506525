"""4,000 alumni over five years, with what they did after school."""

import datetime as dt

from bkk_portal.accounts.offers import make_user
from bkk_portal.people.enums import Alignment, SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Konsentrasi, Person, PersonSkill, Skill
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.demo.schools import offers_of

ALUMNI = 4_000
YEARS = 5
WORK = [
    ("Kasir", "Toko Rukun Jaya"),
    ("Pramuniaga", "Toko Sinar Flobamora"),
    ("Mekanik", "Bengkel Lontar Motor"),
    ("Staf administrasi", "CV Sasando Karya"),
    ("Resepsionis", "Hotel Pantai Lasiana"),
    ("Juru masak", "Rumah Makan Se'i Oebobo"),
    ("Teknisi jaringan", "PT Timor Data Nusa"),
    ("Pengemudi", "CV Angkutan Oesapa"),
]
STUDY = ["Universitas Nusa Cendana", "Politeknik Negeri Kupang", "Universitas Katolik Widya Mandira"]
BUSINESS = ["Usaha kue rumahan", "Warung sembako", "Servis HP", "Jasa jahit", "Bengkel motor", "Ternak ayam"]
DESTINIES = [
    (SpellKind.WORKING, 38),
    (SpellKind.STUDYING, 20),
    (SpellKind.SELF_EMPLOYED, 11),
    (SpellKind.JOB_SEEKING, 18),
    (None, 13),
]


def demo_alumni(city):
    """Fills alumni, spells and skills; alumni1 is of SMKN 1, alumni2 of SMKN 2."""
    konsentrasi = {k.name: k for k in Konsentrasi.objects.filter(edition=2022)}
    seats = _seats(city)
    people = [city.get("people").person(birth_year=year - 18) for _, year in seats]
    Person.objects.bulk_create(people, batch_size=500)
    alumni = [
        _alumnus(city, person, school, year, konsentrasi) for person, (school, year) in zip(people, seats, strict=True)
    ]
    Alumnus.objects.bulk_create(alumni, batch_size=500)
    ActivitySpell.objects.bulk_create([spell for alumnus in alumni for spell in _spells(city, alumnus)], batch_size=500)
    _skills(city, alumni)
    _accounts(city, alumni)
    city.put("alumni", alumni)


def traced_people(city):
    """The alumni whom a training may reach as well."""
    return [alumnus.person for alumnus in city.get("alumni") if alumnus.tracing == Tracing.TRACED]


def _seats(city):
    """[(school, graduation year)] for every alumnus, larger schools more often."""
    schools = city.get("schools")
    weights = [4 if school.status == "negeri" else 1 for school in schools]
    chosen = city.random.choices(schools, weights, k=ALUMNI)
    newest = city.today.year - (city.today.month < 6)
    return [(school, newest - number % YEARS) for number, school in enumerate(chosen)]


def _alumnus(city, person, school, year, konsentrasi):
    name = city.random.choice(offers_of(school))
    return Alumnus(
        person=person,
        school=school,
        konsentrasi=konsentrasi[name],
        graduation_year=year,
        rombel=f"XII {name.split()[-1].upper()[:12]} {city.random.randrange(1, 4)}",
        nis=f"{year - 3}{city.random.randrange(10_000):04d}",
    )


def _spells(city, alumnus):
    kinds, weights = zip(*DESTINIES, strict=True)
    kind = city.random.choices(kinds, weights)[0]
    if kind is None:
        alumnus.tracing = city.random.choice([Tracing.UNKNOWN, Tracing.UNTRACEABLE])
        return
    alumnus.tracing = Tracing.TRACED
    graduated = dt.date(alumnus.graduation_year, 6, 1)
    since = min(graduated + dt.timedelta(days=city.random.randrange(20, 500)), city.days_ago(3))
    since = max(since, graduated)
    if kind != SpellKind.STUDYING and since > graduated + dt.timedelta(days=60):
        yield _spell(alumnus, SpellKind.JOB_SEEKING, graduated, until=since - dt.timedelta(days=1))
    yield _spell(alumnus, kind, since, **_details(city, kind))
    if kind == SpellKind.STUDYING and city.random.random() < 0.1:
        position, organisation = city.random.choice(WORK)
        yield _spell(alumnus, SpellKind.WORKING, since, position=position, organisation=organisation)


def _spell(alumnus, kind, since, **fields):
    return ActivitySpell(person=alumnus.person, kind=kind, since=since, source=SpellSource.BKK, **fields)


def _details(city, kind):
    pick = city.random.choice
    if kind == SpellKind.WORKING:
        position, organisation = pick(WORK)
        pay = city.random.randrange(18, 34) * 100_000
        fields = {"position": position, "organisation": organisation, "monthly_pay": pay}
        return fields | {"alignment": pick(Alignment.values)}
    if kind == SpellKind.SELF_EMPLOYED:
        return {"organisation": pick(BUSINESS), "monthly_pay": city.random.randrange(8, 45) * 100_000}
    return {"organisation": pick(STUDY)} if kind == SpellKind.STUDYING else {}


def _skills(city, alumni):
    Alumnus.objects.bulk_update(alumni, ["tracing"], batch_size=500)
    taught = {}
    for skill in Skill.objects.prefetch_related("konsentrasi"):
        for konsentrasi in skill.konsentrasi.all():
            taught.setdefault(konsentrasi.pk, []).append(skill)
    rows = []
    for alumnus in alumni:
        known = taught.get(alumnus.konsentrasi_id, [])
        chosen = city.random.sample(known, min(len(known), city.random.randrange(4)))
        rows += [PersonSkill(person=alumnus.person, skill=skill) for skill in chosen]
    PersonSkill.objects.bulk_create(rows, batch_size=1000)


def _accounts(city, alumni):
    for login, npsn, konsentrasi in [
        ("alumni1@demo.test", "50304998", "Teknik Komputer dan Jaringan"),
        ("alumni2@demo.test", "50304997", "Teknik Pengelasan"),
    ]:
        alumnus = next(
            a
            for a in alumni
            if a.school.npsn == npsn and a.konsentrasi.name == konsentrasi and a.tracing != Tracing.TRACED
        )
        make_user(city, login, alumnus.person.name, person=alumnus.person, nisn=alumnus.person.nisn)
        alumnus.claimed_at = city.now
        alumnus.tracing = Tracing.TRACED
        alumnus.save()
        graduated = dt.date(alumnus.graduation_year, 6, 1)
        _spell(alumnus, SpellKind.JOB_SEEKING, graduated).save()
        city.put(login, alumnus)
