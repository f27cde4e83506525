import factory

from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, add_to, days
from tests.factories.offices import AgencyFactory
from tests.factories.regions import VillageFactory
from trainings.programmes import models
from trainings.programmes.enums import TrainingState


class ProgrammeFactory(RowFactory):
    class Meta:
        model = models.TrainingProgramme

    agency = factory.SubFactory(AgencyFactory)
    name = factory.Sequence(lambda n: f"Las Dasar {n}")
    trade = "Pengelasan"
    hours = 240
    konsentrasi = add_to("konsentrasi")
    skills = add_to("skills")


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
    state = TrainingState.OPEN
    created_by = factory.SubFactory(UserFactory)

    class Params:
        planned = factory.Trait(state=TrainingState.PLANNED)
        running = factory.Trait(state=TrainingState.RUNNING, starts_on=days(-5), ends_on=days(25))
        finished = factory.Trait(state=TrainingState.FINISHED, starts_on=days(-60), ends_on=days(-30))
        cancelled = factory.Trait(state=TrainingState.CANCELLED, cancel_reason="Peserta kurang")


class SessionFactory(RowFactory):
    class Meta:
        model = models.TrainingSession

    training = factory.SubFactory(TrainingFactory)
    held_on = factory.SelfAttribute("training.starts_on")
    topic = "Pengenalan alat"
