"""Invented people for the demo city. Names are common in Kupang; every number and date is made up."""

import datetime as dt

from bkk_portal.people.enums import Education
from bkk_portal.people.models import Person

MEN = """Yohanes Petrus Antonius Marselinus Fransiskus Agustinus Yakobus Stefanus Melkianus Yeremias Daud Imanuel Rizky
Jefri Aprianus Dominggus Ferdinandus Gregorius Charles Arnoldus Oktovianus Semuel Adrianus Benyamin Kornelis
Filmon Yandri Roni Simson Andreas""".split()
WOMEN = """Maria Yuliana Kristina Elisabet Margaretha Novita Dortia Febriani Adelheid Merlin Yustina Rambu Sofia Debora
Nofriana Angelina Astuti Theresia Ferderika Magdalena Yunita Selfina Antonia Regina Veronika Martha Yublina
Paulina Desi Rosalina""".split()
FAMILIES = """Nenobais Tefa Banunaek Lay Ndun Manafe Saba Lodo Taneo Benu Nalle Radja Kana Messakh Pello Fanggidae Tnunay
Amtiran Bire Doko Ga Haning Kitu Lulan Mooy Nubatonis Oematan Pah Rihi Selan Ndaumanu Bessie Kolloh Adoe Foenay
Leo Tallo Sine Boimau Sabneno Liunokas Nomleni Snae Toh""".split()
BIRTH_PLACES = ["Kupang", "Kupang", "Kupang", "Soe", "Atambua", "Kefamenanu", "Ba'a", "Seba", "Ende", "Larantuka"]
STREETS = ["Jl. Timor Raya", "Jl. Sudirman", "Jl. El Tari", "Jl. Bajawa", "Jl. Perintis Kemerdekaan", "Jl. Amabi"]


class PeopleMaker:
    """Makes unsaved people whose NIK, NISN and phone never repeat within one city."""

    def __init__(self, city):
        self.random = city.random
        self.villages = city.get("villages")
        self.count = 0
        self.niks = set()

    def person(self, *, birth_year, education=Education.SMA_SMK, with_nisn=True):
        self.count += 1
        pick = self.random.choice
        sex, village = pick("LP"), pick(self.villages)
        born = dt.date(birth_year, 1, 1) + dt.timedelta(days=self.random.randrange(365))
        person = Person(
            name=self.name(sex),
            sex=sex,
            birth_date=born,
            birth_place=pick(BIRTH_PLACES),
            nisn=f"00{born.year % 10}9{self.count:06d}" if with_nisn else None,
            phone=f"+628{pick('1235')}{self.random.randrange(10):d}{1_000_000 + self.count:08d}",
            address=f"{pick(STREETS)} No. {self.random.randrange(1, 180)}",
            rt=f"{self.random.randrange(1, 30):03d}",
            rw=f"{self.random.randrange(1, 12):03d}",
            village=village,
            education=education,
            willing_to_move=self.random.random() < 0.35,
        )
        person.set_nik(self.nik(village, born, sex))
        return person

    def name(self, sex):
        first = MEN if sex == "L" else WOMEN
        given = self.random.sample(first, self.random.choice((1, 2)))
        return " ".join([*given, self.random.choice(FAMILIES)])

    def nik(self, village, born, sex):
        day = born.day + (40 if sex == "P" else 0)
        region = village.district_id.replace(".", "")
        serial = 9000  # births of one day and district are numbered; 9000 keeps clear of the sample Dapodik file
        while (nik := f"{region}{day:02d}{born:%m%y}{serial:04d}") in self.niks:
            serial += 1
        self.niks.add(nik)
        return nik


def demo_people(city):
    """Puts a PeopleMaker where the other parts of the demo find it."""
    city.put("people", PeopleMaker(city))
