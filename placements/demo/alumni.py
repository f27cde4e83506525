"""4,000 alumni over five years, with what they did after school."""

import copy
import datetime as dt

from django.db.models import F, Value
from django.db.models.functions import Concat

from bkk_portal.accounts.models import User
from bkk_portal.accounts.offers import make_user
from bkk_portal.people.enums import Alignment, DuplicateReason, SpellKind, SpellSource
from bkk_portal.people.merging.duplicates import refresh
from bkk_portal.people.models import ActivitySpell, DuplicatePair, Konsentrasi, Person, PersonSkill, Skill
from placements.alumni.enums import BulkKind, BulkStatus, ImportStatus, RowKind, Tracing
from placements.alumni.lists.models import BulkRun, SavedList
from placements.alumni.lists.plans import HAS_ACCOUNT
from placements.alumni.models import AlumniImport, Alumnus
from placements.demo.schools import offers_of
from placements.schools.models import SchoolMembership

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


SCHOOLS = ("50304998", "50304997")


def demo_duplicates(city):
    """After the alumni and all that hangs on them."""
    for npsn in SCHOOLS:
        chosen = list(_plain(npsn))
        for alumnus, change in zip(chosen, (_zeros_lost, _spelled_otherwise, _no_birth_date), strict=False):
            _twice(city, alumnus, change)
        _siblings(*chosen[3:5])
    refresh(Person.objects.all())
    _told_apart(city)


def _plain(npsn):
    """Some who are traced and have no account."""
    rows = Alumnus.objects.filter(school__npsn=npsn, person__user=None, tracing=Tracing.TRACED, applications=None)
    return rows.select_related("person", "school").order_by("-graduation_year", "pk")[:5]


def _twice(city, alumnus, change):
    """The same alumnus as a list from another year has it: less is known, one thing is written differently."""
    person = copy.copy(alumnus.person)
    person.pk, person.nik_cipher, person.nik_hash, person.nisn = None, "", None, None
    person.address = person.rt = person.rw = ""
    change(person, alumnus.person)
    person.save(force_insert=True)
    Alumnus.objects.create(
        person=person,
        school=alumnus.school,
        konsentrasi=alumnus.konsentrasi,
        graduation_year=alumnus.graduation_year,
        diploma_number=f"DN-24/M-SMK/{alumnus.pk:07d}",
    )
    since = dt.date(alumnus.graduation_year, 7, 1)
    kind, place = SpellKind.WORKING, "Toko Rukun Jaya"
    ActivitySpell.objects.create(person=person, kind=kind, since=since, organisation=place, source=SpellSource.BKK)


def _zeros_lost(person, known):
    person.nisn = known.nisn.lstrip("0").ljust(10, "0")
    person.phone = ""


def _spelled_otherwise(person, known):
    first, *rest = known.name.split()
    person.name = " ".join([first[:-2] + "is" if first.endswith("es") else f"{first}h", *rest])


def _no_birth_date(person, known):
    person.birth_date, person.phone = None, ""


def _siblings(one, other):
    """Who share the telephone of their house."""
    other.person.phone = one.person.phone
    other.person.save()


def _told_apart(city):
    pairs = DuplicatePair.objects.filter(reasons=[DuplicateReason.PHONE]).order_by("pk")
    for pair in pairs:
        member = SchoolMembership.objects.filter(school__alumni__person=pair.first_id).order_by("pk").first()
        if member:
            pair.decided_at, pair.decided_by = city.at(city.days_ago(9)), member.user
            pair.save()


NPSN = "50304998"
LISTS = [
    ("Belum punya akun", "akun=belum", ["lulus", "rombel", "hp", "surel", "diundang"]),
    ("Tidak terlacak", "penelusuran=untraceable", ["lulus", "konsentrasi", "hp", "kelurahan"]),
    ("Masih mencari kerja", "kegiatan=job_seeking", ["lulus", "konsentrasi", "usia", "hp"]),
]
IMPORTS = [
    ("daftar_pd_kelas_xii.xlsx", ImportStatus.DONE, 61, 30),
    ("daftar_pd_salah.xlsx", ImportStatus.UNDONE, 58, 34),
]


def demo_lists(city):
    """After the alumni: kept lists, e-mail addresses, past runs and imports."""
    user, school = User.objects.get(email="bkk1@demo.test"), city.get("alumni1@demo.test").school
    alumni = Alumnus.objects.filter(school=school)
    SavedList.objects.bulk_create(
        SavedList(user=user, school=school, name=name, query=query, columns=columns) for name, query, columns in LISTS
    )
    _reachable(alumni)
    _runs(city, user, school, list(alumni.select_related("person").order_by("pk")))
    _imports(city, user, school)


def _reachable(alumni):
    """Every other of them has an address of their own."""
    wanted = Person.objects.filter(pk__in=alumni.values("person_id"), email="", user__isnull=True)
    wanted = wanted.annotate(parity=F("id") % 2).filter(parity=0)
    wanted.update(email=Concat(Value("alumni."), F("nisn"), Value("@contoh.test")))


def _runs(city, user, school, alumni):
    newest = max(row.graduation_year for row in alumni)
    group = [row for row in alumni if row.graduation_year == newest]
    invited = [row for row in group if row.person.email and row.person.user_id is None]
    left_out = [[row.pk, HAS_ACCOUNT if row.person.user_id else "Belum ada alamat surel."] for row in group]
    left_out = [line for line in left_out if line[0] not in {row.pk for row in invited}]
    Alumnus.objects.filter(pk__in=[row.pk for row in invited]).update(invited_at=city.at(city.days_ago(20)))
    made = {"school": school, "created_by": user, "query": f"tahun={newest}", "status": BulkStatus.DONE}
    runs = [(BulkKind.INVITE, 20, len(invited), left_out), (BulkKind.SLIPS, 19, len(group), [])]
    for kind, days, done, skipped in runs:
        moment = city.at(city.days_ago(days))
        run = BulkRun.objects.create(
            **made, kind=kind, total=done + len(skipped), done_count=done, skipped=skipped, finished_at=moment
        )
        BulkRun.objects.filter(pk=run.pk).update(created_at=moment)


def _imports(city, user, school):
    nothing = dict.fromkeys(RowKind.values, 0) | {"unmapped": []}
    for days, (name, status, new, same) in enumerate(IMPORTS, 150):
        moment = city.at(city.days_ago(days))
        row = AlumniImport.objects.create(
            school=school,
            graduation_year=city.today.year - (city.today.month < 6),
            original_name=name,
            status=status,
            counts=nothing | {RowKind.NEW: new, RowKind.SAME: same},
            created_by=user,
            finished_at=moment,
            undone_at=moment if status == ImportStatus.UNDONE else None,
        )
        AlumniImport.objects.filter(pk=row.pk).update(created_at=moment)
