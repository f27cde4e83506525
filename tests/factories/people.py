import datetime

import factory
from django.utils import timezone

from bkk_portal.kit import nik_vault
from bkk_portal.people import models
from bkk_portal.people.enums import (
    CredentialSource,
    DocumentKind,
    DuplicateReason,
    Sex,
    SpellKind,
    SpellSource,
    WorkKind,
)
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, add_to, moment, paper
from tests.factories.names import nik, person_name


class KonsentrasiFactory(RowFactory):
    class Meta:
        model = models.Konsentrasi
        django_get_or_create = ("edition", "program", "name")

    edition = 2022
    field = "Teknologi Informasi"
    program = "Teknik Jaringan Komputer dan Telekomunikasi"
    name = "Teknik Komputer dan Jaringan"
    abbreviations = "TKJ"

    class Params:
        other = factory.Trait(
            field="Bisnis dan Manajemen",
            program="Akuntansi dan Keuangan Lembaga",
            name="Akuntansi",
            abbreviations="AKL",
        )


class OccupationFactory(RowFactory):
    class Meta:
        model = models.Occupation
        django_get_or_create = ("edition", "code")

    edition = 2014
    code = "3512"
    title = "Teknisi dukungan pengguna teknologi informasi"


class IndustryFactory(RowFactory):
    class Meta:
        model = models.Industry
        django_get_or_create = ("edition", "code")

    edition = 2020
    code = "452"
    section = "G"
    title = "Reparasi dan perawatan mobil"


class SkillFactory(RowFactory):
    class Meta:
        model = models.Skill
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Keterampilan {n}")
    konsentrasi = add_to("konsentrasi")


class PersonFactory(RowFactory):
    """A grown-up from Kupang without NIK; PersonFactory(nik="5371…") or the trait `with_nik` give one."""

    class Meta:
        model = models.Person

    sex = Sex.FEMALE
    name = factory.LazyAttributeSequence(lambda row, n: person_name(n, row.sex))
    birth_date = datetime.date(2005, 5, 17)
    birth_place = "Kupang"
    nisn = factory.Sequence(lambda n: f"005{n:07d}")
    nik_cipher = factory.LazyAttribute(lambda row: nik_vault.encrypt(row.nik) if row.nik else "")
    nik_hash = factory.LazyAttribute(lambda row: nik_vault.keyed_hash(row.nik) if row.nik else None)

    class Params:
        nik = ""
        with_nik = factory.Trait(nik=factory.LazyAttributeSequence(lambda row, n: nik(n, row.birth_date, row.sex)))
        with_user = factory.Trait(user=factory.SubFactory(UserFactory, name=factory.SelfAttribute("..name")))
        minor = factory.Trait(
            birth_date=factory.LazyFunction(lambda: timezone.localdate() - datetime.timedelta(days=17 * 365))
        )


class PersonSkillFactory(RowFactory):
    class Meta:
        model = models.PersonSkill

    person = factory.SubFactory(PersonFactory)
    skill = factory.SubFactory(SkillFactory)


class WishedKindFactory(RowFactory):
    class Meta:
        model = models.WishedKind

    person = factory.SubFactory(PersonFactory)
    kind = WorkKind.PERMANENT


class PortfolioLinkFactory(RowFactory):
    class Meta:
        model = models.PortfolioLink

    person = factory.SubFactory(PersonFactory)
    title = "Hasil jahitan"
    url = factory.Sequence(lambda n: f"https://contoh.example/karya/{n}")


class CvChoiceFactory(RowFactory):
    class Meta:
        model = models.CvChoice

    person = factory.SubFactory(PersonFactory)


class PersonDocumentFactory(RowFactory):
    class Meta:
        model = models.PersonDocument

    person = factory.SubFactory(PersonFactory)
    kind = DocumentKind.CV
    title = "Daftar riwayat hidup"
    file = paper("cv.pdf")
    size = 15


class SpellFactory(RowFactory):
    """Working since a fixed day, still going on."""

    class Meta:
        model = models.ActivitySpell

    person = factory.SubFactory(PersonFactory)
    kind = SpellKind.WORKING
    since = datetime.date(2025, 9, 1)
    organisation = "Bengkel Sinar Timor"
    position = "Teknisi"
    source = SpellSource.SELF

    class Params:
        self_employed = factory.Trait(kind=SpellKind.SELF_EMPLOYED, organisation="Kios Nenobais")
        studying = factory.Trait(kind=SpellKind.STUDYING, organisation="Politeknik Negeri Kupang")
        internship = factory.Trait(kind=SpellKind.INTERNSHIP, organisation="Hotel Pantai Lasiana")
        job_seeking = factory.Trait(kind=SpellKind.JOB_SEEKING, organisation="", position="")
        verified = factory.Trait(verified_by=factory.SubFactory(UserFactory), verified_at=moment(-1))


class CredentialFactory(RowFactory):
    class Meta:
        model = models.Credential

    person = factory.SubFactory(PersonFactory)
    title = "Pelatihan Las Dasar"
    issuer = "Disnakertrans Kota Kupang"
    source = CredentialSource.TRAINING
    issued_on = datetime.date(2026, 3, 2)
    konsentrasi = add_to("konsentrasi")
    skills = add_to("skills")

    class Params:
        own = factory.Trait(source=CredentialSource.SELF, title="Kursus mengetik", issuer="LKP Sinar Timor")


class DuplicatePairFactory(RowFactory):
    """Two people of the same name and birth date; `first` is made before `second`."""

    class Meta:
        model = models.DuplicatePair

    first = factory.SubFactory(PersonFactory)
    second = factory.SubFactory(PersonFactory)
    reasons = [DuplicateReason.NAME_AND_BIRTH]
    weight = 60

    class Params:
        decided = factory.Trait(decided_at=moment(-1), decided_by=factory.SubFactory(UserFactory))


class PersonMergeFactory(RowFactory):
    class Meta:
        model = models.PersonMerge

    kept = factory.SubFactory(PersonFactory)
    gone = factory.Sequence(lambda n: 900_000 + n)
    by = factory.SubFactory(UserFactory)
