import factory
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, add_to, days, picture
from tests.factories.offices import AgencyFactory
from tests.factories.regions import VillageFactory
from trainings.programmes import models
from trainings.programmes.enums import FundingSource, RuleEffect, RuleKind, TrainingStatus


class ProgrammeFactory(RowFactory):
    class Meta:
        model = models.TrainingProgramme

    agency = factory.SubFactory(AgencyFactory)
    name = factory.Sequence(lambda n: f"Las Dasar {n}")
    trade = "Pengelasan"
    hours = 240
    konsentrasi = add_to("konsentrasi")
    skills = add_to("skills")
    priority_groups = add_to("priority_groups")


class UnitFactory(RowFactory):
    class Meta:
        model = models.CompetenceUnit

    programme = factory.SubFactory(ProgrammeFactory)
    code = factory.Sequence(lambda n: f"C.24LAS01.{n:03d}.1")
    title = "Melakukan pengelasan SMAW posisi 2G"


class GroupFactory(RowFactory):
    class Meta:
        model = models.PriorityGroup

    name = factory.Sequence(lambda n: f"Penyandang disabilitas {n}")


class RuleFactory(RowFactory):
    """17 to 35 years old, else refused."""

    class Meta:
        model = models.EligibilityRule

    programme = factory.SubFactory(ProgrammeFactory)
    kind = RuleKind.AGE
    effect = RuleEffect.REFUSE
    min_age = factory.LazyAttribute(lambda rule: 17 if rule.kind == RuleKind.AGE else None)
    max_age = factory.LazyAttribute(lambda rule: 35 if rule.kind == RuleKind.AGE else None)


class CriterionFactory(RowFactory):
    class Meta:
        model = models.SelectionCriterion

    programme = factory.SubFactory(ProgrammeFactory)
    name = factory.Sequence(lambda n: f"Wawancara {n}")
    weight = 50


class BudgetFactory(RowFactory):
    """A hundred million of this year."""

    class Meta:
        model = models.Budget

    agency = factory.SubFactory(AgencyFactory)
    source = FundingSource.APBD
    year = factory.LazyFunction(lambda: timezone.localdate().year)
    code = factory.Sequence(lambda n: f"2.07.03.2.01.{n:04d}")
    name = "Pelatihan berbasis kompetensi"
    ceiling = 100_000_000


class InstructorFactory(RowFactory):
    class Meta:
        model = models.Instructor

    agency = factory.SubFactory(AgencyFactory)
    name = factory.Sequence(lambda n: f"Yosep Contoh {n}, S.Pd.")
    employer = "BLK Penfui"


class TrainingFactory(RowFactory):
    """Open for registration, starts in two weeks."""

    class Meta:
        model = models.Training

    programme = factory.SubFactory(ProgrammeFactory)
    agency = factory.SelfAttribute("programme.agency")
    village = factory.SubFactory(VillageFactory)
    batch = "Angkatan I"
    venue = "Aula Kantor Lurah"
    starts_on = days(14)
    ends_on = days(44)
    quota = 16
    status = TrainingStatus.OPEN
    created_by = factory.SubFactory(UserFactory)
    teachers = add_to("teachers")

    class Params:
        planned = factory.Trait(status=TrainingStatus.PLANNED)
        running = factory.Trait(status=TrainingStatus.RUNNING, starts_on=days(-5), ends_on=days(25))
        finished = factory.Trait(status=TrainingStatus.FINISHED, starts_on=days(-60), ends_on=days(-30))
        cancelled = factory.Trait(status=TrainingStatus.CANCELLED, cancel_reason="Peserta kurang")


class SessionFactory(RowFactory):
    class Meta:
        model = models.TrainingSession

    training = factory.SubFactory(TrainingFactory)
    held_on = factory.SelfAttribute("training.starts_on")
    topic = "Pengenalan alat"


class JournalFactory(RowFactory):
    class Meta:
        model = models.JournalEntry

    session = factory.SubFactory(SessionFactory)
    text = "Peserta berlatih membuat alur las lurus."
    written_by = factory.SubFactory(UserFactory)


class JournalPhotoFactory(RowFactory):
    class Meta:
        model = models.JournalPhoto

    entry = factory.SubFactory(JournalFactory)
    image = picture()
    added_by = factory.SubFactory(UserFactory)
