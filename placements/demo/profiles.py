"""What job seekers told of themselves: wishes and PKL of many, the whole profile of the demo's own two."""

import datetime as dt
import itertools
import random

from bkk_portal.people.enums import CredentialSource, CvLayout, CvPart, SkillLevel, SpellKind, SpellSource, WorkKind
from bkk_portal.people.models import (
    ActivitySpell,
    Credential,
    CvChoice,
    Person,
    PersonSkill,
    PortfolioLink,
    Skill,
    WishedKind,
)
from bkk_portal.people.profile import cv
from bkk_portal.regions.models import Regency

# Invented places, by field of study.
PLACES = {
    "Teknologi Informasi": ("PT Timor Data Nusa", "Warnet Lontar"),
    "Pariwisata": ("Hotel Pantai Lasiana", "Rumah Makan Se'i Oebobo"),
    "Bisnis dan Manajemen": ("Toko Rukun Jaya", "Koperasi Sasando"),
    "Teknologi Manufaktur dan Rekayasa": ("Bengkel Lontar Motor", "Bengkel Las Oesapa"),
}
ELSEWHERE = ("CV Sasando Karya", "Toko Sinar Flobamora")
REGENCIES = ("53.71", "53.01", "53.02", "51.71")  # Kota Kupang, Kab. Kupang, Timor Tengah Selatan, Denpasar


def demo_profiles(city):
    """After the alumni and their accounts."""
    chance = random.Random("profil")  # noqa: S311  (a seeded draw of its own leaves the other parts' draws alone)
    seekers = [alumnus for alumnus in city.get("alumni") if chance.random() < 0.4]
    _internships(chance, seekers)
    _wishes(city, chance, [alumnus.person for alumnus in seekers])
    _first_profile(city, city.get("alumni1@demo.test"))
    _second_profile(city, city.get("alumni2@demo.test").person)


def _internships(chance, alumni):
    spells = []
    for alumnus in alumni:
        since = dt.date(alumnus.graduation_year - 1, 1, 1)
        spells.append(
            ActivitySpell(
                person=alumnus.person,
                kind=SpellKind.INTERNSHIP,
                since=since,
                until=dt.date(since.year, 6, 30),
                organisation=chance.choice(PLACES.get(alumnus.konsentrasi.field, ELSEWHERE)),
                position=f"Siswa PKL {alumnus.konsentrasi.name}"[:150],
                source=SpellSource.SELF,
            )
        )
    ActivitySpell.objects.bulk_create(spells, batch_size=1000)


def _wishes(city, chance, people):
    """Half of them want a certain kind of work, some a certain place."""
    kinds, places, link = [], [], Person.wished_regencies.through
    known = set(Regency.objects.filter(pk__in=REGENCIES).values_list("pk", flat=True))
    for person in people:
        for kind in chance.sample(list(WorkKind), chance.randrange(3)):
            kinds.append(WishedKind(person=person, kind=kind))
        for code in sorted(known & set(chance.sample(REGENCIES, chance.randrange(3)))):
            places.append(link(person=person, regency_id=code))
    _starts(city, people)
    WishedKind.objects.bulk_create(kinds, batch_size=1000, ignore_conflicts=True)
    link.objects.bulk_create(places, batch_size=1000, ignore_conflicts=True)


def _starts(city, people):
    """Everyone is ready since, or from, one of a few days, for one of a few amounts: one update for each."""
    for number, (days, pay) in enumerate(itertools.product((-45, -10, 0, 30, 120), (1_800_000, 2_200_000, 2_600_000))):
        keys = [person.pk for person in people[number::15]]
        Person.objects.filter(pk__in=keys).update(available_from=city.days_ago(days), expected_pay=pay)


def _first_profile(city, alumnus):
    """Nearly complete: only the diploma is missing, so that the next step shows; one skill stays out of the CV."""
    person = alumnus.person
    person.wished_work = "Teknisi jaringan"
    person.summary = (
        "Lulusan Teknik Komputer dan Jaringan yang teliti dan senang memasang jaringan dari awal sampai rapi."
        " Mencari pekerjaan sebagai teknisi jaringan di Kota Kupang."
    )
    person.available_from, person.expected_pay = city.days_ago(14), 2_400_000
    person.save()
    WishedKind.objects.bulk_create(
        [WishedKind(person=person, kind=kind) for kind in (WorkKind.PERMANENT, WorkKind.CONTRACT)],
        ignore_conflicts=True,
    )
    _skills(person, {"Konfigurasi MikroTik": SkillLevel.EXPERT, "Instalasi jaringan LAN": SkillLevel.ABLE})
    _skills(person, {"Merakit komputer": SkillLevel.ABLE, "Pasang kabel fiber optik": SkillLevel.BASIC})
    _work(person, alumnus.graduation_year)
    Credential.objects.create(
        person=person,
        title="Junior Network Administrator",
        issuer="LSP Telematika (contoh)",
        source=CredentialSource.SELF,
        issued_on=dt.date(alumnus.graduation_year, 5, 20),
    )
    PortfolioLink.objects.create(person=person, title="Foto hasil kerja", url="https://contoh.example/karya-jaringan")
    unsure = [key for key, label in cv.entries(person)[CvPart.SKILLS] if label == "Pasang kabel fiber optik"]
    CvChoice.objects.create(person=person, layout=CvLayout.FINE, left_out=unsure)


def _second_profile(city, person):
    """Begun and left: a free skill and a wish."""
    person.wished_work = "Juru las"
    person.save()
    skill, _ = Skill.objects.get_or_create(name="Las pagar dan teralis", defaults={"is_listed": False})
    PersonSkill.objects.get_or_create(person=person, skill=skill)


def _skills(person, levels):
    for skill in Skill.objects.filter(name__in=levels):
        PersonSkill.objects.update_or_create(person=person, skill=skill, defaults={"level": levels[skill.name]})


def _work(person, graduated):
    """One PKL, whatever the draw gave, and a summer's work."""
    ActivitySpell.objects.filter(person=person, kind=SpellKind.INTERNSHIP).delete()
    ActivitySpell.objects.create(
        person=person,
        kind=SpellKind.INTERNSHIP,
        since=dt.date(graduated - 1, 1, 1),
        until=dt.date(graduated - 1, 6, 30),
        organisation="PT Timor Data Nusa",
        position="Siswa PKL bagian jaringan",
        description="Memasang 20 titik jaringan di kantor kelurahan\nMerapikan kabel dan rak server",
        source=SpellSource.SELF,
    )
