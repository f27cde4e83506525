import factory

from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, moment, paper
from tests.factories.programmes import TrainingFactory
from trainings.reports import models
from trainings.reports.enums import PackStatus


class PackFactory(RowFactory):
    """Of a training, ready to be taken."""

    class Meta:
        model = models.AuditPack

    training = factory.SubFactory(TrainingFactory, finished=True)
    agency = factory.SelfAttribute("training.agency")
    status = PackStatus.READY
    asked_by = factory.SubFactory(UserFactory)
    findings = [["Nomor SK pelatihan belum diisi.", ""]]
    total = 12
    done = 12
    file = paper("paket.zip")
    finished_at = moment(0)
